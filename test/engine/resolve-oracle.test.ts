import { test } from 'node:test'
import { readdirSync, readFileSync } from 'node:fs'
import ts from 'typescript'
import assert from 'node:assert/strict'
import type { Path } from '../../rules/model/place.ts'
import { filesOf, resolvingFiles } from './resolving.ts'
import type { Resolving } from './resolving.ts'
import { typescriptOracle } from './typescript-oracle.ts'

/** Why we answer otherwise than TypeScript, on purpose. */
const reasons = {
  source: 'output that is not built yet stands for its source',
  other: 'a file of another kind is the file, whether TypeScript has types for it or not',
  query: 'a query or a loader is for the bundler, and the file is behind it',
  local: 'a dependency that is a folder of this project is local code without an install',
  endings: 'bundlers try more endings than TypeScript',
  served: 'bundlers serve an absolute path from the package',
  fragment: 'a fragment is for the browser, and the file is before it',
  shadow: 'a file of that very name is meant, not the declarations or the source that TypeScript derives from its name',
  platform: 'one platform stands for all, without moduleSuffixes',
}

interface Case {
  readonly theme: string
  readonly files: string
  /** What an install links: name to folder. */
  readonly packages?: Readonly<Record<string, Path>>
  /** Of a config that only gathers others: what TypeScript's editor would take. */
  readonly config?: (from: Path) => Path | undefined
  readonly from: readonly Path[]
  readonly specifiers: readonly string[]
  readonly differs?: Readonly<Record<string, keyof typeof reasons>>
}

const cases: readonly Case[] = [
  {
    theme: 'relative paths',
    files: `
      // shop/cart.ts
      // shop/cart/index.ts
      // shop/cart/row.ts
      // shop/price.tsx
      // shop/data.json
      // shop/module.mts
      // shop/common.cts
      // shop/plain.js
      // shop/typed.js
      // shop/typed.d.ts
      // shop/version.1.2.ts
      // shop/logo.svg
      // shop/theme.css
      // shop/theme.css.d.ts
      // shop/fresh.css.ts
      // shop/colours.d.css.ts
      // shop/entered/package.json
      { "types": "./start.ts", "main": "./other.js" }
      // shop/entered/start.ts
      // shop/entered/other.js
      // index.ts
    `,
    from: ['shop/cart.ts', 'shop/cart/row.ts', 'shop/plain.js', 'index.ts'],
    specifiers: ['.', './', '..', '../', './..', './cart', './cart/', './cart.js', './cart/row', './cart/row.ts', '../cart', '../cart/', '../price', './price', './price.js', './price.jsx', './data.json', './data',
      './module.mjs', './module', './common.cjs', './plain', './plain.js', './typed.js', './typed', './version.1.2', './logo.svg', './theme.css', './fresh.css', './colours.css', './entered', './entered/', './gone', './shop', './shop/cart', './shop/'],
    differs: { './data': 'endings', './module': 'endings', './logo.svg': 'other', './theme.css': 'shadow' },
  },
  {
    theme: 'trap 27: backslashes',
    files: `
      // apps/tsconfig.json
      { "extends": "..\\\\config\\\\base.json" }
      // config/base.json
      { "compilerOptions": { "paths": { "@/*": ["..\\\\libs\\\\*"] } } }
      // apps/cart.ts
      // libs/price.ts
      // libs/knot/index.ts
    `,
    from: ['apps/cart.ts', 'libs/price.ts'],
    specifiers: ['..\\libs\\price', '..\\libs/price.js', '../libs\\price', '.\\price', '.\\', '..\\libs\\', '..\\libs\\knot', '@/price', '@/knot', '@\\price', 'libs\\price'],
  },
  {
    theme: 'traps 1, 2, 3, 18: aliases',
    files: `
      // tsconfig.json
      { "compilerOptions": { "paths": { "*": ["types/*", "src/*"], "/@/*": ["./src/*"], "@/*": ["./src/*"], "@/parts/*": ["./parts/*"], "@/parts/rope": ["./src/shop/rope.ts"], "~/*": ["./src/*"],
        "#/*": ["./src/*"], "$lib": ["./src/lib"], "ledger": ["./src/ledger.mjs"], "exact": ["./src/exact.js"], "suffix-*-x": ["./src/*"], "": ["./src/cart"] } } }
      // types/legacy.d.ts
      // types/fs.d.ts
      // src/cart.ts
      // src/ledger.mts
      // src/exact.ts
      // src/exact.js
      // src/lib/index.ts
      // src/shop/rope.ts
      // parts/knot.ts
      // parts/rope.ts
    `,
    from: ['src/cart.ts', 'parts/knot.ts'],
    specifiers: ['cart', 'legacy', 'fs', 'react', '/@/cart', '@/cart', '@/cart.js', '@/parts/knot', '@/parts/rope', '@/lib', '@/gone', '~/cart', '#/cart', '$lib', 'ledger', 'exact', 'suffix-cart-x', 'suffix-x', './cart', 'node:fs', 'src/cart'],
  },
  {
    theme: 'baseUrl',
    files: `
      // tsconfig.json
      { "compilerOptions": { "baseUrl": "./src", "paths": { "@/*": ["./shop/*"] } } }
      // src/shop/cart.ts
      // src/util/index.ts
      // src/react.ts
    `,
    from: ['src/shop/cart.ts'],
    specifiers: ['shop/cart', 'util', 'react', '@/cart', 'path', 'gone'],
  },
  {
    theme: 'traps 4 and 11: the config of each file',
    files: `
      // tsconfig.json
      { "files": [], "references": [{ "path": "./apps/shop" }, { "path": "./tsconfig.tools.json" }] }
      // tsconfig.tools.json
      { "compilerOptions": { "paths": { "@/*": ["./tools/*"] } }, "include": ["tools"] }
      // tools/print.ts
      // apps/shop/tsconfig.json
      { "extends": "../../tsconfig.base.json", "compilerOptions": { "paths": { "@/*": ["./src/*"] } } }
      // apps/shop/src/print.ts
      // apps/port/tsconfig.json
      { "extends": ["../../tsconfig.base", "../../tsconfig.more.json"] }
      // apps/port/src/print.ts
      // common/print.ts
      // more/src/print.ts
      // tsconfig.base.json
      { "compilerOptions": { "paths": { "@/*": ["./common/*"], "base/*": ["./common/*"] } } }
      // tsconfig.more.json
      { "extends": "./tsconfig.base.json", "compilerOptions": { "rootDirs": ["more", "\${configDir}/src"], "paths": { "own/*": ["\${configDir}/src/*"] } } }
    `,
    from: ['tools/print.ts', 'apps/shop/src/print.ts', 'apps/port/src/print.ts'],
    config: from => from.startsWith('tools/') ? 'tsconfig.tools.json' : undefined,
    specifiers: ['@/print', 'base/print', 'own/print', './src/print'],
  },
  {
    theme: 'traps 6 and 7: bases',
    files: `
      // tsconfig.json
      { "extends": ["./left.json", "./right.json"] }
      // left.json
      { "extends": "./common.json", "compilerOptions": { "paths": { "@/*": ["./left/*"] } } }
      // right.json
      { "extends": "./common.json" }
      // common.json
      { "compilerOptions": { "paths": { "@/*": ["./common/*"] } } }
      // common/cart.ts
      // left/cart.ts
      // round/tsconfig.json
      { "extends": "./b.json" }
      // round/b.json
      { "extends": "./c.json", "compilerOptions": { "paths": { "b/*": ["./*"] } } }
      // round/c.json
      { "extends": "./b.json", "compilerOptions": { "paths": { "c/*": ["./*"] } } }
      // round/cart.ts
      // off/tsconfig.json
      { "extends": "../common.json", "compilerOptions": { "paths": null } }
      // off/cart.ts
    `,
    from: ['common/cart.ts', 'round/cart.ts', 'off/cart.ts'],
    specifiers: ['@/cart', 'b/cart', 'c/cart'],
  },
  {
    theme: 'traps 12 to 17: exports, imports, own name and workspaces',
    files: `
      // package.json
      { "name": "harbour", "workspaces": ["packages/*"] }
      // packages/kit/package.json
      { "name": "@harbour/kit", "exports": { ".": "./src/index.ts", "./*": "./src/*.ts", "./js/*.js": "./src/*.js", "./deep/*/end": "./src/*/end.ts", "./private/*": null, "./rope": { "types": "./src/rope.ts", "default": "./src/index.ts" },
          "./none": { "browser": "./src/index.ts" }, "./list": ["./gone.ts", "./src/rope.ts"], "./old/": "./src/", "./built": "./dist/built.js", "./data": "./src/data.json" },
        "imports": { "#rope": "./src/rope.ts", "#in/*": "./src/*.ts", "#js/*": "./src/*", "#out": "@harbour/plain", "#npm": "left-pad", "#null": null } }
      // packages/kit/src/index.ts
      // packages/kit/src/rope.ts
      // packages/kit/src/data.json
      // packages/kit/src/built.ts
      // packages/kit/src/a/b/end.ts
      // packages/kit/src/private/secret.ts
      // packages/plain/package.json
      { "name": "@harbour/plain", "main": "./src/start.js" }
      // packages/plain/src/start.ts
      // packages/plain/src/more.ts
      // packages/bare/package.json
      { "name": "bare" }
      // packages/bare/index.ts
      // packages/conditions/package.json
      { "name": "conditions", "exports": { "node": "./node.ts", "custom": "./custom.ts", "import": { "types": "./types.d.ts", "default": "./run.js" }, "require": "./required.cts" } }
      // packages/conditions/node.ts
      // packages/conditions/custom.ts
      // packages/conditions/types.d.ts
      // packages/conditions/run.js
      // packages/conditions/required.cts
      // custom/tsconfig.json
      { "compilerOptions": { "customConditions": ["custom"] } }
      // custom/shop.ts
      // node/tsconfig.json
      { "compilerOptions": { "module": "nodenext", "moduleResolution": "nodenext" } }
      // node/package.json
      { "type": "module" }
      // node/shop.ts
      // tsconfig.json
      {}
      // shop.ts
    `,
    packages: { '@harbour/kit': 'packages/kit', '@harbour/plain': 'packages/plain', bare: 'packages/bare', conditions: 'packages/conditions' },
    from: ['shop.ts', 'packages/kit/src/index.ts', 'packages/plain/src/start.ts', 'custom/shop.ts', 'node/shop.ts'],
    specifiers: ['@harbour/kit', '@harbour/kit/rope', '@harbour/kit/a/b/end', '@harbour/kit/js/rope.js', '@harbour/kit/deep/a/b/end', '@harbour/kit/private/secret', '@harbour/kit/none', '@harbour/kit/list', '@harbour/kit/old/rope.ts',
      '@harbour/kit/built', '@harbour/kit/data', '@harbour/kit/src/rope', '@harbour/kit/package.json', '@harbour/plain', '@harbour/plain/src/more', '@harbour/plain/src/more.js', '@harbour/plain/more', 'bare', 'bare/index', 'bare/gone',
      'conditions', 'harbour', '#rope', '#in/rope', '#js/rope.js', '#js/rope', '#out', '#npm', '#null', '#gone', 'left-pad'],
    differs: { '@harbour/kit/built': 'source', '@harbour/plain/more': 'source', '@harbour/kit/none': 'source', '#js/rope': 'endings', '@harbour/plain/src/more': 'endings', 'bare/index': 'endings' },
  },
  {
    theme: 'resolution older than exports',
    files: `
      // package.json
      { "workspaces": ["packages/*"] }
      // tsconfig.json
      { "compilerOptions": { "moduleResolution": "node10", "module": "commonjs" } }
      // packages/kit/package.json
      { "name": "kit", "main": "./dist/start.js", "exports": { ".": "./src/other.ts", "./rope": "./src/rope.ts" } }
      // packages/kit/src/start.ts
      // packages/kit/src/other.ts
      // packages/kit/src/rope.ts
      // packages/kit/inner/index.ts
      // shop.ts
    `,
    packages: { kit: 'packages/kit' },
    from: ['shop.ts'],
    specifiers: ['kit', 'kit/rope', 'kit/src/rope', 'kit/src/rope.js', 'kit/inner', 'kit/dist/rope', 'kit/gone'],
    differs: { kit: 'source', 'kit/rope': 'source', 'kit/dist/rope': 'source' },
  },
  {
    theme: 'trap 28 and what only bundlers understand',
    files: `
      // package.json
      { "dependencies": { "rope": "link:./rope" } }
      // rope/package.json
      { "name": "rope" }
      // rope/index.ts
      // shop/cart.ts
      // shop/icons.svg
      // shop/button.ios.tsx
      // public/logo.svg
    `,
    from: ['shop/cart.ts'],
    specifiers: ['./cart?raw', '!!raw-loader!./cart', './icons.svg?url', './icons.svg#home', 'rope', '/logo.svg', './button', 'virtual:x', 'https://example.com/x.js', 'data:text/javascript,1'],
    differs: { './cart?raw': 'query', '!!raw-loader!./cart': 'query', './icons.svg?url': 'query', './icons.svg#home': 'fragment', rope: 'local', '/logo.svg': 'served', './button': 'platform' },
  },
]

for (const { theme, files: text, packages, config, from, specifiers, differs = {} } of cases) {
  test(`as TypeScript: ${theme}`, () => {
    const files = filesOf(text)
    const project = resolvingFiles(files)
    const oracle = typescriptOracle(files, packages)
    const met = new Set<string>()
    for (const path of from) {
      for (const specifier of specifiers) {
        const theirs = oracle.leads(path, specifier, config?.(path) ?? oracle.nearestConfig(path)) ?? 'nowhere'
        const ours = asOracle(project, path, specifier)
        const reason = differs[specifier]
        if (reason !== undefined && ours !== theirs && (theirs === 'nowhere' || reason === 'shadow')) met.add(specifier)
        else assert.equal(ours, theirs, `${specifier} in ${path}`)
      }
    }
    assert.deepEqual([...met].sort(), Object.keys(differs).sort(), 'a difference that no longer is one')
  })
}

/** TypeScript reads declarations, so we are asked as a type import asks. */
function asOracle(project: Resolving, from: Path, specifier: string): string {
  const { to } = project.link(from, specifier, 'type')
  return to.kind === 'file' ? to.path : 'nowhere'
}

// Every pair of files that could be meant, asked for in every way it could be written.
test('as TypeScript: which of two files is meant', () => {
  const endings = ['.ts', '.tsx', '.d.ts', '.js', '.jsx', '.mts', '.d.mts', '.mjs', '.cts', '.d.cts', '.cjs', '.json', '.css', '.css.ts', '.d.css.ts', '.css.d.ts', '.js.ts', '/index.ts', '/index.tsx', '/index.js', '/index.d.ts', '']
  const written = ['', '.js', '.jsx', '.ts', '.tsx', '.d.ts', '.mjs', '.mts', '.cjs', '.cts', '.json', '.css', '/', '/index', '/index.js', '.js.js']
  const differences = new Map<string, number>()
  let compared = 0
  for (const [i, one] of endings.entries()) {
    for (const two of endings.slice(i)) {
      const files = new Map([['from.ts', ''], [`knot${one}`, ''], [`knot${two}`, '']])
      const project = resolvingFiles(files)
      const oracle = typescriptOracle(files)
      for (const ending of written) {
        const theirs = oracle.leads('from.ts', `./knot${ending}`) ?? 'nowhere'
        const ours = asOracle(project, 'from.ts', `./knot${ending}`)
        compared++
        if (ours === theirs) continue
        const why = theirs === 'nowhere' ? 'endings' : ending !== '' && ours === `knot${ending}` ? 'shadow' : `${ending} with ${one} and ${two}: ${ours} for ${theirs}`
        differences.set(why, (differences.get(why) ?? 0) + 1)
      }
    }
  }
  assert.equal(compared, 22 * 23 / 2 * 16)
  assert.deepEqual([...differences.keys()].sort(), ['endings', 'shadow'])
})

// Published packages have sources, output and declarations side by side, which is where the order of endings matters most.
for (const name of ['zod', 'yaml', 'jsonc-parser', 'vscode-languageserver', 'vscode-languageclient']) {
  test(`as TypeScript: every import of the package ${name}`, () => {
    const files = packageFiles(name)
    const project = resolvingFiles(files)
    const oracle = typescriptOracle(files)
    let compared = 0
    for (const [path, text] of files) {
      if (!/\.[cm]?[jt]sx?$/.test(path)) continue
      const specifiers = new Set(ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName))
      for (const specifier of specifiers) {
        const theirs = oracle.leads(path, specifier, oracle.nearestConfig(path)) ?? 'nowhere'
        assert.equal(asOracle(project, path, specifier), theirs, `${specifier} in ${path}`)
        compared++
      }
    }
    assert.ok(compared > 10, `${name} has ${compared} imports`)
  })
}

function packageFiles(name: string): ReadonlyMap<Path, string> {
  const root = new URL(`../../node_modules/${name}/`, import.meta.url)
  const paths = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(path => /\.(?:[cm]?[jt]sx?|json)$/.test(path) && !path.includes('node_modules'))
  return new Map(paths.map(path => [path.replaceAll('\\', '/'), readFileSync(new URL(path, root), 'utf8')]))
}
