import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { configEditor, good } from './config-editor.ts'

const config = await configEditor({ after })

test('a pattern: how many files it takes, and the first of them', async () => {
  await config.settle(good)
  const card = await config.hover(good.replace('files: storage, why', 'files: stor|age, why'))
  assert.match(card, /`storage`: 1 file\n\n- \[storage\/rows\.ts\]\(file:.*storage\/rows\.ts\)/)
  assert.match(await config.hover(good.replace('files: storage, why', 'files: no|where, why')), /`nowhere`: 0 files/)
  assert.match(await config.hover(good.replace('path:business/pay', 'path:busi|ness')), /`path:business`: 3 files/)
})

test('what is no file: who imports it', async () => {
  assert.match(await config.hover(`${good}exceptions: [{ rule: boundaries/rules, to: "pkg:p|g", why: x, until: never }]\n`), /`pkg:pg`: `pkg:pg` in 1 file/)
  assert.match(await config.hover(`${good}exceptions: [{ rule: boundaries/rules, to: "builtin:|fs", why: x, until: never }]\n`), /`builtin:fs` in 1 file/)
})

test('a key: what it says, and the words to choose from', async () => {
  assert.match(await config.hover('rules: [{ id: a, on|ly: [] }]\n'), /\*\*only\*\*\n\nNothing else of the same classes/)
  assert.match(await config.hover('layers: [{ name: a, sib|lings: free }]\n'), /How its parts may use each other\\?.\n\n`free` · `forbid` · `api`/)
})

test('a module, a layer, a tag: files, layer, findings, wherever it is named', async () => {
  const module = await config.hover(good.replace('from: storage', 'from: stor|age'))
  assert.match(module, /module `storage`: 1 file, 0 findings, in layer `data`/)
  assert.match(module, /Rows live here/)
  assert.match(await config.hover(good.replace('"{part}/core"', '"{part|}/core"')), /module `{part}\/core`: 3 files, 1 finding, in layer `business`/)
  assert.match(await config.hover(good.replace('web, business', 'web, busi|ness')), /layer `business`: 3 files, 1 finding/)
  assert.match(await config.hover(good.replace('  money:', '  mon|ey:')), /tag `money`: 2 files, 1 finding/)
})

test('a check, an entry, a vendor, a preset', async () => {
  assert.match(await config.hover('checks: { boundaries/cy|cles: error }\n'), /\[boundaries\/cycles\]\(https:.*\): .+\n\nerror, 0 findings/)
  assert.match(await config.hover(`${good}exceptions: [{ rule: storage|-alone, from: web, why: x, until: never }]\n`), /`storage-alone`: .*storage may not use path:web/)
  const vendor = await config.hover('vendors: { allow: { aw|s: web } }\n')
  assert.match(vendor, /\*\*AWS\*\*|\*\*Amazon/)
  assert.match(vendor, /: proprietary-api/)
  assert.match(await config.hover('extends: [preset:lay|ered]\n'), /preset:layered/)
})

test('the last good configuration answers while this one is broken', async () => {
  await config.settle(good)
  assert.match(await config.hover(good.replace('from: storage', 'from: stor|age').replace('cycles: forbid', 'cycles: [')), /module `storage`: 1 file/)
})
