import { preset } from './preset.ts'

preset('onion', {
  broken: `
    // src/ui/board.ts
    import { boats } from '../infrastructure/boats'
    //                    ^^^^^^^^^^^^^^^^^^^^^^^^^ boundaries/layers: src/ui may not use src/infrastructure
    export const board = () => boats()

    // src/infrastructure/boats.ts
    export const boats = () => []

    // src/application/arrive.ts
    import { board } from '../ui/board'
    //                    ^^^^^^^^^^^^^ boundaries/layers: src/application may not use src/ui
    export const arrive = () => board()

    // src/domain/services/berths.ts
    import { arrive } from '../../application/arrive'
    //                     ^^^^^^^^^^^^^^^^^^^^^^^^^^ boundaries/layers: src/domain/services may not use src/application
    export const berths = () => arrive()

    // src/domain/model/boat.ts
    import { arrive } from '../../application/arrive'
    //                     ^^^^^^^^^^^^^^^^^^^^^^^^^^ boundaries/layers: src/domain may not use src/application
    import { berths } from '../services/berths'
    //                     ^^^^^^^^^^^^^^^^^^^^ boundaries/layers: src/domain may not use src/domain/services
    import { z } from 'zod'
    //                ^^^^^ boundaries/rules: src/domain may not use zod
    import { randomUUID } from 'node:crypto'
    //                         ^^^^^^^^^^^^^ boundaries/rules: src/domain may not use crypto (built-in)
    import { harbour } from './harbour'
    //                      ^^^^^^^^^^^ boundaries/cycles: 2 files import each other: src/domain/model/boat.ts > … > src/domain/model/boat.ts
    export const boat = () => [arrive, berths, z, randomUUID, harbour, process.env.FLAG]
    //                                                                             ^^^^ boundaries/rules: src/domain may not use the variable FLAG

    // src/domain/model/harbour.ts
    import { boat } from './boat'
    export const harbour = () => boat()
  `,
  kept: `
    // src/main.ts
    import { board } from './ui/board'
    import { boats } from './infrastructure/boats'
    board(boats)

    // src/ui/board.ts
    import { arrive, type Boats } from '../application/arrive'
    export const board = (boats: Boats) => arrive(boats)

    // src/infrastructure/boats.ts
    import pg from 'pg'
    import type { Boats } from '../application/arrive'
    export const boats: Boats = { all: () => [{ length: new pg.Client().port }] }

    // src/application/arrive.ts
    import { berths } from '../domain/services/berths'
    import type { Boat } from '../domain/model/boat'
    export interface Boats { all(): Boat[] }
    export const arrive = (boats: Boats) => boats.all().map(berths)

    // src/domain/services/berths.ts
    import type { Boat } from '../model/boat'
    export const berths = (boat: Boat) => boat.length

    // src/domain/model/boat.ts
    export interface Boat { length: number }
  `,
})
