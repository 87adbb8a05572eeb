import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { extract } from '../../server/engine/extract/index.ts'

interface Case {
  readonly name: string
  readonly file: string
  readonly code: string
  /** 'kind specifier', in source order. */
  readonly imports: readonly string[]
  readonly why?: string
}

const cases = JSON.parse(readFileSync(new URL('hard-cases.json', import.meta.url), 'utf8')) as readonly Case[]

for (const { name, file, code, imports } of cases) {
  test(`hard case: ${name}`, () => {
    const facts = extract({ path: file, bytes: new TextEncoder().encode(code) })
    assert.deepEqual(facts.imports.map(({ kind, specifier }) => `${kind} ${specifier}`), imports)
    assert.deepEqual(facts.problems, [])
  })
}
