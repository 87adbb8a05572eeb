// What is said of two ends where a line is about some imports alone, or about chains of them.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asked } from './asked.ts'

const shop = (rule: string, more = ''): string => `
  # bulkhead.yaml
  modules: { shop: shop, till: till, vault: vault }
  rules: [{ id: far, ${rule} }]
${more}
  // shop/cart.ts
  import { charge } from '../till/charge'
  export const cart = charge

  // shop/refund.ts
  export const refund = 1

  // till/charge.ts
  import { coins } from '../vault/coins'
  export const charge = coins

  // till/ring.ts
  export const ring = 1

  // vault/coins.ts
  export const coins = 1
`

const without = (text: string, line: RegExp): string => text.replace(line, '')

test('names that are forbidden do not forbid the import, and are told', () => {
  const { explained, told } = asked(shop('from: shop, forbid: vault, names: [secret*, key]'), 'shop', 'vault')
  assert.deepEqual([explained.verdict, explained.otherWords.map(({ names, kinds }) => [names, kinds])], ['allowed', [[['secret*', 'key'], undefined]]])
  assert.match(told, /shop may use vault: allowed, no line forbids it\n {2}but not by the names secret\*, key: far \(bulkhead\.yaml:2\)\n/)
})

test('a way of writing that is forbidden, by whatever other words besides', () => {
  assert.match(asked(shop('from: shop, forbid: vault, written: [relative]'), 'shop', 'vault').told, /allowed, no line forbids it\n {2}but not written relative: far \(/)
  const { told } = asked(shop('from: shop, forbid: vault, written: [paths, relative], names: [secret], kinds: type'), 'shop', 'vault')
  assert.match(told, /but not by an import of kind type, by the names secret, written paths or relative: far \(/)
  const every = asked(shop('from: shop, forbid: vault, written: [relative, paths, base-url, subpath, workspace, package]'), 'shop', 'vault')
  assert.equal(every.explained.verdict, 'forbidden')
})

test('an only that is about some names permits the others', () => {
  const { explained, told } = asked(shop('from: shop, only: till, names: [secret]'), 'shop', 'vault')
  assert.equal(explained.verdict, 'allowed')
  assert.match(told, /but not by the names secret: far/)
  assert.deepEqual(asked(shop('from: shop, only: till, names: [secret]'), 'shop', 'till').explained.otherWords, [])
})

test('an api that opens some names to some says so of each importer', () => {
  const text = `
  # bulkhead.yaml
  modules: { shop: shop, till: till, vault: { files: vault, api: [{ expose: coins.ts, to: till, names: [coins, notes*] }] } }

  // shop/cart.ts
  export const cart = 1

  // till/charge.ts
  export const charge = 1

  // vault/coins.ts
  export const coins = 1
`
  const { explained, told } = asked(text, 'till', 'vault')
  assert.equal(explained.verdict, 'allowed')
  assert.match(told, /allowed, no line forbids it\n {2}but not by other names than coins, notes\*: boundaries\/api \(bulkhead\.yaml:1\)\n/)
  assert.equal(asked(text, 'shop', 'vault').explained.verdict, 'forbidden')
})

test('what may not be reached is not to be used either, and the answer says that chains count', () => {
  const { explained, told } = asked(shop('from: shop, forbid: vault, reach: true, why: Coins are counted at the till'), 'shop', 'vault')
  assert.deepEqual([explained.verdict, explained.against.map(({ entry, reach }) => [entry, reach])], ['forbidden', [['far', true]]])
  assert.match(told, /far {2}boundaries\/rules {2}error\n {4}Coins are counted at the till \(bulkhead\.yaml:2\)\n {4}not even through others\n/)
  assert.match(told, /the shortest way there is: shop\/cart\.ts:1 \(not allowed\) > till\/charge\.ts:1 > vault\/coins\.ts/)
  assert.match(told, /no allowed way leads there/)
})

test('an import that leads on to what may not be reached is not allowed, and others of the same module are', () => {
  const { explained, told } = asked(shop('from: shop, forbid: vault, reach: true'), 'shop', 'till')
  assert.equal(explained.verdict, 'partly')
  assert.deepEqual(explained.share?.imported, { may: 1, of: 2, examples: ['till/ring.ts'] })
  assert.match(told, /far {2}boundaries\/rules {2}error, now 1 new\n.*\n {4}it leads on: till\/charge\.ts, vault\/coins\.ts\n/)
  const text = shop('from: shop, forbid: vault, reach: true')
  assert.equal(asked(text, 'shop/refund.ts', 'till/ring.ts').explained.verdict, 'allowed')
  assert.equal(asked(text, 'shop/refund.ts', 'till/charge.ts').explained.verdict, 'forbidden')
})

test('an import that opens a chain for others names the one that it would be', () => {
  const text = without(shop('from: shop, forbid: vault, reach: true'), /import \{ coins \}.*\n/)
  const { explained, told } = asked(text, 'till/charge.ts', 'vault')
  assert.deepEqual([explained.verdict, explained.opens.map(({ at }) => at.path)], ['allowed', ['shop/cart.ts']])
  assert.match(told, /till\/charge\.ts may use vault: allowed, but it leads on\n {2}shop reaches vault through 1 file \(shop\/cart\.ts:1\): far \(bulkhead\.yaml:2\)\n/)
  assert.deepEqual(asked(text, 'till/ring.ts', 'vault').explained.opens, [], 'nobody of the shop uses it')
})

test('what only may use something may reach nothing else through it', () => {
  const { explained } = asked(shop('from: shop, only: till, reach: true'), 'shop/refund.ts', 'till/charge.ts')
  assert.deepEqual([explained.verdict, explained.against.map(({ chain }) => chain)], ['forbidden', [['till/charge.ts', 'vault/coins.ts']]])
})

test('to whom a thing is open alone, whatever the way to it', () => {
  const text = shop('to: vault, only: till, reach: true')
  assert.equal(asked(text, 'shop', 'vault').explained.verdict, 'forbidden')
  assert.equal(asked(text, 'till', 'vault').explained.verdict, 'allowed')
})

test('the allowed way goes round what a chain forbids', () => {
  const text = shop('from: shop, forbid: pkg:pg, reach: true', `
  checks: { boundaries/undeclared: "off" }

  // safe/index.ts
  export const safe = 1
`).replace('modules: { ', 'modules: { safe: safe, ').replace('rules: [', 'rules: [{ id: near, from: shop, forbid: vault }, ').replace("export const charge = coins", "import 'pg'\n  export const charge = coins").replace(/export const ring = 1/, "import './charge'\n  export const ring = 1")
  const { explained } = asked(text, 'shop', 'vault')
  assert.deepEqual(explained.allowedWay?.map(({ name }) => name), ['shop/cart.ts', 'safe/index.ts', 'vault/coins.ts'])
  const { explained: otherwise } = asked(text.replace(", reach: true", ''), 'shop', 'vault')
  assert.deepEqual(otherwise.allowedWay?.map(({ name }) => name), ['shop/cart.ts', 'till/charge.ts', 'vault/coins.ts'])
})

test('layers whose chains count say so, too', () => {
  const text = `
  # bulkhead.yaml
  layers: { .: { order: [deck, hold], reach: true } }
  modules: { lib: lib }

  // deck/rope.ts
  export const rope = 1

  // hold/stow.ts
  export const stow = 1

  // lib/sort.ts
  import { rope } from '../deck/rope'
  export const sort = rope

  // lib/count.ts
  export const count = 1
`
  assert.match(asked(text, 'hold', 'deck').told, /hold may not use deck: not allowed\n[^]*not even through others\n/)
  const { explained, told } = asked(text, 'hold', 'lib')
  assert.equal(explained.verdict, 'partly')
  assert.match(told, /it leads on: lib\/sort\.ts, deck\/rope\.ts\n/)
  assert.match(asked(text, 'hold', 'lib/sort.ts').told, /hold may not use lib\/sort\.ts: not allowed/)
})

test('an exception for a chain is named', () => {
  const text = shop('from: shop, forbid: vault, reach: true', '  exceptions: [{ rule: far, from: shop, to: vault, why: until the till opens, until: never }]')
  const { explained, told } = asked(text, 'shop/refund.ts', 'till/charge.ts')
  assert.equal(explained.verdict, 'excepted')
  assert.match(told, /excepted: until the till opens/)
})
