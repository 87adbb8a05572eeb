// What is said beside a finding: the help, and the lines that say so.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { explainEntry } from '../../server/session/explain-entry.ts'
import { project } from '../support/project.ts'

function helpOf(comment: string): readonly string[] {
  const { report } = project(`
    # bulkhead.yaml
    rules: [{ id: shop-apart, from: path:shop, forbid: path:billing }]

    // billing/ledger.ts
    export const ledger = 1

    // shop/basket.ts
    // ${comment}
    export const basket = 1
  `)
  return report.findings.filter(({ rule }) => rule === 'policy/stale').flatMap(({ message, help }) => [message, ...help])
}

test('an ignore comment that names what is no rule is told which it may have meant', () => {
  assert.deepEqual(helpOf('bulkhead-ignore-next-line boundaries/layer -- soon'), ['this ignore comment covers nothing', 'no rule and no entry is called boundaries/layer: did you mean boundaries/layers?'])
  assert.deepEqual(helpOf('bulkhead-ignore-next-line layers, shop-apart -- soon'), ['this ignore comment covers nothing', 'no rule and no entry is called layers: did you mean boundaries/layers?'])
  assert.deepEqual(helpOf('bulkhead-ignore-next-line shop-aprt -- soon').at(-1), 'no rule and no entry is called shop-aprt: did you mean shop-apart?')
  assert.deepEqual(helpOf('bulkhead-ignore-next-line keelhauling -- soon').at(-1), 'no rule and no entry is called keelhauling')
  assert.match(helpOf('bulkhead-ignore-next-line shop-apart -- soon').at(-1) ?? '', /^no finding of shop-apart stands on the next line any more/)
})

test('an ignore comment that names no rule is told so', () => {
  assert.deepEqual(helpOf('bulkhead-ignore-next-line -- soon'), ['this ignore comment names no rule', 'say which: // bulkhead-ignore-next-line <rule> -- soon'])
})

test('without a configuration no line of one is cited', () => {
  const { report } = project(`
    // shop/basket.ts
    import { ledger } from '../billing/ledger'
    export const basket = ledger

    // billing/ledger.ts
    import { basket } from '../shop/basket'
    export const ledger = basket
  `)
  assert.deepEqual(report.findings.map(({ rule, because }) => [rule, because]), [['boundaries/cycles', []]])
})

test('an entry that permits nothing says so once', () => {
  const { session } = project(`
    # bulkhead.yaml
    modules: { shop: { files: shop, uses: [] }, billing: { files: billing, usedBy: [] } }

    // shop/basket.ts
    export const basket = 1

    // billing/ledger.ts
    export const ledger = 1
  `)
  assert.deepEqual(session.snapshot().project.policy.entries.map((entry) => explainEntry(entry).says), ['shop may use nothing but its own', 'nothing but its own may use billing'])
})
