// How tests and rule pages write a project. Whoever announces a finding must not be overheard.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asLine, readProject } from './read-project.ts'

function announced(text: string): readonly string[] {
  const { files, expected } = readProject(text)
  return expected.map((each) => asLine(files.get(each.path) ?? '', each))
}

test('a comment that is a path begins a file, and announcements are no part of it', () => {
  const { files } = readProject(`
    # bulkhead.yaml
    layers: [shop, billing]

    // shop/cart.ts
    // the cart
    import { charge } from '../billing/ledger'
    //                     ^^^^^^^^^^^^^^^^^^^ boundaries/rules: shop may not use billing
    if (charge)
      charge()
  `)
  assert.deepEqual([...files], [
    ['bulkhead.yaml', 'layers: [shop, billing]\n'],
    ['shop/cart.ts', "// the cart\nimport { charge } from '../billing/ledger'\nif (charge)\n  charge()\n"],
  ])
})

test('carets mark a range on the line above, however many announcements stand between', () => {
  assert.deepEqual(announced(`
    // shop/cart.ts
    const quay = 1
    import a from './a'; import b from './b'
    //            ^^^^^ boundaries/rules: one
    //                                 ^^^^^ error vendors/sdk: two
  `), ['shop/cart.ts:2:15-20 boundaries/rules: one', 'shop/cart.ts:2:36-41 error vendors/sdk: two'])
})

test('an arrow marks the whole line above, or the file', () => {
  assert.deepEqual(announced(`
    // shop/cart.ts
    //<- boundaries/unassigned: in no module
    // bulkhead-ignore-next-line shop-apart
    //<- policy/reason: no reason
    # bulkhead.yaml
    exceptions:
      - { rule: shop-apart }
      # ^^^^^^^^^^^^^^^^^^^^ warning policy/stale: covers nothing
  `), [
    'shop/cart.ts:1:1-1 boundaries/unassigned: in no module',
    'shop/cart.ts:1:1-40 policy/reason: no reason',
    'bulkhead.yaml:2:5-25 warning policy/stale: covers nothing',
  ])
})

test('an announcement that says nothing readable is refused', () => {
  assert.throws(() => readProject("// shop/cart.ts\nimport './a'\n//     ^^^^^ shop may not use billing\n"), /announces no finding/)
  assert.throws(() => readProject('import "./a"\n'), /path is missing/)
  assert.throws(() => readProject('// a.ts\n1\n// a.ts\n2\n'), /written twice/)
})
