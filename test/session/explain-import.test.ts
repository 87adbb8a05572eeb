import assert from 'node:assert/strict'
import { test } from 'node:test'
import { explainImport, type ExplainedImport } from '../../server/session/explain-import.ts'
import { project } from '../support/project.ts'

/** The import whose specifier begins with these words, in the file that holds it. */
function explained(text: string, path: string, specifier: string): ExplainedImport | undefined {
  const { session } = project(text)
  return explainImport(session.snapshot(), path, (session.text(path) ?? '').indexOf(specifier) + 1)
}

const shop = `
  # bulkhead.yaml
  version: 1
  layers: [shop, billing]
  modules:
    billing: { files: billing, api: index, why: The ledger may change freely }
  exceptions:
    - { rule: boundaries/api, from: path:shop/refund.ts, to: billing, why: until May, until: never }

  // shop/cart.ts
  import { charge } from '../billing'

  // shop/refund.ts
  import { ledger } from '../billing/ledger'

  // billing/index.ts
  export { ledger as charge } from './ledger'

  // billing/ledger.ts
  import { cart } from '../shop/cart'
  export const ledger = 1
`

test('an allowed import: between which modules, how many do so, and where its name is defined', () => {
  const found = explained(shop, 'shop/cart.ts', '../billing')
  assert.equal(found?.verdict, 'allowed')
  assert.deepEqual([found.from.name, found.to.name, found.to.isOpen], ['shop', 'billing', true])
  assert.deepEqual(found.origins.map(({ address }) => address), [{ kind: 'file', path: 'billing/ledger.ts' }])
  assert.deepEqual([found.names, found.importers], [['charge'], 1])
})

test('a forbidden import comes with its findings, an excepted one too', () => {
  const forbidden = explained(shop, 'billing/ledger.ts', '../shop')
  assert.equal(forbidden?.verdict, 'forbidden')
  assert.deepEqual(forbidden.findings.map(({ rule }) => rule), ['boundaries/layers'])
  assert.deepEqual([forbidden.from.layers, forbidden.to.layers], [['billing'], ['shop']])
  const excepted = explained(shop, 'shop/refund.ts', '../billing/ledger')
  assert.equal(excepted?.verdict, 'excepted')
  assert.deepEqual(excepted.findings.map(({ status }) => status), ['allowed'])
})

test('a vendor is known through a barrel, too', () => {
  const held = explained(`
    // store/index.ts
    export { Storage } from '@google-cloud/storage'

    // shop/photos.ts
    import { Storage } from '../store'
    export const photos = new Storage()
  `, 'shop/photos.ts', '../store')
  assert.equal(held?.vendor?.vendor.id, 'google-cloud')
  assert.equal(held.verdict, 'noted')
})

test('where no import stands there is nothing to explain', () => {
  const { session } = project(shop)
  assert.equal(explainImport(session.snapshot(), 'shop/cart.ts', 2), undefined)
  assert.equal(explainImport(session.snapshot(), 'nowhere.ts', 0), undefined)
})
