// What is said of a file names the line that says so, in whatever file it stands.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { explainEntryInForce } from '../../server/session/explain-entry.ts'
import { explainFile } from '../../server/session/explain.ts'
import { renderEntry, renderFile } from '../../server/report/explain.ts'
import { changedFindings } from '../../server/session/changed-findings.ts'
import { project, today } from '../support/project.ts'

const { session } = project(`
  # bulkhead.yaml
  extends: [base.yaml, preset:hexagonal]
  rules:
    - { id: no-lodash, why: It is large }

  # base.yaml
  modules:
    cart: src/domain/cart
  rules:
    - { id: no-lodash, from: cart, forbid: pkg:lodash }

  // src/domain/cart/cart.ts
  import lodash from 'lodash'
  export const cart = lodash
`)
const { project: judged, report } = session.snapshot()
const drawing = { paint: (_style: unknown, text: string) => text, linesOf: (path: string) => session.lines(path) }

test('explain names the file and line of a module and of an entry, and the preset of what a preset says', () => {
  const text = renderFile(explainFile(session.snapshot(), today, 'src/domain/cart/cart.ts'), drawing)
  assert.match(text, /module +cart \(base\.yaml:2\)/)
  assert.match(text, /layer +domain \(preset:hexagonal, bulkhead\.yaml:1\)/)
  assert.match(text, /no-lodash: cart may not use pkg:lodash \(base\.yaml:4\); It is large/)
  assert.match(text, /domain-without-packages: .* \(preset:hexagonal, bulkhead\.yaml:1\)/)
})

test('explain of an entry names its line', () => {
  const entry = judged.policy.entries.find(({ id }) => id === 'no-lodash')
  assert.ok(entry)
  assert.match(renderEntry(explainEntryInForce(session.snapshot(), entry), drawing), /^no-lodash \(base\.yaml:4\)\n/)
})

test('a base that changed changes the verdict on any file', () => {
  const change = { changed: new Set(['base.yaml']), modified: new Set(['base.yaml']), deleted: new Set<string>(), configFiles: session.configFiles }
  assert.equal(report.findings.length, 2)
  assert.deepEqual(changedFindings(report.findings, change, () => report.findings), report.findings)
})
