// Chains out of a layer, through files in none, to where it may not go.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { check } from '../support/check.ts'
import { project } from '../support/project.ts'

const config = `
# bulkhead.yaml
layers:
  .: { order: [business, infrastructure], reach: true }
`

const ways = `${config}
// business/plan.ts
export const plan = 1

// far/a.ts
import { b } from './b'
export const a = b

// far/b.ts
import { plan } from '../business/plan'
export const b = plan

// near/index.ts
import { a } from '../far/a'
import { plan } from '../business/plan'
export const near = [a, plan]

// infrastructure/one.ts
import { a } from '../far/a'
import { near } from '../near'
export const one = [a, near]
`

test('the shortest way is named, and the lines that forbid it', () => {
  const { report } = project(ways)
  assert.deepEqual(report.findings.map(({ at, via, target, because }) => [at.path, at.span.start, via, target, because.map(({ note }) => note)]), [
    ['infrastructure/one.ts', 18, ['far/a.ts', 'far/b.ts'], { kind: 'file', path: 'business/plan.ts' }, ['infrastructure lies below business: a layer may use itself and those after it', 'nor by a chain of files in no layer of this stack']],
    ['infrastructure/one.ts', 50, ['near/index.ts'], { kind: 'file', path: 'business/plan.ts' }, ['infrastructure lies below business: a layer may use itself and those after it', 'nor by a chain of files in no layer of this stack']],
  ])
})

check('without reach a chain is fine', ways.replace(', reach: true', ''))

check('a chain ends at a file of a layer, a test, or an open module', `${config}
modules: { old: { files: old, mode: open } }

// business/plan.ts
export const plan = 1

// infrastructure/disk.ts
import '../tests/rig'
import '../old/ledger'
import './tape'

// infrastructure/tape.ts
import '../shared/deck'
//     ^^^^^^^^^^^^^^^^ boundaries/layers: infrastructure reaches business, which it may not use

// shared/deck.ts
import '../business/plan'

// tests/rig.ts
import '../business/plan'

// old/ledger.ts
import '../business/plan'
`)

check('what a barrel hands on is found at the import as ever, once', `${config}
// business/plan.ts
export const plan = 1
export const price = 2

// shared/index.ts
export { plan } from '../business/plan'
export const own = 1

// infrastructure/a.ts
import { plan } from '../shared'
//                   ^^^^^^^^^^^ boundaries/layers: infrastructure may not use business
export const a = plan

// infrastructure/b.ts
import { own } from '../shared'
//                  ^^^^^^^^^^^ boundaries/layers: infrastructure reaches business, which it may not use
export const b = own
`)

check('past a closed layer, and between two at one height', `
# bulkhead.yaml
layers:
  .: { order: [web, { name: api, closed: true }, [store, queue]], reach: true }

// web/page.ts
import '../shared/rows'
//     ^^^^^^^^^^^^^^^^ boundaries/layers: web reaches store, which it may not use

// api/orders.ts
import '../shared/rows'

// queue/job.ts
import '../shared/rows'
//     ^^^^^^^^^^^^^^^^ boundaries/layers: queue reaches store, which it may not use

// store/rows.ts
export const rows = 1

// shared/rows.ts
import '../store/rows'
`)

check('siblings reach each other no more than they may use each other; each reaches itself', `
# bulkhead.yaml
layers:
  .: { order: [{ name: features, siblings: forbid }, ui], reach: true }

// features/cart/x.ts
import '../../shared/both'
//     ^^^^^^^^^^^^^^^^^^^ boundaries/layers: features/cart reaches its sibling features/till, which it may not use
import '../../shared/cart'

// features/cart/y.ts
export const y = 1

// features/till/z.ts
import '../../shared/both'
//     ^^^^^^^^^^^^^^^^^^^ boundaries/layers: features/till reaches its sibling features/cart, which it may not use

// features/index.ts
import '../shared/both'

// shared/both.ts
import '../features/cart/y'
import '../features/till/z'

// shared/cart.ts
import '../features/cart/y'

// ui/u.ts
export const u = 1
`)

check('kinds hold for each import of a chain', `
# bulkhead.yaml
layers:
  .: { order: [business, infrastructure], reach: true, kinds: load }

// business/plan.ts
export const plan = 1

// shared/types.ts
import type { plan } from '../business/plan'
export type Plan = typeof plan

// shared/values.ts
import { plan } from '../business/plan'
export const value = plan

// infrastructure/a.ts
import { Plan } from '../shared/types'
import type { value } from '../shared/values'
import { value as used } from '../shared/values'
//                            ^^^^^^^^^^^^^^^^^^ boundaries/layers: infrastructure reaches business, which it may not use
export const a: Plan = used
export type A = typeof value
`)

check('a chain may leave the folder of the stack, and come back', `
# bulkhead.yaml
layers:
  services/*: { order: [api, core], reach: true }

// services/pay/api/x.ts
export const x = 1

// services/pay/core/y.ts
import '../../../libs/registry'
//     ^^^^^^^^^^^^^^^^^^^^^^^^ boundaries/layers: services/pay/core reaches services/pay/api, which it may not use

// services/mail/core/z.ts
import '../../../libs/registry'

// libs/registry.ts
import '../services/pay/api/x'
`)

check('a circle of files in no layer ends', `${config}
// business/plan.ts
export const plan = 1

// shared/a.ts
import './b'

// shared/b.ts
import './a'
import '../business/plan'

// infrastructure/c.ts
import '../shared/a'
//     ^^^^^^^^^^^^^ boundaries/layers: infrastructure reaches business, which it may not use
import '../shared/gone'
//     ^^^^^^^^^^^^^^^^ boundaries/unresolved: '../shared/gone' leads to no file
`)

check('two layers of one module are told apart by their files', `
# bulkhead.yaml
modules: { ship: ship }
layers: { ship: { order: [deck, hold], reach: true } }

// ship/hold/crate.ts
import '../deck/sail'
//     ^^^^^^^^^^^^^^ boundaries/layers: ship/hold/crate.ts may not use ship/deck/sail.ts
import '../ladder'
//     ^^^^^^^^^^^ boundaries/layers: ship/hold/crate.ts reaches ship/deck/sail.ts, which it may not use

// ship/ladder.ts
import './deck/sail'

// ship/deck/sail.ts
export const sail = 1
`)

check('siblings that meet through their apis do not meet past them behind a file of no layer', `
# bulkhead.yaml
layers:
  .: { order: [{ name: features, siblings: api }], reach: true }

// features/cart/x.ts
import '../../shared/inside'
//     ^^^^^^^^^^^^^^^^^^^^^ boundaries/layers: features/cart reaches into its sibling features/till, past its api
import '../../shared/door'

// features/till/index.ts
export const till = 1

// features/till/drawer.ts
import '../../shared/inside'

// shared/inside.ts
import '../features/till/drawer'

// shared/door.ts
import '../features/till'
`)
