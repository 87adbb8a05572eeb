import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { applied, type WorkspaceEdit } from './client.ts'
import { configEditor, good, shop } from './config-editor.ts'

const config = await configEditor({ after })
const uses = `${good}exceptions:
  - { rule: storage-alone, from: storage, to: "storage:rows.ts", why: x, until: never }
budgets: { "module:storage.known": 0 }
`

test('a module, wherever it is named', async () => {
  const depot = uses.replace('  storage: {', '  depot: {').replaceAll('from: storage', 'from: depot').replace('"storage:rows.ts"', '"depot:rows.ts"').replace('module:storage.', 'module:depot.')
  assert.equal(await config.rename(uses.replace('  storage: {', '  stor|age: {'), 'depot'), depot)
  assert.equal(await config.rename(uses.replace('from: storage, to', 'from: sto|rage, to'), 'depot'), depot)
})

test('a tag, and a layer that has files', async () => {
  const text = `${good.replace('why: Rows live here', 'tags: money')}exceptions: [{ rule: storage-alone, from: tag:money, to: layer:data, why: x, until: never }]\n`
  assert.equal(await config.rename(text.replace('  money:', '  mon|ey:'), 'coin'), text.replaceAll('money', 'coin'))
  assert.equal(await config.rename(text.replace('layer:data', 'layer:da|ta'), 'rows'), text.replace('name: data', 'name: rows').replace('layer:data', 'layer:rows'))
})

test('a name that needs quotes gets them', async () => {
  assert.equal(await config.rename(good.replace('from: storage', 'from: stor|age'), '@storage'), good.replace('  storage: {', '  "@storage": {').replace('from: storage', 'from: "@storage"'))
})

test('a template: its captures stay, and names that it makes follow', async () => {
  await config.settle(good)
  const text = `${good}exceptions: [{ rule: storage-alone, from: [pay/core, "*/core", "{x}/core"], why: x, until: never }]\n`
  const after = text.replace('"{part}/core"', '"{part}/heart"').replace('pay/core', 'pay/heart').replace('"*/core"', '"*/heart"').replace('"{x}/core"', '"{x}/heart"')
  assert.equal(await config.rename(text.replace('"{part}/core"', '"{part}/co|re"'), '{part}/heart'), after)
  assert.match(await config.rename(text.replace('"{part}/core"', '"{part}/co|re"'), 'heart'), /the captures stay as they are: \{part\}/)
})

test('a pattern that takes it all the same stays as it is; one that would not refuses', async () => {
  const text = `${good}exceptions: [{ rule: storage-alone, from: "s*", why: x, until: never }]\n`
  assert.equal(await config.rename(text.replace('  storage: {', '  stor|age: {'), 'store'), text.replace('  storage: {', '  store: {').replace('from: storage', 'from: store'))
  assert.match(await config.rename(text.replace('  storage: {', '  stor|age: {'), 'depot'), /the pattern s\* \(bulkhead\.yaml:11\) would not take the same/)
})

test('what cannot be renamed says why', async () => {
  await config.settle(good)
  const refusal = (marked: string, to = 'other'): Promise<string> => config.rename(marked, to)
  assert.match(await refusal(good.replace('web, business', 'we|b, business')), /takes the folders of that name: give it files first/)
  assert.match(await refusal(good.replace('id: storage-alone', 'id: storage-al|one')), /only modules, layers and tags/)
  assert.match(await refusal(good.replace('  storage: {', '  stor|age: {'), 'a:b'), /neither : nor \*/)
  assert.match(await refusal(good.replace('  storage: {', '  stor|age: {'), 'business'), /there is a layer called business already/)
  assert.match(await refusal(good.replace('  storage: {', '  stor|age: {'), 'pay/core'), /there is a module called pay\/core already/)
  assert.match(await refusal(`${good}exceptions: [{ rule: storage-alone, from: tag:part:p|ay, why: x, until: never }]\n`), /comes from a capture/)
  const twice = good.replace('name: data, files', 'name: storage, files')
  assert.match(await refusal(twice.replace('from: storage', 'from: sto|rage')), /names a module and a layer/)
  assert.match(await refusal(twice.replace('  storage: {', '  stor|age: {')), /means a layer too \(bulkhead\.yaml:9\)/)
})

test('what can be renamed is known before', async () => {
  const { answer } = await config.ask<{ placeholder: string; range: { start: { character: number } } } | null>('textDocument/prepareRename', good.replace('from: storage', 'from: sto|rage'))
  assert.deepEqual([answer?.placeholder, answer?.range.start.character], ['storage', 31])
  assert.equal((await config.ask('textDocument/prepareRename', good.replace('cycles: forbid', 'cycles: for|bid'))).answer, null)
})

test('all files of a configuration, at once', async (t) => {
  const base = 'modules:\n  storage: { files: storage }\n'
  const text = 'extends: [rules/base.yaml]\nrules:\n  - { id: a, from: storage, forbid: path:web }\n'
  const extending = await configEditor(t, { files: { ...shop, 'rules/base.yaml': base }, config: text })
  const { answer } = await extending.ask<WorkspaceEdit>('textDocument/rename', text.replace('from: storage', 'from: sto|rage'), { newName: 'depot' })
  assert.equal(applied(text, extending.editsOf(answer, 'bulkhead.yaml')), text.replace('from: storage', 'from: depot'))
  assert.equal(applied(base, extending.editsOf(answer, 'rules/base.yaml')), base.replace('  storage:', '  depot:'))
})

test('what others own is not renamed', async (t) => {
  const text = 'extends: [preset:layered]\nrules:\n  - { id: a, from: business, forbid: path:web, optional: true }\n'
  const extending = await configEditor(t, { files: { ...shop, 'node_modules/rules/base.yaml': 'modules: { storage: { files: storage } }\n' }, config: text })
  assert.match(await extending.rename(text.replace('from: business', 'from: busi|ness'), 'core'), /preset:layered declares business/)
  const foreign = 'extends: [node_modules/rules/base.yaml]\nrules: [{ id: a, from: storage, forbid: path:web }]\n'
  assert.match(await extending.rename(foreign.replace('from: storage', 'from: sto|rage'), 'depot'), /node_modules\/rules\/base\.yaml .*not yours to change/)
})
