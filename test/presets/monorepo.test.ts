import { preset } from './preset.ts'

const manifests = `
    # package.json
    { "name": "harbour", "workspaces": ["apps/*", "packages/*"] }

    # packages/berths/package.json
    { "name": "@harbour/berths", "exports": { ".": "./src/index.ts" } }
`

preset('monorepo', {
  restated: ['modules.{name}.api'],
  broken: `${manifests}
    # apps/board/package.json
    { "name": "board", "dependencies": { "@harbour/berths": "*" } }

    # packages/tides/package.json
    { "name": "tides" }

    // apps/board/src/main.ts
    import { free } from '@harbour/berths'
    import { lengths } from '../../../packages/berths/src/lengths'
    //                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ boundaries/api: board reaches into @harbour/berths, past its api
    import { high } from '../../../packages/tides/index'
    //                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ boundaries/rules: board may not use tides
    export const main = () => [free, lengths, high]

    // packages/berths/src/index.ts
    import type { main } from '../../../apps/board/src/main'
    //                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ boundaries/cycles: 2 modules import each other: @harbour/berths > board > @harbour/berths
    //                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ boundaries/rules: @harbour/berths may not use board
    export const free = (board: typeof main) => board

    // packages/berths/src/lengths.ts
    export const lengths = [12, 18]

    // packages/tides/index.ts
    export const high = 4
  `,
  kept: `${manifests}
    # apps/board/package.json
    { "name": "board", "dependencies": { "@harbour/berths": "*", "tides": "*" } }

    # packages/tides/package.json
    { "name": "tides" }

    // apps/board/src/main.ts
    import { free } from '@harbour/berths'
    import { high } from 'tides/index'
    export const main = () => [free, high]

    // packages/berths/src/index.ts
    import { lengths } from './lengths'
    export const free = () => lengths

    // packages/berths/src/lengths.ts
    export const lengths = [12, 18]

    // packages/tides/index.ts
    export const high = 4
  `,
})
