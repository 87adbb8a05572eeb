// Chains of imports count as one.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { check } from '../support/check.ts'
import { project } from '../support/project.ts'

check('a chain stands at its first import, in the last file of the subject that it leaves', `
# bulkhead.yaml
modules: { deck: deck, bridge: bridge, hold: hold }
rules: [{ id: deck-dry, from: deck, forbid: hold, reach: true }]

// deck/mast.ts
import './sail'

// deck/sail.ts
import '../bridge/wheel'
//     ^^^^^^^^^^^^^^^^^ error boundaries/rules: deck reaches hold through 2 files
import '../hold/crate'
//     ^^^^^^^^^^^^^^^ error boundaries/rules: deck may not use hold

// bridge/wheel.ts
import './rudder'

// bridge/rudder.ts
import '../hold/crate'

// hold/crate.ts
export const crate = 1
`)

check('from the other side: whoever may not come there, comes there through nobody', `
# bulkhead.yaml
modules: { deck: deck, bridge: bridge, hold: hold, shore: shore }
rules: [{ id: hold-dry, to: hold, forbid: deck, reach: true }]

// deck/sail.ts
import '../bridge/wheel'
//     ^^^^^^^^^^^^^^^^^ error boundaries/rules: deck reaches hold through 1 file
import './flag'
//     ^^^^^^^^ error boundaries/rules: deck reaches hold through 2 files

// deck/flag.ts
import '../bridge/wheel'
//     ^^^^^^^^^^^^^^^^^ error boundaries/rules: deck reaches hold through 1 file

// shore/pier.ts
import '../bridge/wheel'

// bridge/wheel.ts
import '../hold/crate'

// hold/crate.ts
export const crate = 1
`)

check('`via` says what the files between have to be', `
# bulkhead.yaml
modules: { api: api, store: store, jobs: jobs }
rules:
  - { id: drivers-hidden, from: api, forbid: "pkg:pg", reach: true, via: { not: store } }
  - { id: jobs-apart, to: "pkg:pg", forbid: api, reach: true, via: jobs }

// api/orders.ts
import '../store/rows'
import '../jobs/clean'
//     ^^^^^^^^^^^^^^^ error boundaries/rules: api reaches pg through 1 file
//     ^^^^^^^^^^^^^^^ error boundaries/rules: api reaches pg through 1 file
import '../lib'
//     ^^^^^^^^ error boundaries/rules: api reaches pg through 2 files

// lib.ts
import './jobs/clean'

// jobs/clean.ts
import 'pg'

// store/rows.ts
import 'pg'
`)

check('what an import breaks by itself, through a barrel too, is said once', `
# bulkhead.yaml
modules: { api: api, store: store }
rules: [{ id: drivers-hidden, from: api, forbid: "pkg:pg", reach: true, via: { not: store } }]

// api/orders.ts
import type { Row } from '../store'
//                       ^^^^^^^^^^ error boundaries/rules: api may not use pg
import { rows } from '../store'
export const orders = (row: Row) => [row, rows]

// store/index.ts
export type { QueryResultRow as Row } from 'pg'
export const rows = []
`)

check('a chain goes on through what is allowed, and what is first beyond is the finding', `
# bulkhead.yaml
modules: { deck: deck, bridge: bridge, hold: hold, sea: sea }
rules:
  - { id: deck-knows-bridge, from: deck, only: [bridge, path:rope.ts], reach: true }
  - { id: sea-far, to: sea, only: [hold], reach: true }

// deck/mast.ts
import './sail'
import '../rope'

// deck/sail.ts
import '../bridge/wheel'
//     ^^^^^^^^^^^^^^^^^ error boundaries/rules: deck reaches hold through 2 files
import '../rope'

// bridge/wheel.ts
import './rudder'

// bridge/rudder.ts
import '../hold/crate'
//     ^^^^^^^^^^^^^^^ error boundaries/rules: bridge reaches sea through 1 file

// hold/crate.ts
import '../sea/wave'

// sea/wave.ts
export const wave = 1

// rope.ts
export const rope = 1
`)

check('only certain packages, through others as well', `
# bulkhead.yaml
modules: { deck: deck }
rules: [{ id: packages, from: deck, only: pkg:knots, reach: true }]

// deck/mast.ts
import 'knots'
import '../lib/rope'
//     ^^^^^^^^^^^^^ error boundaries/rules: deck reaches hemp through 1 file

// lib/rope.ts
import 'knots'
import 'hemp'
`)

check('captures stand for the same at both ends', `
# bulkhead.yaml
modules: { "{domain}/{part}": "{domain}/{part}" }
rules:
  - { id: own-store, from: "{domain}/ui", forbid: "{domain}/store", reach: true }
  - { id: own-core, to: "{domain}/core", only: "{domain}/*", reach: true }

// pay/ui/page.ts
import '../../ship/ui/page'
//     ^^^^^^^^^^^^^^^^^^^^ error boundaries/rules: pay/ui reaches pay/store through 1 file
import '../../lib'

// ship/ui/page.ts
import '../../pay/store/rows'
import '../../pay/part/use'
//     ^^^^^^^^^^^^^^^^^^^^ error boundaries/rules: ship/ui reaches pay/core through 1 file

// pay/part/use.ts
import '../core/sum'

// pay/core/sum.ts
export const sum = 1

// pay/store/rows.ts
export const rows = 1

// lib.ts
import './ship/store/rows'

// ship/store/rows.ts
export const rows = 1
`)

check('all imports of a chain are of the kinds that count', `
# bulkhead.yaml
modules: { deck: deck, bridge: bridge, hold: hold }
rules: [{ id: deck-runs-dry, from: deck, forbid: hold, reach: true, kinds: runtime }]

// deck/mast.ts
import '../bridge/types'
import '../bridge/wheel'
//     ^^^^^^^^^^^^^^^^^ error boundaries/rules: deck reaches hold through 1 file
import '../bridge/elided'
import '../bridge/long'
//     ^^^^^^^^^^^^^^^^ error boundaries/rules: deck reaches hold through 3 files

// bridge/types.ts
import type { Crate } from '../hold/crate'
export type Wheel = Crate

// bridge/elided.ts
import { Crate } from '../hold/crate'
export type Wheel = Crate

// bridge/wheel.ts
import { crate } from '../hold/crate'
export const wheel = crate

// bridge/long.ts
import './elided'
import './longer'

// bridge/longer.ts
import './wheel'

// hold/crate.ts
export interface Crate { weight: number }
export const crate: Crate = { weight: 1 }
`)

check('names and the way of writing are asked of the last import', `
# bulkhead.yaml
modules: { deck: deck, bridge: bridge, hold: hold }
rules: [{ id: no-rows, from: deck, forbid: hold, reach: true, names: rows }]

// deck/mast.ts
import { wheel } from '../bridge/wheel'
//                    ^^^^^^^^^^^^^^^^^ error boundaries/rules: deck reaches hold through 1 file
import { weight } from '../bridge/weight'
import { crate } from '../hold'
export const mast = [wheel, weight, crate]

// bridge/wheel.ts
import { rows } from '../hold/crate'
export const wheel = rows

// bridge/weight.ts
import { crate } from '../hold'
export const weight = crate

// hold/index.ts
import { rows } from './crate'
export const crate = rows

// hold/crate.ts
export const rows = [1]
`)

check('no chain leads on through tests, unless tests are what is asked', `
# bulkhead.yaml
modules: { deck: deck, hold: hold }
rules:
  - { id: deck-dry, from: deck, forbid: hold, reach: true }
  - { id: tests-dry, from: tag:test, forbid: "path:hold/secret.ts", reach: true }

// deck/mast.ts
import './mast.test'

// deck/mast.test.ts
import '../hold/crate'
//     ^^^^^^^^^^^^^^^ error boundaries/rules: deck reaches hold through 1 file

// hold/crate.ts
import './secret'

// hold/secret.ts
export const secret = 1
`)

check('a chain that comes back to its own is none: the nearest end of somebody else is found behind it', `
# bulkhead.yaml
tags: { usecase: "path:**/*.usecase.ts" }
rules: [{ id: usecases-apart, from: tag:usecase, forbid: tag:usecase, reach: true }]

// row.usecase.ts
import './oar'
//     ^^^^^^^ error boundaries/rules: row.usecase.ts reaches sail.usecase.ts through 2 files

// sail.usecase.ts
export const sail = 1

// steer.usecase.ts
import './tiller'

// tiller.ts
import './steer.usecase'

// oar.ts
import './row.usecase'
import './mast'

// mast.ts
import './sail.usecase'
`)

check('an open module is judged by prohibitions alone, and a common one is a way for all', `
# bulkhead.yaml
modules: { deck: deck, rope: { files: rope, mode: common }, wreck: { files: wreck, mode: open }, hold: hold }
rules:
  - { id: deck-alone, from: deck, only: [], reach: true }
  - { id: deck-dry, from: deck, forbid: hold, reach: true, severity: warning }

// deck/mast.ts
import '../rope/knot'
//     ^^^^^^^^^^^^^^ error boundaries/rules: deck reaches hold through 1 file
//     ^^^^^^^^^^^^^^ warning boundaries/rules: deck reaches hold through 1 file
import '../wreck/plank'
//     ^^^^^^^^^^^^^^^^ warning boundaries/rules: deck reaches hold through 1 file

// rope/knot.ts
import '../hold/crate'

// wreck/plank.ts
import '../hold/crate'

// hold/crate.ts
export const crate = 1
`)

check('a permission that only a chain needs is needed', `
# bulkhead.yaml
modules: { deck: deck, bridge: bridge, hold: hold, sea: sea }
rules:
  - { id: deck-down, from: deck, only: [bridge, hold, sea], reach: true }
#                                                     ^^^ policy/unneeded: deck-down permits sea, and no import needs it
  - { id: hold-up, to: hold, only: [bridge, deck, sea], reach: true }
#                                                 ^^^ policy/unneeded: hold-up permits sea, and no import needs it
checks: { policy/unneeded: info }

// deck/mast.ts
import '../bridge/wheel'

// bridge/wheel.ts
import '../hold/crate'

// hold/crate.ts
export const crate = 1

// sea/wave.ts
export const wave = 1
`)

test('the shortest way is shown, file by file, and exceptions and comments go by its two ends', () => {
  const { report } = project(`
# bulkhead.yaml
modules: { deck: deck, bridge: bridge, hold: hold }
rules: [{ id: deck-dry, from: deck, forbid: hold, reach: true, why: Decks dry slowly }]
exceptions: [{ rule: deck-dry, from: path:deck/old.ts, to: hold, why: Soon sunk, until: never }]

// deck/mast.ts
import '../bridge/long'
// bulkhead-ignore-next-line deck-dry -- It floats
import '../bridge/wheel'

// deck/old.ts
import '../bridge/wheel'

// bridge/long.ts
import './longer'
import './shorter'

// bridge/longer.ts
import './shorter'

// bridge/shorter.ts
import './wheel'

// bridge/wheel.ts
import '../hold/crate'

// hold/crate.ts
export const crate = 1
`)
  assert.deepEqual(report.findings.map(({ at, status, via, because, entry, key }) => [at.path, status, via, because.map(({ note }) => note).join(), entry, key]), [
    ['deck/mast.ts', 'new', ['bridge/long.ts', 'bridge/shorter.ts', 'bridge/wheel.ts'], 'Decks dry slowly', 'deck-dry', 'boundaries/rules deck-dry: deck -> hold'],
    ['deck/mast.ts', 'allowed', ['bridge/wheel.ts'], 'Decks dry slowly', 'deck-dry', 'boundaries/rules deck-dry: deck -> hold'],
    ['deck/old.ts', 'allowed', ['bridge/wheel.ts'], 'Decks dry slowly', 'deck-dry', 'boundaries/rules deck-dry: deck -> hold'],
  ])
})
