import assert from 'node:assert/strict'
import { test } from 'node:test'
import { applied, editor, plain, pulling, result, type Action, type Editor, type WorkspaceEdit } from './client.ts'
import { config } from './harbour.ts'

const customs = `import { duty } from '../quays/ledger'
export const due = duty(3)
`

/** Ships may use quays, through its index alone. */
const files = {
  'bulkhead.yaml': `version: 1
layers: [ships, quays]
modules:
  quays: { files: src/quays, api: index }
cycles: forbid
`,
  'src/ships/customs.ts': customs,
  'src/quays/index.ts': "export { duty } from './ledger'\n",
  'src/quays/ledger.ts': 'export const duty = (crates: number) => crates * 2\n',
}

const asking = { watchesFiles: true, asksReasons: true }

async function customsActions(code: Editor, only?: readonly string[]): Promise<readonly Action[]> {
  code.open('src/ships/customs.ts', customs)
  const { items: [finding] } = await code.pull('src/ships/customs.ts')
  assert.equal(finding?.code, 'boundaries/api')
  return code.actions('src/ships/customs.ts', finding, only)
}

function editsOf(code: Editor, path: string, edit: WorkspaceEdit | undefined) {
  return edit?.documentChanges?.find(({ textDocument }) => textDocument.uri === code.uri(path))?.edits ?? edit?.changes?.[code.uri(path)] ?? []
}

test('the safe fix comes first, its edit is computed when taken, and it leaves no finding', async (t) => {
  const code = await editor(t, { files, options: asking })
  const actions = await customsActions(code)
  const [preferred] = actions
  assert.equal(preferred?.isPreferred, true)
  assert.equal(preferred.kind, 'quickfix')
  assert.equal(preferred.edit, undefined)
  assert.equal(preferred.diagnostics?.length, 1)
  const { edit } = await code.resolve(preferred)
  assert.equal(edit?.documentChanges?.[0]?.textDocument.version, 1)
  const fixed = applied(customs, editsOf(code, 'src/ships/customs.ts', edit))
  assert.equal(fixed, customs.replace('../quays/ledger', '../quays'))
  code.type('src/ships/customs.ts', fixed)
  assert.deepEqual((await code.pull('src/ships/customs.ts')).items, [])
})

test('a fix that needs a reason is left to the editor, which asks and hands the reason over', async (t) => {
  const code = await editor(t, { files, options: asking })
  const ignore = (await customsActions(code)).find(({ title }) => title.startsWith('Ignore'))
  assert.equal(ignore?.command?.command, 'bulkhead.withReason')
  const [offer] = ignore.command.arguments
  result(await code.rpc.request('workspace/executeCommand', { command: 'bulkhead.apply', arguments: [{ ...offer as object, reason: 'the ledger moves in May' }] }))
  const [edit] = code.applied
  const ignored = applied(customs, editsOf(code, 'src/ships/customs.ts', edit))
  assert.match(ignored, /^\/\/ bulkhead-ignore-next-line boundaries\/api -- the ledger moves in May\n/)
  code.type('src/ships/customs.ts', ignored)
  assert.deepEqual((await code.pull('src/ships/customs.ts')).items, [])
})

test('allowing an import writes an exception, after which it is allowed', async (t) => {
  const code = await editor(t, { files, options: asking })
  const allow = (await customsActions(code)).find(({ title }) => title.startsWith('Allow'))
  const [offer] = allow?.command?.arguments ?? []
  result(await code.rpc.request('workspace/executeCommand', { command: 'bulkhead.apply', arguments: [{ ...offer as object, reason: 'customs count crates' }] }))
  const written = applied(files['bulkhead.yaml'], editsOf(code, 'bulkhead.yaml', code.applied[0]))
  assert.match(written, /why: customs count crates/)
  code.open('bulkhead.yaml', written)
  assert.deepEqual((await code.pull('bulkhead.yaml')).items, [])
  assert.deepEqual((await code.pull('src/ships/customs.ts')).items, [])
})

test('an editor that asks for no reasons gets an edit with a placeholder; one that resolves nothing gets edits at once', async (t) => {
  const code = await editor(t, { files, capabilities: plain })
  const published = code.published('src/ships/customs.ts', (items) => items.length === 1)
  const { params } = await published
  code.open('src/ships/customs.ts', customs)
  const actions = await code.actions('src/ships/customs.ts', (params as { diagnostics: never[] }).diagnostics[0]!)
  const ignore = actions.find(({ title }) => title.startsWith('Ignore'))
  assert.equal(ignore?.command, undefined)
  assert.match(applied(customs, editsOf(code, 'src/ships/customs.ts', ignore?.edit)), /^\/\/ bulkhead-ignore-next-line boundaries\/api -- TODO: say why\n/)
})

test('fix all takes every safe fix of the document, and nothing else', async (t) => {
  const code = await editor(t, { files })
  const actions = await customsActions(code, ['source.fixAll'])
  assert.deepEqual(actions.map(({ kind }) => kind), ['source.fixAll.bulkhead'])
  const { edit } = await code.resolve(actions[0]!)
  assert.equal(applied(customs, editsOf(code, 'src/ships/customs.ts', edit)), customs.replace('../quays/ledger', '../quays'))
})

test('a fix taken after the text has moved meets the text as it is', async (t) => {
  const code = await editor(t, { files, options: asking })
  const [preferred] = await customsActions(code)
  const moved = `// duties\n${customs}`
  code.type('src/ships/customs.ts', moved)
  const { edit } = await code.resolve(preferred!)
  assert.equal(applied(moved, editsOf(code, 'src/ships/customs.ts', edit)), moved.replace('../quays/ledger', '../quays'))
  code.type('src/ships/customs.ts', 'export {}\n')
  const late = await code.rpc.request('codeAction/resolve', preferred)
  assert.equal(late.error?.code, -32801)
})

test('what a client makes up is not run', async (t) => {
  const code = await editor(t, { files, options: asking })
  const [preferred] = await customsActions(code)
  const data = preferred?.data as { fix: { arguments: object } }
  const { edit } = await code.resolve({ ...preferred!, data: { ...data, fix: { ...data.fix, arguments: { ...data.fix.arguments, specifier: '../../../etc/passwd' } } } })
  assert.doesNotMatch(JSON.stringify(edit), /passwd/)
  const unknown = await code.rpc.request('codeAction/resolve', { ...preferred, data: { ...data, key: 'no such finding' } })
  assert.equal(unknown.error?.code, -32801)
})

test('a vendor SDK can be replaced, and what could not be carried over is told', async (t) => {
  const scans = `import { Storage } from '@google-cloud/storage'
const storage = new Storage()
export const keep = (name: string, scan: Buffer) => storage.bucket('scans').file(name).save(scan)
export const watch = () => storage.bucket('scans').addLifecycleRule({ action: { type: 'Delete' }, condition: { age: 3 } })
`
  const code = await editor(t, { options: asking, capabilities: pulling, files: { 'bulkhead.yaml': `${config}vendors: { allow: { "*": quays } }\n`, 'src/quays/pier.ts': '', 'src/ships/scans.ts': scans } })
  code.open('src/ships/scans.ts', scans)
  const { items: [finding] } = await code.pull('src/ships/scans.ts')
  assert.equal(finding?.code, 'vendors/sdk')
  assert.match(finding.message, /\ninstead: /)
  const replace = (await code.actions('src/ships/scans.ts', finding)).find(({ title }) => title.startsWith('Replace'))
  assert.notEqual(replace?.isPreferred, true)
  const told = code.rpc.next(({ method }) => method === 'window/logMessage')
  const { edit } = await code.resolve(replace!)
  assert.match(applied(scans, editsOf(code, 'src/ships/scans.ts', edit)), /@aws-sdk\/client-s3/)
  assert.match(JSON.stringify(await told), /src\/ships\/scans\.ts:\d+/)
})

test('in a component the edit stands in the script, as the editor counts', async (t) => {
  const component = `<template>\r\n  <p title="Zoll 🚢">{{ due }}</p>\r\n</template>\r\n<script setup lang="ts">/* ⚓ */ ${customs.trimEnd().replace('\n', '\r\n')}\r\n</script>\r\n`
  const code = await editor(t, { files: { ...files, 'src/ships/Customs.vue': component }, options: asking })
  code.open('src/ships/Customs.vue', component)
  const { items: [finding] } = await code.pull('src/ships/Customs.vue')
  assert.deepEqual([finding?.code, finding?.range.start], ['boundaries/api', { line: 3, character: component.split('\r\n')[3]?.indexOf("'../quays") }])
  assert.ok(finding)
  const [preferred] = await code.actions('src/ships/Customs.vue', finding)
  assert.ok(preferred)
  const { edit } = await code.resolve(preferred)
  const fixed = applied(component, editsOf(code, 'src/ships/Customs.vue', edit))
  assert.equal(fixed, component.replace('../quays/ledger', '../quays'))
  code.type('src/ships/Customs.vue', fixed)
  assert.deepEqual((await code.pull('src/ships/Customs.vue')).items, [])
})
