import assert from 'node:assert/strict'
import { test } from 'node:test'
import { project } from '../support/project.ts'

const shop = (virtual: string): string => `
# bulkhead.yaml
imports: { virtual: [${virtual}] }
// shop/cart.ts
import { z } from 'astro:content'
export const cart = z
`

test('what the build provides is judged by nobody, and says nothing', () => {
  const { report } = project(shop('"astro:*"'))
  assert.deepEqual([report.problems, report.notes, report.findings], [[], [], []])
})

test('a virtual pattern that no import is written like is a note', () => {
  assert.deepEqual(project(shop('"astro:*", "virtual:*"')).report.notes, [{ message: 'virtual: virtual:* takes no import (bulkhead.yaml:1)' }])
})
