import assert from 'node:assert/strict'
import { test } from 'node:test'
import { editor } from './client.ts'
import { berth, config, harbour } from './harbour.ts'

test('an import that is not allowed tells from where to where, and which line says so', async (t) => {
  const code = await editor(t, { files: harbour })
  code.open('src/quays/berth.ts', berth)
  const card = await code.hover('src/quays/berth.ts', 0, 28) ?? ''
  assert.match(card, /`(src\/)?quays` \(quays\) → `(src\/)?ships` \(ships\): \*\*not allowed\*\*/)
  assert.match(card, /\[bulkhead\.yaml:2\]\(file:.*bulkhead\.yaml#L2\)/)
  assert.match(card, /quays lies below ships/)
})

test('an allowed import tells so, and what is no import tells nothing', async (t) => {
  const ship = harbour['src/ships/ship.ts']
  const code = await editor(t, { files: { ...harbour, 'src/quays/berth.ts': 'export const free = 3\n' } })
  code.open('src/ships/ship.ts', ship)
  const card = await code.hover('src/ships/ship.ts', 0, 25) ?? ''
  assert.match(card, /→ .*: allowed/)
  assert.match(card, /no line forbids it/)
  assert.equal(await code.hover('src/ships/ship.ts', 1, 3), undefined)
})

test('a vendor package comes with what it locks in, and what instead', async (t) => {
  const scans = "import { Storage } from '@google-cloud/storage'\nexport const storage = new Storage()\n"
  const code = await editor(t, { files: { 'bulkhead.yaml': config, 'src/quays/pier.ts': '', 'src/ships/scans.ts': scans } })
  code.open('src/ships/scans.ts', scans)
  const card = await code.hover('src/ships/scans.ts', 0, 30) ?? ''
  assert.match(card, /`@google-cloud\/storage`/)
  assert.match(card, /Google Cloud.* SDK\*\*/)
  assert.match(card, /instead: .*`@aws-sdk\/client-s3`/)
})

test('a hover sees what is typed, without waiting', async (t) => {
  const code = await editor(t, { files: harbour })
  code.open('src/quays/berth.ts', berth)
  code.type('src/quays/berth.ts', `\n${berth}`)
  assert.match(await code.hover('src/quays/berth.ts', 1, 28) ?? '', /not allowed/)
})
