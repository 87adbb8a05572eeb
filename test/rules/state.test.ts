import assert from 'node:assert/strict'
import { test } from 'node:test'
import { check } from '../support/check.ts'
import { project } from '../support/project.ts'

check('who may keep what, by name', `
# bulkhead.yaml
modules: { shop: shop, billing: billing }
tags: { kept: "state:*" }
rules:
  - { id: no-caches, from: shop, forbid: "state:{cache,*Cache}" }
  - { id: only-counts, from: billing, only: ["state:count"] }
  - { id: nobody, to: "state:Ledger.*", only: [] }
  - { id: by-tag, from: path:loose.ts, forbid: tag:kept }

// shop/cart.ts
let cache
//  ^^^^^ boundaries/rules: shop may not use the module state cache
export let priceCache = 1
//         ^^^^^^^^^^ boundaries/rules: shop may not use the module state priceCache
let open = true

// billing/ledger.ts
import { cart } from '../shop/cart'
let count = 0
let sum = 0
//  ^^^ boundaries/rules: billing may not use the module state sum
class Ledger {
  static lines = 0
  //     ^^^^^ boundaries/rules: billing may not use the module state Ledger.lines
  //     ^^^^^ boundaries/rules: billing may not use the module state Ledger.lines
  static add() { this.lines++ }
}

// billing/ledger.test.ts
let wrong = 1

// loose.ts
let loose = process.env.LOOSE
//  ^^^^^ boundaries/rules: loose.ts may not use the module state loose
`)

check('exceptions and comments allow it', `
# bulkhead.yaml
rules: [{ id: stateless, forbid: "state:*" }]
exceptions: [{ rule: stateless, from: path:src/pool.ts, to: "state:pool", why: One for each process, until: never }]

// src/pool.ts
let pool
let other
//  ^^^^^ boundaries/rules: src/pool.ts may not use the module state other

// src/count.ts
// bulkhead-ignore-next-line stateless -- told to nobody
export let count = 0
`)

check('a budget counts it', `
# bulkhead.yaml
budgets: { "state:*.files": 1, "state:count.imports": 0 }
//         ^^^^^^^^^^^^^^^ policy/budget: state:*.files is 2, above its budget of 1

// a.ts
let one = 1
let two = 2

// b.ts
const seen = []
export const see = (it) => seen.push(it)
`.replace('//         ', '#          '))

test('nobody looks for state unless an entry is about it', () => {
  const found = (rule: string): number => project(`# bulkhead.yaml\nrules: [{ id: it, ${rule} }]\n\n// a.ts\nlet one = 1\n`).session.snapshot().project.graph.edges.count
  assert.equal(found('forbid: "env:*"'), 0)
  assert.equal(found('forbid: "state:*"'), 1)
})

check('who reads a variable, or keeps one, imports nothing by that', `
# bulkhead.yaml
checks: { boundaries/orphans: { severity: warning, options: { means: alone } } }
rules: [{ id: stateless, to: ["state:*", "env:*"], only: path:alone.ts }]

// alone.ts
//<- boundaries/orphans: nothing imports this file, and it imports nothing
let alone = process.env.ALONE
`)

test('nor is it counted among the imports', () => {
  assert.equal(project('# bulkhead.yaml\nrules: [{ id: it, to: ["state:*", "env:*"], only: path:a.ts }]\n\n// a.ts\nimport "b"\nlet one = process.env.ONE\n').report.stats.edges, 1)
})
