import { test, type TestContext } from 'node:test'
import assert from 'node:assert/strict'
import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseSync } from 'oxc-parser'
import { open } from '../../server/session/index.ts'
import type { Report } from '../../rules/model/report.ts'
import { monorepo, writeMonorepo } from './monorepo/monorepo.ts'
import { plan, type Plan } from './monorepo/plan.ts'

test('a monorepo of one size is the same each time, and of another size another', () => {
  const texts = (size: number): readonly (readonly [string, string])[] => [...monorepo(plan(size))]
  assert.deepEqual(texts(120), texts(120))
  assert.notDeepEqual(texts(120).slice(0, 120), texts(121).slice(0, 120))
})

test('all that it is made of parses, and is as long and imports as much as code that people write', () => {
  const planned = plan(600)
  const texts = new Map(monorepo(planned))
  const code = planned.files.map(({ path }) => ({ path, text: texts.get(path) ?? '' }))
  assert.deepEqual(code.flatMap(({ path, text }) => parseSync(path, text, { showSemanticErrors: true }).errors.map(({ message }) => `${path}: ${message}`)), [])
  assert.ok(isBetween(mean(code.map(({ text }) => text.length)), 3000, 4000))
  const imports = planned.files.map((file) => file.imports.length)
  assert.ok(isBetween(mean(imports), 6, 8.5))
  assert.ok(Math.max(...imports) > 4 * mean(imports))
})

test('bulkhead finds in it what was planned to be wrong, and nothing else', (t) => {
  const planned = plan(300)
  const { stats, findings, problems } = reportOn(t, planned)
  assert.deepEqual(problems, [])
  assert.equal(stats.files, 300)
  assert.equal(stats.edges, planned.files.reduce((sum, { imports }) => sum + imports.length, 0))
  const { cycles, upward, pastApi, vendorLeaks, unresolved } = planned.wrongs
  assert.deepEqual([cycles, upward, pastApi, vendorLeaks, unresolved].map((count) => count > 0), [true, true, true, true, true])
  assert.equal(stats.unresolved, unresolved)
  assert.deepEqual(countBy(findings.map(({ rule }) => rule)), {
    'boundaries/api': pastApi, 'boundaries/cycles': cycles, 'boundaries/layers': upward, 'boundaries/unresolved': unresolved, 'vendors/sdk': vendorLeaks,
  })
})

function reportOn(t: TestContext, planned: Plan): Report {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'bulkhead-monorepo-')))
  t.after(() => rmSync(root, { recursive: true, force: true }))
  writeMonorepo(planned, root)
  const opened = open({ root, configPath: 'bulkhead.yaml', view: { kind: 'tree' }, today: () => '2026-11-22' })
  assert.equal(opened.kind, 'opened')
  return opened.kind === 'opened' ? opened.report([]) : assert.fail()
}

function countBy(names: readonly string[]): Readonly<Record<string, number>> {
  return Object.fromEntries([...new Set(names)].sort().map((name) => [name, names.filter((each) => each === name).length]))
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

function isBetween(value: number, least: number, most: number): boolean {
  return value >= least && value <= most
}
