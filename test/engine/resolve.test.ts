import { test } from 'node:test'
import assert from 'node:assert/strict'
import { resolving } from './resolving.ts'

test('a path means the file, with or without its ending, before the folder of that name', () => {
  const { leads } = resolving(`
    // shop/cart.ts
    // shop/price.ts
    // shop/price/index.ts
    // shop/stock/index.tsx
    // shop/view.jsx
    // shop/data.json
    // shop/logo.svg
    // shop/Dockerfile
  `)
  assert.equal(leads('shop/cart.ts', './price'), 'shop/price.ts')
  assert.equal(leads('shop/cart.ts', './price/'), 'shop/price/index.ts')
  assert.equal(leads('shop/cart.ts', './stock'), 'shop/stock/index.tsx')
  assert.equal(leads('shop/cart.ts', './view'), 'shop/view.jsx')
  assert.equal(leads('shop/cart.ts', './data.json'), 'shop/data.json')
  assert.equal(leads('shop/cart.ts', './logo.svg'), 'shop/logo.svg')
  assert.equal(leads('shop/cart.ts', './Dockerfile'), 'shop/Dockerfile')
  assert.equal(leads('shop/stock/index.tsx', '../../shop/./cart'), 'shop/cart.ts')
  assert.equal(leads('shop/stock/index.tsx', '..//cart'), 'shop/cart.ts')
})

test('trap 1: paths with a star on the left take every specifier, and packages stay packages', () => {
  const { leads, written } = resolving(`
    // tsconfig.json
    { "compilerOptions": { "paths": { "*": ["types/*", "src/*"] } } }
    // src/cart.ts
    // src/money/index.ts
    // types/legacy.d.ts
  `)
  assert.equal(leads('src/cart.ts', 'money'), 'src/money/index.ts')
  assert.equal(written('src/cart.ts', 'money'), 'paths')
  assert.equal(leads('src/cart.ts', 'legacy'), 'types/legacy.d.ts')
  assert.equal(leads('src/cart.ts', 'react'), 'pkg:react')
})

test('trap 2: aliases may start with a slash or be no legal package name', () => {
  const { leads, written } = resolving(`
    // tsconfig.json
    { "compilerOptions": { "paths": { "/@/*": ["./src/*"], "@/*": ["./src/*"], "~/*": ["./src/*"], "$lib": ["./src/lib/index.ts"], "#/*": ["./src/*"] } } }
    // src/cart.ts
    // src/lib/index.ts
  `)
  for (const specifier of ['/@/cart', '@/cart', '~/cart', '#/cart']) {
    assert.equal(leads('src/lib/index.ts', specifier), 'src/cart.ts')
    assert.equal(written('src/lib/index.ts', specifier), 'paths')
  }
  assert.equal(leads('src/cart.ts', '$lib'), 'src/lib/index.ts')
  assert.equal(leads('src/cart.ts', '@/crat'), 'unknown: "@/*" in the paths of tsconfig.json leads to src/crat, where no file is (src/cart.ts?)')
  assert.equal(leads('src/cart.ts', '%/cart'), 'unknown: no alias takes it in tsconfig.json, and no package can be called so')
})

test('trap 3: an alias for one file, with .mjs that means .mts', () => {
  const { leads } = resolving(`
    // tsconfig.json
    { "compilerOptions": { "module": "nodenext", "paths": { "ledger": ["./src/ledger.mjs"], "ledger/*": ["./src/parts/*"] } } }
    // src/cart.ts
    // src/ledger.mts
    // src/parts/row.ts
  `)
  assert.equal(leads('src/cart.ts', 'ledger'), 'src/ledger.mts')
  assert.equal(leads('src/cart.ts', 'ledger/row.js'), 'src/parts/row.ts')
})

test('trap 4: a tsconfig that only gathers others leaves each file to the one that includes it', () => {
  const { leads } = resolving(`
    // tsconfig.json
    { "files": [], "references": [{ "path": "./tsconfig.app.json" }, { "path": "./tsconfig.node.json" }] }
    // tsconfig.app.json
    { "compilerOptions": { "paths": { "@/*": ["./src/*"] } }, "include": ["src"], "exclude": ["src/**/*.spec.ts"] }
    // tsconfig.node.json
    { "compilerOptions": { "paths": { "@/*": ["./scripts/*"] } }, "include": ["vite.config.ts", "src/**/*.spec.ts"] }
    // src/cart.ts
    // src/cart.spec.ts
    // scripts/cart.ts
    // vite.config.ts
  `)
  assert.equal(leads('src/cart.ts', '@/cart'), 'src/cart.ts')
  assert.equal(leads('src/cart.spec.ts', '@/cart'), 'scripts/cart.ts')
  assert.equal(leads('vite.config.ts', '@/cart'), 'scripts/cart.ts')
})

test('trap 5: paths of a base that is reached through a link count from where it really lies', () => {
  const project = `
    // package.json
    { "workspaces": ["packages/*", "tools/*"] }
    // packages/shop/package.json
    { "name": "shop" }
    // packages/shop/tsconfig.json
    { "extends": ["@harbour/config/base.json", "linked/base.json"] }
    // packages/shop/cart.ts
    // tools/config/package.json
    { "name": "@harbour/config" }
    // tools/config/base.json
    { "compilerOptions": { "paths": { "@kit/*": ["../kit/*"] } } }
    // tools/kit/rope.ts
    // other/base.json
    { "compilerOptions": { "baseUrl": "./lib" } }
    // other/kit.ts
    // other/kit/rope.ts
  `
  const { leads, layout } = resolving(project, { links: { 'node_modules/linked': 'other' } })
  // The second base says baseUrl, from which the paths of the first now count.
  assert.equal(leads('packages/shop/cart.ts', '@kit/rope'), 'other/kit/rope.ts')
  assert.equal(layout.tsconfigOf('packages/shop/cart.ts')?.baseUrl, 'other/lib')
  assert.deepEqual(layout.problems, [])
  const without = resolving(project.replace(', "linked/base.json"', ''))
  assert.equal(without.leads('packages/shop/cart.ts', '@kit/rope'), 'tools/kit/rope.ts')
})

test('trap 6: configs that extend each other are said once, and their own settings hold', () => {
  const { leads, layout } = resolving(`
    // tsconfig.json
    { "extends": "./b.json", "compilerOptions": { "paths": { "@/*": ["./src/*"] } } }
    // b.json
    { "extends": "./c.json" }
    // c.json
    { "extends": ["./b.json"], "compilerOptions": { "baseUrl": "." } }
    // src/cart.ts
    // src/parts/tsconfig.json
    { "extends": "../../c.json" }
    // src/parts/row.ts
  `)
  assert.equal(leads('src/cart.ts', '@/cart'), 'src/cart.ts')
  assert.equal(leads('src/parts/row.ts', 'src/cart'), 'src/cart.ts')
  assert.deepEqual(layout.problems.map(problem => [problem.kind, problem.message, problem.at]), [
    ['tsconfig', 'b.json extends itself: b.json → c.json → b.json', { path: 'b.json', span: { start: 13, end: 23 } }],
  ])
})

test('trap 7: two bases with a base in common are no cycle, and later ones win', () => {
  const { leads, layout } = resolving(`
    // tsconfig.json
    { "extends": ["./left.json", "./right"] }
    // left.json
    { "extends": "./common.json", "compilerOptions": { "paths": { "@/*": ["./left/*"] } } }
    // right.json
    { "extends": "./common.json" }
    // common.json
    // the settings of all
    { "compilerOptions": { "paths": { "@/*": ["./common/*"], }, }, }
    // common/cart.ts
    // left/cart.ts
  `)
  assert.equal(leads('common/cart.ts', '@/cart'), 'common/cart.ts')
  assert.deepEqual(layout.problems, [])
})

test('traps 8 and 9: a config from npm counts its own bases and its own dependencies from where it lies', () => {
  const { leads, layout } = resolving(`
    // tsconfig.json
    { "extends": "@harbour/tsconfig" }
    // cart.ts
    // src/rope.ts
    // node_modules/.pnpm/tsconfig/node_modules/@harbour/tsconfig/package.json
    { "name": "@harbour/tsconfig", "tsconfig": "strict.json" }
    // node_modules/.pnpm/tsconfig/node_modules/@harbour/tsconfig/strict.json
    { "extends": ["./parts/paths.json", "base-of-all/web"] }
    // node_modules/.pnpm/tsconfig/node_modules/@harbour/tsconfig/parts/paths.json
    { "compilerOptions": { "paths": { "@/*": ["\${configDir}/src/*"] } } }
    // node_modules/.pnpm/tsconfig/node_modules/base-of-all/package.json
    { "exports": { "./*": "./configs/*.json" } }
    // node_modules/.pnpm/tsconfig/node_modules/base-of-all/configs/web.json
    { "compilerOptions": { "customConditions": ["harbour"] } }
  `, { links: { 'node_modules/@harbour/tsconfig': 'node_modules/.pnpm/tsconfig/node_modules/@harbour/tsconfig' } })
  assert.equal(leads('cart.ts', '@/rope'), 'src/rope.ts')
  assert.deepEqual(layout.tsconfigOf('cart.ts')?.conditions, ['harbour'])
  assert.deepEqual(layout.problems, [])
})

test('paths that several packages inherit lead each where its own config says', () => {
  const { leads } = resolving(`
    // tsconfig.base.json
    { "compilerOptions": { "paths": { "@/*": ["\${configDir}/src/*"] } } }
    // tsconfig.kit.json
    { "compilerOptions": { "paths": { "kit/*": ["./kit/*"] } } }
    // kit/rope.ts
    // shop/tsconfig.json
    { "extends": "../tsconfig.base.json" }
    // shop/src/rope.ts
    // harbour/tsconfig.json
    { "extends": "../tsconfig.base.json" }
    // harbour/src/rope.ts
    // ferry/tsconfig.json
    { "extends": "../tsconfig.kit.json" }
    // barge/tsconfig.json
    { "extends": "../tsconfig.kit.json", "compilerOptions": { "baseUrl": "./parts" } }
    // barge/parts/kit/rope.ts
  `)
  assert.equal(leads('shop/cart.ts', '@/rope'), 'shop/src/rope.ts')
  assert.equal(leads('harbour/quay.ts', '@/rope'), 'harbour/src/rope.ts')
  assert.equal(leads('ferry/deck.ts', 'kit/rope'), 'kit/rope.ts')
  assert.equal(leads('barge/deck.ts', 'kit/rope'), 'barge/parts/kit/rope.ts')
})

test('trap 10: the ending of the output means the source', () => {
  const { leads } = resolving(`
    // shop/cart.ts
    // shop/a.ts
    // shop/a.js
    // shop/b.tsx
    // shop/c.mts
    // shop/d.cts
    // shop/e.tsx
    // shop/f.d.ts
    // shop/g.js
    // shop/h.js.ts
  `)
  const meant = { './a.js': 'a.ts', './b.js': 'b.tsx', './c.mjs': 'c.mts', './d.cjs': 'd.cts', './e.jsx': 'e.tsx', './f.js': 'f.d.ts', './g.js': 'g.js', './h.js': 'h.js.ts', './a.ts': 'a.ts' }
  for (const [specifier, file] of Object.entries(meant)) assert.equal(leads('shop/cart.ts', specifier), `shop/${file}`)
})

test('trap 11: in a monorepo each file has the tsconfig nearest to it', () => {
  const { leads } = resolving(`
    // tsconfig.json
    { "compilerOptions": { "paths": { "@/*": ["./tools/*"] } } }
    // tools/print.ts
    // apps/shop/tsconfig.json
    { "compilerOptions": { "paths": { "@/*": ["./src/*"] } } }
    // apps/shop/src/print.ts
    // apps/port/jsconfig.json
    { "compilerOptions": { "baseUrl": "src" } }
    // apps/port/src/print.js
    // apps/free/print.ts
  `)
  assert.equal(leads('apps/shop/src/print.ts', '@/print'), 'apps/shop/src/print.ts')
  assert.equal(leads('apps/port/src/print.js', 'print'), 'apps/port/src/print.js')
  assert.equal(leads('apps/free/print.ts', '@/print'), 'tools/print.ts')
})

test('trap 12: the star of an export spans several segments', () => {
  const { leads } = resolving(`
    // package.json
    { "workspaces": ["packages/*"] }
    // packages/kit/package.json
    { "name": "@harbour/kit", "exports": { "./*": "./src/*.ts", "./*.css": "./theme/*.css", "./private/*": null } }
    // packages/kit/src/rope/knots/bowline.ts
    // packages/kit/src/private/secret.ts
    // packages/kit/theme/dark/night.css
    // shop.ts
  `)
  assert.equal(leads('shop.ts', '@harbour/kit/rope/knots/bowline'), 'packages/kit/src/rope/knots/bowline.ts')
  assert.equal(leads('shop.ts', '@harbour/kit/dark/night.css'), 'packages/kit/theme/dark/night.css')
  assert.equal(leads('shop.ts', '@harbour/kit/private/secret'), 'unknown: packages/kit/package.json does not export "./private/secret"')
})

test('trap 13: the manifest orders the conditions, and those of the tsconfig hold', () => {
  const { leads } = resolving(`
    // package.json
    { "workspaces": ["packages/*"] }
    // tsconfig.json
    { "compilerOptions": { "customConditions": ["@harbour/source"] } }
    // packages/kit/package.json
    { "name": "kit", "exports": { ".": { "@harbour/source": "./code/entry.ts", "node": "./dist/node.js", "default": "./dist/index.js" } } }
    // packages/kit/code/entry.ts
    // packages/kit/dist/node.js
    // packages/kit/dist/index.js
    // packages/two/package.json
    { "name": "two", "exports": { "require": "./two.cjs", "import": "./two.mjs" } }
    // packages/two/two.cjs
    // packages/two/two.mjs
    // packages/web/tsconfig.json
    { "compilerOptions": { "moduleResolution": "bundler" } }
    // packages/web/page.ts
    // packages/server/tsconfig.json
    { "compilerOptions": { "module": "nodenext" } }
    // packages/server/start.ts
    // shop.ts
  `)
  assert.equal(leads('shop.ts', 'kit'), 'packages/kit/code/entry.ts')
  assert.equal(leads('packages/web/page.ts', 'kit'), 'packages/kit/dist/index.js')
  assert.equal(leads('packages/server/start.ts', 'kit'), 'packages/kit/dist/node.js')
  assert.equal(leads('shop.ts', 'two'), 'packages/two/two.mjs')
  assert.equal(leads('shop.ts', 'two', 'require'), 'packages/two/two.cjs')
})

test('trap 14: imports of a manifest, whatever their key looks like and wherever they point', () => {
  const { leads, written } = resolving(`
    // package.json
    { "imports": { "#/*": "./src/*", "#:/*": "./src/*.ts", "#db": { "test": "./src/fake.ts", "default": "pg" }, "#fp/*": "lodash/fp/*", "#money": "@harbour/money", "#fs": "node:fs" }, "workspaces": ["money"] }
    // money/package.json
    { "name": "@harbour/money", "main": "coin.ts" }
    // money/coin.ts
    // src/cart.ts
    // src/fake.ts
  `)
  const meant = { '#/cart.js': 'src/cart.ts', '#:/cart': 'src/cart.ts', '#db': 'pkg:pg', '#fp/map': 'pkg:lodash/fp/map', '#money': 'money/coin.ts', '#fs': 'builtin:fs' }
  for (const [specifier, end] of Object.entries(meant)) {
    assert.equal(leads('src/cart.ts', specifier), end)
    assert.equal(written('src/cart.ts', specifier), 'subpath')
  }
  assert.equal(leads('src/cart.ts', '#/crat'), 'unknown: package.json leads to src/crat, where no file is (src/cart.ts?)')
  assert.equal(leads('src/cart.ts', '#what'), 'unknown: package.json has no such key under imports')
})

test('trap 15: exports and imports that point to unbuilt output mean its source', () => {
  const { leads } = resolving(`
    // package.json
    { "workspaces": ["packages/*"] }
    // packages/kit/package.json
    { "name": "kit", "exports": { ".": { "types": "./dist/types/index.d.ts", "import": "./dist/esm/index.mjs" }, "./knots": "./dist/knots.js", "./*": "./dist/cjs/*.cjs" }, "imports": { "#rope": "./dist/rope.js" } }
    // packages/kit/src/index.ts
    // packages/kit/src/knots/index.ts
    // packages/kit/src/rope.ts
    // packages/old/package.json
    { "name": "old", "main": "./lib/main.js" }
    // packages/old/src/main.ts
    // packages/vite/package.json
    { "name": "vite-kit", "main": "./dist/vite-kit.umd.cjs", "exports": { ".": "./dist/vite-kit.es.js" } }
    // packages/vite/src/index.ts
    // packages/odd/package.json
    { "name": "odd", "exports": "./artefacts/start.js" }
    // packages/odd/tsconfig.build.json
    { "compilerOptions": { "outDir": "artefacts", "rootDir": "code" } }
    // packages/odd/code/start.ts
    // packages/gone/package.json
    { "name": "gone", "exports": "./dist/begin.js" }
    // shop.ts
  `)
  const meant = { kit: 'kit/src/index.ts', 'kit/knots': 'kit/src/knots/index.ts', 'kit/rope': 'kit/src/rope.ts', old: 'old/src/main.ts', 'vite-kit': 'vite/src/index.ts', odd: 'odd/code/start.ts' }
  for (const [specifier, file] of Object.entries(meant)) assert.equal(leads('shop.ts', specifier), `packages/${file}`)
  assert.equal(leads('packages/kit/src/index.ts', '#rope'), 'packages/kit/src/rope.ts')
  assert.equal(leads('shop.ts', 'gone'), 'unknown: packages/gone/package.json exports "." as packages/gone/dist/begin.js, where no file is')
})

test('trap 15: output that is there means its source, too, as far as it is sure to be made of it', () => {
  const { leads } = resolving(`
    // package.json
    { "workspaces": ["packages/*"] }
    // tsconfig.json
    { "compilerOptions": { "paths": { "built/*": ["./packages/*/dist"], "knot/*": ["./packages/kit/dist/knots/*"] } } }
    // packages/kit/package.json
    { "name": "kit", "exports": { ".": { "types": "./dist/index.d.ts", "import": "./dist/index.mjs" }, "./*": "./dist/knots/*.js" } }
    // packages/kit/dist/index.d.ts
    // packages/kit/dist/index.mjs
    // packages/kit/dist/knots/reef.js
    // packages/kit/dist/knots/reef.d.ts
    // packages/kit/dist/knots/made.js
    // packages/kit/src/index.ts
    // packages/kit/src/knots/reef.tsx
    // packages/kit/src/knots/new.ts
    // packages/old/package.json
    { "name": "old", "main": "./lib/main.js" }
    // packages/old/lib/main.js
    // packages/old/src/main.ts
    // packages/hand/package.json
    { "name": "hand", "main": "./lib/main.js" }
    // packages/hand/lib/main.js
    // packages/hand/main.js
    // packages/hand/src/main.js
    // packages/odd/package.json
    { "name": "odd", "exports": "./artefacts/start.js" }
    // packages/odd/tsconfig.build.json
    { "compilerOptions": { "outDir": "artefacts", "rootDir": "code" } }
    // packages/odd/artefacts/start.js
    // packages/odd/code/start.js
    // packages/typed/package.json
    { "name": "typed", "types": "./types/index.d.ts", "main": "./index.js" }
    // packages/typed/types/index.d.ts
    // packages/typed/index.js
    // shop.ts
  `)
  const meant = {
    kit: 'kit/src/index.ts', 'kit/reef': 'kit/src/knots/reef.tsx', 'kit/new': 'kit/src/knots/new.ts', 'kit/made': 'kit/dist/knots/made.js', 'built/kit': 'kit/src/index.ts', 'knot/reef': 'kit/src/knots/reef.tsx', 'knot/new': 'kit/src/knots/new.ts',
    old: 'old/src/main.ts', hand: 'hand/lib/main.js', odd: 'odd/code/start.js', typed: 'typed/types/index.d.ts',
  }
  for (const [specifier, file] of Object.entries(meant)) assert.equal(leads('shop.ts', specifier), `packages/${file}`, specifier)
  assert.equal(leads('shop.ts', './packages/kit/dist/knots/reef.js'), 'packages/kit/dist/knots/reef.js')
})

test('trap 13: what becomes a require is answered as one, by the format of the file', () => {
  const { leads } = resolving(`
    // package.json
    { "workspaces": ["*"] }
    // kit/package.json
    { "name": "kit", "exports": { "import": "./module.mts", "require": "./common.cts" } }
    // kit/module.mts
    // kit/common.cts
    // node/package.json
    {}
    // node/tsconfig.json
    { "compilerOptions": { "module": "nodenext" } }
    // node/cart.ts
    // node/cart.mts
    // node/esm/package.json
    { "type": "module" }
    // node/esm/cart.ts
    // node/esm/cart.cts
    // common/tsconfig.json
    { "compilerOptions": { "module": "CommonJS", "moduleResolution": "bundler" } }
    // common/cart.ts
    // cart.ts
    // cart.cjs
  `)
  for (const path of ['node/cart.ts', 'node/esm/cart.cts', 'common/cart.ts', 'cart.cjs']) assert.equal(leads(path, 'kit'), 'kit/common.cts', path)
  for (const path of ['node/cart.mts', 'node/esm/cart.ts', 'cart.ts']) assert.equal(leads(path, 'kit'), 'kit/module.mts', path)
  assert.equal(leads('node/cart.ts', 'kit', 'dynamic'), 'kit/module.mts')
  assert.equal(leads('common/cart.ts', 'kit', 'dynamic'), 'kit/common.cts')
  assert.equal(leads('node/cart.mts', 'kit', 'require'), 'kit/common.cts')
})

test('trap 16: a package may import itself by its name, through its exports', () => {
  const { leads, written } = resolving(`
    // package.json
    { "name": "harbour", "exports": { ".": "./src/index.ts", "./ropes/*": "./src/ropes/*.ts" } }
    // src/index.ts
    // src/ropes/long.ts
  `)
  assert.equal(leads('src/ropes/long.ts', 'harbour'), 'src/index.ts')
  assert.equal(leads('src/index.ts', 'harbour/ropes/long'), 'src/ropes/long.ts')
  assert.equal(written('src/index.ts', 'harbour/ropes/long'), 'workspace')
})

test('trap 17: workspace packages are local code, whoever manages them', () => {
  const packages = `
    // packages/money/package.json
    { "name": "@shop/money", "main": "src/coin.ts" }
    // packages/money/src/coin.ts
    // packages/money/src/note.ts
    // packages/skipped/package.json
    { "name": "skipped" }
    // packages/skipped/index.ts
    // shop.ts
  `
  const npm = resolving(`
    // package.json
    { "workspaces": ["./packages/*/", "!packages/skipped"] }
    ${packages}`)
  const yarn = resolving(`
    // package.json
    { "workspaces": { "packages": ["packages/{money,paper}"] } }
    ${packages}`)
  const pnpm = resolving(`
    // package.json
    { "name": "everything" }
    ${packages}`, { pnpm: ['**', '!**/skipped/**'] })
  for (const { leads, written } of [npm, yarn, pnpm]) {
    assert.equal(leads('shop.ts', '@shop/money'), 'packages/money/src/coin.ts')
    assert.equal(leads('shop.ts', '@shop/money/src/note.js'), 'packages/money/src/note.ts')
    assert.equal(leads('shop.ts', '@shop/money/note'), 'packages/money/src/note.ts')
    assert.equal(written('shop.ts', '@shop/money'), 'workspace')
    assert.equal(leads('shop.ts', 'skipped'), 'pkg:skipped')
  }
  assert.equal(npm.leads('shop.ts', '@shop/money/nothing'), 'unknown: no file is at packages/money/nothing')
})

test('a repository may hold several workspaces, and the inner one counts for those within', () => {
  const { leads } = resolving(`
    // package.json
    { "workspaces": ["packages/*"] }
    // packages/ui/package.json
    { "name": "ui", "main": "index.ts" }
    // packages/ui/index.ts
    // packages/money/package.json
    { "name": "money", "main": "index.ts" }
    // packages/money/index.ts
    // www/package.json
    { "workspaces": ["parts/*"] }
    // www/parts/ui/package.json
    { "name": "ui", "main": "index.ts" }
    // www/parts/ui/index.ts
    // www/parts/config/package.json
    { "name": "config", "main": "index.ts" }
    // www/parts/config/index.ts
    // www/page.ts
    // shop.ts
  `)
  assert.equal(leads('www/page.ts', 'ui'), 'www/parts/ui/index.ts')
  assert.equal(leads('www/page.ts', 'money'), 'packages/money/index.ts')
  assert.equal(leads('shop.ts', 'ui'), 'packages/ui/index.ts')
  assert.equal(leads('shop.ts', 'config'), 'pkg:config')
})

test('trap 18: a package called like a local file or folder is that package', () => {
  const { leads } = resolving(`
    // shop/lodash.ts
    // shop/react/index.ts
    // shop/events.ts
    // lodash/index.ts
  `)
  assert.equal(leads('shop/lodash.ts', 'lodash'), 'pkg:lodash')
  assert.equal(leads('shop/react/index.ts', 'react'), 'pkg:react')
  assert.equal(leads('shop/events.ts', 'events'), 'builtin:events')
})

test('trap 19: without any tsconfig index files and endings are found all the same', () => {
  const { leads } = resolving(`
    // shop/cart.ts
    // shop/parts/index.ts
  `)
  assert.equal(leads('shop/cart.ts', './parts'), 'shop/parts/index.ts')
  assert.equal(leads('shop/parts/index.ts', '../cart.js'), 'shop/cart.ts')
})

test('trap 20: a dot is the folder, never a file beside it of the same name', () => {
  const { leads } = resolving(`
    // shop/cart.ts
    // shop/cart/index.ts
    // shop/cart/row.ts
    // shop/cart/deep/row.ts
    // shop/index.ts
    // index.ts
  `)
  for (const specifier of ['.', './', './.']) assert.equal(leads('shop/cart/row.ts', specifier), 'shop/cart/index.ts')
  for (const specifier of ['..', '../', './..', '../.']) assert.equal(leads('shop/cart/deep/row.ts', specifier), 'shop/cart/index.ts')
  assert.equal(leads('shop/cart/deep/row.ts', '../..'), 'shop/index.ts')
  assert.equal(leads('shop/cart.ts', '..'), 'index.ts')
})

test('trap 26: names and folders end at a slash', () => {
  const { leads } = resolving(`
    // package.json
    { "workspaces": ["libs/app", "libs/app-x"] }
    // tsconfig.json
    { "compilerOptions": { "paths": { "@app/*": ["./libs/app/*"] } } }
    // libs/app/package.json
    { "name": "app", "main": "start.ts" }
    // libs/app/start.ts
    // libs/app-x/package.json
    { "name": "app-x", "main": "start.ts" }
    // libs/app-x/start.ts
  `)
  assert.equal(leads('libs/app/start.ts', 'app-x'), 'libs/app-x/start.ts')
  assert.equal(leads('libs/app-x/start.ts', 'app'), 'libs/app/start.ts')
  assert.equal(leads('libs/app-x/start.ts', 'app-xy'), 'pkg:app-xy')
  assert.equal(leads('libs/app-x/start.ts', '@app-x/start'), 'pkg:@app-x/start')
})

test('trap 27: a backslash in an import or a tsconfig is a slash, as TypeScript and Windows have it', () => {
  const { leads, written } = resolving(`
    // apps/tsconfig.json
    { "extends": "..\\\\config\\\\base.json" }
    // config/base.json
    { "compilerOptions": { "paths": { "@/*": ["..\\\\libs\\\\*"] } } }
    // apps/cart.ts
    // libs/price.ts
  `)
  for (const specifier of ['..\\libs\\price', '../libs\\price.js', '.\\..\\libs/price']) {
    assert.equal(leads('apps/cart.ts', specifier), 'libs/price.ts', specifier)
    assert.equal(written('apps/cart.ts', specifier), 'relative')
  }
  assert.equal(leads('libs/price.ts', '.\\prise'), 'unknown: no file is at libs/prise (libs/price.ts?)')
  assert.equal(leads('apps/cart.ts', '@/price'), 'libs/price.ts')
  assert.equal(leads('apps/cart.ts', 'libs\\price'), 'unknown: no alias takes it in apps/tsconfig.json, and no package can be called so')
})

test('trap 28: queries and loaders are not part of the path, and what the build provides is judged by nobody', () => {
  const { leads } = resolving(`
    // shop/cart.ts
    // shop/worker.ts
    // shop/rates.csv
    // shop/icons.svg
  `, { virtual: specifier => specifier.startsWith('astro:') })
  assert.equal(leads('shop/cart.ts', './rates.csv?raw'), 'shop/rates.csv')
  assert.equal(leads('shop/cart.ts', './worker?worker&inline'), 'shop/worker.ts')
  assert.equal(leads('shop/cart.ts', '!!raw-loader?esModule=false!./rates.csv'), 'shop/rates.csv')
  assert.equal(leads('shop/cart.ts', 'style-loader!css-loader!theme/dark.css'), 'pkg:theme/dark.css')
  assert.equal(leads('shop/cart.ts', './icons.svg#anchor'), 'shop/icons.svg')
  assert.equal(leads('shop/cart.ts', 'theme/dark.css?inline'), 'pkg:theme/dark.css')
  for (const specifier of ['astro:content', 'virtual:pwa-register', 'https://esm.sh/react', 'data:text/javascript,1']) assert.equal(leads('shop/cart.ts', specifier), 'unjudged')
  assert.equal(leads('shop/cart.ts', 'uno:style'), 'unknown: nothing provides "uno:"; name it under imports.virtual if the build does')
})

test('trap 30: Yarn finds its packages in no folder, and they are packages by their name', () => {
  const { leads } = resolving(`
    // .pnp.cjs
    // package.json
    { "dependencies": { "react-dom": "19" } }
    // shop.ts
  `)
  assert.equal(leads('shop.ts', 'react-dom/client'), 'pkg:react-dom/client')
  assert.equal(leads('shop.ts', './.yarn/__virtual__/react-virtual-1/0/cache/react.zip/node_modules/react/index.js'), 'pkg:react/index.js')
})

test('built-in modules, of Node and of other runtimes', () => {
  const { leads } = resolving(`
    // shop.ts
  `)
  const meant = { fs: 'fs', 'node:fs': 'fs', 'fs/promises': 'fs/promises', 'node:test': 'test', 'node:sqlite': 'sqlite', 'bun:sqlite': 'bun:sqlite', 'cloudflare:workers': 'cloudflare:workers' }
  for (const [specifier, name] of Object.entries(meant)) assert.equal(leads('shop.ts', specifier), `builtin:${name}`)
  for (const [specifier, name] of Object.entries({ test: 'test', sqlite: 'sqlite', 'punycode/': 'punycode', 'fs/x': 'fs/x', 'npm:lodash@4/fp': 'lodash/fp', 'jsr:@std/path@1': '@std/path' })) {
    assert.equal(leads('shop.ts', specifier), `pkg:${name}`)
  }
})

test('baseUrl takes files, all else is a package', () => {
  const { leads, written } = resolving(`
    // tsconfig.json
    { "compilerOptions": { "baseUrl": "./src" } }
    // src/shop/cart.ts
    // src/util/index.ts
  `)
  assert.equal(leads('src/shop/cart.ts', 'util'), 'src/util/index.ts')
  assert.equal(written('src/shop/cart.ts', 'shop/cart'), 'base-url')
  assert.equal(leads('src/shop/cart.ts', 'path'), 'builtin:path')
  assert.equal(leads('src/shop/cart.ts', 'shop/gone'), 'pkg:shop/gone')
})

test('an alias wins by its exactness, then by the text before its star, and its targets are tried in order', () => {
  const { leads } = resolving(`
    // tsconfig.json
    { "compilerOptions": { "paths": { "@/*": ["./a/*", "./b/*"], "@/parts/*": ["./c/*"], "@/parts/rope": ["./d/rope.ts"], "@/*.css": ["./e/*.css"] } } }
    // a/cart.ts
    // b/cart.ts
    // b/only.ts
    // c/knot.ts
    // c/rope.ts
    // d/rope.ts
    // shop.ts
  `)
  const meant = { '@/cart': 'a/cart.ts', '@/only': 'b/only.ts', '@/parts/knot': 'c/knot.ts', '@/parts/rope': 'd/rope.ts' }
  for (const [specifier, file] of Object.entries(meant)) assert.equal(leads('shop.ts', specifier), file)
})

test('an alias that takes names of packages, too, leaves those alone that are declared or installed', () => {
  const { leads } = resolving(`
    // package.json
    { "dependencies": { "@shop/icons": "1" } }
    // tsconfig.json
    { "compilerOptions": { "paths": { "@shop/*": ["./src/*"], "preact": ["./node_modules/preact/compat"], "react": ["./node_modules/@types/react"] } } }
    // src/cart.ts
  `, { lookup: specifier => specifier === '@shop/installed' ? 'node_modules/@shop/installed/index.js' : undefined })
  assert.equal(leads('src/cart.ts', '@shop/cart'), 'src/cart.ts')
  assert.equal(leads('src/cart.ts', '@shop/icons'), 'pkg:@shop/icons')
  assert.equal(leads('src/cart.ts', '@shop/installed'), 'pkg:@shop/installed')
  assert.equal(leads('src/cart.ts', '@shop/car'), 'unknown: "@shop/*" in the paths of tsconfig.json leads to src/car, where no file is (src/cart.ts?)')
  assert.equal(leads('src/cart.ts', 'preact'), 'pkg:preact/compat')
  assert.equal(leads('src/cart.ts', 'react'), 'pkg:react')
})

test('an alias that a lookup leads back into the project is local code', () => {
  const { link } = resolving(`
    // tsconfig.json
    { "compilerOptions": { "paths": { "@shop/*": ["./src/*"] } } }
    // src/cart.ts
    // vendored/money/index.ts
  `, { lookup: () => 'vendored/money/index.ts' })
  assert.deepEqual(link('src/cart.ts', '@shop/money'), { to: { kind: 'file', path: 'vendored/money/index.ts' }, written: 'workspace' })
})

test('a dependency that is a folder of this project is local code', () => {
  const { leads } = resolving(`
    // app/package.json
    { "dependencies": { "money": "file:../money", "kit": "link:../kit/" } }
    // app/shop.ts
    // money/package.json
    { "name": "money" }
    // money/index.ts
    // kit/package.json
    { "name": "renamed", "exports": { "./rope": "./rope.ts" } }
    // kit/rope.ts
  `)
  assert.equal(leads('app/shop.ts', 'money'), 'money/index.ts')
  assert.equal(leads('app/shop.ts', 'kit/rope'), 'kit/rope.ts')
})

test('what exports do not open is unknown, unless resolution is older than exports', () => {
  const { leads } = resolving(`
    // package.json
    { "workspaces": ["kit"] }
    // kit/package.json
    { "name": "kit", "exports": { ".": "./index.ts" } }
    // kit/index.ts
    // kit/rope.ts
    // shop.ts
    // old/tsconfig.json
    { "compilerOptions": { "moduleResolution": "node" } }
    // old/shop.ts
  `)
  assert.equal(leads('shop.ts', 'kit/rope'), 'unknown: kit/package.json does not export "./rope" (kit/rope.ts?)')
  assert.equal(leads('old/shop.ts', 'kit/rope'), 'kit/rope.ts')
})

test('a type import reads the declarations, all others run the code beside them', () => {
  const { leads } = resolving(`
    // package.json
    { "workspaces": ["kit"] }
    // kit/package.json
    { "name": "kit", "exports": { "types": "./types/kit.d.ts", "default": "./code/kit.js" } }
    // kit/types/kit.d.ts
    // kit/code/kit.js
    // shop/cart.ts
    // shop/legacy.js
    // shop/legacy.d.ts
    // shop/globals.d.ts
    // shop/theme.css
    // shop/theme.d.css.ts
    // shop/colours.d.css.ts
  `)
  assert.equal(leads('shop/cart.ts', './legacy'), 'shop/legacy.js')
  assert.equal(leads('shop/cart.ts', './legacy', 'type'), 'shop/legacy.d.ts')
  assert.equal(leads('shop/globals.d.ts', './legacy'), 'shop/legacy.d.ts')
  assert.equal(leads('shop/cart.ts', 'kit'), 'kit/code/kit.js')
  assert.equal(leads('shop/cart.ts', 'kit', 'type'), 'kit/types/kit.d.ts')
  assert.equal(leads('shop/cart.ts', './theme.css'), 'shop/theme.css')
  assert.equal(leads('shop/cart.ts', './colours.css'), 'shop/colours.d.css.ts')
})

test('what leads nowhere says why, and names what was probably meant', () => {
  const { leads } = resolving(`
    // src/shop/cart.ts
    // src/shop/Basket.tsx
    // src/billing/ledger.ts
    // src/shop/parts/index.ts
  `)
  assert.equal(leads('src/shop/cart.ts', './basket'), 'unknown: no file is at src/shop/basket (src/shop/Basket.tsx?)')
  assert.equal(leads('src/shop/cart.ts', './ledger.js'), 'unknown: no file is at src/shop/ledger.js (src/billing/ledger.ts?)')
  assert.equal(leads('src/shop/cart.ts', './zeppelin'), 'unknown: no file is at src/shop/zeppelin')
  assert.equal(leads('src/shop/cart.ts', '../../../elsewhere'), 'unknown: it leads out of the project, to ../elsewhere')
  assert.equal(leads('src/shop/cart.ts', '../../node_modules/react/index.js'), 'pkg:react/index.js')
  assert.equal(leads('src/shop/cart.ts', '/nowhere'), 'unknown: it is an absolute path')
})

test('what is ignored, or would be if it existed, is judged by nobody', () => {
  const { leads } = resolving(`
    // package.json
    { "workspaces": ["kit"] }
    // kit/package.json
    { "name": "kit", "exports": "./gen/kit.js" }
    // shop/cart.ts
    // shop/skipped.ts
  `, { ignored: path => path.startsWith('shop/gen/') || path.startsWith('kit/gen/') || path.endsWith('.generated.ts') || path === 'shop/skipped.ts' })
  assert.equal(leads('shop/cart.ts', './gen/client'), 'unjudged')
  assert.equal(leads('shop/cart.ts', './client.generated'), 'unjudged')
  assert.equal(leads('shop/cart.ts', './client.generated.js'), 'unjudged')
  assert.equal(leads('shop/cart.ts', './skipped'), 'unjudged')
  assert.equal(leads('shop/cart.ts', 'kit'), 'unjudged')
  assert.match(leads('shop/cart.ts', './gone'), /^unknown/)
})

test('new URL takes a bare word for a path, and a folder for a folder', () => {
  const { leads } = resolving(`
    // shop/cart.ts
    // shop/worker.ts
    // shop/fonts/a.woff
    // shop/fonts/index.ts
  `)
  assert.equal(leads('shop/cart.ts', 'worker.js', 'url'), 'shop/worker.ts')
  assert.equal(leads('shop/cart.ts', './fonts/a.woff', 'url'), 'shop/fonts/a.woff')
  assert.equal(leads('shop/cart.ts', './fonts/', 'url'), 'unjudged')
  assert.equal(leads('shop/cart.ts', '.', 'url'), 'unjudged')
  assert.equal(leads('shop/cart.ts', 'https://example.com/x', 'url'), 'unjudged')
  assert.equal(leads('shop/cart.ts', 'gone.js', 'url'), 'unknown: no file is at shop/gone.js')
})

test('folders laid over each other by rootDirs', () => {
  const { leads } = resolving(`
    // tsconfig.json
    { "compilerOptions": { "rootDirs": ["src", "generated", ".kit/types"] } }
    // src/shop/cart.ts
    // generated/shop/messages.ts
  `, { ignored: path => path.startsWith('.kit/') && path.endsWith('$types.d.ts') })
  assert.equal(leads('src/shop/cart.ts', './messages'), 'generated/shop/messages.ts')
  assert.equal(leads('generated/shop/messages.ts', './cart'), 'src/shop/cart.ts')
  assert.equal(leads('src/shop/cart.ts', './$types'), 'unjudged')
})

test('a folder is entered where its package.json says', () => {
  const { leads } = resolving(`
    // shop/package.json
    { "main": "./start" }
    // shop/start.ts
    // shop/index.ts
    // kit/package.json
    { "main": "./gone.js" }
    // kit/index.ts
    // cart.ts
  `)
  assert.equal(leads('cart.ts', './shop'), 'shop/start.ts')
  assert.equal(leads('cart.ts', './kit'), 'kit/index.ts')
})

test('whatever is written, there is an answer', () => {
  const { link, layout } = resolving(`
    // package.json
    { "name": "harbour", "workspaces": ["{packages", "p{a{b}", "}{", "**/**/**", "[x", "(", "", "!"], "exports": { "./*/*": "./*", "./": "./", ".": [null, 3, { "import": [] }] }, "imports": { "#*": "#*", "#a": "#b", "#b": "#a", "#": "." } }
    // tsconfig.json
    { "compilerOptions": { "baseUrl": "\${configDir}", "paths": { "*": [], "a*b*c": ["*"], "": [""] }, "rootDirs": ["..", ""] }, "include": ["[", "**/{"], "references": [{ "path": "." }, { "path": "./tsconfig.json" }, { "path": "/" }] }
    // cart.ts
    // constructor.ts
  `)
  const odd = ['', ' ', '.', '..', '...', './', '/', '//', '#', '#a', '##', '#/', '@', '@/', '@a', '@a/', '!', '!!', '?', './?', './#', '\u0000', '__proto__', 'constructor', 'harbour/a/b', 'harbour/', 'harbour', 'node:', ':', 'a:', 'c:\\x', '\\x', './..\\x', '../'.repeat(500), './a/'.repeat(500), 'x'.repeat(5000), '💡', './💡', 'npm:', 'jsr:@', 'data:']
  for (const kind of ['value', 'type', 'require', 'url', 'call'] as const) {
    for (const specifier of odd) assert.ok(link('cart.ts', specifier, kind).to.kind, specifier)
  }
  assert.deepEqual(layout.problems, [])
})

test('components are found as they are written: by path, by alias, in another workspace, beside what declares them', () => {
  const { leads } = resolving(`
    // package.json
    { "workspaces": ["packages/*", "apps/*"] }
    // packages/ui/package.json
    { "name": "@shop/ui", "exports": { ".": "./src/index.ts", "./Button.vue": "./src/Button.vue", "./icons/*": "./src/icons/*.svelte", "./page": { "types": "./dist/page.d.ts", "import": "./dist/page.js" } } }
    // packages/ui/src/index.ts
    // packages/ui/src/Button.vue
    // packages/ui/src/Button.vue.d.ts
    // packages/ui/src/icons/Star.svelte
    // packages/ui/src/page.astro
    // packages/old/package.json
    { "name": "@shop/old", "main": "./src/Old.vue" }
    // packages/old/src/Old.vue
    // packages/old/src/deep/Lamp.vue
    // apps/web/tsconfig.json
    { "files": [], "references": [{ "path": "./tsconfig.app.json" }] }
    // apps/web/tsconfig.app.json
    { "include": ["src/**/*", "src/**/*.vue"], "compilerOptions": { "paths": { "@/*": ["./src/*"] } } }
    // apps/web/src/main.ts
    // apps/web/src/App.vue
    // apps/web/src/shop/Basket.vue
    // apps/web/src/shop/Line.svelte
    // apps/web/src/shop/Line.svelte.ts
    // apps/web/src/shop/Total.astro
    // apps/web/src/shop/Declared.vue.d.ts
    // apps/web/src/shop/Arbitrary.d.vue.ts
    // apps/web/src/card/index.vue
    // apps/web/src/card/card.vue
    // apps/web/src/card/card.ts
    // apps/web/src/shims.d.ts
  `)
  const from = { component: 'apps/web/src/shop/Basket.vue', source: 'apps/web/src/main.ts' }
  for (const importer of Object.values(from)) {
    assert.equal(leads(importer, '@/App.vue'), 'apps/web/src/App.vue')
    assert.equal(leads(importer, '@/shop/Line.svelte'), 'apps/web/src/shop/Line.svelte')
    assert.equal(leads(importer, '@/shop/Total.astro'), 'apps/web/src/shop/Total.astro')
    assert.equal(leads(importer, '@shop/ui/Button.vue'), 'packages/ui/src/Button.vue')
    assert.equal(leads(importer, '@shop/ui/icons/Star'), 'packages/ui/src/icons/Star.svelte')
    assert.equal(leads(importer, '@shop/ui/page'), 'packages/ui/src/page.astro')
    assert.equal(leads(importer, '@shop/ui'), 'packages/ui/src/index.ts')
    assert.equal(leads(importer, '@shop/old'), 'packages/old/src/Old.vue')
    assert.equal(leads(importer, '@shop/old/src/deep/Lamp.vue'), 'packages/old/src/deep/Lamp.vue')
  }
  assert.equal(leads(from.component, './Line.svelte'), 'apps/web/src/shop/Line.svelte')
  assert.equal(leads(from.component, './Line.svelte.ts'), 'apps/web/src/shop/Line.svelte.ts')
  assert.equal(leads(from.component, '../App'), 'apps/web/src/App.vue')
  assert.equal(leads(from.component, '../App.vue?raw'), 'apps/web/src/App.vue')
  assert.equal(leads(from.component, '../card'), 'apps/web/src/card/index.vue')
  assert.equal(leads(from.component, '../card/card'), 'apps/web/src/card/card.ts')
  assert.equal(leads(from.component, '../card/card.vue'), 'apps/web/src/card/card.vue')
  assert.equal(leads('packages/ui/src/index.ts', './Button.vue'), 'packages/ui/src/Button.vue')
  assert.equal(leads('packages/ui/src/index.ts', './Button.vue', 'type'), 'packages/ui/src/Button.vue')
  assert.equal(leads(from.component, './Declared.vue'), 'apps/web/src/shop/Declared.vue.d.ts')
  assert.equal(leads(from.component, './Arbitrary.vue'), 'apps/web/src/shop/Arbitrary.d.vue.ts')
  assert.equal(leads(from.component, './Gone.vue'), 'unknown: no file is at apps/web/src/shop/Gone.vue')
})
