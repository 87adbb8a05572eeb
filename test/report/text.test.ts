import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plain } from '../../server/report/paint.ts'
import { renderNotes, renderText } from '../../server/report/text.ts'
import { finding, placeOf, report } from './support.ts'
import { shop } from './shop.ts'

test('a finding says what is wrong, why, and what to do; problems stand below; a line counts it all', () => {
  assert.equal(renderText(shop, { paint: plain }), `\
shop/[id]/cart.ts:1:24  error  shop may not use billing/ledger   boundaries/rules
               The ledger changes freely (bulkhead.yaml:4)
               through billing/index.ts
               fix: import charge from billing's api   (bulkhead fix)

shop/[id]/cart.ts:3:13  warning  shop holds the AWS object storage SDK   vendors/sdk
               only billing may hold vendor SDKs (bulkhead.yaml:2)
               locks in: objects are read through one vendor's API
               instead: object storage over the S3 API
               fix: move it behind a port in billing   (offered in the editor)

shop/basket.ts:1:8  error  2 files import each other: shop/basket.ts > shop/till.ts > shop/basket.ts   boundaries/cycles
               cycle: shop/basket.ts > shop/till.ts > shop/basket.ts
               cut: shop/till.ts > shop/basket.ts (1 import)

bulkhead.yaml:5:21  problem  docks takes no file   no-match
               the nearest folder is billing

problem  no answer from git   unreadable

2 errors, 1 warning, 2 problems in 48 files (212 imports); 1 fixable; 1 known, 1 allowed; 6 test files may import what they like; 1 file in no module; 2 imports unresolved
Read about a rule: bulkhead explain boundaries/rules
`)
})

test('a clean project is told so in one line', () => {
  assert.equal(renderText(report({}, { stats: { files: 1, edges: 0 } }), { paint: plain }), 'No findings in 1 file (0 imports)\n')
})

test('what the baseline holds is counted, and not shown', () => {
  const texts = { 'shop/cart.ts': "import '../billing'" }
  const known = finding({ rule: 'boundaries/layers', at: placeOf(texts, 'shop/cart.ts', "'../billing'"), message: 'shop may not use billing', status: 'known' })
  assert.equal(renderText(report(texts, { findings: [known] }), { paint: plain }), 'Nothing new in 48 files (212 imports); 1 known\n')
})

test('without a configuration the last line says how to write one', () => {
  const { configPath: _, ...unconfigured } = report({}, {})
  assert.equal(renderText(unconfigured, { paint: plain }), 'No findings in 48 files (212 imports)\nWrite a first bulkhead.yaml: bulkhead init\n')
})

test('a long chain is named by its first files', () => {
  const texts = { 'harbour/crane.ts': "import './quay'" }
  const via = Array.from({ length: 9 }, (_, index) => `harbour/quay-${index}.ts`)
  const text = renderText(report(texts, { findings: [finding({ rule: 'boundaries/rules', at: placeOf(texts, 'harbour/crane.ts', "'./quay'"), message: 'harbour reaches the sea', via })] }), { paint: plain })
  assert.match(text, /through harbour\/quay-0\.ts, .*harbour\/quay-5\.ts and 3 more\n/)
})

test('colour is laid over the same words, and never over the place that a terminal makes a link', () => {
  const tagged = renderText(shop, { paint: (style, text) => `<${style}>${text}</>` })
  assert.equal(tagged.replaceAll(/<\w+>|<\/>/g, ''), renderText(shop, { paint: plain }))
  assert.match(tagged, /^<bold>shop\/\[id\]\/cart\.ts:1:24<\/>  <red>error<\/>  shop may not/)
  assert.match(tagged, /<yellow>1 warning<\/>, <magenta>2 problems<\/>/)
})

test('notes are for standard error, and stay out of the report', () => {
  assert.equal(renderNotes(shop, { paint: plain }), 'note  path:legacy takes no file\n')
  assert.equal(renderNotes(report({}, {}), { paint: plain }), '')
  assert.doesNotMatch(renderText(shop, { paint: plain }), /legacy/)
})

test('no line ends in a space', () => {
  assert.doesNotMatch(renderText(shop, { paint: plain }), / \n/)
})
