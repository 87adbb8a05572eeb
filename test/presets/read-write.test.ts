import { preset } from './preset.ts'

preset('read-write', {
  broken: `
    // src/read/timetable.ts
    import { book } from '../write/book'
    //                   ^^^^^^^^^^^^^^^ boundaries/layers: src/read may not use src/write
    import { insert } from '../store/write/insert'
    //                     ^^^^^^^^^^^^^^^^^^^^^^^ boundaries/api: src/read reaches into store, past its api
    import { select } from '../store/read'
    import { pool } from '../store/pool'
    //                   ^^^^^^^^^^^^^^^ boundaries/api: src/read reaches into store, past its api
    export const timetable = () => [book, insert, select, pool]

    // src/mail/send.ts
    import { open } from '../store/write'
    //                   ^^^^^^^^^^^^^^^^ boundaries/api: src/mail/send.ts reaches into store, past its api
    export const send = () => open()

    // src/store/pool.ts
    export const pool = []

    // src/store/write.ts
    export const open = () => 1

    // src/store/read.ts
    export const select = () => 1

    // src/write/book.ts
    import { timetable } from '../read/timetable'
    //                        ^^^^^^^^^^^^^^^^^^^ boundaries/layers: src/write may not use src/read
    export const book = () => timetable()

    // src/store/read/select.ts
    import { book } from '../../write/book'
    //                   ^^^^^^^^^^^^^^^^^^ boundaries/layers: store may not use src/write
    export const select = () => book()

    // src/store/write/insert.ts
    import { trip } from '../../model/trip'
    export const insert = () => trip

    // src/model/trip.ts
    import { select } from '../store/read/select'
    //                     ^^^^^^^^^^^^^^^^^^^^^^ boundaries/cycles: 5 files import each other: src/model/trip.ts > … > src/model/trip.ts
    //                     ^^^^^^^^^^^^^^^^^^^^^^ boundaries/layers: src/model may not use store
    export const trip = () => select()

    // src/model/seat.ts
    import { row } from './row'
    export const seat = () => row()

    // src/model/row.ts
    import { seat } from './seat'
    //                   ^^^^^^^^ boundaries/cycles: 2 files import each other: src/model/row.ts > src/model/seat.ts > src/model/row.ts
    export const row = () => seat()
  `,
  kept: `
    // src/main.ts
    import { timetable } from './read/timetable'
    import { book } from './write/book'
    book(timetable())

    // src/read/timetable.ts
    import type { Trip } from '../model/trip'
    import { select } from '../store/read/select'
    export const timetable = (): Trip => select()

    // src/write/book.ts
    import type { Trip } from '../model/trip'
    import { select } from '../store/read/select'
    import { insert } from '../store/write/insert'
    export const book = (trip: Trip) => insert(trip, select())

    // src/book/read.ts
    import { select } from '../store/read'
    export const read = select

    // src/store/read.ts
    export { select } from './read/select'

    // src/store/write.ts
    export { insert } from './write/insert'

    // src/write/cancel.ts
    import { insert } from '../store/write'
    export const cancel = insert

    // src/store/read/select.ts
    import type { Trip } from '../../model/trip'
    export const select = (): Trip => ({ to: 'Hamburg' })

    // src/store/write/insert.ts
    import { select } from '../read/select'
    import type { Trip } from '../../model/trip'
    export const insert = (trip: Trip, other: Trip) => [trip, other, select]

    // src/store/migrate.ts
    import { insert } from './write/insert'
    export const migrate = () => insert({ to: 'Bremen' }, { to: 'Kiel' })

    // src/model/trip.ts
    export interface Trip { to: string }
  `,
})
