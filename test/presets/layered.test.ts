import { preset } from './preset.ts'

preset('layered', {
  broken: `
    // src/presentation/page.ts
    import { price } from '../business/price'
    import { rows } from '../persistence/rows'
    //                   ^^^^^^^^^^^^^^^^^^^^^ boundaries/layers: src/presentation may not use src/persistence
    export const page = () => price(rows())

    // src/business/price.ts
    import { query } from '../database/query'
    //                    ^^^^^^^^^^^^^^^^^^^ boundaries/cycles: 4 files import each other: src/business/price.ts > … > src/business/price.ts
    //                    ^^^^^^^^^^^^^^^^^^^ boundaries/layers: src/business may not use src/database
    import type { Page } from '../presentation/types'
    //                        ^^^^^^^^^^^^^^^^^^^^^^^ boundaries/layers: src/business may not use src/presentation
    export const price = (page: Page) => query(page)

    // src/presentation/types.ts
    export type Page = string

    // src/persistence/rows.ts
    import { price } from '../business/price'
    //                    ^^^^^^^^^^^^^^^^^^^ boundaries/layers: src/persistence may not use src/business
    import { query } from '../database/query'
    export const rows = () => query(price('home'))

    // src/database/query.ts
    import { table } from './table'
    import { rows } from '../persistence/rows'
    //                   ^^^^^^^^^^^^^^^^^^^^^ boundaries/layers: src/database may not use src/persistence
    export const query = (text: string) => [text, table, rows]

    // src/database/table.ts
    import { query } from './query'
    export const table = () => query('all')
  `,
  kept: `
    // src/presentation/page.ts
    import { price } from '../business/price'
    export const page = () => price()

    // src/business/price.ts
    import { rows } from '../persistence/rows'
    export const price = () => rows().length

    // src/persistence/rows.ts
    import { query } from '../database/query'
    export const rows = () => query('all')

    // src/database/query.ts
    export const query = (text: string) => [text]
  `,
})
