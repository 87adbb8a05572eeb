import { test } from 'node:test'
import assert from 'node:assert/strict'
import { apply } from '../../server/engine/edit/apply.ts'
import type { Edit } from '../../rules/model/edit.ts'

const shop = new Map([
  ['shop/cart.ts', "import { charge } from '../billing/ledger'\ncharge(3)\n"],
  ['shop/price.ts', 'export const price = 3\n'],
])

function replace(path: string, old: string, text: string): Edit {
  const start = shop.get(path)?.indexOf(old) ?? -1
  return { kind: 'text', path, span: { start, end: start + old.length }, text }
}

function textsAfter(...edits: Edit[]): Record<string, string | undefined> {
  const applied = apply(shop, edits)
  assert.equal(applied.kind, 'texts')
  return applied.kind === 'texts' ? Object.fromEntries(applied.texts) : {}
}

function refusal(...edits: Edit[]): string {
  const applied = apply(shop, edits)
  return applied.kind === 'problem' ? `${applied.problem.kind}: ${applied.problem.message}` : 'applied'
}

test('edits of one file are applied whatever their order', () => {
  assert.deepEqual(textsAfter(replace('shop/cart.ts', '(3)', '(4)'), replace('shop/cart.ts', '../billing/ledger', '../billing')), {
    'shop/cart.ts': "import { charge } from '../billing'\ncharge(4)\n",
  })
})

test('insertions at one place keep the order in which they were given, and stand before what is replaced there', () => {
  const insert = (text: string): Edit => ({ kind: 'text', path: 'shop/price.ts', span: { start: 0, end: 0 }, text })
  assert.deepEqual(textsAfter(replace('shop/price.ts', 'export', 'const'), insert('// one\n'), insert('// two\n')), {
    'shop/price.ts': '// one\n// two\nconst const price = 3\n',
  })
})

test('edits may touch, end to start', () => {
  assert.deepEqual(textsAfter(replace('shop/price.ts', 'price', 'cost'), replace('shop/price.ts', ' = 3', ' = 4')), {
    'shop/price.ts': 'export const cost = 4\n',
  })
})

test('two fixes that make the same replacement make it once', () => {
  const fix = replace('shop/cart.ts', '../billing/ledger', '../billing')
  assert.deepEqual(textsAfter(fix, fix), { 'shop/cart.ts': "import { charge } from '../billing'\ncharge(3)\n" })
})

test('two edits that want the same characters: nothing is changed, in no file', () => {
  const clash = [replace('shop/cart.ts', 'charge(3)', 'pay(3)'), replace('shop/cart.ts', '(3)', '(4)'), replace('shop/price.ts', '3', '4')]
  assert.equal(refusal(...clash), 'edits-overlap: two edits both want characters 49 to 52 of shop/cart.ts')
})

test('an edit beyond the end of its file is refused: the text it was made for is not this one', () => {
  assert.equal(refusal({ kind: 'text', path: 'shop/price.ts', span: { start: 20, end: 99 }, text: '' }),
    'edits-overlap: an edit wants characters 20 to 99 of shop/price.ts, which are not there')
})

test('a file is created, moved with its edits, deleted', () => {
  assert.deepEqual(textsAfter(
    { kind: 'create', path: 'billing/index.ts', text: "export * from './ledger'\n" },
    { kind: 'move', path: 'shop/cart.ts', to: 'shop/basket.ts' },
    replace('shop/cart.ts', '../billing/ledger', '../billing'),
    { kind: 'delete', path: 'shop/price.ts' },
  ), {
    'billing/index.ts': "export * from './ledger'\n",
    'shop/basket.ts': "import { charge } from '../billing'\ncharge(3)\n",
    'shop/cart.ts': undefined,
    'shop/price.ts': undefined,
  })
})

test('nothing is overwritten, and nothing that is not there is touched', () => {
  assert.equal(refusal({ kind: 'create', path: 'shop/cart.ts', text: '' }), 'file-exists: shop/cart.ts is to be created, but exists already')
  assert.equal(refusal({ kind: 'move', path: 'shop/cart.ts', to: 'shop/price.ts' }), 'file-exists: shop/cart.ts is to become shop/price.ts, but that exists already')
  assert.equal(refusal({ kind: 'delete', path: 'shop/gone.ts' }), 'no-file: shop/gone.ts is to be deleted, but there is no such file')
  assert.equal(refusal({ kind: 'text', path: 'shop/gone.ts', span: { start: 0, end: 0 }, text: 'x' }), 'no-file: shop/gone.ts is to be edited, but there is no such file')
})

test('a place that was freed by a move may be taken', () => {
  assert.deepEqual(textsAfter(
    { kind: 'move', path: 'shop/price.ts', to: 'shop/cost.ts' },
    { kind: 'create', path: 'shop/price.ts', text: 'export {}\n' },
  ), { 'shop/cost.ts': 'export const price = 3\n', 'shop/price.ts': 'export {}\n' })
})

test('edits that change nothing name no file', () => {
  assert.deepEqual(textsAfter(replace('shop/price.ts', 'price', 'price'), { kind: 'move', path: 'shop/cart.ts', to: 'shop/cart.ts' }), {})
})
