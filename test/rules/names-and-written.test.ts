// Entries about some imports only: of certain names, or written in a certain way.
import { check } from '../support/check.ts'

check('names are those that the target exports; a namespace import has every name, and one for its effects has none', `
# bulkhead.yaml
modules: { deck: deck, hold: hold }
rules: [{ id: no-rows, from: deck, forbid: hold, names: ["row*", default] }]

// deck/mast.ts
import { rowsOf as ofRows, weight } from '../hold/crate'
//                                       ^^^^^^^^^^^^^^^ error boundaries/rules: deck may not use hold
import lid from '../hold/crate'
//              ^^^^^^^^^^^^^^^ error boundaries/rules: deck may not use hold
import * as crate from '../hold/crate'
//                     ^^^^^^^^^^^^^^^ error boundaries/rules: deck may not use hold
import type { rows } from '../hold/crate'
//                        ^^^^^^^^^^^^^^^ error boundaries/rules: deck may not use hold
import { weight as rowsToo } from '../hold/crate'
import '../hold/crate'
export { row } from '../hold/crate'
//                  ^^^^^^^^^^^^^^^ error boundaries/rules: deck may not use hold
const { weight: again } = await import('../hold/crate')
const all = await import('../hold/crate')
//                       ^^^^^^^^^^^^^^^ error boundaries/rules: deck may not use hold
export const mast = [ofRows, weight, lid, crate, rowsToo, again, all]

// hold/crate.ts
export const row = 1, rows = [1], rowsOf = () => rows, weight = 1
export default 1
`)

check('a barrel hides a name from nobody, and brings in no other', `
# bulkhead.yaml
modules: { deck: deck, bridge: bridge, hold: hold }
rules:
  - { id: no-rows, from: deck, forbid: hold, names: rows }
  - { id: rows-at-home, to: hold, only: bridge, names: rows }

// deck/mast.ts
import { rows, wheel } from '../bridge'
//                          ^^^^^^^^^^^ error boundaries/rules: deck may not use hold
//                          ^^^^^^^^^^^ error boundaries/rules: deck may not use hold
export const mast = [rows, wheel]

// deck/boom.ts
import { weight, wheel } from '../bridge'
export const boom = [weight, wheel]

// deck/sail.ts
import { rows } from '../bridge/own'
export const sail = rows

// bridge/index.ts
export * from '../hold/crate'
export const wheel = 1

// bridge/own.ts
export { weight as rows } from '../bridge/weight'
export { weight } from '../hold/crate'

// bridge/weight.ts
export const weight = 1

// hold/crate.ts
export const rows = [1]
export const weight = 1
`)

check('only certain names are for everybody', `
# bulkhead.yaml
modules: { deck: deck, hold: hold }
rules: [{ id: raw-is-internal, from: deck, only: [], names: ["raw*"] }]

// deck/mast.ts
import { crate } from '../hold/crate'
import { rawCrate } from '../hold/crate'
//                       ^^^^^^^^^^^^^^^ error boundaries/rules: deck may not use hold
export const mast = [crate, rawCrate]

// hold/crate.ts
export const crate = 1
export const rawCrate = 1
`)

check('how a specifier is written', `
# package.json
{ "name": "ship", "workspaces": ["packages/*"], "imports": { "#rope": "./hold/rope.ts" } }

# packages/harbour/package.json
{ "name": "harbour", "exports": "./quay.ts" }

# tsconfig.json
{ "compilerOptions": { "baseUrl": ".", "paths": { "@/*": ["./*"] } } }

# bulkhead.yaml
rules:
  - { id: by-relative, from: path:deck/relative.ts, forbid: "*", written: relative }
  - { id: by-paths, from: path:deck/paths.ts, forbid: "*", written: [paths] }
  - { id: by-base, from: path:deck/base.ts, forbid: "*", written: base-url }
  - { id: by-subpath, from: path:deck/subpath.ts, forbid: "*", written: subpath }
  - { id: by-workspace, from: path:deck/workspace.ts, forbid: "*", written: workspace }
  - { id: by-package, from: path:deck/package.ts, forbid: ["*", "pkg:*"], written: [package, subpath] }
checks: { boundaries/undeclared: "off", boundaries/self-import: "off" }

// deck/relative.ts
import '../hold/rope'
//     ^^^^^^^^^^^^^^ error boundaries/rules: deck/relative.ts may not use hold/rope.ts
import '@/hold/rope'
import 'hold/rope'
import '#rope'

// deck/paths.ts
import '../hold/rope'
import '@/hold/rope'
//     ^^^^^^^^^^^^^ error boundaries/rules: deck/paths.ts may not use hold/rope.ts
import 'hold/rope'

// deck/base.ts
import '@/hold/rope'
import 'hold/rope'
//     ^^^^^^^^^^^ error boundaries/rules: deck/base.ts may not use hold/rope.ts

// deck/subpath.ts
import '../hold/rope'
import '#rope'
//     ^^^^^^^ error boundaries/rules: deck/subpath.ts may not use hold/rope.ts

// deck/workspace.ts
import '../packages/harbour/quay'
import 'harbour'
//     ^^^^^^^^^ error boundaries/rules: deck/workspace.ts may not use packages/harbour/quay.ts

// deck/package.ts
import '../hold/rope'
import '#rope'
//     ^^^^^^^ error boundaries/rules: deck/package.ts may not use hold/rope.ts
import 'knots'
//     ^^^^^^^ error boundaries/rules: deck/package.ts may not use knots
import 'harbour'

// hold/rope.ts
export const rope = 1

// packages/harbour/quay.ts
export const quay = 1
`)

check('how a specifier is written is about the file that it names, not about what a barrel hands on', `
# bulkhead.yaml
modules: { deck: deck, hold: hold }
rules:
  - { id: rel, from: "module:**", forbid: "module:**", written: relative }
  - { id: rel-to, to: hold, forbid: "path:deck/**", written: relative }
  - { id: rel-crates, from: path:deck/**, forbid: path:hold/**, written: relative, names: crate }

// tsconfig.json
{ "compilerOptions": { "paths": { "@/*": ["./*"] } } }

// deck/index.ts
export { crate } from '@/hold/crate'

// deck/mast.ts
import { crate } from './index'
export const mast = crate

// deck/boom.ts
import { crate } from '../hold/crate'
//                    ^^^^^^^^^^^^^^^ error boundaries/rules: deck may not use hold
//                    ^^^^^^^^^^^^^^^ error boundaries/rules: deck may not use hold
//                    ^^^^^^^^^^^^^^^ error boundaries/rules: deck may not use hold
export const boom = crate

// hold/crate.ts
export const crate = 1
`)

check('a chain tells how its last import is written, whatever barrels it leads through', `
# bulkhead.yaml
modules: { deck: deck, hold: hold }
rules:
  - { id: rel, from: path:deck/mast.ts, forbid: path:hold/**, written: relative, reach: true }

// tsconfig.json
{ "compilerOptions": { "paths": { "@/*": ["./*"] } } }

// deck/index.ts
export { crate } from '@/hold/crate'
export { lid } from '../hold/lid'

// deck/mast.ts
import { crate, lid } from '@/deck'
//                         ^^^^^^^^ error boundaries/rules: deck reaches hold through 1 file
export const mast = [crate, lid]

// hold/crate.ts
export const crate = 1

// hold/lid.ts
export const lid = 1
`)
