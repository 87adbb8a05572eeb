// Whether one end may use another, and by which way it may.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asked } from './asked.ts'

const files = `
  // shop/cart.ts
  import { charge } from '../till/charge'
  export const cart = charge

  // shop/refund.ts
  export const refund = 1

  // till/charge.ts
  import { coins } from '../vault'
  export const charge = coins

  // vault/index.ts
  export { coins } from './coins'

  // vault/coins.ts
  import pg from 'pg'
  export const coins = pg
`

const apart = (more: string): string => `
  # bulkhead.yaml
  modules: { shop: shop, till: till, vault: { files: vault, api: index } }
  rules: [{ id: apart, from: shop, forbid: vault, why: Only the till counts coins }, { id: drivers, to: pkg:pg, only: vault }]
${more}
${files}`

test('what is forbidden names its line, the way there is with its lines, and the way that is allowed', () => {
  const { explained, told } = asked(apart(''), 'shop', 'vault')
  assert.equal(explained.verdict, 'forbidden')
  assert.equal(told, [
    'shop may not use vault: not allowed',
    '  apart  boundaries/rules  error',
    '    Only the till counts coins (bulkhead.yaml:2)',
    'there is no import from one straight to the other',
    'the shortest way there is: shop/cart.ts:1 > till/charge.ts:1 > vault/index.ts (2 imports)',
    'the shortest allowed way: shop > till > vault',
    '',
  ].join('\n'))
})

test('past an api the allowed way leads through it', () => {
  const { explained, told } = asked(apart(''), 'till/charge.ts', 'vault/coins.ts')
  assert.deepEqual(explained.against.map(({ rule }) => rule), ['boundaries/api'])
  assert.match(told, /the shortest allowed way: till\/charge\.ts > vault\/index\.ts > vault\/coins\.ts/)
})

test('a package is reached through who may hold it', () => {
  const { told } = asked(apart(''), 'shop', 'pg')
  assert.match(told, /shop may not use pg: not allowed\n {2}drivers/)
  assert.match(told, /the shortest allowed way: shop > till > vault\/index\.ts > pg/)
})

test('where nobody may go between, no way is allowed', () => {
  const closed = apart('').replace('shop: shop', 'shop: { files: shop, uses: [] }')
  const { explained, told } = asked(closed, 'shop', 'vault')
  assert.equal(explained.allowedWay, undefined)
  assert.match(told, /no allowed way leads there/)
})

test('what may use all is no way round a rule', () => {
  const { explained } = asked(apart('').replace('till: till', 'till: { files: till, mode: open }'), 'shop', 'vault')
  assert.equal(explained.allowedWay, undefined)
})

test('a check that is off forbids nothing, and one that is for information only notes it', () => {
  assert.equal(asked(apart('  checks: { boundaries/rules: "off" }'), 'shop', 'vault').explained.verdict, 'allowed')
  const noted = asked(apart('  checks: { boundaries/rules: info }'), 'shop', 'vault')
  assert.deepEqual([noted.explained.verdict, noted.explained.against.map(({ severity }) => severity)], ['noted', ['info']])
  assert.equal(asked(apart('  checks: { boundaries/rules: warning }'), 'shop', 'vault').explained.against[0]?.severity, 'warning')
  assert.equal(asked(apart('  checks: { boundaries/rules: { severity: error, in: path:till } }'), 'shop', 'vault').explained.verdict, 'allowed')
})

test('an exception is named, and one that is past is not', () => {
  const exception = (until: string): string => apart(`  exceptions: [{ rule: apart, from: shop, to: vault, why: until the till opens, until: ${until} }]`)
  const { explained, told } = asked(exception('2026-12-31'), 'shop', 'vault')
  assert.equal(explained.verdict, 'excepted')
  assert.match(told, /shop may use vault: allowed, by an exception\n {2}apart .*\n.*\n {4}excepted: until the till opens, until 2026-12-31 \(bulkhead\.yaml:3\)/)
  assert.equal(asked(exception('2025-12-31'), 'shop', 'vault').explained.verdict, 'forbidden')
})

test('where some files may and some may not, it says how many', () => {
  const { explained, told } = asked(apart('').replace('from: shop', 'from: path:shop/cart.ts'), 'shop', 'vault')
  assert.equal(explained.verdict, 'partly')
  assert.deepEqual(explained.share?.importers, { may: 1, of: 2, examples: ['shop/refund.ts'] })
  assert.match(told, /1 of 2 files of shop may \(shop\/refund\.ts\)/)
})

test('imports that are there come with their lines and what is found of them', () => {
  const { explained, told } = asked(apart('').replace("from '../till/charge'", "from '../vault'"), 'shop', 'vault')
  assert.deepEqual(explained.against.map(({ now }) => now), [{ new: 1, known: 0, allowed: 0 }])
  assert.match(told, /apart {2}boundaries\/rules {2}error, now 1 new/)
  assert.match(told, /1 import now: shop\/cart\.ts:1 \(not allowed\)\n/)
})

test('tests are judged by nobody', () => {
  const text = `${apart('')}
  // shop/cart.test.ts
  export {}
`
  assert.equal(asked(text, 'shop/cart.test.ts', 'vault').explained.verdict, 'unjudged')
  assert.equal(asked(text, 'shop', 'vault').explained.verdict, 'forbidden', 'a test of the shop does not speak for it')
})

test('a name of several things says how it was taken', () => {
  const text = `
  # bulkhead.yaml
  layers: [shop, { name: yard, files: [yard, docks] }]
  modules: { boats: fleet }

  // shop/door.ts
  export const door = 1

  // fleet/boat.ts
  export const boat = 1

  // boats/model.ts
  export const model = 1

  // yard/crane.ts
  export const crane = 1

  // docks/rope.ts
  export const rope = 1
`
  const { explained, told } = asked(text, 'boats', 'yard')
  assert.equal(explained.notes.length, 2)
  assert.match(told, /note: boats is taken for the module; it is also a folder \(\.\/boats\)/)
  assert.match(told, /note: yard is taken for the module; it is also a layer \(layer:yard\)/)
  assert.deepEqual(asked(text, 'layer:shop', './boats').explained.notes, [])
})

test('between layers the whole of each is asked about', () => {
  const text = `
  # bulkhead.yaml
  layers: [shop, till]

  // shop/a.ts
  export const a = 1

  // till/b.ts
  import { a } from '../shop/a'
  export const b = a
`
  const { explained, told } = asked(text, 'till', 'shop')
  assert.deepEqual([explained.verdict, explained.against.map(({ rule }) => rule)], ['forbidden', ['boundaries/layers']])
  assert.match(told, /1 import now: till\/b\.ts:1 \(not allowed\)\n/)
  assert.equal(asked(text, 'shop', 'till').explained.verdict, 'allowed')
})

test('what is allowed by one kind of import may not be by another', () => {
  const { explained, told } = asked(apart('').replace('forbid: vault,', 'forbid: vault, kinds: [type, dynamic],'), 'shop', 'vault')
  assert.deepEqual([explained.verdict, explained.otherWords.map(({ kinds }) => kinds)], ['allowed', [['type', 'dynamic']]])
  assert.match(told, /but not by an import of kind type or dynamic: apart \(bulkhead\.yaml:2\)/)
})

test('a chain may be forbidden though each of its imports is allowed', () => {
  const text = `
  # bulkhead.yaml
  layers: { .: { order: [deck, hold], reach: true } }
  modules: { lib: lib }

  // deck/rope.ts
  export const rope = 1

  // hold/stow.ts
  export const stow = 1

  // lib/sort.ts
  export const sort = 1
`
  assert.equal(asked(text, 'hold', 'deck').explained.allowedWay, undefined)
  assert.deepEqual(asked(text.replace(', reach: true', ''), 'hold', 'deck').explained.allowedWay?.map(({ name }) => name), ['hold/stow.ts', 'lib/sort.ts', 'deck/rope.ts'])
})
