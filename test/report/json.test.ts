import assert from 'node:assert/strict'
import { test } from 'node:test'
import { renderJson } from '../../server/report/json.ts'
import { report } from './support.ts'
import { shop } from './shop.ts'

test('the keys of a report stand as promised, in their order', () => {
  assert.deepEqual(Object.keys(JSON.parse(renderJson(shop))), ['version', 'root', 'stats', 'findings', 'problems', 'notes'])
  assert.equal(JSON.stringify(JSON.parse(renderJson(shop)).stats), '{"files":48,"edges":212,"unresolved":2,"unassigned":1}')
})

test('a finding is one object with its range, evidence and offers', () => {
  assert.equal(JSON.stringify(JSON.parse(renderJson(shop)).findings[1], undefined, 2), `{
  "rule": "boundaries/rules",
  "entry": "apart",
  "severity": "error",
  "status": "new",
  "message": "shop may not use billing/ledger",
  "path": "shop/[id]/cart.ts",
  "range": {
    "start": {
      "line": 1,
      "column": 24
    },
    "end": {
      "line": 1,
      "column": 39
    }
  },
  "target": "billing/ledger.ts",
  "because": [
    {
      "path": "bulkhead.yaml",
      "line": 4,
      "note": "The ledger changes freely"
    }
  ],
  "via": [
    "billing/index.ts"
  ],
  "key": "shop -> billing/ledger",
  "fixes": [
    {
      "id": "ignore",
      "title": "Ignore apart for this import, with a reason",
      "safety": "review"
    },
    {
      "id": "api",
      "title": "Import charge from billing's api",
      "safety": "safe"
    }
  ]
}`)
})

test('columns count UTF-16 units, lines end at \\r\\n', () => {
  assert.deepEqual(JSON.parse(renderJson(shop)).findings[2].range, { start: { line: 3, column: 13 }, end: { line: 3, column: 33 } })
})

test('of a cycle the imports to cut stand beside its files', () => {
  const cycle = JSON.parse(renderJson(shop)).findings[3]
  assert.deepEqual(Object.keys(cycle).slice(-6), ['because', 'via', 'breakers', 'breakersProven', 'key', 'fixes'])
  assert.deepEqual(cycle.breakers, [{ from: 'shop/till.ts', to: 'shop/basket.ts', imports: 1 }])
  assert.equal(cycle.breakersProven, true)
})

test('a whole file is its first character, and what is not there has no key', () => {
  const whole = JSON.parse(renderJson(shop)).findings[4]
  assert.deepEqual(whole.range, { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } })
  assert.deepEqual(['entry', 'target', 'breakers', 'breakersProven'].filter((key) => key in whole), [])
})

test('a problem has its place where it has one', () => {
  assert.equal(JSON.stringify(JSON.parse(renderJson(shop)).problems), JSON.stringify([
    { kind: 'no-match', message: 'docks takes no file', path: 'bulkhead.yaml', line: 5, column: 21, hint: 'the nearest folder is billing' },
    { kind: 'unreadable', message: 'no answer from git' },
  ]))
})

test('a clean project has empty lists, and the text ends with its line', () => {
  assert.match(renderJson(report({}, {})), /"findings": \[\],\n {2}"problems": \[\],\n {2}"notes": \[\]\n}\n$/)
})
