import assert from 'node:assert/strict'
import { test } from 'node:test'
import { policyOf, problemsOf, told, type Written } from './project.ts'
import type { Workspace } from '../../rules/model/layout.ts'
import { isOpenToSome } from '../../rules/model/opened.ts'

/** 'path -> module @ folder' for each path asked. */
function homesIn(written: Written, ...paths: readonly string[]): readonly string[] {
  const policy = policyOf(written)
  return paths.map((path) => `${path} -> ${policy.moduleOf(path)?.name ?? 'none'}${policy.folderOf(path) === undefined ? '' : ` @ ${policy.folderOf(path) === '' ? '.' : policy.folderOf(path)}`}`)
}

const shop = 'services/pay/api/x.ts services/pay/core/y.ts services/ship/api/z.ts libs/store/read/a.ts libs/store/write/b.ts libs/kernel/k.ts src/index.ts readme.md'

test('captures make a module for each folder that exists, and each capture is a tag', () => {
  const policy = policyOf({ files: shop, config: 'modules:\n  "{domain}/{part}": services/{domain}/{part}\n' })
  assert.deepEqual(policy.modules.map(({ name, tags }) => [name, tags]), [
    ['pay/api', ['domain:pay', 'part:api']],
    ['pay/core', ['domain:pay', 'part:core']],
    ['ship/api', ['domain:ship', 'part:api']],
  ])
  assert.equal(policy.moduleOf('services/pay/api/x.ts'), policy.moduleOf('services/pay/api/deep/other.ts'), 'a module is one object')
})

test('a path that does not exist is answered as it would be if it did', () => {
  assert.deepEqual(homesIn({ files: shop, config: 'modules: { "{d}": "services/{d}" }' }, 'services/bill/new.ts'), ['services/bill/new.ts -> bill @ services/bill'])
})

test('the most specific pattern says whose a file is', () => {
  const config = `
modules:
  everything: "**"
  "any-{d}": services/{d}
  "mixed-{d}": services/pa{d}
  literal: services/pay
  longer: services/pay/api
`
  const written = { files: `${shop} services/pax/q.ts other.ts`, config }
  assert.deepEqual(homesIn(written, 'services/pay/api/x.ts', 'services/pay/core/y.ts', 'services/pax/q.ts', 'services/ship/api/z.ts', 'other.ts'), [
    'services/pay/api/x.ts -> longer @ services/pay/api',
    'services/pay/core/y.ts -> literal @ services/pay',
    'services/pax/q.ts -> mixed-x @ services/pax',
    'services/ship/api/z.ts -> any-ship @ services/ship',
    'other.ts -> everything @ .',
  ])
})

test('whose a file is does not depend on which file was asked about before', () => {
  const config = `
modules:
  entry: services/pay/index.ts
  deep: services/*/core/**/model
  "any-{d}": services/{d}
  "{d}-{part}": "services/{d}/{part}/**"
  "all-{rest}": "libs/{rest:**}"
  tests: "**/*.test.ts"
`
  const paths = [
    'services/pay/index.ts', 'services/pay/other.ts', 'services/pay/index.ts/odd.ts', 'services/pay/core/a.ts', 'services/pay/core/x/model/a.ts', 'services/pay/core/x/y/model/a.ts', 'services/pay/core/x/y/b.ts',
    'services/pay/api/x/a.test.ts', 'services/start.ts', 'libs/a.ts', 'libs/kit/a.ts', 'libs/kit/rope/a.ts', 'libs/kit/rope/a.test.ts', 'shop/a.test.ts', 'shop/a.ts',
  ]
  const written = { files: paths.join(' '), config }
  const alone = paths.map((path) => homesIn(written, path)[0])
  assert.deepEqual(homesIn(written, ...paths), alone)
  assert.deepEqual([...homesIn(written, ...[...paths].reverse())].reverse(), alone)
  assert.equal(alone[3], 'services/pay/core/a.ts -> pay-core @ services/pay/core')
  assert.equal(alone[4], 'services/pay/core/x/model/a.ts -> deep @ services/pay/core/x/model')
})

test('order in the file is no argument', () => {
  const files = 'libs/store/a.ts libs/other/b.ts'
  const a = 'modules: { "{x}": "libs/{x}", store: libs/store }'
  const b = 'modules: { store: libs/store, "{x}": "libs/{x}" }'
  for (const config of [a, b]) assert.deepEqual(homesIn({ files, config: config.replace('"{x}":', '"lib-{x}":') }, 'libs/store/a.ts', 'libs/other/b.ts'), ['libs/store/a.ts -> store @ libs/store', 'libs/other/b.ts -> lib-other @ libs/other'])
})

test("a module's folder is the first on the file's path that its pattern takes, else the file's own", () => {
  const config = 'modules: { controllers: "**/*.controller.ts", features: "features/*/**", root: package.json }'
  assert.deepEqual(homesIn({ files: 'src/a/x.controller.ts features/cart/ui/y.ts features/cart/z.ts package.json', config }, 'src/a/x.controller.ts', 'features/cart/ui/y.ts', 'features/cart/z.ts', 'package.json'), [
    'src/a/x.controller.ts -> controllers @ src/a',
    'features/cart/ui/y.ts -> features @ features/cart/ui',
    'features/cart/z.ts -> features @ features/cart',
    'package.json -> root @ .',
  ])
})

test('a last segment that is only a star or a capture is a folder, so a file beside the folders has no module', () => {
  assert.deepEqual(homesIn({ files: 'src/shop/x.ts src/index.ts', config: 'modules: { "{name}": "src/{name}" }' }, 'src/shop/x.ts', 'src/index.ts'), ['src/shop/x.ts -> shop @ src/shop', 'src/index.ts -> none'])
})

const workspaces: readonly Workspace[] = [
  { name: 'root', folder: '', declared: [] },
  { name: '@shop/cart', folder: 'packages/cart', exports: ['packages/cart/src/index.ts'], declared: ['@shop/money', 'lodash'] },
  { name: '@shop/money', folder: 'packages/money', declared: [] },
  { name: 'till', folder: 'apps/till', declared: ['@shop/cart'] },
]
const packages = 'packages/cart/src/index.ts packages/cart/src/inner.ts packages/money/m.ts apps/till/t.ts package.json'

test('a module for each workspace package: a star takes a scope too, and leaves the root alone', () => {
  const config = 'modules: { "{name}": "workspace:*" }'
  assert.deepEqual(homesIn({ files: packages, workspaces, config }, 'packages/cart/src/inner.ts', 'packages/money/m.ts', 'apps/till/t.ts', 'package.json'), [
    'packages/cart/src/inner.ts -> @shop/cart @ packages/cart', 'packages/money/m.ts -> @shop/money @ packages/money', 'apps/till/t.ts -> till @ apps/till', 'package.json -> none',
  ])
  assert.deepEqual(policyOf({ files: packages, workspaces, config: 'modules: { "lib-{x}": "workspace:@shop/{x}" }' }).modules.map(({ name }) => name), ['lib-cart', 'lib-money'])
  assert.deepEqual(policyOf({ files: packages, workspaces, config: 'modules: { it: "workspace:*art", top: "workspace:root" }' }).modules.map(({ name }) => name), ['it', 'top'])
})

test('what is not said of an api: the exports of a workspace package that has them, else open', () => {
  const policy = policyOf({ files: packages, workspaces, config: 'modules: { "{name}": "workspace:*", other: package.json }' })
  const api = (path: string) => policy.moduleOf(path)?.api
  const cart = api('packages/cart/src/inner.ts')
  assert.ok(cart !== undefined && cart !== 'open')
  assert.deepEqual(['packages/cart/src/index.ts', 'packages/cart/src/inner.ts'].map((path) => isOpenToSome(cart, path)), [true, false])
  assert.equal(api('packages/money/m.ts'), 'open')
  assert.equal(api('package.json'), 'open')
})

test('an api is an index, or what a list takes from the folder of the module', () => {
  const policy = policyOf({
    files: 'a/shop/index.ts a/shop/inner/index.ts a/shop/x.ts a/till/read/q.ts a/till/till.ts a/till/write/w.ts py/__init__.py py/x.py',
    config: 'modules: { shop: { files: a/shop, api: index }, "{n}": { files: "a/{n:till}", api: [read, "{n}.ts"] }, py: { files: py, api: index } }',
  })
  const open = (path: string): boolean => {
    const api = policy.moduleOf(path)?.api
    return api === undefined || isOpenToSome(api, path)
  }
  assert.deepEqual(['a/shop/index.ts', 'a/shop/inner/index.ts', 'a/shop/x.ts', 'a/till/read/q.ts', 'a/till/till.ts', 'a/till/write/w.ts', 'py/__init__.py', 'py/x.py'].map(open), [true, false, false, true, true, false, true, false])
})

test('uses, usedBy and packages are entries called after their module', () => {
  const policy = policyOf({
    files: shop,
    config: `
modules:
  store: { files: libs/store, uses: [kernel], usedBy: [kernel], packages: [pg, "builtin:*"], why: Data, owner: "@data" }
  kernel: { files: libs/kernel, uses: [], packages: [], mode: common }
`,
  })
  assert.deepEqual(policy.entries.map(({ id, subjectSide, verb, classes, why, owner }) => [id, subjectSide, verb, [...classes].join(), why, owner]), [
    ['store.uses', 'from', 'only', 'file', 'Data', '@data'],
    ['store.usedBy', 'to', 'only', 'file', 'Data', '@data'],
    ['store.packages', 'from', 'only', 'package,builtin', 'Data', '@data'],
    ['kernel.uses', 'from', 'only', 'file', undefined, undefined],
    ['kernel.packages', 'from', 'only', 'package', undefined, undefined],
  ])
  assert.equal(policy.moduleOf('libs/kernel/k.ts')?.mode, 'common')
})

test('with no file at all, modules are workspace packages, or the folders at the top', () => {
  const bare = told({ files: shop })
  assert.equal(bare.policy.written, false)
  assert.deepEqual(bare.policy.modules.map(({ name }) => name), ['libs', 'services', 'src'])
  assert.deepEqual(bare.policy.cycles.map(({ level, severity }) => [level, severity]), [['module', 'warning']])
  assert.equal(bare.policy.checks.get('boundaries/api')?.level, 'warning')
  assert.deepEqual(told({ files: packages, workspaces }).policy.modules.map(({ name }) => name), ['@shop/cart', '@shop/money', 'till'])
  assert.deepEqual(told({ files: 'readme.md' }).problems, [])
})

const clashes: readonly (readonly [what: string, files: string, config: string, says: readonly string[]])[] = [
  ['a capture that the name lacks', 'a/b/x.ts', 'modules:\n  one: "*/b"\n  two: { files: "{x:?}/b", optional: true }\n', ["3:17 unbound-capture: '{x:?}/b' captures {x}, which is not in the module's name (write '*' for what need not be named)"]],
  ['two equals that take one file name both', 'a/b/x.ts', 'modules:\n  one: a/*\n  "{x}": a/{x}\n', ['3:10 ambiguous: one and {x} both take a/b/x.ts, and neither is more specific (bulkhead.yaml:2 says the other: name one more folder in one of them)']],
  ['two modules of one name', 'a/store/x.ts b/store/y.ts', 'modules:\n  "{x}": a/{x}\n  store: b/store\n', ['3:3 duplicate-name: two modules are called store: {x} (a/{x}) and store (b/store) (bulkhead.yaml:2 says the other)']],
  ['a pattern that takes no file', 'libs/store/x.ts', 'modules:\n  store: libs/stroe\n', ['2:10 no-match: libs/stroe takes no file (the nearest path is libs/store)']],
  ['one of two patterns that takes no file', 'libs/store/x.ts', 'modules:\n  store: [libs/store, src]\n', ['2:23 no-match: src takes no file']],
  ['a module left without files by more specific ones', 'libs/a/x.ts', 'modules:\n  "{x}": libs/{x}\n  libs: { files: "*/a" }\n', ['3:3 no-match: libs has no file of its own: more specific patterns take all of them (say optional: true, or make its pattern more specific)']],
  ['an optional module may match no file', 'libs/a/x.ts', 'modules: { store: { files: gone, optional: true } }', []],
  ['captures of files are those of the name', 'a/b/x.ts', 'modules:\n  "{x}": a/*\n  y: b\n', ["2:10 unbound-capture: {x} is in the module's name, and 'a/*' does not bind it"]],
  ['no workspace is so named', 'a/x.ts', 'modules:\n  "{name}": workspace:shp\n', ['2:13 no-match: workspace:shp takes no file (did you mean workspace:shop?)']],
  ['exports of what is no package', 'a/x.ts b/y.ts', 'modules:\n  b: { files: b, api: exports }\n', ['2:18 no-match: b is no workspace package, so it has no exports (write index, open, or a list of patterns)']],
  ['an api that takes no file', 'b/read/y.ts', 'modules:\n  b: { files: b, api: [raed] }\n', ['2:24 no-match: raed takes no file of b (did you mean read?)']],
  ['an unknown layer', 'b/y.ts', 'layers: [b]\nmodules:\n  m: { files: b, layer: c }\n', ['3:25 unknown-name: no layer is called c (did you mean b?)']],
  ['a name with a colon', 'b/y.ts', 'modules:\n  "a:b": b\n', ["2:3 bad-name: 'a:b' is no module's name: a name holds no : and no *, and no alternatives"]],
]

for (const [what, files, config, says] of clashes) {
  test(`modules: ${what}`, () => assert.deepEqual(problemsOf({ files, config, workspaces: [{ name: 'shop', folder: 'a', declared: [] }] }), says))
}
