import { preset } from './preset.ts'

preset('hidden-store', {
  broken: `
    // src/api/orders.ts
    import type { Pool } from 'pg'
    //                        ^^^^ boundaries/rules: src/api/orders.ts may not use pg
    //                        ^^^^ boundaries/rules: src/api/orders.ts may not use pg
    import type { Row } from '../store'
    //                       ^^^^^^^^^^ boundaries/rules: src/api/orders.ts may not use pg
    //                       ^^^^^^^^^^ boundaries/rules: src/api/orders.ts may not use pg
    export const orders = (pool: Pool, row: Row) => [pool, row]

    // src/api/totals.ts
    import { shown } from '../view/shown'
    //                    ^^^^^^^^^^^^^^^ boundaries/rules: src/api/totals.ts reaches @elastic/elasticsearch through 2 files
    export const totals = () => shown

    // src/view/shown.ts
    import { report } from '../business/report'
    export const shown = report()

    // src/store/index.ts
    export type { QueryResultRow as Row } from 'pg'

    // src/business/report.ts
    import { Client } from '@elastic/elasticsearch'
    //                     ^^^^^^^^^^^^^^^^^^^^^^^^ boundaries/rules: src/business/report.ts may not use @elastic/elasticsearch
    import { drizzle } from 'drizzle-orm/node-postgres'
    //                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^ boundaries/rules: src/business/report.ts may not use drizzle-orm/node-postgres
    import Redis from 'ioredis'
    //                ^^^^^^^^^ boundaries/rules: src/business/report.ts may not use ioredis
    export const report = () => [Client, drizzle, Redis]

    // src/jobs/clean.ts
    import postgres from 'postgres'
    //                   ^^^^^^^^^^ boundaries/rules: src/jobs/clean.ts may not use postgres
    export const clean = () => postgres()
  `,
  kept: `
    // src/api/orders.ts
    import { all, type Order } from '../store'
    export const orders = (): Order[] => all()

    // src/api/totals.ts
    import { report } from '../business/report'
    export const totals = () => report()

    // src/store/index.ts
    import { Pool } from 'pg'
    export interface Order { id: string }
    export const all = (): Order[] => [{ id: String(new Pool()) }]

    // src/business/report.ts
    import { all } from '../store'
    export const report = () => all().length
  `,
})
