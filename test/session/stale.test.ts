// What a living session once took to hold, and no longer did.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sessionOver } from './session-over.ts'

const layers = 'version: 1\nlayers: [{ name: shop, optional: true }, billing]\n'

test('a folder that is gone takes its files with it', () => {
  const texts = new Map([['bulkhead.yaml', layers], ['billing/ledger.ts', "import '../shop.old/shop/cart'\n"], ['shop.old/shop/cart.ts', '']])
  const session = sessionOver(texts)
  assert.deepEqual(session.apply([]).findings.map(({ rule }) => rule), ['boundaries/layers'])
  texts.delete('shop.old/shop/cart.ts')
  assert.deepEqual(session.apply([{ kind: 'disk', paths: ['shop.old'] }]).findings.map(({ rule }) => rule), ['boundaries/unresolved'])
})

test('what a tsconfig extends may be called anything', () => {
  const base = (folder: string): string => JSON.stringify({ compilerOptions: { paths: { '@/*': [`../${folder}/*`] } } })
  const texts = new Map([
    ['bulkhead.yaml', layers], ['tsconfig.json', '{ "extends": "./config/base.json" }'], ['config/base.json', base('billing')],
    ['billing/ledger.ts', "import '@/cart'\n"], ['billing/cart.ts', ''], ['shop/cart.ts', ''],
  ])
  const session = sessionOver(texts)
  assert.deepEqual(session.apply([]).findings, [])
  texts.set('config/base.json', base('shop'))
  assert.deepEqual(session.apply([{ kind: 'disk', paths: ['config/base.json'] }]).findings.map(({ message }) => message), ['billing may not use shop'])
})

test('a broken tsconfig is no problem any more when the last import went that asked for it', () => {
  const texts = new Map([['bulkhead.yaml', layers], ['shop/tsconfig.json', '{'], ['shop/cart.ts', "import '../billing/ledger'\n"], ['billing/ledger.ts', '']])
  const session = sessionOver(texts)
  assert.deepEqual(session.apply([]).problems.map(({ at }) => at?.path), ['shop/tsconfig.json'])
  assert.deepEqual(session.apply([{ kind: 'text', path: 'shop/cart.ts', text: '' }]).problems, [])
})
