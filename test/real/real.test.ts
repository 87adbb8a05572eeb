// Imports of whole published packages, as bulkhead and as TypeScript read them. `npm run real` shows the figures.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { copyOf } from './copy.ts'
import { realPackages } from './packages.ts'
import { readingOf } from './reading.ts'

for (const real of realPackages) {
  test(`${real.name}: every import is what TypeScript says, and leads where TypeScript says`, () => {
    const { files, imports, leading, unresolved, differences } = readingOf(copyOf(real))
    assert.ok(files >= real.least.files && imports >= real.least.imports, `${files} files and ${imports} imports are too few to be all of them`)
    assert.deepEqual(differences.filter(({ reason }) => reason === undefined), [])
    assert.ok(differences.length <= imports / 1000, `${differences.length} of ${imports} imports differ`)
    assert.ok(unresolved.length < leading / 100, `${unresolved.length} of ${leading} imports lead nowhere`)
  })
}
