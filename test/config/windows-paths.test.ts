// Trap 27: paths as Windows writes them, in a configuration. Each is told what to write instead, or that it takes nothing.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { notesOf, policyOf, problemsOf } from './project.ts'

const files = 'src/shop/cart.ts src/shop/api/index.ts src/billing/ledger.ts test/cart.ts'
const modules = 'modules: { shop: src/shop, billing: src/billing }\n'
const slashes = (instead: string): string => ` (folders are separated by / here, on Windows too: ${instead})`
const drive = " (patterns start at the project's root, not at a drive)"

const guards: readonly (readonly [what: string, config: string, says: readonly string[]])[] = [
  ['a module', 'modules: { shop: src\\shop }\n', [`1:18 no-match: src\\shop takes no file${slashes('src/shop')}`]],
  ['a module with a capture', 'modules: { "{part}": "src\\\\{part}" }\n', [`1:22 no-match: src\\{part} takes no file${slashes('src/{part}')}`]],
  ['a layer', 'layers: [{ name: shop, files: [src\\shop] }]\n', [`1:32 no-match: src\\shop takes no file${slashes('src/shop')}`]],
  ['an api', 'modules: { shop: { files: src/shop, api: [api\\index.ts] } }\n', [`1:43 no-match: api\\index.ts takes no file of shop${slashes('api/index.ts')}`]],
  ['a tag', 'tags: { shop: path:.\\src\\shop }\n', [`1:15 no-match: path:.\\src\\shop takes no file${slashes('./src/shop')}`]],
  ['a subject', `${modules}rules: [{ id: a, from: path:src\\shop, forbid: billing }]\n`, [`2:24 no-match: path:src\\shop takes no file${slashes('src/shop')}`]],
  ['an expression', `${modules}rules: [{ id: a, from: 're:src\\\\shop', forbid: billing }]\n`, ['2:24 no-match: re:src\\\\shop takes no file (paths have / between folders here, on Windows too)']],
  ['a drive', `${modules}rules: [{ id: a, from: "path:C:/harbour/src", forbid: billing }]\n`, [`2:24 no-match: path:C:/harbour/src takes no file${drive}`]],
  ['a drive with backslashes', 'modules: { shop: "c:\\\\harbour\\\\src" }\n', [`1:18 no-match: c:\\harbour\\src takes no file${drive}`]],
  ['a drive in the place of a name', `${modules}rules: [{ id: a, from: 'C:\\harbour', forbid: billing }]\n`, ["2:24 bad-selector: 'C:\\harbour' is no selector: a drive is no part of the project (write path: and the folder from the project's root)"]],
  ['a path in the place of a name', `${modules}rules: [{ id: a, from: src\\shop, forbid: billing }]\n`, ['2:24 unknown-name: no module or layer is called src\\shop (write path:src/shop)']],
]

for (const [what, config, says] of guards) test(`trap 27: ${what} in the spelling of Windows`, () => assert.deepEqual(problemsOf({ files, config }), says))

test('trap 27: what only permits, or leaves out, is noted in the spelling of Windows', () => {
  const config = `ignore: [src\\made, 'C:\\made']\n${modules}rules: [{ id: a, from: shop, only: path:src\\billing }]\ntags: { test: [path:test, path:src\\test] }\nexceptions:\n  - { rule: a, from: path:src\\shop\\cart.ts, why: SHOP-12, until: never }\n`
  assert.deepEqual(problemsOf({ files, config }), [])
  assert.deepEqual(notesOf({ files, config }), [
    'path:src\\test takes no file (bulkhead.yaml:4): folders are separated by / here, on Windows too: src/test',
    'path:src\\billing takes no file (bulkhead.yaml:3): folders are separated by / here, on Windows too: src/billing',
    'path:src\\shop\\cart.ts takes no file (bulkhead.yaml:6): folders are separated by / here, on Windows too: src/shop/cart.ts',
    'ignore: src\\made takes no file (bulkhead.yaml:1): folders are separated by / here, on Windows too: src/made',
    "ignore: C:\\made takes no file (bulkhead.yaml:1): patterns start at the project's root, not at a drive",
  ])
})

test('trap 27: an expression that takes either slash, and one that escapes a dot, are as good as any', () => {
  const config = `ignore: ['re:[\\\\/]billing[\\\\/]', 're:ledger\\.ts$']\n${modules.replace('billing: src/billing', 'billing: { files: src/billing, optional: true }')}`
  assert.deepEqual(notesOf({ files, config }), [])
  assert.equal(policyOf({ files, config }).isIncluded('src/billing/ledger.ts'), false)
})

test('trap 27: elsewhere a file may be called so, and a pattern takes it', () => {
  const odd = 'src\\shop/cart.ts'
  assert.equal(policyOf({ files: odd, config: "modules: { shop: 'src\\shop' }\n" }).moduleOf(odd)?.name, 'shop')
})
