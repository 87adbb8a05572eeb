// From a keystroke to the diagnostics that it makes: the change is sent to the language server as an editor sends it, and the answer
// to the pull that follows is awaited. Both pipes, the server's reading of the file, the graph and all rules are in the time.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { JsonRpc } from '../support/json-rpc.ts'

const server = join(import.meta.dirname, '../../dist/lsp.js')

export interface Keystrokes {
  readonly timesMs: readonly number[]
  /** How many of the answers held something that was not there before the key was pressed. */
  readonly withNews: number
}

/** One key in each of these files, which are open: in turn a letter in a comment, and an import that becomes complete with it. */
export async function keystrokes(root: string, paths: readonly string[]): Promise<Keystrokes> {
  const rpc = new JsonRpc(process.execPath, [server, '--stdio'], (method, params) =>
    method === 'workspace/configuration' ? (params as { readonly items: readonly unknown[] }).items.map(() => ({})) : null)
  await answerTo(rpc, 'initialize', { processId: process.pid, rootUri: null, capabilities, workspaceFolders: [{ uri: uriOf(root, ''), name: 'real' }] })
  rpc.notify('initialized', {})
  await pull(rpc, uriOf(root, paths[0] ?? ''))

  const timesMs: number[] = []
  let withNews = 0
  for (const [i, path] of paths.entries()) {
    const uri = uriOf(root, path)
    const text = readFileSync(join(root, path), 'utf8')
    const import_ = i % 2 === 1
    const typed = import_ ? `\nimport './${missing}` : '\n// a remar'
    rpc.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'typescript', version: 1, text: text + typed } })
    const before = await pull(rpc, uri)
    const started = performance.now()
    const line = (text + typed).split(/\r\n|\r|\n/).length - 1
    const character = typed.length - 1
    rpc.notify('textDocument/didChange', {
      textDocument: { uri, version: 2 },
      contentChanges: [{ range: { start: { line, character }, end: { line, character } }, text: import_ ? "'" : 'k' }],
    })
    const after = await pull(rpc, uri)
    timesMs.push(performance.now() - started)
    if (after !== before) withNews++
  }
  await answerTo(rpc, 'shutdown')
  rpc.notify('exit')
  await rpc.exited
  return { timesMs, withNews }
}

const missing = 'nowhere-to-be-found'

const capabilities = {
  textDocument: { diagnostic: {}, publishDiagnostics: { relatedInformation: true } },
  workspace: { diagnostics: { refreshSupport: true }, configuration: true, didChangeWatchedFiles: { dynamicRegistration: true } },
}

/** What is told of the file, in one line. */
async function pull(rpc: JsonRpc, uri: string): Promise<string> {
  const { items } = await answerTo(rpc, 'textDocument/diagnostic', { textDocument: { uri } }) as { readonly items: readonly { readonly code: string; readonly message: string }[] }
  return items.map(({ code, message }) => `${code} ${message}`).join('\n')
}

async function answerTo(rpc: JsonRpc, method: string, params?: unknown): Promise<unknown> {
  const { result, error } = await rpc.request(method, params)
  if (error !== undefined) throw new Error(`${method}: ${error.message}`)
  return result
}

function uriOf(root: string, path: string): string {
  return pathToFileURL(join(root, path)).href
}
