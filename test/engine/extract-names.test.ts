import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { decode, extract, isSource } from '../../server/engine/extract/index.ts'
import { outlinedNames, treeNames, type Names } from '../../server/engine/extract/names.ts'

const packages = join(import.meta.dirname, '../../node_modules')

/** Without the order, in which the two need not agree. */
function unordered({ imports, exports }: Names): unknown {
  return { imports: [...imports].sort(([a], [b]) => a - b), exports: exports.map((one) => JSON.stringify(one)).sort() }
}

for (const name of ['zod', 'yaml', 'rxjs', 'viem']) {
  test(`in ${name}, the outline tells the names that the tree tells, or says that it does not know`, () => {
    let told = 0
    for (const entry of readdirSync(join(packages, name), { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath, entry.name)
      if (!entry.isFile() || !isSource(path) || path.includes('_esm') || path.includes('_cjs') || path.includes('_types')) continue
      const bytes = readFileSync(path)
      const facts = extract({ path, bytes })
      const outlined = outlinedNames(path, decode(bytes), facts)
      if (outlined === undefined) continue
      told++
      assert.deepEqual(unordered(outlined), unordered(treeNames(path, decode(bytes))), path)
    }
    assert.ok(told > 40, `${told} files`)
  })
}

test('names that are taken in one way and handed on in another', () => {
  const text = `
    import harbour, { crane as lift, lift as crane } from './harbour'
    import * as fleet from './fleet'
    export { lift, harbour as port, fleet }
    export { default, type Rope } from './rope'
    export default harbour
    export * from './net'
    export * as nets from './net'
    export function moor(): void
    export function moor(rope?: string) {}
    export interface Pier {}
    export type { Deck } from './deck'
  `
  const bytes = new TextEncoder().encode(text)
  const outlined = outlinedNames('port.ts', text, extract({ path: 'port.ts', bytes }))
  assert.ok(outlined)
  assert.deepEqual(unordered(outlined), unordered(treeNames('port.ts', text)))
})
