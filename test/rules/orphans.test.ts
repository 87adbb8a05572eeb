// Where boundaries/orphans starts from, and what it does not take for a problem.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { check } from '../support/check.ts'
import { project } from '../support/project.ts'

check('every package of a repository is entered by what its manifest says, built or not', `
  // bulkhead.yaml
  checks: { boundaries/orphans: warning }
  // package.json
  { "workspaces": ["packages/*"] }
  // packages/hull/package.json
  { "name": "hull", "exports": { ".": "./dist/index.js", "./knots/*": "./src/knots/*.ts" } }
  // packages/hull/src/index.ts
  export * from './plank'
  // packages/hull/src/plank.ts
  export const plank = 1
  // packages/hull/src/knots/bowline.ts
  export const bowline = 1
  // packages/hull/src/splinter.ts
  //<- boundaries/orphans: no entry leads to this file
  export const splinter = 1
  // packages/crane/package.json
  { "name": "crane", "bin": "./bin/crane.mjs", "browser": "./src/web.ts" }
  // packages/crane/bin/crane.mjs
  import '../src/lift.js'
  // packages/crane/src/lift.ts
  export const lift = 1
  // packages/crane/src/web.ts
  import styles from './web.css'
  export const web = styles
  // packages/crane/src/web.css
  .web {}
`)

check('a file of types is lost where imports of types do not count', `
  // bulkhead.yaml
  imports: { kinds: runtime }
  checks: { boundaries/orphans: { severity: warning, options: { means: unused, entries: [deck.ts] } } }
  // deck.ts
  import type { Knot } from './knot'
  import { rope } from './rope'
  export const deck = (knot: Knot) => [rope, knot]
  // knot.ts
  //<- boundaries/orphans: nothing imports this file
  export interface Knot { name: string }
  // rope.ts
  export const rope = 1
`)

test('a file that a lost one imports is lost with it, and the finding says who imports it', () => {
  const { report } = project(`
    // bulkhead.yaml
    checks: { boundaries/orphans: warning }
    // package.json
    { "main": "main.ts" }
    // main.ts
    export const main = 1
    // old/cart.ts
    import './till'
    // old/till.ts
    export const till = 1
  `)
  assert.deepEqual(report.findings.map(({ at, help }) => [at.path, help[0]]), [
    ['old/cart.ts', 'code that nobody runs is read, changed and feared all the same'],
    ['old/till.ts', 'old/cart.ts imports it, and no entry leads there either'],
  ])
  assert.deepEqual(report.findings.map(({ fixes }) => fixes.map(({ id, arguments: { from } }) => [id, from])), [[['allow', 'path:old/cart.ts']], [['allow', 'path:old/till.ts']]])
})

test('an exception allows an orphan, and a manifest that is broken is no problem for having been asked', () => {
  const { report } = project(`
    // bulkhead.yaml
    checks: { boundaries/orphans: warning }
    exceptions: [{ rule: boundaries/orphans, from: path:old.ts, why: It is run by hand, until: never }]
    // package.json
    { "main": "main.ts" }
    // main.ts
    export const main = 1
    // old.ts
    export const old = 1
    // fixtures/broken/package.json
    { "main":
  `)
  assert.deepEqual(report.problems, [])
  assert.deepEqual(report.findings.map(({ status }) => status), ['allowed'])
})
