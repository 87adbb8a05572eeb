// Which folders and packages of a project are taken for its parts, and what they are called.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { drawn, order, proposed } from './drawn.ts'

test('the parts lie in the folder that holds nearly everything, however deep', () => {
  assert.equal(order(drawn({ 'packages/shop/src/app/page.ts': ['packages/shop/src/kernel/money.ts'] })), 'app > kernel')
})

test('a project without src is divided by its own folders', () => {
  assert.equal(order(drawn({ 'web/page.ts': ['domain/cart.ts'], 'domain/cart.ts': ['store/rows.ts'] })), 'web > domain > store')
})

test('src counts as the place where the parts lie, even beside many scripts', () => {
  assert.equal(order(drawn({ 'src/web/page.ts': ['src/store/rows.ts'], 'src/web/till.ts': [], 'scripts/a.ts': [], 'scripts/b.ts': [] })), 'web > store')
})

test('a flat project has no parts', () => {
  const flat = drawn({ 'main.ts': ['cart.ts', 'money.ts'], 'cart.ts': ['money.ts'], 'tools/paint.ts': [] })
  assert.equal(flat.flat, 'no-parts')
  assert.match(flat.text, /^cycles: forbid/m)
  assert.doesNotMatch(flat.text, /^(?:layers|modules):/m)
})

test('one file is a project', () => {
  const single = drawn({ 'main.ts': [] })
  assert.deepEqual([single.files, single.flat], [1, 'no-parts'])
})

test('a project without sources gets a file to begin with', () => {
  const empty = proposed(`
    # package.json
    { "name": "plans" }
  `)
  assert.deepEqual([empty.files, empty.flat], [0, 'no-sources'])
  assert.match(empty.text, /There was no code to read yet/)
  assert.deepEqual(empty.text.split('\n').filter((line) => /^\w/.test(line)).map((line) => line.split(' ')[0]), ['cycles:'])
})

test('a name that lies elsewhere too says where it is meant', () => {
  assert.match(drawn({
    'src/web/page.ts': ['src/store/rows.ts', 'src/store/pool.ts'],
    'src/plans/store/map.ts': [],
  }).text, /- \{ name: store, files: src\/store \}/)
})

test('folders of one layer may bear the name of another: the outermost counts', () => {
  const shop = drawn({ 'src/web/store/cache.ts': ['src/store/rows.ts'], 'src/web/page.ts': ['src/store/pool.ts'] })
  assert.match(shop.text, / {2}- web\n {2}- store\n/)
})

test('names that YAML would read otherwise are quoted', () => {
  const routes = drawn({ 'src/(shop)/page.ts': ['src/@kernel/money.ts'], 'src/[id]/page.ts': ['src/on/light.ts', 'src/@kernel/money.ts'] })
  assert.match(routes.text, /- \["\(shop\)", "\[id\]"\]\n {2}- \["@kernel", "on"\]/)
})

test('folders that no pattern can name are left out', () => {
  assert.doesNotMatch(drawn({ 'src/{a}/x.ts': ['src/kernel/money.ts'], 'src/web/page.ts': ['src/kernel/money.ts'] }).text, /\{a\}/)
})

const shipyard = `
  # package.json
  { "name": "shipyard", "private": true, "workspaces": ["apps/*", "packages/*"] }
  # apps/web/package.json
  { "name": "@shipyard/web" }
  // apps/web/src/page.ts
  import { hull } from '@shipyard/hull'
  import { rope } from '@shipyard/rope'
  # packages/hull/package.json
  { "name": "@shipyard/hull", "main": "src/index.ts" }
  // packages/hull/src/index.ts
  import { rope } from '@shipyard/rope'
  export const hull = rope
  # packages/rope/package.json
  { "name": "@shipyard/rope", "main": "src/index.ts" }
  // packages/rope/src/index.ts
  export const rope = 1
`

test('workspace packages are modules, and layers where they import each other; else the folder they lie in is one', () => {
  const yard = proposed(shipyard)
  assert.equal(order(yard), 'apps > hull > rope')
  assert.equal(yard.packages, 3)
  assert.match(yard.text, /^ {2}"\{name\}": "workspace:\*"/m)
})

test('a root package with most of the code is divided by its folders, whatever packages lie beside it', () => {
  const kit = proposed(`
    # package.json
    { "name": "kit", "workspaces": ["trials/*"] }
    // src/web/page.ts
    import '../store/rows.ts'
    // src/store/rows.ts
    import './pool.ts'
    // src/store/pool.ts
    export {}
    # trials/one/package.json
    { "name": "one" }
    // trials/one/index.ts
    import '../../src/web/page.ts'
    # trials/two/package.json
    { "name": "two" }
    // trials/two/index.ts
    import '../../src/web/page.ts'
  `)
  assert.equal(order(kit), 'web > store')
})

test('examples are no part of the code that they show, unless there is no other', () => {
  const kit = { 'src/web/page.ts': ['src/store/rows.ts'], 'examples/one/a.ts': ['src/web/page.ts'], 'examples/two/b.ts': ['src/web/page.ts'], 'examples/three/c.ts': ['src/web/page.ts'] }
  assert.equal(order(drawn(kit)), 'web > store')
  assert.equal(order(drawn({ 'src/web/page.ts': ['src/store/rows.ts'], 'src/web/fixtures/a.ts': ['src/web/fixtures/b.ts'], 'fixtures/one/a.ts': ['src/web/page.ts'] })), 'web > store')
  assert.equal(order(drawn({ 'examples/web/page.ts': ['examples/store/rows.ts'] })), 'web > store')
})

test('where the innermost folders have no direction, those around them may have one', () => {
  const knot = (names: readonly string[]) => Object.fromEntries(names.flatMap((from) => names.filter((to) => to !== from).map((to) => [`lib/${from}/to-${to}.ts`, [`lib/${to}/to-${from}.ts`, `lib/${to}/index.ts`]])))
  assert.equal(order(drawn({ ...knot(['quay', 'crane', 'rope']), 'tools/a.ts': ['lib/quay/index.ts'] })), 'tools > lib')
})

test('packages side by side in one folder are layers themselves, while they are few', () => {
  const yard = proposed(shipyard.replaceAll('apps/', 'packages/'))
  assert.equal(order(yard), 'web > hull > rope')
})

test('folders of packages inside another such folder are part of it', () => {
  const nested = shipyard.replace('"apps/*"', '"apps/*", "apps/.trials/*"')
  const yard = proposed(`${nested}
  # apps/.trials/raft/package.json
  { "name": "@shipyard/raft", "dependencies": { "@shipyard/rope": "*" } }
  // apps/.trials/raft/index.ts
  import { rope } from '@shipyard/rope'
  export const raft = rope
  `)
  assert.equal(order(yard), 'apps > hull > rope')
  assert.deepEqual(yard.layers.flat().map(({ folders, isWritten, files }) => [...folders, isWritten, files]), [['apps', false, 2], ['packages/hull', false, 1], ['packages/rope', false, 1]])
})

test('a package inside another is written with its folder, since the outer name would take it', () => {
  const yard = proposed(`
    # package.json
    { "name": "yard", "workspaces": ["packages/*", "packages/web/trials"] }
    # packages/web/package.json
    { "name": "web", "dependencies": { "hull": "*" } }
    // packages/web/page.ts
    import 'hull'
    # packages/web/trials/package.json
    { "name": "trials", "dependencies": { "web": "*", "hull": "*" } }
    // packages/web/trials/page.ts
    import '../page.ts'
    import 'hull'
    # packages/hull/package.json
    { "name": "hull", "main": "index.ts" }
    // packages/hull/index.ts
    export {}
  `)
  assert.equal(order(yard), 'trials > web > hull')
  assert.match(yard.text, /^ {2}- \{ name: trials, files: packages\/web\/trials \}$/m)
})

test('packages of pnpm are packages', () => {
  const yard = proposed(`
    # pnpm-workspace.yaml
    packages: [apps/*, packages/*]
    ${shipyard.replace(', "workspaces": ["apps/*", "packages/*"]', '').trim().replaceAll('\n  ', '\n    ')}
  `)
  assert.equal(order(yard), 'apps > hull > rope')
})

test('of many packages the list would be long: they are modules alone', () => {
  const names = Array.from({ length: 14 }, (_, i) => `hull${i}`)
  const yard = proposed([
    '# package.json', '{ "name": "yard", "workspaces": ["packages/*"] }',
    ...names.flatMap((name, i) => [
      `# packages/${name}/package.json`, `{ "name": "${name}", "main": "index.ts" }`,
      `// packages/${name}/index.ts`, i === 0 ? 'export {}' : `import '${names[i - 1]}'`,
    ]),
  ].join('\n'))
  assert.deepEqual([yard.layers, yard.flat], [[], 'too-many-parts'])
  assert.match(yard.text, /"workspace:\*"/)
})
