import assert from 'node:assert/strict'
import { test } from 'node:test'
import { editor } from './client.ts'
import { harbour } from './harbour.ts'

const inheriting = { ...harbour, 'bulkhead.yaml': 'version: 1\n', 'src/quays/bulkhead.yaml': 'inherit: true\nuses: []\n' }

test('a file further down that inherits is judged by as it is typed, and its mistakes are underlined in it', async (t) => {
  const code = await editor(t, { files: inheriting })
  assert.deepEqual(await code.pullAll(), { 'src/quays/berth.ts': ['src/quays may not use src/ships/ship.ts'] })
  code.open('src/quays/bulkhead.yaml', 'inherit: true\nuses: []\n')
  code.type('src/quays/bulkhead.yaml', 'inherit: true\nuses: path:../ships\n')
  const { items } = await code.pull('src/quays/bulkhead.yaml')
  assert.deepEqual(items.map(({ severity, range, message }) => [severity, range.start, message]), [[1, { line: 1, character: 6 }, "'path:../ships' is no selector: '..' would leave this file's folder\npatterns start at this file's folder"]])
  code.close('src/quays/bulkhead.yaml')
  code.write('src/quays/bulkhead.yaml', 'inherit: true\n')
  code.watched('src/quays/bulkhead.yaml', 2)
  assert.deepEqual(await code.pullAll(), {})
})

test('a finding leads to the line that says so', async (t) => {
  const code = await editor(t, { files: inheriting })
  const { items: [finding] } = await code.pull('src/quays/berth.ts')
  assert.deepEqual(finding?.relatedInformation?.map(({ location, message }) => [location.uri.endsWith('src/quays/bulkhead.yaml'), location.range.start.line, message]), [[true, 1, 'path:src/quays may use nothing but its own']])
})

test('it becomes a project of its own, and a part again, as it is written', async (t) => {
  const code = await editor(t, { files: inheriting })
  await code.pullAll()
  code.write('src/quays/bulkhead.yaml', 'checks: { boundaries/unresolved: "off" }\n')
  code.watched('src/quays/bulkhead.yaml', 2)
  assert.deepEqual(Object.keys(await code.pullAll()), [])
  code.write('src/quays/bulkhead.yaml', 'inherit: true\nuses: []\n')
  code.watched('src/quays/bulkhead.yaml', 2)
  assert.deepEqual(await code.pullAll(), { 'src/quays/berth.ts': ['src/quays may not use src/ships/ship.ts'] })
})

test('a slip that makes a part a project of its own is underlined once, and so is a file that says nothing', async (t) => {
  const code = await editor(t, { files: inheriting })
  await code.pullAll()
  for (const [text, messages] of [
    ['Inherit: true\nuses: []\n', ["bulkhead.yaml has no key 'Inherit'\ndid you mean inherit?", "bulkhead.yaml has no key 'uses'"]],
    ['', ['src/quays/bulkhead.yaml says nothing, so nobody judges its folder\nsay inherit: true, or what holds there']],
  ] as const) {
    code.write('src/quays/bulkhead.yaml', text)
    code.watched('src/quays/bulkhead.yaml', 2)
    assert.deepEqual((await code.pullAll())['src/quays/bulkhead.yaml'], messages)
  }
})
