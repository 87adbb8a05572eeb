import { test } from 'node:test'
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { program } from './support/repository.ts'

const { status, stdout } = spawnSync(process.execPath, [program, 'check', '--format', 'json', '--cwd', join(import.meta.dirname, '..')], { encoding: 'utf8' })
const report = JSON.parse(stdout)

test('bulkhead finds nothing in bulkhead', () => {
  assert.deepEqual({ status, findings: report.findings, problems: report.problems }, { status: 0, findings: [], problems: [] })
})

test('every file is in the plan, and every import leads somewhere', () => {
  assert.deepEqual({ unassigned: report.stats.unassigned, unresolved: report.stats.unresolved }, { unassigned: 0, unresolved: 0 })
  assert.ok(report.stats.files > 300, 'it was this repository that was read')
})
