// A session that lives says what one made anew says. STEPS=20000 walks further than the suite has time for.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Path } from '../../rules/model/place.ts'
import type { Report } from '../../rules/model/report.ts'
import { withBaseline } from '../../server/session/baseline.ts'
import type { Change, Session } from '../../server/session/session.ts'
import { sessionOver } from './session-over.ts'

/** What can happen to the project, or to a text in the editor that nobody saved. */
type Step =
  | { readonly kind: 'write'; readonly path: Path; readonly text: string }
  | { readonly kind: 'delete'; readonly path: Path }
  | { readonly kind: 'rename'; readonly path: Path; readonly to: Path }
  | { readonly kind: 'delete folder'; readonly path: Path }
  | { readonly kind: 'type'; readonly path: Path; readonly text: string }
  | { readonly kind: 'close'; readonly path: Path }
  /** A line comes, or goes where it says none. */
  | { readonly kind: 'edit'; readonly path: Path; readonly at: number; readonly line: string | undefined; readonly isSaved: boolean }
  | { readonly kind: 'at once'; readonly steps: readonly Step[] }
  | { readonly kind: 'day'; readonly today: string }
  | { readonly kind: 'baseline' }
  | { readonly kind: 'everything' }

const sources: readonly Path[] = [
  'shop/cart.ts', 'shop/till.ts', 'shop/till/index.ts', 'shop/price.tsx', 'shop/cart.test.ts', 'billing/index.ts', 'billing/ledger.ts',
  'billing/charge.js', 'billing/charge.d.ts', 'billing/inner/index.ts', 'billing/Ledger.vue', 'storage/index.ts', 'storage/disk.ts', 'made/client.ts', 'packages/harbour/src/index.ts', 'packages/harbour/src/quay.ts',
]

const specifiers = [
  './cart', './till', './price', './ledger', './ledger.js', './charge', './index', './quay', './disk', '../shop/cart', '../shop/till', '../billing', '../billing/ledger',
  '../storage', '../storage/disk', '../made/client', '@/billing/ledger', '@/storage', '@/shop/cart', 'harbour', 'harbour/quay', '#quay', 'pg', '@aws-sdk/client-s3', 'node:fs', './gone',
  './inner', './Ledger.vue', '../billing/inner', '../index', '../ledger',
]

const writes = fc.constantFrom(
  (to: string) => `import { one } from '${to}'\none()`, (to: string) => `import { one, two as three } from '${to}'\nthree()`, (to: string) => `import * as all from '${to}'\nall.one()`,
  (to: string) => `import type { one } from '${to}'`, (to: string) => `import { one } from '${to}'`, (to: string) => `import '${to}'`, (to: string) => `export { one } from '${to}'`, (to: string) => `export * from '${to}'`,
  (to: string) => `export type { two } from '${to}'`, (to: string) => `export * as two from '${to}'`, (to: string) => `export { default as one } from '${to}'`, (to: string) => `export { default } from '${to}'`,
  (to: string) => `import { two } from '${to}'\nexport { two }`, (to: string) => `import one from '${to}'\nexport default one`, (to: string) => `import type { two } from '${to}'\nexport type { two }`, (to: string) => `import { one as six } from '${to}'\nexport const two: six = 2`,
  (to: string) => `/** @type {import('${to}').one} */`, (to: string) => `new URL('${to}', import.meta.url)`, (to: string) => `jest.mock('${to}')`, (to: string) => `const later = () => import('${to}')`, (to: string) => `const now = require('${to}')`,
  (to: string) => `// bulkhead-ignore-next-line boundaries/layers -- until May\nimport { two } from '${to}'\ntwo()`, (to: string) => `// bulkhead-ignore-next-line boundaries/rules\nimport '${to}'`,
)
const statement = fc.tuple(writes, fc.constantFrom(...specifiers)).map(([write, to]) => write(to))

const plain = fc.constantFrom('', '', '// a word', '// bulkhead-ignore-next-line boundaries/layers, boundaries/api, boundaries/rules, boundaries/cycles, vendors/sdk -- until May', 'one()', 'two.one()', 'export const one = 1', 'export const two = 2', 'export default 1', 'export type one = 1', 'let six = 1', 'const kept = new Map()', 'export const keep = () => kept.set(1, 2)', 'const keep = (kept) => kept.set(1, 2)')
const line = fc.oneof({ weight: 6, arbitrary: statement }, { weight: 2, arbitrary: fc.constantFrom('export const one = 1', 'export const two = 2', 'export function one() {}', 'process.env.HARBOUR', 'let six = 1', 'const kept = []', 'function keep() { kept.push(1) }', '') }, { weight: 1, arbitrary: fc.constantFrom('import { ', 'const {', "'") })
const source = fc.array(line, { maxLength: 4 }).map((lines) => lines.map((each) => `${each}\n`).join(''))

const layered = `version: 1\nlayers: [${['shop', 'billing', 'storage'].map((name) => `{ name: ${name}, optional: true }`).join(', ')}]\n`
const reaching = 'version: 1\nlayers:\n  .: { order: [{ name: shop, optional: true }, { name: storage, optional: true }], reach: true }\n'
const moduled = 'version: 1\nmodules:\n  shop: { files: shop, optional: true }\n  billing: { files: billing, api: index, optional: true }\n  harbour: { files: packages/harbour, optional: true }\n'
/** Open to some, and by some names. */
const closed = 'version: 1\nmodules:\n  shop: { files: shop, optional: true }\n  billing: { files: billing, optional: true, api: [index.ts, { expose: ledger.ts, to: shop, names: [one, t*] }, { expose: Ledger.vue, names: default }] }\n'
const texts: Readonly<Record<Path, readonly string[]>> = {
  'bulkhead.yaml': [
    layered, `${layered}cycles: forbid\n`, reaching, `${reaching}  packages/*: { order: [{ name: quay, files: src/quay.ts, optional: true }, { name: rest, files: src, optional: true }], reach: true, kinds: runtime }\n`, `${moduled}cycles: { level: module, kinds: all }\n`, `${moduled}vendors: { allow: path:storage }\n`,
    `${moduled}rules:\n  - { id: env-in-storage, to: "env:*", only: path:storage, optional: true }\n  - { id: no-disk, from: shop, forbid: path:storage/disk.ts, optional: true }\n`,
    `${moduled}ignore: [made]\nexceptions:\n  - { rule: boundaries/api, from: shop, to: billing, why: until May, until: never }\n`,
    `${moduled}imports: { reexports: stop, virtual: ["@/*"] }\n`, 'version: 1\nmodules: { "{name}": "workspace:*" }\nchecks: { boundaries/unresolved: error, policy/stale: off }\n',
    `${moduled}cycles: [{ level: folder, kinds: all }, { every: path:s* }, { level: module, some: path:storage, kinds: all }]\n`, `version: 1\ncycles: [{ from: "path:{part}", every: "path:{part}" }, { from: "path:{part}", some: { not: "path:{part}" }, kinds: [load, "call:jest.mock"] }, { level: folder, kinds: [all, url] }]\n`,
    `${moduled}checks: { boundaries/unassigned: { severity: warning, in: path:s* } }\n`, `${layered}checks: { boundaries/undeclared: { severity: error, options: { dev: path:shop } }, boundaries/unassigned: info }\n`,
    `${moduled}checks: { boundaries/self-import: { options: { style: alias } } }\n`, `${layered}checks: { boundaries/self-import: { severity: info, options: { style: relative } } }\n`, `${layered}checks: { boundaries/orphans: warning }\n`, `${moduled}checks: { boundaries/orphans: { severity: info, in: path:billing, options: { means: unused } } }\n`, `${layered}checks: { boundaries/orphans: { severity: info, options: { means: alone } } }\n`,
    `${moduled}checks: { boundaries/stability: warning }\n`, `${layered}checks: { boundaries/stability: { severity: info, options: { level: file } } }\n`,
    `${moduled}  other: { files: storage, uses: [shop, billing, harbour], packages: [pg, "builtin:*"], optional: true }\nchecks: { policy/unneeded: warning }\n`,
    `${moduled}rules:
  - { id: far, from: shop, forbid: ["pkg:pg", path:storage], reach: true, via: { not: "path:**/index.ts" }, optional: true }
  - { id: near, to: path:storage, only: [billing], reach: true, optional: true }
  - { id: named, from: path:billing, forbid: "*", names: ["t*", default], written: [relative, workspace], optional: true }
`,
    `${moduled}rules:
  - { id: used, to: [shop, billing, path:storage], require: "*", count: ">=2", optional: true }
  - { id: reached, to: "path:**/*.ts", require: "path:shop/*.ts", reach: true, kinds: runtime, optional: true }
  - { id: leads, from: "path:{where}/*.ts", require: "path:{where}/index.ts", optional: true }
  - { id: few, from: shop, require: "*", reach: true, count: "<=1", optional: true }
exceptions:
  - { rule: used, to: shop, why: until May, until: never }
`,
    `${layered}budgets: { "pkg:pg.files": 0, "path:shop.findings": 1, "*.known": 0, "billing.imports": 1, "env:*.files": 0 }\n`,
    `${closed}vendors: { allow: path:storage, portable: ["aws:s3"], custom: [{ vendor: quays, packages: [pg], capability: database }] }\n`,
    `${closed}rules:\n  - { id: stateless, to: "state:*", only: path:storage, optional: true }\n  - { id: tools, from: path:shop, forbid: "pkg:*[declared=dev]", optional: true }\n  - { id: declared, only: ["pkg:*[declared=prod]", "pkg:*[license=MIT]"] }\n`,
    `${layered}rules:\n  - { id: fresh, to: "pkg:*[deprecated]", only: path:storage, optional: true }\n  - { id: keeps, from: path:billing, only: ["state:kept", "capability:storage"], optional: true }\nbudgets: { "state:*.files": 1, "pkg:*[declared=twice].imports": 0 }\n`,
    `${layered}colour: blue\n`, 'layers: [shop', `${layered}rules: [{ id: lost, from: pier, forbid: shop }]\n`, '',
  ],
  'tsconfig.json': ['{}', '{ "compilerOptions": { "baseUrl": ".", "paths": { "@/*": ["./*"] } } }', '{ "extends": "./config/base.json" }', '{ "compilerOptions": { "verbatimModuleSyntax": true } }', '{ "files": [], "references": [{ "path": "./shop/tsconfig.json" }] }', '{ "extends": "./gone.json" }', '{'],
  'shop/tsconfig.json': ['{ "extends": "../config/base.json" }', '{ "compilerOptions": { "paths": { "@/billing/*": ["../storage/*"] } } }', '{ "extends": '],
  'config/base.json': ['{ "compilerOptions": { "paths": { "@/*": ["../*"] } } }', '{ "compilerOptions": { "paths": { "@/*": ["../billing/*"] } } }', '{}', '{'],
  'package.json': ['{ "workspaces": ["packages/*"] }', '{ "dependencies": { "pg": "1" } }', '{ "main": "shop/till.js", "bin": "billing/charge.js" }', '{ "workspaces": ["packages/*"], "devDependencies": { "pg": "1", "harbour": "*" } }', '{ "name": "port", "imports": { "#quay": "./packages/harbour/src/quay.ts" } }', '{'],
  'packages/harbour/package.json': ['{ "name": "harbour", "exports": { ".": "./src/index.ts" } }', '{ "name": "harbour", "exports": { ".": "./src/index.ts", "./quay": "./src/quay.ts" } }', '{ "name": "harbour", "main": "./src/quay.ts", "imports": { "#quay": "./src/quay.ts" } }', '{ "name": "pier" }', '{ "type": "module" }', '{'],
  'package-lock.json': ['{ "packages": { "node_modules/pg": { "license": "MIT" } } }', '{ "packages": { "node_modules/pg": { "license": "ISC", "deprecated": "it is old" } } }', '{'],
  'billing/bulkhead.yaml': [
    'inherit: true\n', 'inherit: true\nmodule: billing\napi: [index.ts]\npackages: [pg]\ncycles: forbid\n', 'inherit: true\nuses: []\nlayers: [{ name: top, files: "*.*", optional: true }, { name: inner, optional: true }]\nchecks: { boundaries/unresolved: error, boundaries/orphans: info }\n',
    'inherit: true\nrules: [{ id: apart, from: "*", forbid: { not: path:ledger.ts }, optional: true }]\ntags: [money]\n', 'inherit: true\nbudgets: {}\n', 'inherit: true\nrules: [', 'version: 1\n', '',
  ],
  'pnpm-workspace.yaml': ['packages: [packages/*]\n', 'packages: []\n'],
  '.gitignore': ['made/\n', 'storage/disk.ts\n', ''],
  'bulkhead-baseline.yaml': ['"boundaries/layers  billing one shop": 1\n', '- wrong\n', ''],
}
const shaping = Object.keys(texts)

const typedUnder: readonly string[] = [
  `${layered}cycles: forbid\nimports: { kinds: all }\nvendors: { allow: storage }\n`,
  `${layered}cycles: [{ level: module, kinds: runtime }, { level: file, kinds: { not: [elided] } }]\nexceptions: [{ rule: boundaries/layers, from: path:billing, to: path:shop, why: until March, until: 2026-03-01 }]\n`,
  `version: 1\ncycles: [{ level: folder, every: { not: path:billing } }, { level: folder, kinds: all }, { some: path:storage, kinds: { not: elided } }, { every: "path:{shop,billing}", severity: info }, { from: "path:{part}", every: ["path:{part}", path:storage], kinds: [all, "call:jest.mock"] }]\n`,
  `${moduled}cycles: [{ level: module, some: path:storage/disk.ts, kinds: all }, { level: folder, from: "path:{part}/index.ts", some: { not: "path:{part}" }, kinds: { not: [type, elided] } }, {}]\nrules: [{ id: mocks, from: shop, forbid: billing, kinds: "call:jest.mock", optional: true }]\n`,
  `${moduled}imports: { kinds: { not: [type, elided] } }\nrules: [{ id: mentioned, from: shop, forbid: billing, kinds: [jsdoc, url, call], optional: true }]\n`,
  `${moduled}rules: [{ id: no-vendor, from: shop, forbid: "pkg:pg", optional: true }, { id: kept, to: path:storage/disk.ts, only: path:storage, optional: true }, { id: env, to: "env:*", only: path:storage, optional: true }]\ncycles: [{ level: module, kinds: all }]\nvendors: { allow: { aws: path:storage } }\n`,
  reaching, `${reaching}modules: { billing: { files: billing, optional: true } }\n`,
  'version: 1\nlayers:\n  .: { order: [{ name: shop, optional: true }, { name: storage, optional: true, siblings: forbid }], reach: true, kinds: { not: [type, elided] } }\n  "{billing,storage}": { order: [{ name: top, files: "*e*.*", optional: true }, { name: low, files: "*i*.*", optional: true }], reach: true }\nmodules: { "{name}": { files: "storage/{name:disk,keep}.ts", optional: true } }\n',
  `${closed}rules: [{ id: stateless, to: "state:*", only: path:billing, optional: true }, { id: kept, from: path:shop, forbid: "state:kept", optional: true }, { id: undeclared, to: "pkg:*[declared=none]", only: path:storage, optional: true }]\nbudgets: { "state:*.imports": 2 }\n`,
  `${moduled}rules: [{ id: dry, from: shop, forbid: [path:storage, "pkg:pg"], reach: true, kinds: runtime, optional: true }, { id: via, from: path:billing, only: [path:billing, shop], reach: true, via: { not: path:shop/till.ts }, optional: true }, { id: inward, to: path:storage, forbid: shop, reach: true, names: [one, default], optional: true }]\n`,
  `${moduled}rules: [{ id: used, to: "*", require: "*", count: ">=2", severity: warning, optional: true }, { id: led, from: path:shop, require: path:storage/disk.ts, reach: true, kinds: runtime, optional: true }, { id: named, to: path:storage, only: [billing], names: ["t*"], optional: true }, { id: many, to: path:storage, require: "path:{shop,billing}", reach: true, count: "=2", optional: true }]\n`,
  `version: 1\nlayers: [{ name: shop, optional: true, siblings: api }, { name: billing, siblings: forbid, optional: true, files: [billing, storage] }]\nmodules: { "{name}": { files: "billing/{name}", api: index, optional: true } }\n`,
  '',
]

const heirs: readonly string[] = [
  'inherit: true\n', 'inherit: true\napi: [index.ts]\nuses: []\ncycles: { kinds: { not: [type, elided] } }\n',
  'inherit: true\nlayers: { .: { order: [{ name: top, files: "*e*.*", optional: true }, { name: low, files: "*i*.*", optional: true }], reach: true } }\nchecks: { boundaries/undeclared: error }\n',
]

const anyPath = fc.constantFrom(...sources, ...shaping)
const written = fc.oneof(
  { weight: 3, arbitrary: fc.record({ path: fc.constantFrom(...sources), text: source }) },
  { weight: 2, arbitrary: fc.constantFrom(...shaping, 'bulkhead.yaml', 'bulkhead.yaml', 'bulkhead.yaml', 'billing/bulkhead.yaml', 'billing/bulkhead.yaml').chain((path) => fc.record({ path: fc.constant(path), text: fc.constantFrom(...texts[path] ?? []) })) },
)
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 10, arbitrary: written.map((what) => ({ kind: 'write' as const, ...what })) },
  { weight: 3, arbitrary: written.map((what) => ({ kind: 'type' as const, ...what })) },
  { weight: 2, arbitrary: anyPath.map((path) => ({ kind: 'close' as const, path })) },
  { weight: 3, arbitrary: anyPath.map((path) => ({ kind: 'delete' as const, path })) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('rename' as const), path: fc.constantFrom(...sources), to: fc.constantFrom(...sources) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('delete folder' as const), path: fc.constantFrom('shop', 'billing', 'packages', 'config') }) },
  { weight: 1, arbitrary: fc.constantFrom<Step>({ kind: 'baseline' }, { kind: 'everything' }) },
)
const several = (one: fc.Arbitrary<Step>): fc.Arbitrary<Step> => fc.oneof({ weight: 4, arbitrary: one }, { weight: 1, arbitrary: fc.array(one, { minLength: 2, maxLength: 4 }).map((steps) => ({ kind: 'at once' as const, steps })) })

const start: readonly Step[] = Object.entries({
  'bulkhead.yaml': layered,
  'package.json': '{ "workspaces": ["packages/*"], "dependencies": { "pg": "1" } }',
  'packages/harbour/package.json': '{ "name": "harbour", "exports": { ".": "./src/index.ts" } }',
  'packages/harbour/src/index.ts': "export * from './quay'\n",
  'packages/harbour/src/quay.ts': 'export const one = 1\n',
  'shop/cart.ts': "import { one } from '../billing'\nexport const two = one\n",
  'shop/till.ts': "import { one } from '../billing/ledger'\none(process.env.TILL)\n",
  'billing/index.ts': "export { one } from './ledger'\n",
  'billing/ledger.ts': "import { two } from '../shop/cart'\nimport { S3 } from '@aws-sdk/client-s3'\nexport const one = [two, S3]\n",
  'storage/index.ts': "export * from './disk'\nimport { one } from '@/shop/cart'\none()\n",
  'storage/disk.ts': "import { one } from 'harbour'\nexport const two = one\n",
}).map(([path, text]) => ({ kind: 'write', path, text }))

/** Files that hand on names to each other, all of which an import finds. */
const tight: Readonly<Record<Path, string>> = {
  'shop/index.ts': "export * from './cart'\nexport { two as six } from '../billing'\n",
  'shop/cart.ts': "import { one } from '../billing'\nexport const two = one\n",
  'shop/till.ts': "import { one } from '../billing/ledger'\nimport { two } from '../storage'\none(two)\n",
  'billing/index.ts': "export { one } from './ledger'\nexport * from '../storage'\n",
  'billing/ledger.ts': "export { one } from '../storage/disk'\nexport const two = 2\n",
  'billing/Ledger.vue': '<script>\nimport { two } from "../shop"\ntwo()\n</script>\n',
  'storage/index.ts': "export * from './disk'\nexport * as six from './keep'\n",
  'storage/disk.ts': "import { S3 } from '@aws-sdk/client-s3'\nexport { S3 as two }\nexport const one = 1\n",
  'storage/keep.ts': "import { six } from '../shop'\nexport default six\n",
}
const within = fc.constantFrom('../shop', '../shop', '../billing', '../billing', '../storage', '../storage', '../shop/cart', '../billing/ledger', '../billing/Ledger.vue', '../storage/disk', '../storage/keep', '../shop/till', 'pg', '@aws-sdk/client-s3', '@/billing', './gone')
const place = fc.constantFrom(...Object.keys(tight))

/** What is done to sources for most of a day: a line here and there. */
const edit: fc.Arbitrary<Step> = fc.oneof(
  { weight: 12, arbitrary: fc.record({
    kind: fc.constant('edit' as const), path: place, at: fc.nat(6), isSaved: fc.boolean(),
    line: fc.oneof({ weight: 3, arbitrary: fc.tuple(writes, within).map(([write, to]) => write(to)) }, { weight: 3, arbitrary: plain }, { weight: 2, arbitrary: fc.constant(undefined) }),
  }) },
  { weight: 1, arbitrary: place.map((path) => ({ kind: 'write' as const, path, text: tight[path] ?? '' })) },
  { weight: 1, arbitrary: place.map((path) => ({ kind: 'close' as const, path })) },
  { weight: 1, arbitrary: place.map((path) => ({ kind: 'delete' as const, path })) },
  { weight: 1, arbitrary: fc.constantFrom('2026-01-15', '2026-06-01').map((today) => ({ kind: 'day' as const, today })) },
)

const inARun = 40
const runs = Math.ceil(Number(process.env['STEPS'] ?? 1000) / inARun)

test('a session that lives equals one made anew, whatever happened to it', () => {
  fc.assert(fc.property(fc.array(several(step), { minLength: 1, maxLength: inARun, size: 'max' }), (steps) => { walk([...start, ...steps]) }), { numRuns: runs, seed: Number(process.env['SEED'] ?? 7) })
})

test('while the configuration stands and sources are typed in, a session that lives equals one made anew', () => {
  const shape = fc.record({ ...Object.fromEntries(Object.entries(tight).map(([path, text]) => [path, fc.constant(text)])), 'bulkhead.yaml': fc.constantFrom(...typedUnder), 'billing/bulkhead.yaml': fc.constantFrom(...heirs), 'tsconfig.json': fc.constantFrom(...texts['tsconfig.json'] ?? []), 'shop/tsconfig.json': fc.constantFrom('{}', '{') })
    .map((shaped) => Object.entries(shaped).map(([path, text]): Step => ({ kind: 'write', path, text })))
  const walks = fc.tuple(shape, fc.array(several(edit), { minLength: 1, maxLength: inARun, size: 'max' }))
  fc.assert(fc.property(walks, ([shaped, steps]) => { walk([...shaped, ...steps]) }), { numRuns: runs, seed: Number(process.env['SEED'] ?? 7) })
})

function walk(steps: readonly Step[]): void {
  const saved = new Map<Path, string>()
  const unsaved = new Map<Path, string>()
  const clock = { today: '2026-01-15' }
  const today = (): string => clock.today
  const living = sessionOver(saved, { today })
  for (const [at, taken] of steps.entries()) {
    if (taken.kind === 'day') clock.today = taken.today
    const said = living.apply(take(taken, living, saved, unsaved))
    const anew = sessionOver(new Map(saved), { today }).apply([...unsaved].map(([path, text]) => ({ kind: 'text', path, text })))
    assert.deepEqual(whatHolds(said), whatHolds(anew), `step ${at + 1}, ${JSON.stringify(taken)}`)
  }
}

/** While a configuration is wrong the last good one stays in force, which a session made anew has never seen: it says what is read at all. */
function whatHolds({ revision: _, ...report }: Report): Partial<Report> {
  return report.isConfigValid ? report : { problems: report.problems.filter(({ at }) => at?.path.includes('bulkhead')) }
}

function take(step: Step, living: Session, saved: Map<Path, string>, unsaved: Map<Path, string>): readonly Change[] {
  switch (step.kind) {
    case 'write':
      saved.set(step.path, step.text)
      return [{ kind: 'disk', paths: [step.path] }]
    case 'delete':
      saved.delete(step.path)
      return [{ kind: 'disk', paths: [step.path] }]
    case 'rename': {
      const text = saved.get(step.path)
      saved.delete(step.path)
      if (text !== undefined) saved.set(step.to, text)
      return [{ kind: 'disk', paths: [step.path, step.to] }]
    }
    case 'delete folder':
      // Watchers tell of the folder, not of each file in it.
      for (const path of [...saved.keys()]) if (path.startsWith(`${step.path}/`)) saved.delete(path)
      return [{ kind: 'disk', paths: [step.path] }]
    case 'type':
      unsaved.set(step.path, step.text)
      return [{ kind: 'text', path: step.path, text: step.text }]
    case 'close':
      unsaved.delete(step.path)
      return [{ kind: 'text', path: step.path, text: undefined }]
    case 'edit': {
      const lines = (unsaved.get(step.path) ?? saved.get(step.path) ?? '').split('\n')
      lines.splice(Math.min(step.at, lines.length), step.line === undefined ? 1 : 0, ...(step.line === undefined ? [] : [step.line]))
      return take({ kind: step.isSaved && !unsaved.has(step.path) ? 'write' : 'type', path: step.path, text: lines.join('\n') }, living, saved, unsaved)
    }
    case 'at once':
      return step.steps.flatMap((each) => take(each, living, saved, unsaved))
    case 'day':
      return []
    case 'baseline': {
      const { files } = withBaseline(living, living.snapshot().report, true)
      for (const [path, text] of files) saved.set(path, text)
      return [{ kind: 'disk', paths: [...files.keys()] }]
    }
    case 'everything':
      return [{ kind: 'everything' }]
  }
}
