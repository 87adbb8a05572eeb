import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { configEditor, good, shop, type Symbol } from './config-editor.ts'

const config = await configEditor({ after })
const definition = (marked: string): Promise<readonly string[]> => config.places('textDocument/definition', marked)
const references = (marked: string, includeDeclaration = false): Promise<readonly string[]> => config.places('textDocument/references', marked, { context: { includeDeclaration } })

test('from a name to the line that gives it', async () => {
  await config.settle(good)
  assert.deepEqual(await definition(good.replace('from: storage', 'from: stor|age')), ['bulkhead.yaml:4 storage'])
  const more = `${good}exceptions:\n  - { rule: storage-alone, from: |X, why: x, until: never }\n`
  assert.deepEqual(await definition(more.replace('|X', 'layer:da|ta')), ['bulkhead.yaml:2 data'])
  assert.deepEqual(await definition(more.replace('|X', 'tag:mo|ney')), ['bulkhead.yaml:7 money'])
  assert.deepEqual(await definition(more.replace('|X', 'pay/co|re')), ['bulkhead.yaml:5 {part}/core'])
  assert.deepEqual(await definition(more.replace('|X', '"*/co|re"')), ['bulkhead.yaml:5 {part}/core'])
  assert.deepEqual(await definition(more.replace('|X', 'stor|age:rows.ts')), ['bulkhead.yaml:4 storage'])
  assert.deepEqual(await definition(more.replace('|X', 'web').replace('rule: storage-alone', 'rule: storage-al|one')), ['bulkhead.yaml:9 storage-alone'])
})

test('from a path or a pattern to the file, or the first that it takes', async () => {
  await config.settle(good)
  assert.deepEqual(await definition(good.replace('path:web', 'path:w|eb')), ['web/form.ts:1'])
  assert.deepEqual(await definition(good.replace('files: storage, why', 'files: stor|age, why')), ['storage/rows.ts:1'])
  assert.deepEqual(await definition(good.replace('business/{part}', 'busin|ess/{part}')), ['business/pay/price.ts:1'])
})

test('from a name to all that ask for it, patterns among them', async () => {
  await config.settle(good)
  const text = `${good}exceptions:\n  - { rule: storage-alone, from: storage, to: "s*", why: x, until: never }\nbudgets: { "module:storage.known": 0 }\n`
  assert.deepEqual(await references(text.replace('  storage:', '  stor|age:')), ['bulkhead.yaml:9 storage', 'bulkhead.yaml:12 storage', 'bulkhead.yaml:12 s*', 'bulkhead.yaml:13 storage'])
  assert.deepEqual((await references(text.replace('from: storage, forbid', 'from: stor|age, forbid'), true))[0], 'bulkhead.yaml:4 storage')
  assert.deepEqual(await references(text.replace('{part}/core', '{par|t}/core').replace('to: "s*"', 'to: [pay/core, "*/core"]')), ['bulkhead.yaml:12 pay/core', 'bulkhead.yaml:12 */core'])
})

test('while a line is broken', async () => {
  await config.settle(good)
  assert.deepEqual(await definition(good.replace('from: storage', 'from: stor|age').replace('tags:', 'ta')), ['bulkhead.yaml:4 storage'])
})

test('the outline: sections, and what stands in them', async () => {
  const { answer } = await config.ask<readonly Symbol[]>('textDocument/documentSymbol', `|${good}`)
  const tree = (symbols: readonly Symbol[]): unknown => symbols.map(({ name, children }) => (children.length === 0 ? name : [name, tree(children)]))
  assert.deepEqual(tree(answer.map((symbol) => ({ ...symbol, children: symbol.children.map((child) => ({ ...child, children: [] })) }))), [
    'version', ['layers', ['web', 'business', 'data']], ['modules', ['storage', '{part}/core']], ['tags', ['money']], ['rules', ['storage-alone']], 'cycles',
  ])
  for (const { range, selectionRange } of answer) assert.ok(range.start.line <= selectionRange.start.line && range.end.line >= selectionRange.end.line)
  const broken = await config.ask<readonly Symbol[]>('textDocument/documentSymbol', `|${good}exc\nrules: [{ id: \n`)
  assert.ok(broken.answer.some(({ name }) => name === 'modules'))
})

test('across files: names of a base, and files that are named in full are links', async (t) => {
  const base = 'modules:\n  storage: { files: storage }\n'
  const text = 'extends: [rules/base.yaml]\nignore: [package.json]\nrules:\n  - { id: a, from: storage, forbid: path:web }\n'
  const extending = await configEditor(t, { files: { ...shop, 'rules/base.yaml': base }, config: text })
  assert.deepEqual(await extending.places('textDocument/definition', text.replace('from: storage', 'from: sto|rage')), ['rules/base.yaml:2'])
  assert.deepEqual(await extending.places('textDocument/definition', text.replace('rules/base', 'rules/ba|se')), ['rules/base.yaml:1'])
  const { answer } = await extending.ask<readonly { target: string }[]>('textDocument/documentLink', `|${text}`)
  assert.deepEqual(answer.map(({ target }) => target.slice(extending.code.uri('').length + 1)), ['rules/base.yaml', 'package.json'])
  // The base is not saved: what is typed in it counts.
  extending.code.open('rules/base.yaml', `# moved\n${base}`)
  assert.deepEqual(await extending.places('textDocument/definition', text.replace('from: storage', 'from: sto|rage')), ['rules/base.yaml:3'])
})

test('a name of a preset leads to where it is extended', async (t) => {
  const text = 'extends: [preset:layered]\nrules:\n  - { id: a, from: business, forbid: path:web, optional: true }\n'
  const extending = await configEditor(t, { config: text })
  assert.deepEqual(await extending.places('textDocument/definition', text.replace('from: business', 'from: busi|ness')), ['bulkhead.yaml:1 preset:layered'])
})
