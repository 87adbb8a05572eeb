import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { test } from 'node:test'
import type { Log, Run } from 'sarif'
import { fromJSONSchema } from 'zod'
import type { Report } from '../../rules/model/report.ts'
import type { RulePage } from '../../server/report/reporter.ts'
import { renderSarif } from '../../server/report/sarif.ts'
import { finding, placeOf, report } from './support.ts'
import { shop } from './shop.ts'

const schemaText = readFileSync(fileURLToPath(import.meta.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json')), 'utf8')
// zod takes a reference for a whole URL, which a path below the root is not.
const schema = fromJSONSchema(JSON.parse(schemaText.replaceAll('"format": "uri-reference"', '"minLength": 1')))

const rules: readonly RulePage[] = [
  { id: 'boundaries/cycles', title: 'Files import each other in a circle', level: 'error', page: '# boundaries/cycles\n', href: 'https://example.org/boundaries/cycles' },
  { id: 'boundaries/rules', title: 'An import breaks an entry', level: 'error' },
  { id: 'boundaries/unassigned', title: 'A file in no module', level: 'off' },
  { id: 'vendors/sdk', title: 'A vendor SDK outside its place', level: 'warning' },
]

function runOf(given: Report): Run {
  const log: Log = JSON.parse(renderSarif(given, { version: '0.1.0', rules }))
  assert.deepEqual(schema.safeParse(log).error?.issues, undefined)
  const [run] = log.runs
  assert.ok(run)
  return run
}

test('the schema would find a fault', () => {
  assert.equal(schema.safeParse({ version: '2.1.0', runs: [{ tool: { driver: { name: 'bulkhead' } }, results: [{ message: { text: 'x' }, level: 'info' }] }] }).success, false)
})

test('each result has its rule, level, and place below the root', () => {
  const run = runOf(shop)
  assert.deepEqual(run.results?.map(({ ruleId, ruleIndex, level }) => [ruleId, ruleIndex, level]), [
    ['boundaries/cycles', 0, 'warning'], ['boundaries/rules', 1, 'error'], ['vendors/sdk', 3, 'warning'], ['boundaries/cycles', 0, 'error'], ['boundaries/unassigned', 2, 'note'],
  ])
  assert.deepEqual(run.results?.[2]?.locations?.[0]?.physicalLocation, {
    artifactLocation: { uri: 'shop/%5Bid%5D/cart.ts', uriBaseId: 'ROOT' },
    region: { startLine: 3, startColumn: 13, endLine: 3, endColumn: 33 },
  })
  assert.ok(run.originalUriBaseIds && 'ROOT' in run.originalUriBaseIds)
  assert.equal(run.columnKind, 'utf16CodeUnits')
})

test('a message links to the line that forbids and to the files between', () => {
  const result = runOf(shop).results?.[1]
  assert.equal(result?.message.text, 'shop may not use billing/ledger\nThe ledger changes freely [bulkhead.yaml:4](1)\nthrough [billing/index.ts](2)')
  assert.deepEqual(result?.relatedLocations?.map(({ id, physicalLocation }) => [id, physicalLocation?.artifactLocation?.uri, physicalLocation?.region?.startLine]), [[1, 'bulkhead.yaml', 4], [2, 'billing/index.ts', 1]])
})

test('brackets in a path are no links', () => {
  const texts = { 'shop/[id]/cart.ts': '' }
  const run = runOf(report(texts, { findings: [finding({ rule: 'boundaries/unassigned', at: placeOf(texts, 'shop/[id]/cart.ts'), message: 'shop/[id]/cart.ts is in no module' })] }))
  assert.equal(run.results?.[0]?.message.text, 'shop/\\[id\\]/cart.ts is in no module')
})

test('a cycle of files links to them; one of modules has no file to link to', () => {
  const texts = { 'shop/cart.ts': "import '../billing'" }
  const at = placeOf(texts, 'shop/cart.ts', "'../billing'")
  const ofModules = finding({ rule: 'boundaries/cycles', at, target: { kind: 'file', path: 'billing/index.ts' }, message: '2 modules import each other', via: ['billing'], breakers: [] })
  assert.deepEqual(runOf(shop).results?.[3]?.relatedLocations?.map(({ physicalLocation }) => physicalLocation?.artifactLocation?.uri), ['shop/till.ts'])
  assert.deepEqual(runOf(report(texts, { findings: [ofModules] })).results?.[0]?.relatedLocations, [])
})

test('what is known or allowed is suppressed, and every result says whether it is', () => {
  assert.deepEqual(runOf(shop).results?.map(({ suppressions }) => suppressions?.map(({ kind }) => kind)), [['external'], [], [], [], ['inSource']])
})

test('an alert stays the same when its line moves, and two with one key stay apart', () => {
  const texts = { 'shop/cart.ts': "import '../billing'\nimport '../billing'\n" }
  const moved = { 'shop/cart.ts': `\n\n${texts['shop/cart.ts']}` }
  const twice = (shown: typeof texts) => report(shown, {
    findings: [1, 2].map(() => finding({ rule: 'boundaries/rules', at: placeOf(shown, 'shop/cart.ts', "'../billing'"), message: 'shop may not use billing', key: 'shop -> billing' })),
  })
  const prints = (shown: typeof texts) => runOf(twice(shown)).results?.map(({ partialFingerprints }) => partialFingerprints)
  assert.deepEqual(prints(texts), prints(moved))
  assert.deepEqual(prints(texts)?.map((print) => print?.primaryLocationLineHash), ['shop -> billing:1', 'shop -> billing:2'])
})

test('rules come with their pages', () => {
  const [cycles, , unassigned] = runOf(shop).tool.driver.rules ?? []
  assert.equal(cycles?.helpUri, 'https://example.org/boundaries/cycles')
  assert.equal(cycles?.help?.markdown, '# boundaries/cycles\n')
  assert.deepEqual(unassigned?.defaultConfiguration, { enabled: false })
})

test('problems and notes are notifications; one in the configuration means that the run failed', () => {
  const invocation = runOf(shop).invocations?.[0]
  assert.equal(invocation?.executionSuccessful, false)
  assert.deepEqual(invocation?.toolExecutionNotifications?.map(({ level, message }) => [level, message.text]), [
    ['error', 'docks takes no file: the nearest folder is billing'], ['warning', 'no answer from git'], ['note', 'path:legacy takes no file'],
  ])
  assert.equal(runOf(report({}, {})).invocations?.[0]?.executionSuccessful, true)
})

test('beyond what GitHub takes, the known are left out first, and the run says how many', () => {
  const texts = { 'shop/cart.ts': "import '../billing'" }
  const at = placeOf(texts, 'shop/cart.ts', "'../billing'")
  const findings = Array.from({ length: 25_010 }, (_, index) => finding({ rule: 'boundaries/rules', at, message: 'shop may not use billing', status: index < 20 ? 'known' : 'new' }))
  const log: Log = JSON.parse(renderSarif(report(texts, { findings }), { version: '0.1.0', rules }))
  const shown = log.runs[0]?.results ?? []
  assert.equal(shown.length, 25_000)
  assert.equal(shown.filter(({ suppressions }) => suppressions?.length === 1).length, 10)
  assert.match(log.runs[0]?.invocations?.[0]?.toolExecutionNotifications?.[0]?.message.text ?? '', /^10 more findings/)
})
