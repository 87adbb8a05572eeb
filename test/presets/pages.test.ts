// Every preset has a page beside it, which shows the preset as it is and changes to it that are understood.
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { presets } from '../../rules/index.ts'
import { readConfig } from '../../server/config/read.ts'

const folder = new URL('../../rules/presets/', import.meta.url)

test('the presets are these', () => {
  assert.deepEqual(Object.keys(presets).sort(), ['feature-sliced', 'hexagonal', 'hidden-store', 'layered', 'monorepo', 'onion', 'read-write', 'stateless', 'three-systems'])
  assert.deepEqual(readdirSync(folder).filter((name) => name.endsWith('.md')).sort(), Object.keys(presets).map((name) => `${name}.md`).sort())
})

for (const [name, yaml] of Object.entries(presets)) {
  const page = readFileSync(new URL(`${name}.md`, folder), 'utf8')
  const shown = [...page.matchAll(/^```yaml\n([^]*?)^```$/gm)].map(([, text = '']) => text)

  test(`preset:${name}: its page says when to use it, and shows it`, () => {
    assert.ok(page.startsWith(`# preset:${name}\n\n`))
    assert.deepEqual([...page.matchAll(/^## (.+)$/gm)].map(([, title]) => title), ['When to use it', 'What it says', 'Changes'])
    assert.equal(shown[0], yaml)
  })

  for (const change of shown.slice(1)) {
    test(`preset:${name}: its page changes it by ${change.split('\n').slice(1).join(' ').trim().slice(0, 60)}`, () => {
      assert.deepEqual(readConfig('bulkhead.yaml', change, { presets, read: () => ({ kind: 'missing' }) }).problems, [])
    })
  }
}
