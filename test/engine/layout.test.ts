import { test } from 'node:test'
import assert from 'node:assert/strict'
import { resolving } from './resolving.ts'

test('workspaces are the root and the packages that its globs take, with what they declare', () => {
  const { layout } = resolving(`
    // package.json
    { "name": "harbour", "workspaces": ["packages/*"], "devDependencies": { "typescript": "6" } }
    // packages/rope/package.json
    { "name": "@harbour/rope", "dependencies": { "zod": "4" }, "peerDependencies": { "react": "*" }, "optionalDependencies": { "fsevents": "2" } }
    // packages/rope/index.ts
    // packages/nameless/package.json
    { "private": true }
    // packages/rope/example/package.json
    { "name": "example" }
    // other/package.json
    { "name": "other" }
  `)
  assert.deepEqual(layout.workspaces, [
    { name: 'harbour', folder: '', declared: ['typescript'] },
    { name: '@harbour/rope', folder: 'packages/rope', declared: ['fsevents', 'react', 'zod'] },
  ])
})

test('a single package has no workspaces', () => {
  assert.deepEqual(resolving(`
    // package.json
    { "name": "harbour" }
    // index.ts
  `).layout.workspaces, [])
})

test('workspaces may be declared further down, and by pnpm', () => {
  const names = (text: string, pnpm?: readonly string[]) => resolving(text, pnpm ? { pnpm } : {}).layout.workspaces.map(({ name, folder }) => `${name} in ${folder}`)
  const text = `
    // web/package.json
    { "name": "web", "workspaces": { "packages": ["./parts/*"] } }
    // web/parts/page/package.json
    { "name": "page" }
    // api/package.json
    { "name": "api" }
  `
  assert.deepEqual(names(text), ['web in web', 'page in web/parts/page'])
  assert.deepEqual(names(text, ['api', 'web/**']), ['api in api', 'web in web', 'page in web/parts/page'])
})

const builtKit = ['index.js', 'index.d.ts', 'inner.js', 'knots/bowline.js', 'knots/bowline.d.ts', 'knots/bowline.js.map', 'knots/secret/slip.js'].map(path => `// kit/dist/${path}\n`).join('')

for (const built of ['', builtKit]) test(`what a package exports are its sources, ${built === '' ? 'before' : 'after'} a build`, () => {
  const { layout } = resolving(`
    ${built}
    // package.json
    { "workspaces": ["*"] }
    // kit/package.json
    { "name": "kit", "exports": { ".": { "types": "./dist/index.d.ts", "import": "./dist/index.js" }, "./rope": { "browser": "./src/rope.web.ts" }, "./package.json": "./package.json",
      "./knots/*": "./dist/knots/*.js", "./knots/secret/*": null, "./icons/*.svg": "./icons/*.svg", "./gone": "./src/gone.ts" } }
    // kit/src/index.ts
    // kit/src/rope.web.ts
    // kit/src/inner.ts
    // kit/src/knots/bowline.ts
    // kit/src/knots/deep/hitch.tsx
    // kit/src/knots/secret/slip.ts
    // kit/icons/anchor.svg
    // plain/package.json
    { "name": "plain", "main": "index.js" }
  `)
  const [kit, plain] = layout.workspaces
  assert.deepEqual(kit?.exports, ['kit/icons/anchor.svg', 'kit/package.json', 'kit/src/index.ts', 'kit/src/knots/bowline.ts', 'kit/src/knots/deep/hitch.tsx', 'kit/src/rope.web.ts'])
  assert.equal(plain?.exports, undefined)
})

test('a base that is not there is a problem at its name, and the rest of the config holds', () => {
  const { leads, layout } = resolving(`
    // tsconfig.json
    { "extends": ["./gone.json", "@harbour/gone/base"], "compilerOptions": { "baseUrl": "." } }
    // shop/cart.ts
  `)
  assert.equal(leads('shop/cart.ts', 'shop/cart'), 'shop/cart.ts')
  assert.deepEqual(layout.problems, [
    { kind: 'tsconfig', message: 'tsconfig.json extends ./gone.json, which is not there', at: { path: 'tsconfig.json', span: { start: 14, end: 27 } }, hint: 'create it, or generate it first if a tool writes it' },
    { kind: 'tsconfig', message: 'tsconfig.json extends @harbour/gone/base, which is not there', at: { path: 'tsconfig.json', span: { start: 29, end: 49 } }, hint: 'install the packages first' },
  ])
})

test('a broken tsconfig is a problem, and its files have no options', () => {
  const { leads, layout } = resolving(`
    // tsconfig.json
    { "compilerOptions": { "baseUrl": "." }
    // shop/cart.ts
  `)
  assert.equal(leads('shop/cart.ts', 'shop/cart'), 'pkg:shop/cart')
  assert.deepEqual(layout.problems, [
    { kind: 'tsconfig', message: 'tsconfig.json is not JSON, so its files are read without compiler options', at: { path: 'tsconfig.json', span: { start: 39, end: 39 } } },
  ])
})

test('a broken manifest is a problem, and the rest resolves', () => {
  const { leads, layout } = resolving(`
    // package.json
    { "workspaces": ["*"] }
    // kit/package.json
    { "name": kit }
    // kit/index.ts
    // cart.ts
  `)
  assert.equal(leads('cart.ts', './kit'), 'kit/index.ts')
  assert.deepEqual(layout.problems.map(problem => [problem.kind, problem.message, problem.at?.path, problem.at?.span.start]), [['manifest', 'kit/package.json is not JSON', 'kit/package.json', 10]])
})

test('manifests and configs that no file needs are not read', () => {
  const { leads, layout } = resolving(`
    // fixtures/broken/tsconfig.json
    {{{
    // fixtures/broken/cart.ts
    // shop/cart.ts
    // shop/price.ts
  `)
  assert.equal(leads('shop/cart.ts', './price'), 'shop/price.ts')
  assert.deepEqual(layout.problems, [])
  leads('fixtures/broken/cart.ts', './price')
  assert.equal(layout.problems.length, 1)
})

test('values of the wrong sort say nothing', () => {
  const { leads, layout } = resolving(`
    // package.json
    { "name": 3, "workspaces": "kit", "exports": null, "imports": [], "dependencies": "all" }
    // kit/package.json
    []
    // tsconfig.json
    { "extends": 7, "compilerOptions": { "paths": { "@/*": "./src/*", "~/*": [1, "./*"] }, "baseUrl": 3, "rootDirs": {} }, "references": [1, {}] }
    // cart.ts
  `)
  assert.equal(leads('cart.ts', '~/cart'), 'cart.ts')
  assert.equal(leads('cart.ts', 'left-pad'), 'pkg:left-pad')
  assert.deepEqual(layout.problems, [])
})
