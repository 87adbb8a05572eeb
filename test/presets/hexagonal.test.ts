import { preset } from './preset.ts'

preset('hexagonal', {
  broken: `
    // src/adapters/http/server.ts
    import { orders } from '../postgres/orders'
    //                     ^^^^^^^^^^^^^^^^^^^^ boundaries/layers: src/adapters/http may not use its sibling src/adapters/postgres
    export const server = () => orders()

    // src/adapters/postgres/orders.ts
    import pg from 'pg'
    export const orders = () => new pg.Client()

    // src/application/place-order.ts
    import { orders } from '../adapters/postgres/orders'
    //                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ boundaries/layers: src/application may not use src/adapters
    import { readFileSync } from 'node:fs'
    //                           ^^^^^^^^^ boundaries/rules: src/application may not use fs (built-in)
    export const placeOrder = () => [orders(), readFileSync, process.env.SHOP]
    //                                                                   ^^^^ boundaries/rules: src/application may not use the variable SHOP

    // src/domain/order.ts
    import { placeOrder } from '../application/place-order'
    //                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ boundaries/layers: src/domain may not use src/application
    import { server } from '../adapters/http/server'
    //                     ^^^^^^^^^^^^^^^^^^^^^^^^^ boundaries/layers: src/domain may not use src/adapters
    import { z } from 'zod'
    //                ^^^^^ boundaries/rules: src/domain may not use zod
    import { randomUUID } from 'node:crypto'
    //                         ^^^^^^^^^^^^^ boundaries/rules: src/domain may not use crypto (built-in)
    import { total } from './total'
    //                    ^^^^^^^^^ boundaries/cycles: 2 files import each other: src/domain/order.ts > src/domain/total.ts > src/domain/order.ts
    export const order = () => [placeOrder, server, z, randomUUID, total, process.env.CURRENCY]
    //                                                                                ^^^^^^^^ boundaries/rules: src/domain may not use the variable CURRENCY

    // src/domain/total.ts
    import { order } from './order'
    export const total = () => order()
  `,
  kept: `
    // src/main.ts
    import { server } from './adapters/http/server'
    import { orders } from './adapters/postgres/orders'
    server(orders)

    // src/adapters/http/server.ts
    import { placeOrder } from '../../application/place-order'
    import type { Orders } from '../../application/orders'
    import { createServer } from 'node:http'
    export const server = (orders: Orders) => createServer(() => placeOrder(orders))

    // src/adapters/postgres/orders.ts
    import pg from 'pg'
    import type { Orders } from '../../application/orders'
    export const orders: Orders = { save: () => new pg.Client() }

    // src/application/orders.ts
    import type { Order } from '../domain/order'
    export interface Orders { save(order: Order): void }

    // src/application/place-order.ts
    import type { Orders } from './orders'
    export const placeOrder = (orders: Orders) => orders.save({ total: 1 })

    // src/domain/order.ts
    export interface Order { total: number }
  `,
})
