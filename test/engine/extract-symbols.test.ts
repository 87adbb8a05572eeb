import assert from 'node:assert/strict'
import { test } from 'node:test'
import { extract, extractEnv, extractNameUses, extractSymbols, extractTypeOnly } from '../../server/engine/extract/index.ts'
import type { EnvRead, SymbolFacts } from '../../rules/model/facts.ts'

function symbols(text: string, path = 'harbour/pier.tsx'): SymbolFacts {
  const source = { path, bytes: new TextEncoder().encode(text) }
  return extractSymbols(source, extract(source))
}

const names = (text: string): string[] => symbols(text).imports.map(found => found.names.join(' '))
function used(text: string, path = 'harbour/pier.tsx'): boolean[] {
  const source = { path, bytes: new TextEncoder().encode(text) }
  const facts = extract(source)
  const typeOnly = extractTypeOnly(source, facts)
  return facts.imports.map((_fact, i) => !typeOnly.has(i))
}

const environment = (text: string): readonly EnvRead[] => extractEnv({ path: 'harbour/pier.tsx', bytes: new TextEncoder().encode(text) })

test('the names that an import brings in, as its target calls them', () => {
  assert.deepEqual(names("import ship, { crane as lift, type Rope, default as boat } from './a'"), ['Rope crane default'])
  assert.deepEqual(names("import './a'\nimport {} from './b'"), ['', ''])
  assert.deepEqual(names("import ship, * as fleet from './a'\nimport pier = require('./b')"), ['* default', '*'])
  assert.deepEqual(names("export * from './a'\nexport * as b from './b'\nexport { c as d, default } from './c'\nexport {} from './d'"), ['*', '*', 'c default', ''])
  assert.deepEqual(names("let a: import('./a').Ship.Deck, b: typeof import('./b')\nimport('./c')"), ['Ship', '*', '*'])
  assert.deepEqual(names("const { ship, 'crane': lift = 1 } = require('./a')\nconst { rope, ...rest } = require('./b')\nconst all = require('./c')\nrequire('./d')\nlet x; ({ x } = require('./e'))"), ['crane ship', '*', '*', '', 'x'])
})

test('the names that an awaited import brings in, where it is taken apart at once', () => {
  assert.deepEqual(names("const { ship, 'crane': lift = 1 } = await import('./a')\nconst { rope, ...rest } = await import('./b')\nlet x; ({ x } = (await import('./c')) as Deck)"), ['crane ship', '*', 'x'])
  assert.deepEqual(names("(await import('./a')).ship.sail()\n;(await import('./b'))['crane']\n;(await import('./c'))[rope]\nrequire('./d').net"), ['ship', 'crane', '*', 'net'])
  assert.deepEqual(names("import('./a').then(({ ship, default: boat }) => boat(ship))\nimport('./b').then(function ({ crane }) { return crane })\nimport('./c').then(({ rope }) => rope, report)"), ['default ship', 'crane', 'rope'])
  assert.deepEqual(names("const fleet = await import('./a')\nimport('./b').then(dock)\nimport('./c').then(all => all.net)\nawait import('./d')\nimport('./e').catch(({ message }) => message)"), ['*', '*', '*', '*', '*'])
})

test('a promise that a function hands on may be asked for any name; its other imports name theirs', () => {
  const lazy = "import { ship } from './ship'\nexport const dock = lazy(() => import('./dock'))\nexport const load = () =>\n  import('./load')\nexport const crew = async () => (await import('./crew')).captain\n"
  assert.deepEqual(names(lazy), ['ship', '*', '*', 'captain'])
  assert.deepEqual(names("export const dock = () => import('./dock').then(({ crane }) => crane)"), ['crane'])
  assert.deepEqual(names("export const dock = () => import('./dock')!.then(({ crane }) => crane)"), ['crane'])
  assert.deepEqual(names("export const dock = () => import('./dock') // the harbour's\n  .then(({ crane }) => crane)"), ['crane'])
  assert.deepEqual(names("export async function f() { const { crane } = await // like =>\n  import('./dock') }"), ['crane'])
})

test('names stand beside the imports of the same index', () => {
  const source = { path: 'a.ts', bytes: new TextEncoder().encode("const { b } = require('./b')\nimport { a } from './a'\nlet c: import('./c').C\nexport { d } from './d'") }
  const facts = extract(source)
  assert.deepEqual(extractSymbols(source, facts).imports.map(found => `${facts.imports[found.import]?.specifier} ${found.names.join()}`), ['./b b', './a a', './c C', './d d'])
})

test('what a file exports, and from where', () => {
  const { exports } = symbols(`
    import ship, { crane as lift, type Rope } from './a'
    import * as fleet from './b'
    import pier = require('./c')
    export const mine = ship, { left, right: [other, ...rest] } = sides
    export function sail(): void
    export function sail() {}
    export class Dock {}
    export enum Tide { low }
    export interface Load {}
    export type Sum = number
    export namespace Port { export const inner = 1 }
    export { ship, lift as hoist, fleet, pier, mine as yours }
    export type { Rope }
    export * from './d'
    export * as all from './e'
    export { net, default as fish } from './f'
    export import again = require('./g')
    export default lift
  `)
  assert.deepEqual(exports.map(({ name, from }) => from === undefined ? name : `${name} < ${from.import} ${from.name}`), [
    'mine', 'left', 'other', 'rest', 'sail', 'Dock', 'Tide', 'Load', 'Sum', 'Port',
    'ship < 0 default', 'hoist < 0 crane', 'fleet < 1 *', 'pier < 2 *', 'yours', 'Rope < 0 Rope',
    '* < 3 *', 'all < 4 *', 'net < 5 net', 'fish < 5 default', 'again < 6 *', 'default < 0 crane',
  ])
  assert.deepEqual(symbols('export default class {}').exports, [{ name: 'default' }])
  assert.deepEqual(symbols("declare module 'x' { export const inner: 1 }\nmodule.exports.old = 1").exports, [])
})

test('names that are used as values keep their import', () => {
  for (const use of [
    'Ship()', 'new Ship()', 'typeof Ship === "a"', 'const x = { Ship }', 'const x = { [Ship]: 1 }', 'f(Ship as any)', 'Ship!.sail()', 'class A extends Ship {}', '@Ship class A {}', 'class A { @Ship() x = 1 }',
    'class A { constructor(@Ship x) {} }', '<Ship/>', '<Ship.Deck/>', 'export { Ship }', 'export default Ship', 'export = Ship', 'enum E { a = Ship.a }', 'import Deck = Ship.Deck', 'function f(a = Ship) {}',
    'const { [Ship]: y } = z', 'const { y = Ship } = z', '`${Ship}`', 'Ship`x`', 'class A { static { Ship } }', 'class A { [Ship] = 1 }', 'for (const a of Ship) {}', 'namespace N { Ship() }', 'x satisfies Y; Ship', 'f<T>(Ship)', 'const f = Ship<T>',
    '{ let Ship2 = 1 } Ship()', 'function f(Ship) {} Ship()', '@Component() class A { constructor(private ship: Ship) {} }', 'class A { @Input() ship: Ship }', 'label: Ship',
  ]) assert.deepEqual(used(`import { Ship } from './ship'\n${use}`), [true], use)
})

test('names that are used as types only do not', () => {
  for (const use of [
    '', 'let x: Ship', 'let x: typeof Ship', 'let x: Array<Ship.Deck>', 'type A = Ship', 'class A implements Ship {}', 'class B extends A<Ship> {}', 'interface A extends Ship {}', 'f<Ship>()', 'x as Ship', 'x satisfies Ship', 'function f(this: Ship, a?: Ship): a is Ship {}',
    'export type { Ship }', 'export { type Ship }', 'declare const x: typeof Ship', 'declare class A extends Ship {}', 'declare module "x" { export default Ship }'.replace('export default Ship', 'const a: typeof Ship'), 'class A { private ship: Ship }', 'import type Deck = Ship.Deck',
    'x.Ship()', 'const x = { Ship: 1 }', 'const { Ship: y } = z', 'class A { Ship() {} }', '<ship Ship="a"/>', 'Ship: for (;;) break Ship', 'abstract class A { abstract ship: Ship }',
  ]) assert.deepEqual(used(`import { Ship } from './ship'\n${use}`), [false], use)
})

test('a name that an inner scope declares anew is another', () => {
  for (const scope of [
    'function f(Ship) { Ship() }', 'const f = ({ Ship }) => Ship()', '{ const Ship = 1; Ship }', '{ Ship(); function Ship() {} }', 'for (const Ship of x) Ship()', 'try {} catch (Ship) { Ship() }', 'function f() { if (a) { var Ship } return Ship }',
    '(function Ship() { Ship() })', '(class Ship { a = Ship })', 'switch (a) { case 1: let Ship; Ship }', 'namespace N { const Ship = 1; Ship }', 'function f([a, ...Ship]) { return () => Ship }', 'enum E { Ship, b = Ship }',
  ]) assert.deepEqual(used(`import { Ship } from './ship'\n${scope}`), [false], scope)
  assert.deepEqual(used("import { Ship } from './ship'\nfunction f<Ship>(x: Ship) {}\nShip()"), [true])
})

test('only value imports with names can be dropped, and only in TypeScript', () => {
  assert.deepEqual(used("import './a'\nimport {} from './b'\nimport type { C } from './c'\nexport { d } from './d'\nrequire('./e')\nimport('./f')"), [true, true, true, true, true, true])
  assert.deepEqual(used("import { a, type B } from './a'\nimport c, * as d from './b'\nimport e = require('./c')\nlet x: [a, B, c, d, e]"), [false, false, false])
  assert.deepEqual(used("import { a, b } from './a'\nb()\nlet x: a"), [true])
  assert.deepEqual(used("import { a } from './a'", 'a.js'), [true])
  assert.deepEqual(used("import { A } from './a'\nimport { B } from './b'\nexport declare const a: A\nexport { B }", 'a.d.ts'), [false, true])
})

test('an ambient module without a body declares nothing', () => {
  const ambient = symbols("declare module 'rope';\ndeclare module '*.svg'\nimport type { Deck } from './deck'\nexport declare const deck: Deck", 'harbour/rope.d.ts')
  assert.deepEqual(ambient.exports.map(({ name }) => name), ['deck'])
  assert.deepEqual(ambient.imports.map(({ names }) => names), [['Deck']])
})

test('JSX uses its factory without saying so', () => {
  assert.deepEqual(used("import React from 'react'\nconst a = <b/>"), [true])
  assert.deepEqual(used("/** @jsx make */\nimport { make } from './make'\nconst a = <b/>"), [true])
  assert.deepEqual(used("import React from 'react'\nlet a: React.Node"), [false])
})

test('environment variables that are read', () => {
  const text = `const { PORT, 'HOST': host = 'a', ...rest } = process.env
process.env.A.trim(); process.env['B']; process.env[\`C\`]; process?.env?.D; process.env!.E; (process.env as Env).F
import.meta.env.VITE_G; Bun.env.H; Deno.env.get('I')
process.env.WRITTEN = 'x'; delete process.env.GONE; process.env[name]; env.J; my.process.env.K; Deno.env.L
process.env.M ??= 'x'
class Config { port = process.env.N }
export const url = () => process.env.O`
  const env = environment(text)
  assert.deepEqual(env.map(({ name }) => name).join(' '), 'PORT HOST A B C D E F VITE_G H I M N O')
  const spans = Object.fromEntries(env.map(({ name, span, statement }) => [name, [text.slice(span.start, span.end), text.slice(statement.start, statement.end).split('\n')[0]]]))
  assert.deepEqual(spans['A'], ['A', 'process.env.A.trim();'])
  assert.deepEqual(spans['B'], ["'B'", "process.env['B'];"])
  assert.deepEqual(spans['HOST'], ["'HOST'", "const { PORT, 'HOST': host = 'a', ...rest } = process.env"])
  assert.deepEqual(spans['I'], ["'I'", "Deno.env.get('I')"])
  assert.deepEqual(spans['N'], ['N', 'port = process.env.N'])
})

test('a process of one\'s own is another', () => {
  assert.deepEqual(environment('function run(process) { return process.env.A }'), [])
  assert.deepEqual(environment("import process from 'node:process'\nprocess.env.A").map(({ name }) => name), ['A'])
  assert.deepEqual(environment("import { process } from './works'\nprocess.env.A"), [])
  assert.deepEqual(environment('declare const process: any\nprocess.env.A').map(({ name }) => name), ['A'])
})

test('what stands around a name may tell whether it is a value or a type', () => {
  const told = (code: string, path = 'harbour/crane.ts'): string => {
    const bytes = new TextEncoder().encode(`import { Crane } from './a'\n${code}`)
    const { values, typesOnly } = extractNameUses({ path, bytes })
    return values.includes(0) ? 'value' : typesOnly.includes(0) ? 'type' : 'open'
  }
  const values = ['new Crane()', 'a = Crane(1)', 'f(Crane(1))', 'a = b ? Crane(1) : 2', 'class A extends Crane {}', '@Crane class A {}', 'a instanceof Crane', 'a = Crane.b.c()', '{ Crane.b() }', 'let a: Crane = new Crane()',
    'f(a, Crane(1), b)', 'const b = [a, Crane(1)]', 'function f() { return [a, Crane, b] }', 'const all = [Crane, c]', 'const b = [`${a}`, Crane(1)]', 'return [{ a, b() {} }, Crane]']
  for (const code of values) assert.equal(told(code), 'value', code)
  assert.equal(told('const a = <Crane b="c"/>', 'view.tsx'), 'value')
  const types = ['let a: Crane', 'function f(a: Crane, b?: Crane<C>): Crane | null {}', 'const a = b as Crane', 'interface A extends Crane {}', 'class A implements Crane {}', 'const f = (a: Crane): Box<Crane> => a',
    'new Map<Crane, string>()', 'let a: readonly Crane[]', "// new Crane()\nlet a: Crane", "const b = 'new Crane()'", '/* Crane(1) */', 'class A { private a: Crane<B>; b(): Crane {} }', 'b.Crane']
  for (const code of types) assert.equal(told(code), 'type', code)
  const open = ['const b = { a: Crane }', 'a = b ? c : Crane', 'type A = Crane.B', 'let a: typeof Crane', 'const b = { Crane: 1 }', 'export { Crane }', 'f(a, b < Crane, c)', 'switch (a) { case b: Crane; }', '@d() class A { constructor(a: Crane) {} }', 'a = `${Crane}`',
    'class A { constructor(readonly Crane: B) { f(Crane(1)) } }', 'const f = (Crane) => g(Crane())', 'const f = ({ Crane }) => g(Crane())', 'function Crane() {} f(Crane())', 'const f = ({ a: Crane }) => g(Crane())', 'try {} catch (Crane) { throw Crane }',
    'const f = (/* what lifts */ Crane) => g(Crane())', 'const Crane = 1; new Crane()', '// then:\nCrane(1)', 'declare class A extends Crane {}',
    'const b = { a, Crane(c) {} }', 'const b = [{ a, Crane(c) {} }]', 'const b = [{ a: `${c}`, Crane(d) {} }]', 'interface A { b: C, Crane(d), e: F }', 'const f = ([a, Crane]) => b', 'const [a, Crane] = b', 'type A = [b, Crane]', 'function f(a, Crane) {}', 'let all: [a, Crane] = b',
    'const f = ({ b: [a, Crane] = [c, d] }) => a', 'const all = [([a, Crane]) => a]']
  for (const code of open) assert.equal(told(code), 'open', code)
})
