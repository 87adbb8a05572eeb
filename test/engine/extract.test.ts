import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decode, extract, isSource } from '../../server/engine/extract/index.ts'
import type { Facts } from '../../rules/model/facts.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const read = (text: string, path = 'shop/cart.ts'): Facts => extract({ path, bytes: utf8(text) })
const imports = (text: string, path?: string): string[] => read(text, path).imports.map(({ kind, specifier }) => `${kind} ${specifier}`)
const at = (text: string, { start, end }: { start: number; end: number }): string => text.slice(start, end)

test('sources are TypeScript and JavaScript, whatever the module system, and components', () => {
  const sources = ['a.ts', 'a.tsx', 'a.mts', 'a.cts', 'a.js', 'a.jsx', 'a.mjs', 'a.cjs', 'a.d.ts', 'a.d.mts', 'a.d.css.ts', 'a.vue', 'a.svelte', 'a.astro']
  const others = ['a.json', 'a.css', 'ts', 'a.tss', 'a.mtsx', 'a.ts.map', 'a.vue.map', 'a.ts/b']
  assert.deepEqual([...sources, ...others].filter(isSource), sources)
})

test('every extension is read as what it is', () => {
  for (const path of ['a.ts', 'a.tsx', 'a.mts', 'a.cts', 'a.d.ts', 'a.d.mts', 'a.d.cts']) {
    assert.deepEqual(imports("import { Cart } from './cart'\nexport type Sum = import('./money').Sum", path), ['value ./cart', 'type ./money'], path)
  }
  for (const path of ['a.js', 'a.jsx', 'a.mjs', 'a.cjs']) {
    assert.deepEqual(imports("import cart from './cart'\nexport const view = <b>it's {import('./money')}</b>", path), ['value ./cart', 'dynamic ./money'], path)
  }
  assert.deepEqual(imports("if (!ready) return\nmodule.exports = require('./cart')", 'a.cjs'), ['require ./cart'])
  assert.deepEqual(imports("const cart = <Cart>load(require('./cart'))", 'a.ts'), ['require ./cart'])
})

test('what kind an import is, by its own words', () => {
  assert.deepEqual(imports(`
    import './a'
    import {} from './b'
    import type {} from './c'
    import { type A } from './d'
    import { type B, c } from './e'
    import f, { type F } from './f'
    export {} from './g'
    export { type G } from './h'
    export { type H, i } from './i'
    export type * as J from './j'
    export import k = require('./k')
    import type L = require('./l')
  `), ['value ./a', 'value ./b', 'type ./c', 'type ./d', 'value ./e', 'value ./f', 'reexport ./g', 'type ./h', 'reexport ./i', 'type ./j', 'value ./k', 'type ./l'])
})

test('a type may name a module wherever a type may stand', () => {
  for (const place of ['type Pay = (to: %) => void', 'type Made = new (from: %) => Cart', 'interface Till { (of: %): void; new (of: %): %; pay(...of: %[]): void; [of: %]: % }',
    'function pay(this: %, { of }: %, to: % = 1): asserts to is % {}', 'class Till extends Box<%> { constructor(private of: %) {} }', 'const paid = pay<%>(1) satisfies %']) {
    const wanted = place.split('%').slice(1).map(() => 'type ./money')
    assert.deepEqual(imports(place.replaceAll('%', "import('./money').Sum")), wanted, place)
  }
})

test('an import that is handed on below is one import', () => {
  const text = "import till, { charge as pay } from './till'\nconst cart = 1\nexport { till, cart, pay }"
  assert.deepEqual(imports(text), ['value ./till'])
  assert.deepEqual(imports(text, 'cart.js'), ['value ./till'])
  assert.equal(read(text).barrel, true)
})

test('an import whose names go into a pattern is one import, though a parser reads it as an object first', () => {
  assert.deepEqual(imports("let till; ({ till } = await import('./till'))"), ['dynamic ./till'])
  assert.deepEqual(imports("let till, shop; ({ till, shop: [shop] } = (await import('./till')) as Shop)"), ['dynamic ./till'])
})

test('the span is the specifier with its quotes, the statement all of it', () => {
  const text = `/* harbour */ import { ship } from "./ship" with { type: 'x' };
export * from './crane'
const pier = await import('./pier'), quay: import("./quay").Quay = require(\`./quay\`)
import dock = require('./dock')`
  const found = read(text).imports.map(({ span, statement }) => [at(text, span), at(text, statement)])
  assert.deepEqual(found, [
    ['"./ship"', `import { ship } from "./ship" with { type: 'x' };`],
    ["'./crane'", "export * from './crane'"],
    ["'./pier'", "import('./pier')"],
    ['"./quay"', 'import("./quay").Quay'],
    ['`./quay`', 'require(`./quay`)'],
    ["'./dock'", "import dock = require('./dock')"],
  ])
})

test('the same imports are found whether or not the file needs a closer look', () => {
  const plain = `import a, { type B } from './a'
export * as c from './c'
import type { D } from './d'
export const e = () => import('./e')
import { default as f, "g h" as g } from './f'
`
  assert.deepEqual(read(`${plain}require(name)`).imports, read(plain).imports)
})

test('what a namespace exports is no import, whatever it is, and what its types import is', () => {
  const declared = ['type Sum = number', 'type Sum<T> = T', 'interface Sum {}', 'const sum = 1', 'declare function sum(): void', 'abstract class Sum {}', 'enum Sum {}', 'namespace Sum {}']
  assert.deepEqual(imports(`export namespace Money { ${declared.map(each => `export ${each}`).join('\n')} }`), [])
  assert.deepEqual(imports("export namespace Money { export type Sum = import('./sum').Sum }"), ['type ./sum'])
  assert.deepEqual(imports("declare module 'money' { export type { Sum } from './sum'; export type * from './till'; export { pay } from './pay' }"), ['type ./sum', 'type ./till', 'reexport ./pay'])
})

test('require counts where it is the global, or was made by createRequire', () => {
  assert.deepEqual(imports("require('./a')", 'a.ts'), ['require ./a'])
  assert.deepEqual(imports("declare const require: (name: string) => any\nrequire('./a')"), ['require ./a'])
  assert.deepEqual(imports("declare function require(name: string): any\nrequire('./a')"), ['require ./a'])
  assert.deepEqual(imports("import { createRequire } from 'node:module'\nconst require = createRequire(import.meta.url)\nrequire('./a')"), ['value node:module', 'require ./a'])
  assert.deepEqual(imports("import module from 'node:module'\nconst require = module.createRequire(import.meta.url)\nrequire('./a')"), ['value node:module', 'require ./a'])
  assert.deepEqual(imports("define(function (require) { require('./a') })\nrequire('./b')", 'a.js'), ['require ./b'])
  assert.deepEqual(imports("import require from './mine'\nrequire('./a')"), ['value ./mine'])
  assert.deepEqual(imports("require('./a')\nfunction require(name) {}", 'a.js'), [])
  assert.deepEqual(imports("{ let require = load; require('./a') }\nrequire('./b')", 'a.js'), ['require ./b'])
  assert.deepEqual(imports("if (late) { var require = load }\nrequire('./a')", 'a.js'), [])
  assert.deepEqual(imports("require.resolve('./a'); module.require('./b'); new require('./c'); require('./d' + e)", 'a.js'), [])
})

test('words in strings, comments and property names are no imports', () => {
  assert.deepEqual(imports("const a = \"import './x'\", b = `require('./y')`, c = { import: './z' }, d = a.import('./w') // import './v'\n/** @type {import('./u')} */"), [])
})

test('a specifier is what the runtime sees', () => {
  assert.deepEqual(imports("import '\\u002e/\\x61\\u{62}'\nimport('.\\/c')\nrequire(`./\\u0064`)"), ['value ./ab', 'dynamic ./c', 'require ./d'])
})

test('types in a JavaScript file, as Flow has them, are read over', () => {
  assert.deepEqual(imports("import type { Cart } from './cart'\nimport { pay } from './pay'\nexport const total = (cart: Cart): number => pay(cart)", 'a.js'), ['type ./cart', 'value ./pay'])
  assert.deepEqual(read("import { pay } from './pay'\nconst total = (cart: Cart) => pay", 'a.js').problems, [])
})

test('a barrel may hand on what it does not define', () => {
  const isBarrel = (text: string): boolean => read(text).barrel
  for (const text of ["export * from './a'", "export { a } from './a'", "import { a } from './a'\nexport { a }", "import a from './a'\nexport default a", "import * as a from './a'\nexport { a as b }", "import a = require('./a')\nexport = a", "import type { A } from './a'\nexport type { A }", "export import a = require('./a')"]) assert.equal(isBarrel(text), true, text)
  for (const text of ["import { a } from './a'\nexport const b = a", "import './a'\nexport {}", 'export default function a() {}', "import { a } from './a'\nconst c = a\nexport { c }"]) assert.equal(isBarrel(text), false, text)
})

test('ignore comments in all forms', () => {
  const text = `// bulkhead-ignore-next-line boundaries/layers, shop.uses -- moves in spring -- honestly
import './a'
/* bulkhead-ignore-next-line boundaries/api */
import './b'
// bulkhead-ignore-next-line first -- one
  /* bulkhead-ignore-next-line second
     -- two */
import './c'
const view = <p>
  {/* bulkhead-ignore-next-line env -- in the view */}
  {process.env.X}
</p> // bulkhead-ignore-next-line
// bulkhead-ignore-next-lines other
const text = '// bulkhead-ignore-next-line none -- a string'`
  const found = read(text, 'a.tsx').ignores.map(({ rules, reason, line, span }) => [rules, reason, at(text, line).trim(), at(text, span).slice(0, 2)])
  assert.deepEqual(found, [
    [['boundaries/layers', 'shop.uses'], 'moves in spring -- honestly', "import './a'", '//'],
    [['boundaries/api'], '', "import './b'", '/*'],
    [['first'], 'one', "import './c'", '//'],
    [['second'], 'two', "import './c'", '/*'],
    [['env'], 'in the view', '{process.env.X}', '/*'],
    [[], '', '// bulkhead-ignore-next-lines other', '//'],
  ])
})

test('an ignore comment on the last line covers nothing', () => {
  const text = '// bulkhead-ignore-next-line all -- gone'
  assert.deepEqual(read(text).ignores.map(({ line }) => line), [{ start: text.length, end: text.length }])
})

const odd = "#!/usr/bin/env node\r\n// 🚢 größe\r\nconst flag = '🏴‍☠️'; import './ship'\r\nrequire('./crane🏗')\r\n"

test('places count in the text that an editor shows', () => {
  const utf16le = (text: string): Uint8Array => Uint8Array.from([0xff, 0xfe, ...Array.from({ length: text.length * 2 }, (_, i) => (text.charCodeAt(i >> 1) >> (i % 2 * 8)) & 255)])
  const utf16be = (text: string): Uint8Array => Uint8Array.from([0xfe, 0xff, ...Array.from({ length: text.length * 2 }, (_, i) => (text.charCodeAt(i >> 1) >> (8 - i % 2 * 8)) & 255)])
  for (const [name, bytes] of Object.entries({ utf8: utf8(odd), bom: utf8(`\uFEFF${odd}`), utf16le: utf16le(odd), utf16be: utf16be(odd) })) {
    assert.equal(decode(bytes), odd, name)
    assert.deepEqual(extract({ path: 'a.js', bytes }).imports.map(({ span }) => at(odd, span)), ["'./ship'", "'./crane🏗'"], name)
  }
})

test('bytes that mean nothing do not move places', () => {
  const bytes = Uint8Array.from([...utf8("const caf"), 0xe9, ...utf8(" = 1 // "), 0xff, ...utf8("\nimport './a'")])
  const { imports: [found] } = extract({ path: 'a.ts', bytes: Uint8Array.from([...utf8('// caf'), 0xe9, ...utf8("\nimport './a'")]) })
  assert.deepEqual(found?.span, { start: 15, end: 20 })
  assert.deepEqual(extract({ path: 'a.ts', bytes }).imports.map(({ specifier }) => specifier), ['./a'])
})

test('an empty file has no facts, and no problem', () => {
  for (const text of ['', '\n', '\uFEFF', '// nothing', '#!/bin/node']) assert.deepEqual(read(text), { path: 'shop/cart.ts', imports: [], ignores: [], barrel: false, problems: [] })
})
