import assert from 'node:assert/strict'
import { fork } from 'node:child_process'
import { join } from 'node:path'
import { test } from 'node:test'
import { Editor, editor, plain, pulling, result } from './client.ts'
import { berth, harbour } from './harbour.ts'

const codes = { notInitialized: -32002, invalidRequest: -32600, methodNotFound: -32601, invalidParams: -32602, cancelled: -32800, serverCancelled: -32802 }

test('before initialize every request is refused, and every notification passed over', async (t) => {
  const code = new Editor(t, { files: harbour })
  code.open('src/quays/berth.ts', berth)
  assert.equal((await code.rpc.request('textDocument/hover', {})).error?.code, codes.notInitialized)
  assert.equal((await code.rpc.request('shutdown')).error?.code, codes.notInitialized)
  assert.equal((await code.rpc.request('initialize', 7)).error?.code, codes.invalidParams)
  assert.equal((await code.initialize()).error, undefined)
  assert.equal((await code.rpc.request('initialize', { capabilities: {} })).error?.code, codes.invalidRequest)
})

test('after shutdown every request is refused, and exit ends well', async (t) => {
  const code = await editor(t, { files: harbour })
  assert.equal(result(await code.rpc.request('shutdown')), null)
  assert.equal((await code.rpc.request('textDocument/hover', {})).error?.code, codes.invalidRequest)
  assert.equal((await code.rpc.request('shutdown')).error?.code, codes.invalidRequest)
  code.rpc.notify('exit')
  assert.equal(await code.rpc.exited, 0)
})

test('exit without shutdown is told by the exit code, and a closed input ends the server', async (t) => {
  const rude = await editor(t, { files: harbour })
  rude.rpc.notify('exit')
  assert.equal(await rude.rpc.exited, 1)
  const gone = await editor(t, { files: harbour })
  gone.rpc.closeInput()
  assert.equal(await gone.rpc.exited, 1)
})

test('the server ends when the editor that started it is no more', async (t) => {
  const code = new Editor(t, { files: harbour })
  await code.rpc.request('initialize', { processId: 2 ** 22 + 1, capabilities: plain })
  assert.equal(await code.rpc.exited, 1)
})

test('unknown methods and parameters of another shape get their error, and the next request its answer', async (t) => {
  const code = await editor(t, { files: harbour })
  assert.equal((await code.rpc.request('harbour/tide', {})).error?.code, codes.methodNotFound)
  assert.equal((await code.rpc.request('$/tide')).error?.code, codes.methodNotFound)
  for (const method of ['textDocument/hover', 'textDocument/codeAction', 'textDocument/diagnostic', 'workspace/diagnostic', 'codeAction/resolve', 'workspace/executeCommand',
    'textDocument/completion', 'textDocument/definition', 'textDocument/references', 'textDocument/prepareRename', 'textDocument/rename', 'textDocument/documentSymbol', 'textDocument/documentLink', 'textDocument/codeLens', 'codeLens/resolve']) {
    for (const params of [undefined, null, 3, 'harbour', [], [1, {}], true, { textDocument: null, range: 4, position: 'here' }, { textDocument: { uri: 9 } }]) {
      if (method === 'workspace/diagnostic' && typeof params === 'object' && params !== null && !Array.isArray(params)) continue
      assert.equal((await code.rpc.request(method, params)).error?.code, codes.invalidParams, `${method} ${JSON.stringify(params)}`)
    }
  }
  for (const method of ['textDocument/didOpen', 'textDocument/didChange', 'textDocument/didClose', 'textDocument/didSave', 'workspace/didChangeWatchedFiles', 'workspace/didRenameFiles', 'workspace/didChangeConfiguration', 'workspace/didChangeWorkspaceFolders', 'harbour/tide']) {
    for (const params of [undefined, null, 3, [], { textDocument: { uri: 9 }, changes: [3], files: 'all', settings: 4, event: [] }]) code.rpc.notify(method, params)
  }
  assert.equal((await code.pull('src/quays/berth.ts')).items.length > 0, true)
})

test('messages that are none are passed over', async (t) => {
  const code = await editor(t, { files: harbour })
  code.rpc.sendBytes(Buffer.from('the tide is high\r\n\r\n'))
  code.rpc.sendBytes(Buffer.from('Content-Length: 9\r\n\r\n{"harbour'))
  for (const message of [17, null, [], 'harbour', { jsonrpc: '2.0', method: '$/cancelRequest' }, { jsonrpc: '2.0', id: 999, result: 3 }, { id: 3 }]) code.rpc.send(message)
  assert.equal((await code.pull('src/quays/berth.ts')).items.length > 0, true)
})

test('places far outside, and changes of nonsense, leave the text in one piece', async (t) => {
  const code = await editor(t, { files: harbour })
  code.open('src/quays/berth.ts', berth)
  for (const [line, character] of [[0, 2 ** 31], [2 ** 31, 0], [2 ** 31, 2 ** 31]] as const) {
    assert.equal((await code.rpc.request('textDocument/hover', { textDocument: { uri: code.uri('src/quays/berth.ts') }, position: { line, character } })).error, undefined)
  }
  code.change('src/quays/berth.ts', [{ range: { start: { line: 900, character: 4 }, end: { line: 901, character: 0 } }, text: '// end\n' }])
  code.change('src/quays/berth.ts', [{ range: 'all', text: 'nonsense' }, { text: 4 }, []])
  assert.equal((await code.pull('src/quays/berth.ts')).items.length > 0, true)
})

test('documents in no folder, in no file, or with odd names harm nobody', async (t) => {
  const odd = 'src/quays/a berth % # ü 🚢.ts'
  const code = await editor(t, { files: { ...harbour, [odd]: berth } })
  for (const uri of ['untitled:Untitled-1', 'file:///elsewhere/tide.ts', 'file:///%ZZ%00%FF', 'file://', 'http://harbour/tide.ts', 'vscode-notebook-cell:/a.ipynb#W0', '', '🚢']) {
    code.rpc.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'typescript', version: 1, text: berth } })
    assert.deepEqual(result<{ items: unknown }>(await code.rpc.request('textDocument/diagnostic', { textDocument: { uri } })).items, [])
    assert.equal(result(await code.rpc.request('textDocument/hover', { textDocument: { uri }, position: { line: 0, character: 28 } })), null)
    code.rpc.notify('textDocument/didClose', { textDocument: { uri } })
  }
  code.open(odd, berth)
  assert.equal((await code.pull(odd)).items.length > 0, true)
  assert.match(await code.hover(odd, 0, 28) ?? '', /not allowed/)
})

test('a request that is cancelled while the text is judged is answered at once', async (t) => {
  const code = await editor(t, { files: harbour })
  await code.pull('src/quays/berth.ts')
  const early = code.rpc.request('workspace/diagnostic', { previousResultIds: [], partialResultToken: 1 })
  code.rpc.notify('$/cancelRequest', { id: code.rpc.lastId })
  assert.equal((await early).error?.code, codes.cancelled)
  const streaming = code.rpc.request('workspace/diagnostic', { previousResultIds: [], partialResultToken: 2 })
  const id = code.rpc.lastId
  await code.rpc.next(({ method, params }) => method === '$/progress' && (params as { token: unknown }).token === 2)
  code.rpc.notify('$/cancelRequest', { id })
  assert.equal((await streaming).error?.code, codes.cancelled)
})

test('in a storm of everything each request is answered once', async (t) => {
  const code = await editor(t, { files: harbour, capabilities: pulling })
  code.open('src/quays/berth.ts', berth)
  let seed = 7
  const pick = <T>(of: readonly T[]): T => of[(seed = (seed * 48271) % 2147483647) % of.length] as T
  const uris = [code.uri('src/quays/berth.ts'), code.uri('src/ships/ship.ts'), 'untitled:x', 'file:///', '%']
  const numbers = [0, 1, 20, 2 ** 31, -1, 1.5, Number.MAX_SAFE_INTEGER]
  const methods = ['textDocument/hover', 'textDocument/codeAction', 'textDocument/diagnostic', 'codeAction/resolve', 'workspace/executeCommand', 'harbour/tide']
  const answers: Promise<unknown>[] = []
  for (let step = 0; step < 3000; step++) {
    const place = { line: pick(numbers), character: pick(numbers) }
    if (pick([true, false])) code.change('src/quays/berth.ts', [{ range: { start: place, end: { line: pick(numbers), character: pick(numbers) } }, text: pick(['', '\n', "import '../ships/ship'\n", '🚢']) }])
    answers.push(code.rpc.request(pick(methods), { textDocument: { uri: pick(uris) }, position: place, range: { start: place, end: place }, title: 'x', context: { diagnostics: [] }, command: 'bulkhead.apply' }))
    if (pick([true, false, false])) code.rpc.notify('$/cancelRequest', { id: code.rpc.lastId })
  }
  await Promise.all(answers)
  assert.deepEqual(code.rpc.stray, [])
  code.type('src/quays/berth.ts', berth)
  assert.equal((await code.pull('src/quays/berth.ts')).items.length > 0, true)
  assert.doesNotMatch(JSON.stringify(code.rpc.said), /mistake of bulkhead/)
})

test('the server speaks over Node\'s own channel, too, and ends with it', async (t) => {
  const server = fork(join(import.meta.dirname, '../../server/lsp/main.ts'), ['--node-ipc'])
  t.after(() => server.kill('SIGKILL'))
  const ended = new Promise((resolve) => server.on('exit', resolve))
  const answered = new Promise<{ id: number; result: { serverInfo: { name: string } } }>((resolve) => server.once('message', (message) => resolve(message as never)))
  server.send({ jsonrpc: '2.0', id: 1, method: 'initialize', params: { capabilities: {} } })
  assert.equal((await answered).result.serverInfo.name, 'bulkhead')
  server.disconnect()
  assert.equal(await ended, 1)
})

test('keys that arrive together are judged together', async (t) => {
  const code = await editor(t, { files: harbour })
  code.open('src/quays/berth.ts', berth)
  await code.pull('src/quays/berth.ts')
  const pulls = Array.from({ length: 50 }, (_, key) => {
    code.type('src/quays/berth.ts', `${berth}// ${'x'.repeat(key)}`)
    return code.rpc.request('textDocument/diagnostic', { textDocument: { uri: code.uri('src/quays/berth.ts') } })
  })
  const answers = await Promise.all(pulls)
  const stale = answers.filter(({ error }) => error?.code === codes.serverCancelled)
  assert.ok(stale.length > 0 && stale.every(({ error }) => (error?.data as { retriggerRequest: boolean }).retriggerRequest))
  assert.equal(answers.at(-1)?.error, undefined)
})
