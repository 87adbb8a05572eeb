import assert from 'node:assert/strict'
import { test } from 'node:test'
import { project } from './project.ts'

/** A test: bulkhead says of this project what its comments announce, and nothing else. */
export function check(name: string, text: string): void {
  test(name, () => {
    const { expected, found, report } = project(text)
    assert.deepEqual(report.problems, [])
    assert.deepEqual(found, expected)
  })
}
