import assert from 'node:assert/strict'
import { test } from 'node:test'
import { extractState } from '../../server/engine/extract/index.ts'

/** Names of the module state in a text, each with what stands at its place if that is not the name. */
function state(text: string, path = 'harbour/pier.ts'): readonly string[] {
  return extractState({ path, bytes: new TextEncoder().encode(text) }).map(({ name, span }) => {
    const there = text.slice(span.start, span.end)
    return name.endsWith(there) ? name : `${name} at ${there}`
  })
}

const cases: Readonly<Record<string, readonly (readonly [text: string, ...names: readonly string[]])[]>> = {
  'what is declared to change': [
    ['let berth = 1', 'berth'],
    ['let berth', 'berth'],
    ['export let berth: string | undefined', 'berth'],
    ['let { north, south: [first = 1, ...others] } = piers()', 'north', 'first', 'others'],
    ['const berth = 1'],
    ['function dock() { let berth = 1; berth++ }'],
    ['{ let berth = 1 }\nfor (let i = 0; i < 3; i++) dock(i)\nif (windy) { let sail = 1 }'],
    ['declare let berth: number\ndeclare global { let sail: number }'],
    ['type Berth = { let: 1 }\ninterface Sail { let: 1 }\nimport type { let_ } from "x"'],
    ['var berth = 1\nberth = 2\nvar sail = require("sail")'],
    ['var berth = 1\nfunction dock() { berth = 2 }', 'berth'],
    ['var berth = 1\nconst dock = () => { [berth] = [2] }', 'berth'],
  ],
  'collections that functions write to': [
    ['const ships = new Map()\nexport function dock(ship) { ships.set(ship.name, ship) }', 'ships'],
    ['const ships = new Set<string>()\nconst dock = (ship: string) => ships.add(ship)', 'ships'],
    ['export const ships = []\nclass Quay { dock(ship) { ships.push(ship) } }', 'ships'],
    ['const ships: Record<string, Ship> = {}\nfunction dock(ship: Ship) { ships[ship.name] = ship }', 'ships'],
    ['const ships = Object.create(null)\nfunction dock(ship) { ships.last = ship }', 'ships'],
    ['const ships = {} as Ships\nfunction leave(name) { delete ships[name] }', 'ships'],
    ['const count = { docked: 0 }\nfunction dock() { count.docked++; count!.docked += 1 }', 'count'],
    ['const ships = new WeakMap()\nfunction leave(ship) { ships?.delete(ship) }', 'ships'],
    ['const depths = new Float64Array(4)\nfunction sound(i, depth) { depths[i] = depth }', 'depths'],
    ['const ships = []\nfunction dock(ship) { ships.length = 0; Object.assign(ships, [ship]) }', 'ships'],
    ['const ships = {}\nfunction dock(ship) { Object.assign(ships, { ship }) }', 'ships'],
    ['const ships = {}\nfunction dock(all) { for (ships.first of all) break }', 'ships'],
    ['const ships = {}\nfunction dock(all) { ({ first: ships.first, ...ships.others } = all) }', 'ships'],
    ['const harbour = { ships: [], pilots: new Set() }\nfunction dock(ship) { harbour.ships.push(ship) }\nfunction pilot() { harbour.pilots.add(1) }', 'harbour'],
    ['const byQuay = {}\nfunction dock(quay, ship) { byQuay[quay].push(ship) }', 'byQuay'],
    ['const cache = new Map()\nexport const Quay = () => { cache.set(1, 2); return <i/> }', 'cache'],
    ['const ships = new Map()\nexport default { dock(ship) { ships.set(ship) }, get any() { ships.clear() } }', 'ships'],
    ['const ships = Object.freeze([])\nfunction dock(ship) { ships.push(ship) }', 'ships'],
    ['const routes = []\nexport class Quay { route = routes.push(this) }', 'routes'],
  ],
  'what nobody changes, or only while the module is loaded': [
    ['const ships = new Map()\nexport function find(name) { return ships.get(name) }'],
    ['const ships = []\nfor (const name of names) ships.push(name)\nships[0] = 1\nships.sort()'],
    ['const ships = {}\n{ ships.first = 1 }\nif (windy) delete ships.first'],
    ['const ships = new Map();\n(() => { ships.set(1, 2) })();\n(async function () { await x; ships.set(3, 4) })()'],
    ['const names = Object.freeze(["a", "b"])\nexport const first = () => names[0]'],
    ['const names = ["b", "a"]\nexport const sorted = () => [...names].sort()\nexport const copied = () => names.slice().sort()'],
    ['const ships = new Map()\nfunction dock(ships) { ships.set(1, 2) }\nfunction leave() { const ships = new Map(); ships.clear() }'],
    ['const ships = new Map()\nfunction dock() { if (x) { const ships = new Set(); ships.add(1) } }'],
    ['import { Map } from "immutable"\nconst ships = new Map()\nfunction dock() { return ships.set(1, 2) }'],
    ['const api = { add(ship) { return ship }, set: 1 }\nexport const dock = (ship) => api.add(ship)'],
    ['const services = { cart: new Cart() }\nexport const dock = (ship) => services.cart.add(ship)'],
    ['const quay = new Quay()\nexport const dock = (ship) => { quay.add(ship) }'],
    ['enum Berth { North, South }\nconst enum Sail { Main }\nexport const north = () => Berth.North'],
    ['const make = () => { const ships = []; return { dock: (ship) => ships.push(ship) } }'],
    ['const ships = []\nfunction types(): typeof ships { return [] }\ndeclare function dock(ship: number): void'],
  ],
  'static fields': [
    ['class Quay { static ships = 0; dock() { Quay.ships++ } }', 'Quay.ships'],
    ['export class Quay { static #ships = new Map(); static dock(ship) { this.#ships.set(ship) } }', 'Quay.#ships'],
    ['export default class Quay { static ships; static dock(ship) { const at = () => { this.ships = ship }; at() } }', 'Quay.ships'],
    ['class Quay { static readonly ships = new Set(); static dock(ship) { Quay.ships.add(ship) } }', 'Quay.ships'],
    ['class Quay { static kind = "quay"; static readonly names = ["a"]; ships = 0; dock() { this.ships++; this.names = 1 } }'],
    ['class Quay { static ships = 0; static { this.ships = 1; Quay.ships = 2 } }\nQuay.ships = 3'],
    ['class Quay { static ships = 0; static dock() { function f() { this.ships = 1 } } }'],
    ['declare class Quay { static ships: number }'],
  ],
  'namespaces': [
    ['namespace Harbour { export let open = true; const ships = new Map(); export function dock() { ships.set(1, 2) } }', 'Harbour.open', 'Harbour.ships'],
    ['declare namespace Harbour { let open: boolean }'],
    ['namespace Harbour { const ships = []; ships.push(1) }'],
  ],
  'code that is broken': [
    ['const ships = new Map()\nexport function dock(ship) { ships.set(ship) }\nconst = \n', 'ships'],
  ],
}

for (const [theme, texts] of Object.entries(cases)) {
  for (const [text, ...names] of texts) test(`${theme}: ${text.replaceAll('\n', '; ')}`, () => { assert.deepEqual(state(text, text.includes('<i/>') ? 'a.tsx' : undefined), names) })
}

test('a declaration file, and JavaScript', () => {
  assert.deepEqual(state('export let berth: number', 'a.d.ts'), [])
  assert.deepEqual(state('const ships = {}\nmodule.exports = function (ship) { ships[ship] = 1 }', 'a.cjs'), ['ships'])
})

test('of components what runs once for all that are made', () => {
  const inSetup = '<script setup>\nlet berth = 1\nconst ships = []\nfunction dock() { ships.push(1) }\n</script>'
  assert.deepEqual(state(inSetup, 'a.vue'), [])
  assert.deepEqual(state(inSetup.replace(' setup', ''), 'a.vue'), ['berth', 'ships'])
  assert.deepEqual(state('<script>\nconst ships = []\n</script>\n<script setup>\nships.push(1)\n</script>', 'a.vue'), ['ships'], 'each component is set up anew')
  assert.deepEqual(state('<script module>\nlet berth = 1\n</script>\n<script>\nlet sail = 1\n</script>\n<p>{sail}</p>', 'a.svelte'), ['berth'])
  assert.deepEqual(state('---\nlet berth = 1\n---\n<p>{berth}</p>\n<script>\nlet sail = 1\n</script>', 'a.astro'), ['sail'])
})
