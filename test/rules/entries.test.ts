import { check } from '../support/check.ts'

check('a permission in one entry is none in another: an import must satisfy them all', `
# bulkhead.yaml
modules: { deck: deck, hold: hold, bridge: bridge }
rules:
  - { id: deck-uses-all, from: deck, only: [hold, bridge] }
  - { id: bridge-alone, to: bridge, only: hold }

// deck/mast.ts
import '../hold/crate'
import '../bridge/wheel'
//     ^^^^^^^^^^^^^^^^^ error boundaries/rules: deck may not use bridge

// hold/crate.ts
export const crate = 1

// bridge/wheel.ts
export const wheel = 1
`)

check('\`only\` judges the classes that it names and no other', `
# bulkhead.yaml
modules: { deck: deck, hold: hold }
rules: [{ id: deck-packages, from: deck, only: pkg:knots }]

// deck/mast.ts
import 'knots'
import 'knots/bowline'
import 'ropes'
//     ^^^^^^^ error boundaries/rules: deck may not use ropes
import 'node:fs'
import '../hold/crate'

// hold/crate.ts
export const crate = 1
`)

check('an empty \`only\` judges files, and leaves a module its own', `
# bulkhead.yaml
modules: { deck: { files: deck, uses: [] }, hold: hold }

// deck/mast.ts
import './sail'
import 'ropes'
import '../hold/crate'
//     ^^^^^^^^^^^^^^^ error boundaries/rules: deck may not use hold

// deck/sail.ts
export const sail = 1

// hold/crate.ts
export const crate = 1
`)

check('\`only\` means only: files in no module are not in the list', `
# bulkhead.yaml
modules: { deck: { files: deck, uses: [hold] }, hold: hold }

// deck/mast.ts
import '../rope'
//     ^^^^^^^^^ error boundaries/rules: deck may not use rope.ts

// rope.ts
export const rope = 1

// hold/crate.ts
export const crate = 1
`)

check('where the subject names files, its own is what it takes with the same captures', `
# bulkhead.yaml
rules: [{ id: own-harbour, from: "path:harbours/{h}", only: [path:shared] }]

// harbours/bergen/quay.ts
import './crane'
import '../oslo/quay'
//     ^^^^^^^^^^^^^^ error boundaries/rules: harbours/bergen/quay.ts may not use harbours/oslo/quay.ts
import '../../shared/rope'

// harbours/bergen/crane.ts
export const crane = 1

// harbours/oslo/quay.ts
export const quay = 1

// shared/rope.ts
export const rope = 1
`)

check('an import inside a module is judged by a prohibition that names files on both sides, and by no other', `
# bulkhead.yaml
modules: { deck: deck }
tags: { usecase: "path:**/*.usecase.ts" }
rules:
  - { id: usecases-apart, from: tag:usecase, forbid: tag:usecase }
  - { id: deck-not-deck, from: deck, forbid: path:deck/sail.usecase.ts }

// deck/row.usecase.ts
import './sail.usecase'
//     ^^^^^^^^^^^^^^^^ error boundaries/rules: deck/row.usecase.ts may not use deck/sail.usecase.ts

// deck/mast.ts
import './sail.usecase'

// deck/sail.usecase.ts
export const sail = 1
`)

check('all may use a common module, and an open one is judged by prohibitions alone', `
# bulkhead.yaml
modules:
  deck: { files: deck, uses: [] }
  rope: { files: rope, mode: common }
  wreck: { files: wreck, mode: open, api: index }
  hold: { files: hold, usedBy: [deck] }
rules: [{ id: wreck-sinks-alone, from: wreck, forbid: path:deck }]

// deck/mast.ts
import '../rope/knot'
import '../wreck/plank'

// wreck/plank.ts
import '../hold/crate'
import '../deck/mast'
//     ^^^^^^^^^^^^^^ error boundaries/rules: wreck may not use deck

// hold/crate.ts
export const crate = 1

// rope/knot.ts
export const knot = 1
`)

check('a test file is judged by an entry whose importing side takes nothing but tests', `
# bulkhead.yaml
modules: { deck: deck, hold: hold }
rules:
  - { id: deck-alone, from: deck, forbid: hold }
  - { id: tests-without-hold, from: tag:test, forbid: path:hold/secret.ts }

// deck/mast.test.ts
import '../hold/crate'
import '../hold/secret'
//     ^^^^^^^^^^^^^^^^ error boundaries/rules: deck may not use hold

// deck/mast.ts
export const mast = 1

// hold/crate.ts
export const crate = 1

// hold/secret.ts
export const secret = 1
`)

check('kinds say which imports count; what TypeScript drops is a kind of its own', `
# bulkhead.yaml
modules: { deck: deck, hold: hold }
rules: [{ id: deck-runs-alone, from: deck, forbid: hold, kinds: runtime }]

// deck/mast.ts
import type { Crate } from '../hold/crate'
import { Crate as AlsoCrate } from '../hold/crate'
import { crate } from '../hold/crate'
//                    ^^^^^^^^^^^^^^^ error boundaries/rules: deck may not use hold
const later = import('../hold/crate')
//                   ^^^^^^^^^^^^^^^ error boundaries/rules: deck may not use hold
export const mast = (one: Crate, other: AlsoCrate) => [one, other, crate, later]

// hold/crate.ts
export interface Crate { weight: number }
export const crate: Crate = { weight: 1 }
`)

check('with verbatimModuleSyntax an import runs as it is written', `
# bulkhead.yaml
modules: { deck: deck, hold: hold }
rules: [{ id: deck-runs-alone, from: deck, forbid: hold, kinds: runtime }]

# tsconfig.json
{ "compilerOptions": { "verbatimModuleSyntax": true } }

// deck/mast.ts
import { Crate } from '../hold/crate'
//                    ^^^^^^^^^^^^^^^ error boundaries/rules: deck may not use hold
export const mast = (one: Crate) => one

// hold/crate.ts
export class Crate {}
`)

check('whom one may ask, one may ask for what it hands on; who is guarded, is guarded through barrels', `
# bulkhead.yaml
modules: { deck: { files: deck, uses: [bridge] }, bridge: bridge, hold: { files: hold, usedBy: [bridge] } }

// deck/mast.ts
import { wheel, crate } from '../bridge'
//                           ^^^^^^^^^^^ error boundaries/rules: deck may not use hold
export const mast = [wheel, crate]

// bridge/index.ts
import { crate } from '../hold'
export { crate }
export const wheel = 1

// hold/index.ts
export * from './crate'

// hold/crate.ts
export const crate = 1
`)

check('a namespace import is judged by the file that it names alone', `
# bulkhead.yaml
modules: { deck: deck, bridge: bridge, hold: hold }
rules: [{ id: deck-without-hold, from: deck, forbid: hold }]

// deck/mast.ts
import * as bridge from '../bridge'
export const mast = bridge

// bridge/index.ts
export { crate } from '../hold/crate'

// hold/crate.ts
export const crate = 1
`)

check('a barrel hides nothing from an import that is awaited, when its names are taken at once', `
# bulkhead.yaml
modules: { deck: deck, mid: mid, hold: hold }
rules: [{ id: deck-alone, from: deck, forbid: hold }]

// deck/mast.ts
export async function climb() {
  const { crate } = await import('../mid')
  //                             ^^^^^^^^ error boundaries/rules: deck may not use hold
  return crate
}

// deck/boom.ts
export const swing = async () => (await import('../mid')).crate
//                                             ^^^^^^^^ error boundaries/rules: deck may not use hold

// deck/sail.ts
export const set = () => import('../mid').then(({ crate }) => crate)
//                              ^^^^^^^^ error boundaries/rules: deck may not use hold

// deck/flag.ts
export const hoist = async () => (await import('../mid')).pennant

// mid/index.ts
export { crate } from '../hold/crate'
export const pennant = 1

// hold/crate.ts
export const crate = 1
`)

check('with \`reexports: stop\` a barrel ends the look', `
# bulkhead.yaml
imports: { reexports: stop }
modules: { deck: deck, bridge: bridge, hold: hold }
rules: [{ id: deck-without-hold, from: deck, forbid: hold }]

// deck/mast.ts
import { crate } from '../bridge'
export const mast = crate

// bridge/index.ts
export { crate } from '../hold/crate'

// hold/crate.ts
export const crate = 1
`)

check('captures of the subject stand for their value on the other side', `
# bulkhead.yaml
modules: { "{ship}/{part}": "ships/{ship}/{part}" }
rules:
  - { id: deck-over-hold, from: "{ship}/hold", forbid: "{ship}/deck" }
  - { id: other-ships, from: "{ship}/*", forbid: { all: ["*/deck"], not: "{ship}/*" } }

// ships/fram/hold/crate.ts
import '../deck/mast'
//     ^^^^^^^^^^^^^^ error boundaries/rules: fram/hold may not use fram/deck
import '../../maud/deck/mast'
//     ^^^^^^^^^^^^^^^^^^^^^^ error boundaries/rules: fram/hold may not use maud/deck

// ships/fram/deck/mast.ts
import '../../maud/hold/crate'

// ships/maud/deck/mast.ts
export const mast = 1

// ships/maud/hold/crate.ts
export const crate = 1
`)

check('an import that leads nowhere, a variable, a built-in and a vendor are ends as any other', `
# bulkhead.yaml
rules:
  - { id: no-lost-assets, from: path:deck, forbid: "unresolved:**/*.svg" }
  - { id: no-aws, from: path:deck, forbid: vendor:aws, severity: warning }
  - { id: no-secrets, from: path:deck, forbid: "env:SECRET_*" }
checks: { boundaries/unresolved: "off" }

// deck/mast.ts
import './flag.svg'
//     ^^^^^^^^^^^^ error boundaries/rules: deck/mast.ts may not use ./flag.svg
import './flog'
import { S3Client } from '@aws-sdk/client-s3'
//                       ^^^^^^^^^^^^^^^^^^^^ warning boundaries/rules: deck/mast.ts may not use @aws-sdk/client-s3
const { SECRET_KEY, PATH } = process.env
//      ^^^^^^^^^^ error boundaries/rules: deck/mast.ts may not use the variable SECRET_KEY
export const mast = [S3Client, SECRET_KEY, PATH]
`)

check('folder:above is a folder above the importing file', `
# bulkhead.yaml
rules: [{ id: children-do-not-look-up, from: path:ship, forbid: folder:above }]

// ship/deck/mast.ts
import './sail'
import '../hull'
//     ^^^^^^^^^ error boundaries/rules: ship/deck/mast.ts may not use ship/hull.ts

// ship/deck/sail.ts
export const sail = 1

// ship/hull.ts
import './deck/sail'
export const hull = 1
`)

check('an exception allows one import, until its day has passed', `
# bulkhead.yaml
modules: { deck: deck, hold: hold }
rules: [{ id: deck-alone, from: deck, forbid: hold }]
exceptions:
  - { rule: deck-alone, from: path:deck/mast.ts, to: hold, why: SHIP-1, until: 2099-12-31 }
  - { rule: boundaries/rules, from: path:deck/sail.ts, why: SHIP-2, until: 2020-01-31 }

// deck/mast.ts
import '../hold/crate'

// deck/sail.ts
import '../hold/crate'
//     ^^^^^^^^^^^^^^^ error boundaries/rules: deck may not use hold

// hold/crate.ts
export const crate = 1
`)

check('what is ignored, or leads into it, is judged by nobody', `
# bulkhead.yaml
ignore: ["**/generated"]
imports: { virtual: ["virtual:*"] }
modules: { deck: { files: deck, uses: [] } }

// deck/mast.ts
import './generated/types'
import './generated/gone'
import 'virtual:charts'
export const mast = 1

// deck/generated/types.ts
import '../../nowhere'
export const types = 1
`)

check('a file that is no source is the end of an import as any other, and is not read', `
# bulkhead.yaml
modules: { deck: deck, paint: { files: paint, api: [colours.css] } }

// deck/mast.ts
import '../paint/colours.css'
import '../paint/inside.css'
//     ^^^^^^^^^^^^^^^^^^^^^ error boundaries/api: deck reaches into paint, past its api
import rules from './rules.json' with { type: 'json' }
export { rules }

// deck/boom.ts
import { rules } from './mast'
export const boom = rules

# deck/rules.json
{ "broken": import

# paint/colours.css
@import './inside.css';

# paint/inside.css
/* bulkhead-ignore-next-line boundaries/api -- no comment of ours, in a style sheet */
mast { color: red }
`)

check('an import of the root that has no index is one that leads nowhere', `
# bulkhead.yaml
version: 1

// test/crew.js
require('..')
//      ^^^^ warning boundaries/unresolved: '..' leads to no file
`)

check('a comment covers an import in a statement that begins on the next line, and one that stands on it', `
# bulkhead.yaml
modules: { deck: deck, hold: hold }
rules: [{ id: deck-alone, from: deck, forbid: hold }]

// deck/mast.ts
export function crate() {
  // bulkhead-ignore-next-line deck-alone -- HOLD-1
  return require('../hold/crate')
}
export const later = {
  // bulkhead-ignore-next-line deck-alone -- HOLD-1
  crate: () => import('../hold/crate'),
}
// bulkhead-ignore-next-line deck-alone -- HOLD-1
import {
  weight,
} from '../hold/crate'
export { weight }

// hold/crate.ts
export const weight = 1
`)
