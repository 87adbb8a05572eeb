import assert from 'node:assert/strict'
import { test } from 'node:test'
import { project } from '../support/project.ts'
import { check } from '../support/check.ts'

const harbour = `
// deck/mast.js
/** @typedef {import('../hold/crate').Crate} Crate */
jest.mock('../office/ledger')
new Worker(new URL('../hold/worker.js', import.meta.url))
import './sail'

// deck/sail.js
export const sail = 1

// hold/crate.js
export class Crate {}

// hold/worker.js
import '../deck/mast'

// office/ledger.js
export const sum = 0
`

check('calls, URLs and comments count for an entry that names them, and for no other', `
# bulkhead.yaml
modules: { deck: deck, hold: hold, office: office }
layers: [{ name: bottom, files: [hold, office] }, { name: top, files: deck }]
rules:
  - { id: no-mocks, from: deck, forbid: office, kinds: [call] }
  - { id: no-imports, from: deck, forbid: [hold, office] }

// deck/mast.ts
jest.mock('../office/ledger')
//        ^^^^^^^^^^^^^^^^^^ error boundaries/rules: deck may not use office
new Worker(new URL('../hold/worker.ts', import.meta.url))
require.resolve('../gone')

// hold/worker.ts
export const work = 1

// office/ledger.ts
export const sum = 0
`)

check('\`imports.kinds\` makes them count everywhere', `
# bulkhead.yaml
imports: { kinds: [all, call, url], calls: [load] }
layers: [top, bottom]
modules: { bottom/office: { files: bottom/office, api: [] } }

// bottom/mast.ts
load('../top/sail')
//   ^^^^^^^^^^^^^ error boundaries/layers: bottom may not use top
load('../gone')
//   ^^^^^^^^^ warning boundaries/unresolved: '../gone' leads to no file
jest.mock('../top/sail')
new URL('office/ledger.ts', import.meta.url)
//      ^^^^^^^^^^^^^^^^^^ error boundaries/api: bottom reaches into bottom/office, past its api

// bottom/office/ledger.ts
export const sum = 0

// top/sail.ts
export const sail = 1
`)

check('\`imports.kinds\` says for layers and apis, too, which imports count', `
# bulkhead.yaml
imports: { kinds: runtime }
layers: [top, bottom]

// bottom/mast.ts
import type { Sail } from '../top/sail'
import { sail } from '../top/sail'
//                   ^^^^^^^^^^^^^ error boundaries/layers: bottom may not use top
export const mast: Sail = sail

// top/sail.ts
export type Sail = 1
export const sail = 1
`)

check('comments lead where types do: to declarations, packages, and paths from the file', `
# bulkhead.yaml
rules: [{ id: no-comments, from: "*", forbid: ["*", "pkg:*", "builtin:*"], kinds: jsdoc }]

// deck/mast.js
/// <reference types="ropes/knots" />
//                   ^^^^^^^^^^^^^ error boundaries/rules: deck/mast.js may not use ropes/knots
/// <reference path="globals.d.ts" />
//                  ^^^^^^^^^^^^^^ error boundaries/rules: deck/mast.js may not use deck/globals.d.ts
/** @import { Crate } from '../hold/crate.js' */
//                         ^^^^^^^^^^^^^^^^^^ error boundaries/rules: deck/mast.js may not use hold/crate.d.ts
/** @type {import('node:fs').Stats} */
//                ^^^^^^^^^ error boundaries/rules: deck/mast.js may not use fs (built-in)
export let stats

// deck/globals.d.ts
declare const tide: number

// hold/crate.d.ts
export class Crate {}

// hold/crate.js
export class Crate {}
`)

const edges = (config: string): string[] => {
  const { graph } = project(`# bulkhead.yaml\n${config}\n${harbour}`).session.snapshot().project
  return Array.from({ length: graph.edges.count }, (_, id) => graph.edge(id)).map(({ kind, from, specifier }) => `${from} ${kind} ${specifier}`)
}

test('the graph holds them where some entry asks, and nowhere else', () => {
  const imports = ['deck/mast.js value ./sail', 'hold/worker.js value ../deck/mast']
  assert.deepEqual(edges('cycles: forbid'), imports)
  assert.deepEqual(edges('rules: [{ id: it, from: "*", forbid: path:office, kinds: call }]'), [imports[0], 'deck/mast.js call ../office/ledger', imports[1]])
  assert.deepEqual(edges('cycles: { kinds: [load, url, jsdoc] }'), [imports[0], 'deck/mast.js jsdoc ../hold/crate', 'deck/mast.js url ../hold/worker.js', imports[1]])
})

test('a worker closes a cycle where the check counts URLs', () => {
  const cyclesOf = (kinds: string): string[] => project(`# bulkhead.yaml\ncycles: { kinds: ${kinds} }\n${harbour}`).report.findings.map(({ message }) => message)
  assert.deepEqual(cyclesOf('load'), [])
  assert.deepEqual(cyclesOf('[load, url]'), ['2 files import each other: deck/mast.js > hold/worker.js > deck/mast.js'])
})

test('another configuration asks the same files anew', () => {
  const { session } = project(`# bulkhead.yaml\nrules: [{ id: it, from: "*", forbid: path:office, kinds: call }]\n${harbour}`)
  const findings = (): string[] => session.snapshot().report.findings.map(({ message }) => message)
  assert.deepEqual(findings(), ['deck/mast.js may not use office/ledger.js'])
  session.apply([{ kind: 'text', path: 'bulkhead.yaml', text: 'imports: { calls: [load] }\nrules: [{ id: it, from: "*", forbid: path:office, kinds: call }]' }])
  assert.deepEqual(findings(), [])
  session.apply([{ kind: 'text', path: 'deck/mast.js', text: "load('../office/ledger')" }])
  assert.deepEqual(findings(), ['deck/mast.js may not use office/ledger.js'])
})

test('another file that comes leaves what was asked of the others as it was', () => {
  const { session } = project('# bulkhead.yaml\nrules: [{ id: it, from: "*", forbid: path:office, kinds: call }]\n// deck/mast.js\nexport const mast = 1\n// office/ledger.js\nexport const sum = 0\n')
  session.apply([{ kind: 'text', path: 'deck/sail.js', text: 'export const sail = 1\n' }])
  const { findings } = session.apply([{ kind: 'text', path: 'deck/mast.js', text: "export const mast = 1\njest.mock('../office/ledger')\n" }])
  assert.deepEqual(findings.map(({ message }) => message), ['deck/mast.js may not use office/ledger.js'])
})

check('of the functions that are counted an entry may name one, or all but one', `
# bulkhead.yaml
imports: { calls: [tryRequire, load.now, describeFile] }
rules:
  - { id: no-tries, from: path:deck, forbid: path:office, kinds: "call:tryRequire" }
  - { id: no-others, from: path:deck, forbid: path:hold, kinds: { any: call, not: ["call:tryRequire", "call:describeFile"] } }

// deck/mast.ts
tryRequire('../office/ledger')
//         ^^^^^^^^^^^^^^^^^^ error boundaries/rules: deck/mast.ts may not use office/ledger.ts
load.now('../office/ledger')
tryRequire('../hold/crate')
load.now('../hold/crate')
//       ^^^^^^^^^^^^^^^ error boundaries/rules: deck/mast.ts may not use hold/crate.ts
describeFile('../hold/crate')
import '../office/ledger'

// office/ledger.ts
export const sum = 0

// hold/crate.ts
export const crate = 0
`)

check('one function counts for layers, apis, budgets and what leads nowhere where imports.kinds names it', `
# bulkhead.yaml
imports: { kinds: [all, "call:tryRequire"], calls: [tryRequire, load] }
layers: [top, bottom]
budgets: { "top.imports": 1 }
//         ^^^^^^^^^^^^^ error policy/budget: top.imports is 2, above its budget of 1

// bottom/mast.ts
tryRequire('../top/sail')
//         ^^^^^^^^^^^^^ error boundaries/layers: bottom may not use top
load('../top/sail')
tryRequire('../gone')
//         ^^^^^^^^^ warning boundaries/unresolved: '../gone' leads to no file
load('../gone')

// main.ts
import './top/sail'

// top/sail.ts
export const sail = 1
`)

test('a cycle is closed by a call of the function that it names alone', () => {
  const cyclesOf = (kinds: string): number => project(`
    # bulkhead.yaml
    imports: { calls: [tryRequire, load] }
    cycles: { kinds: ${kinds} }
    // deck/mast.ts
    import './sail'
    // deck/sail.ts
    tryRequire('./mast')
  `).report.findings.length
  assert.deepEqual(['load', '[load, call]', '[load, "call:tryRequire"]', '[load, "call:load"]', '{ any: [load, call], not: "call:tryRequire" }', '{ any: [load, call], not: "call:load" }'].map(cyclesOf), [0, 1, 1, 0, 0, 1])
})
