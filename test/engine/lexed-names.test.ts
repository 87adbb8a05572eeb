import assert from 'node:assert/strict'
import { test } from 'node:test'
import { extract } from '../../server/engine/extract/index.ts'
import { lexedNames } from '../../server/engine/extract/lexer/lexed-names.ts'
import { type Names, treeNames } from '../../server/engine/extract/names.ts'

const path = 'harbour/pier.ts'
const written = (names: Names | undefined): unknown => names && { imports: [...names.imports].toSorted(([a], [b]) => a - b), exports: names.exports }

function lexed(text: string): Names | undefined {
  const source = { path, bytes: new TextEncoder().encode(text) }
  return lexedNames(source, extract(source))
}

const head = "import ship, { crane as lift, type Rope } from './a'\nimport * as fleet from './b'\n"

test('plain exports are named by their words, as a parser names them', () => {
  const plain = ["export class Dock {}", 'export abstract class Dock {}', 'export declare class Dock {}', 'export function sail(): void\nexport function sail() {}', 'export async function* sail() {}', 'export const enum Tide { low, high }',
    'export interface Load {}\nexport const Load = 1', 'export type Sum<A, B> = A | B', 'export namespace Port { export const inner = 1 }', "export const mine = [1, 2]", 'export let mine\nexport var yours', 'export declare const mine: string',
    'export const mine: Map<string, number> = new Map<string, number>()', 'export const mine = <A, B>(a: A, b: B): Map<A, B> => f(a, b)', 'export const mine = `${f(1, 2)}, and`', 'export const mine = 1 // , yours = 2',
    'export default ship', 'export default ship;', 'export default class Dock {}', 'export default function () {}', 'export default [ship, lift]', 'export default { ship }', 'export default ship.crane',
    'export { ship, lift as hoist, fleet as default, type Rope }', 'export type { Rope }', 'export {}', "export * from './c'\nexport * from './d'\nexport * as all from './e'\nexport { net as fish } from './f'",
    "declare module './c' { import { net } from './d'; export { net } }", "declare module './c' { export * from './d' }", "// export const mine = 1\nconst a = 'export const yours = 2'", 'export const load = () => import("./c")', "const a = 'é'\nexport { lift }"]
  for (const code of plain) assert.deepEqual(written(lexed(head + code)), written(treeNames(path, head + code)), code)
})

test('other exports are for a parser to name', () => {
  for (const code of ['export const mine = 1, yours = 2', 'export const mine = a < b, yours = c', 'export const { mine } = ship', 'export const [mine] = ship', 'export = ship', 'export import mine = fleet.ship', 'export as namespace Port', 'export default (ship)', 'export const é = 1', 'export default ship as Dock', 'export default /* its own */ ship',
    "export { ship as 'the ship' }", 'export /* its own */ const mine = 1', "const a = require('./c')", "import('./c').then(({ net }) => net)", 'export const \\u0061 = 1', 'export namespace Port.Inner {}']) assert.equal(lexed(head + code), undefined, code)
})
