/** A harbour: ships lie above quays, so that quays may not know of ships. */
export const config = `version: 1
layers: [ships, quays]
cycles: forbid
`

export const berth = `import { Ship } from '../ships/ship'
export const anna = new Ship()
export const free = 3
`

export const harbour = {
  'bulkhead.yaml': config,
  'src/ships/ship.ts': `import { free } from '../quays/berth'
export class Ship { name = 'Anna'; berths = free }
`,
  'src/quays/berth.ts': berth,
}
