// What an editor says of a configuration further down that belongs to the outer project.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { configEditor, good, shop } from './config-editor.ts'

const path = 'business/pay/bulkhead.yaml'

test('keys: those of its own shape, of what it says of its folder, and none of the project', async (t) => {
  const config = await configEditor(t, { files: { ...shop, 'bulkhead.yaml': good, [path]: 'inherit: true\n' }, path })
  const offered = await config.complete('inherit: true\n|\n')
  for (const key of ['module', 'uses', 'usedBy', 'packages', 'api', 'tags', 'rules', 'checks']) assert.ok(offered.has(key), key)
  for (const key of ['modules', 'vendors', 'budgets', 'extends', 'inherit']) assert.ok(!offered.has(key), key)
  assert.match(offered.get('module')?.documentation?.value ?? '', /its path, if absent/)
  assert.deepEqual([...(await config.complete('inherit: true\ncycles: |\n')).keys()], ['forbid'])
})

test('values: selectors, packages, tags and layers at its top, and paths from its folder', async (t) => {
  const config = await configEditor(t, { files: { ...shop, 'bulkhead.yaml': good, [path]: 'inherit: true\n' }, path })
  assert.ok((await config.complete('inherit: true\nuses: |\n')).has('manifest'))
  assert.ok((await config.complete('inherit: true\nusedBy: [|]\n')).has('storage'))
  assert.ok((await config.complete('inherit: true\npackages: [|]\n')).has('pg'))
  assert.ok((await config.complete('inherit: true\nlayer: |\n')).has('business'))
  assert.ok((await config.complete('inherit: true\ntags: [|]\n')).has('money'))
  assert.deepEqual([...(await config.complete('inherit: true\nrules: [{ id: a, from: path:| }]\n')).keys()].sort(), ['bulkhead.yaml', 'price.ts', 'tax.ts'])
  assert.deepEqual([...(await config.complete('inherit: true\napi: [p|]\n')).keys()].filter((name) => name.endsWith('.ts')).sort(), ['price.ts', 'tax.ts'])
})

test('hover: what a pattern takes from its folder, and what a key says', async (t) => {
  const config = await configEditor(t, { files: { ...shop, 'bulkhead.yaml': good, [path]: 'inherit: true\n' }, path })
  assert.match(await config.hover('inherit: true\nrules: [{ id: a, from: path:pri|ce.ts, forbid: storage }]\n') ?? '', /1 file/)
  assert.match(await config.hover('inherit: true\nuse|dBy: web\n') ?? '', /Who may use it/)
})
