// How boundaries/self-import writes an import otherwise: every offer leads where the import led.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { apply } from '../../server/engine/index.ts'
import { check } from '../support/check.ts'
import { project } from '../support/project.ts'

/** The import of a file after the fix, and whether the fix is safe; the file is judged again with it. */
async function rewritten(text: string, path: string): Promise<readonly string[]> {
  const { session, report } = project(text)
  const finding = report.findings.find(({ at, rule }) => at.path === path && rule === 'boundaries/self-import')
  const fix = finding?.fixes.find(({ id }) => id === 'rewrite-specifier')
  assert.ok(fix)
  const { edits } = await session.edits(fix)
  const applied = apply(new Map([[path, session.text(path) ?? '']]), edits)
  assert.ok(applied.kind === 'texts')
  const after = applied.texts.get(path) ?? ''
  const { findings } = session.apply([{ kind: 'text', path, text: after }])
  assert.deepEqual(findings.filter(({ at, rule }) => at.path === path && /self-import|unresolved/.test(rule)), [])
  return [after.trim().split('\n').at(-1) ?? '', fix.safety]
}

const packages = `
  // package.json
  { "workspaces": ["packages/*"] }
  // packages/money/package.json
  { "name": "money", "exports": { ".": "./src/index.ts", "./round": "./src/round.tsx", "./kinds/*": "./src/kinds/*.ts" } }
  // packages/money/src/index.ts
  export const money = 1
  // packages/money/src/round.tsx
  export const round = 1
  // packages/money/src/kinds/coin.ts
  export const coin = 1
`

test('a package by its own name becomes a path, with an ending as the file writes them', async () => {
  const from = (lines: string): string => `${packages}\n  // packages/money/src/bank/vault.ts\n${lines}`
  const vault = 'packages/money/src/bank/vault.ts'
  assert.deepEqual(await rewritten(from("  import 'money'"), vault), ["import '..'", 'review'])
  assert.deepEqual(await rewritten(from("  import '../kinds/coin'\n  import 'money/round'"), vault), ["import '../round'", 'safe'])
  assert.deepEqual(await rewritten(from("  import '../kinds/coin.js'\n  import 'money'"), vault), ["import '../index.js'", 'safe'])
  assert.deepEqual(await rewritten(from("  import '../kinds/coin.ts'\n  import 'money/round'"), vault), ["import '../round.tsx'", 'safe'])
})

const named = `
  // bulkhead.yaml
  modules: { shop: src/shop, billing: src/billing, money: packages/money }
  checks: { boundaries/self-import: { options: { style: alias } } }
  // tsconfig.json
  { "compilerOptions": { "paths": { "@/*": ["./src/*"], "@/closed/*": ["./nowhere/*"], "ledger": ["./src/billing/ledger.ts"], "*": ["./src/*"] } } }
  // src/billing/index.ts
  export const one = 1
  // src/billing/ledger.ts
  export const one = 1
  // src/billing/closed/index.ts
  export const one = 1
${packages}`

test('a path becomes the name that leads to the same file: a package of the workspace, else the shortest alias', async () => {
  const from = (line: string): string => `${named}\n  // src/shop/cart.ts\n  ${line}`
  assert.deepEqual(await rewritten(from("import '../billing'"), 'src/shop/cart.ts'), ["import '@/billing'", 'safe'])
  assert.deepEqual(await rewritten(from("import '../billing/ledger.js'"), 'src/shop/cart.ts'), ["import 'ledger'", 'safe'])
  assert.deepEqual(await rewritten(from("import '../../packages/money/src/index'"), 'src/shop/cart.ts'), ["import 'money'", 'review'])
  assert.deepEqual(await rewritten(from("import '../../packages/money/src/round'"), 'src/shop/cart.ts'), ["import 'money/round'", 'review'])
})

check('a path to what has no name is no finding, nor is a path inside a module', `${named}
  // src/shop/cart.ts
  import '../../tools/seed'
  import './till'
  // src/shop/till.ts
  export const till = 1
  // tools/seed.ts
  export const seed = 1
`)

check('a package that is entered by an alias of its own name enters itself all the same', `
  // package.json
  { "name": "@shop/money" }
  // tsconfig.json
  { "compilerOptions": { "paths": { "@shop/money": ["./index.ts"] } } }
  // index.ts
  export const money = 1
  // coin.ts
  import '@shop/money'
  //     ^^^^^^^^^^^^^ boundaries/self-import: @shop/money imports itself by its own name
`)

test('a file that is published is offered no path to one that is not', () => {
  const offered = (manifest: string): readonly (readonly [string, boolean])[] => project(`
    // package.json
    ${manifest}
    // src/index.ts
    export const money = 1
    // kinds/coin.js
    export const coin = 1
    // rounding/index.js
    import 'money'
    import 'money/coin'
    // src/bank.ts
    import 'money'
  `).report.findings.filter(({ rule }) => rule === 'boundaries/self-import').map(({ at, target, fixes }) => [`${at.path} ${target?.kind === 'file' ? target.path : ''}`, fixes.some(({ id }) => id === 'rewrite-specifier')])
  const [toSource, toKind, inSource] = ['rounding/index.js src/index.ts', 'rounding/index.js kinds/coin.js', 'src/bank.ts src/index.ts']
  const exports = '"name": "money", "exports": { ".": "./src/index.ts", "./coin": "./kinds/coin.js" }'
  assert.deepEqual(offered(`{ ${exports}, "files": ["dist", "./rounding/", "kinds/*.js"] }`), [[toSource, false], [toKind, true], [inSource, true]])
  assert.deepEqual(offered(`{ ${exports}, "files": ["*", "!src"] }`), [[toSource, false], [toKind, true], [inSource, true]])
  assert.deepEqual(offered(`{ ${exports}, "files": ["rounding", "src"] }`), [[toSource, true], [toKind, false], [inSource, true]])
  assert.deepEqual(offered(`{ ${exports} }`), [[toSource, true], [toKind, true], [inSource, true]])
})
