// What a change causes in files that it does not touch: found by comparing with what was there before.
import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { repositoryWith, type Repository } from '../support/repository.ts'

/** In the hold lies an old import of the deck. */
const ship = `
# bulkhead.yaml
layers: [bridge, deck, hold]
cycles: [{ level: file }, { level: module, severity: error }]
imports: { kinds: [value, reexport] }

// bridge/steer.ts
import { load } from '../hold'
export const steer = load

// deck/rope.ts
export const rope = 1

// deck/flag.ts
export const flag = 1

// hold/index.ts
export * from './cargo'
export * from './ballast'

// hold/cargo.ts
export const load = 1

// hold/ballast.ts
export const sand = 1

// hold/old.ts
import { rope } from '../deck/rope'
export const old = rope

// hold/weigh.ts
import { load } from '.'
export const weigh = load
`

interface Told { readonly path: string; readonly rule: string; readonly target?: string }

const why = /this file did not change, but the change causes this finding/

function stagedAnd(t: TestContext, change: string, ...removed: readonly string[]): { readonly repository: Repository; readonly told: () => readonly string[] } {
  const repository = repositoryWith(t, ship)
  repository.write(change)
  for (const path of removed) repository.git('rm', '--quiet', path)
  repository.git('add', '--all')
  return { repository, told: () => told(repository, '--staged') }
}

function told(repository: Repository, ...args: readonly string[]): readonly string[] {
  const { findings } = JSON.parse(repository.bulkhead('check', '--format', 'json', ...args).out) as { readonly findings: readonly Told[] }
  return findings.map(({ path, rule, target }) => [path, rule, target].join(' ').trim())
}

test('what was wrong before, and elsewhere, is not shown', (t) => {
  const { repository, told } = stagedAnd(t, `
// deck/flag.ts
import { sand } from '../hold/ballast'
export const flag = sand
`)
  assert.deepEqual(told(), ['deck/flag.ts boundaries/cycles hold/ballast.ts'])
  assert.equal(repository.bulkhead('check', '--staged').status, 1)
})

test('a circle whose finding stands elsewhere says that the change closes it', (t) => {
  const repository = repositoryWith(t, ship.replace('layers: [bridge, deck, hold]', 'modules: { "{m}": "{m}" }'))
  repository.write(`
// hold/new.ts
import { steer } from '../bridge/steer'
export const fresh = steer
`)
  repository.git('add', '--all')
  assert.deepEqual(told(repository, '--staged'), ['bridge/steer.ts boundaries/cycles hold/index.ts'])
  assert.match(repository.bulkhead('check', '--staged').out, why)
  repository.git('commit', '--quiet', '--message=Close')
  assert.deepEqual(told(repository, '--since', 'HEAD~'), ['bridge/steer.ts boundaries/cycles hold/index.ts'])
  repository.write(`\n// deck/flag.ts\nexport const flag = 2\n`)
  repository.git('add', '--all')
  assert.deepEqual(told(repository, '--staged'), [], 'and then it is old')
})

test('a symbol that moved behind a barrel makes wrong whoever imports it there', (t) => {
  const change = `
// hold/cargo.ts
export * from './stowed'
`
  const { repository, told: staged } = stagedAnd(t, ship.replace(/[^]*\/\/ hold\/weigh\.ts\n/, '// hold/weigh.ts\n') + `
// hold/stowed.ts
export { rope as load } from '../deck/rope'
${change}`)
  assert.ok(staged().includes('hold/weigh.ts boundaries/layers deck/rope.ts'), staged().join('\n'))
  assert.ok(!staged().some((line) => line.startsWith('hold/old.ts')), staged().join('\n'))
  repository.git('commit', '--quiet', '--message=Move')
  assert.ok(told(repository, '--since', 'HEAD~').includes('hold/weigh.ts boundaries/layers deck/rope.ts'))
})

test('a symbol that moves from one file behind a barrel to another', (t) => {
  const text = `
# bulkhead.yaml
modules: { shop: shop, till: till }
rules: [{ id: no-coins, from: shop, forbid: path:till/coins.ts }]

// shop/sell.ts
import { count } from '../till'
export const sell = count

// shop/old.ts
import '../till/coins'

// till/index.ts
export * from './notes'
export * from './coins'

// till/notes.ts
export const count = 1

// till/coins.ts
export const other = 1
`
  const repository = repositoryWith(t, text)
  repository.write(`\n// till/notes.ts\nexport const other = 1\n\n// till/coins.ts\nexport const count = 1\n`)
  repository.git('add', '--all')
  assert.deepEqual(told(repository, '--staged'), ['shop/sell.ts boundaries/rules till/coins.ts'])
  const { status, out } = repository.bulkhead('check', '--staged')
  assert.equal(status, 1)
  assert.match(out, why)
  assert.deepEqual(told(repository, '--since', 'HEAD'), ['shop/sell.ts boundaries/rules till/coins.ts'])
})

test('a file that is deleted, renamed or new is compared with what was', (t) => {
  const deleted = stagedAnd(t, '', 'hold/cargo.ts')
  assert.deepEqual(deleted.told(), ['hold/index.ts boundaries/unresolved unresolved:./cargo'])
  const renamed = repositoryWith(t, ship)
  renamed.git('mv', 'deck/flag.ts', 'deck/pennant.ts')
  assert.deepEqual(told(renamed, '--staged'), [], 'nobody used it')
  const added = stagedAnd(t, `\n// deck/new.ts\nimport { old } from '../hold/old'\nexport const fresh = old\n`)
  assert.deepEqual(added.told(), ['deck/new.ts boundaries/cycles hold/old.ts'])
})

test('a group of cycles that loses a member is none that the change closes', (t) => {
  const ring = `
# bulkhead.yaml
modules: { "{m}": "{m}" }
cycles: { level: module }

// a/a.ts
import '../b/b'

// b/b.ts
import '../a/a'

// b/c.ts
import '../c/c'

// c/c.ts
import '../b/b'
`
  const repository = repositoryWith(t, ring)
  repository.write(`\n// c/c.ts\nexport {}\n`)
  repository.git('add', '--all')
  assert.deepEqual(told(repository, '--staged'), [])
})

test('one more than the baseline knows is shown, whichever of them comes last', (t) => {
  const text = `
# bulkhead.yaml
modules: { shop: shop, till: till }
rules: [{ id: apart, from: shop, forbid: till }]

// shop/z.ts
import { a } from '../till/a'
export const z = a

// shop/a.ts
export const b = 1

// till/a.ts
export const a = 1
`
  const repository = repositoryWith(t, text)
  repository.bulkhead('baseline')
  repository.git('add', '--all')
  repository.git('commit', '--quiet', '--message=Baseline')
  assert.equal(repository.bulkhead('check').status, 0)
  repository.write(`\n// shop/a.ts\nimport { a } from '../till/a'\nexport const b = a\n`)
  repository.git('add', '--all')
  assert.equal(repository.bulkhead('check').status, 1)
  assert.equal(repository.bulkhead('check', '--staged').status, 1)
})

test('while a merge is in progress, what it brings is staged, and a conflict stops nothing', (t) => {
  const repository = repositoryWith(t, ship.replace('layers: [bridge, deck, hold]', 'modules: { "{m}": "{m}" }'))
  repository.git('checkout', '--quiet', '-b', 'other')
  repository.write(`\n// hold/new.ts\nimport { steer } from '../bridge/steer'\nexport const fresh = steer\n\n// deck/flag.ts\nexport const flag = 'theirs'\n`)
  repository.git('add', '--all')
  repository.git('commit', '--quiet', '--message=Close')
  repository.git('checkout', '--quiet', 'main')
  repository.write(`\n// deck/flag.ts\nexport const flag = 'ours'\n`)
  repository.git('commit', '--quiet', '--all', '--message=Ours')
  assert.notEqual(repository.git('merge', '--quiet', 'other').status, 0)
  assert.deepEqual(told(repository, '--staged'), ['bridge/steer.ts boundaries/cycles hold/index.ts'])
})

test('a submodule is no file that was there before', (t) => {
  const { repository, told } = stagedAnd(t, `\n// hold/ballast.ts\nexport const sand = 2\n`)
  const commit = repository.git('rev-parse', 'HEAD').out.trim()
  repository.git('update-index', '--add', '--cacheinfo', `160000,${commit},vendored`)
  repository.git('commit', '--quiet', '--message=Submodule')
  repository.git('update-index', '--force-remove', 'vendored')
  repository.git('rm', '--quiet', 'hold/cargo.ts')
  assert.deepEqual(told(), ['hold/index.ts boundaries/unresolved unresolved:./cargo'])
})

test('a shallow clone that hides where the branch left is told, with status 2', (t) => {
  const repository = repositoryWith(t, ship)
  repository.git('checkout', '--quiet', '--orphan', 'elsewhere')
  repository.git('commit', '--quiet', '--message=Elsewhere')
  const { status, err } = repository.bulkhead('check', '--since', 'main')
  assert.equal(status, 2)
  assert.match(err, /have no commit in common; a shallow clone may hide it/)
})

test('a chain that a change opens is shown at its first import, which did not change', (t) => {
  const repository = repositoryWith(t, `
# bulkhead.yaml
layers: { .: { order: [deck, hold], reach: true } }

// deck/rope.ts
export const rope = 1

// hold/stow.ts
import { sort } from '../lib/sort'
export const stow = sort

// lib/sort.ts
import { order } from './order'
export const sort = order

// lib/order.ts
export const order = 1
`)
  repository.write(`\n// lib/order.ts\nimport { rope } from '../deck/rope'\nexport const order = rope\n`)
  repository.git('add', '--all')
  assert.deepEqual(told(repository, '--staged'), ['hold/stow.ts boundaries/layers deck/rope.ts'])
  repository.git('commit', '--quiet', '--message=Open')
  assert.deepEqual(told(repository, '--since', 'HEAD~'), ['hold/stow.ts boundaries/layers deck/rope.ts'])
  repository.write(`\n// deck/rope.ts\nexport const rope = 2\n`)
  repository.git('add', '--all')
  assert.deepEqual(told(repository, '--staged'), [], 'it was open before')
})

const market = `
# bulkhead.yaml
modules: { shop: shop, till: till, vault: vault }
rules:
  - { id: far, from: shop, forbid: vault, reach: true }
  - { id: based, from: "path:shop/*.page.ts", require: path:shop/base.ts, reach: true }
  - { id: shared, to: till, require: shop }

// shop/cart.page.ts
import { layout } from './layout'
import { charge } from '../till/charge'
export const cart = [layout, charge]

// shop/layout.ts
import { base } from './base'
export const layout = base

// shop/base.ts
export const base = 1

// till/charge.ts
export const charge = 1

// vault/coins.ts
export const coins = 1
`

/** What is told of a change that is staged, and of the same once it is committed. */
function toldOf(t: TestContext, text: string, change: string, ...removed: readonly string[]): readonly string[] {
  const repository = repositoryWith(t, text)
  repository.write(change)
  for (const path of removed) repository.git('rm', '--quiet', path)
  repository.git('add', '--all')
  const staged = told(repository, '--staged')
  repository.git('commit', '--quiet', '--message=Change')
  assert.deepEqual(told(repository, '--since', 'HEAD~'), staged)
  return staged
}

test('a reach that a change opens for an entry, and what only touches an old one', (t) => {
  assert.deepEqual(toldOf(t, market, `\n// till/charge.ts\nimport { coins } from '../vault/coins'\nexport const charge = coins\n`), ['shop/cart.page.ts boundaries/rules vault/coins.ts'])
  const old = market.replace('export const charge = 1', "import { coins } from '../vault/coins'\nexport const charge = coins")
  assert.deepEqual(toldOf(t, old, `\n// vault/coins.ts\nexport const coins = 2\n`), [])
})

test('what is required of another file, and the change takes away', (t) => {
  assert.deepEqual(toldOf(t, market, `\n// shop/layout.ts\nexport const layout = 1\n`), ['shop/cart.page.ts boundaries/rules'])
  assert.deepEqual(toldOf(t, market, `\n// shop/cart.page.ts\nimport './base'\nexport const cart = 1\n`), ['till/charge.ts boundaries/rules till/charge.ts'])
  const others = market.replace('// vault/coins.ts', "// shop/other.page.ts\nimport './base'\n\n// vault/coins.ts")
  assert.deepEqual(toldOf(t, others, '', 'shop/layout.ts', 'shop/cart.page.ts'), ['till/charge.ts boundaries/rules till/charge.ts'], 'the last who used it is gone')
})

test('a chain that leads on through a file that is deleted, and one through a new file', (t) => {
  const text = market.replace('export const charge = 1', "export { coin as charge } from './coin'").replace('// vault/coins.ts', '// till/coin.ts\nexport const coin = 1\n\n// vault/coins.ts')
  assert.deepEqual(toldOf(t, text, `\n// till/charge.ts\nexport { fresh as charge } from './fresh'\n\n// till/fresh.ts\nimport { coins } from '../vault/coins'\nexport const fresh = coins\n`).filter((line) => line.startsWith('shop')), ['shop/cart.page.ts boundaries/rules vault/coins.ts'])
})

const licensed = (version: string, more: string): string => JSON.stringify({
  name: 'market', lockfileVersion: 3,
  packages: { '': { name: 'market', dependencies: { purse: '*' } }, 'node_modules/purse': { version, ...JSON.parse(more) as object } },
})

const locked = (rule: string, lock: string): string => `
# bulkhead.yaml
rules: [{ id: packages, ${rule} }]

# package.json
{ "name": "market", "dependencies": { "purse": "*" } }

# package-lock.json
${lock}

// shop/pay.ts
import purse from 'purse'
export const pay = purse
`

test('a lock file that says another thing of a package than before', (t) => {
  const deprecated = locked('forbid: "pkg:*[deprecated]"', licensed('1.0.0', '{ "license": "MIT" }'))
  assert.deepEqual(toldOf(t, deprecated, `\n# package-lock.json\n${licensed('1.0.1', '{ "license": "MIT", "deprecated": "gone" }')}\n`), ['shop/pay.ts boundaries/rules pkg:purse'])
  const license = locked('only: "pkg:*[license=MIT]"', licensed('1.0.0', '{ "license": "MIT" }'))
  assert.deepEqual(toldOf(t, license, `\n# package-lock.json\n${licensed('2.0.0', '{ "license": "GPL-3.0" }')}\n`), ['shop/pay.ts boundaries/rules pkg:purse'])
  assert.deepEqual(toldOf(t, license.replace('MIT]', 'ISC]'), `\n# package-lock.json\n${licensed('1.0.1', '{ "license": "BSD" }')}\n`), [], 'it was another one that is not permitted')
  const pnpm = (deprecated: string): string => `lockfileVersion: '9.0'\n\npackages:\n\n  purse@1.0.0:\n    resolution: {integrity: sha512-x}\n${deprecated}`
  const underPnpm = deprecated.replace(/# package-lock\.json\n.*\n/, `# pnpm-lock.yaml\n${pnpm('')}\n`)
  assert.deepEqual(toldOf(t, underPnpm, `\n# pnpm-lock.yaml\n${pnpm('    deprecated: gone\n')}\n`), ['shop/pay.ts boundaries/rules pkg:purse'])
})

test('what a file beside the code says, and what it extends', (t) => {
  const text = `
# bulkhead.yaml
extends: [base.yaml]
modules: { till: till }

# base.yaml
rules: []

# quays/bulkhead.yaml
inherit: true

// quays/crane.ts
import { charge } from '../till/charge'
export const crane = charge

// till/charge.ts
export const charge = 1
`
  assert.deepEqual(toldOf(t, text, `\n# quays/bulkhead.yaml\ninherit: true\nuses: []\n`), ['quays/crane.ts boundaries/rules till/charge.ts'])
  assert.deepEqual(toldOf(t, text, `\n# base.yaml\nrules: [{ id: apart, from: path:quays, forbid: till }]\n`), ['quays/crane.ts boundaries/rules till/charge.ts'])
  const closed = text.replace('inherit: true\n', 'inherit: true\nuses: []\n')
  assert.deepEqual(toldOf(t, closed, '', 'quays/bulkhead.yaml'), [], 'what was forbidden may be')
  assert.deepEqual(toldOf(t, closed.replace('rules: []', 'rules: [{ id: apart, from: path:quays, forbid: till }]'), '', 'quays/bulkhead.yaml'), ['quays/crane.ts boundaries/rules till/charge.ts'], 'all is shown')
})

test('what git ignores no more is missed where it is imported', (t) => {
  const text = `
# bulkhead.yaml
modules: { shop: shop }

# .gitignore
shop/made

// shop/cart.ts
import { client } from './made/client'
export const cart = client
`
  assert.deepEqual(toldOf(t, text, `\n# .gitignore\nshop/other\n`), ['shop/cart.ts boundaries/unresolved unresolved:./made/client'])
  assert.deepEqual(toldOf(t, text.replace('shop/made', 'shop/other'), `\n# .gitignore\nshop/made\n`), [])
})
