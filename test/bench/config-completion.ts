// `npm run bench:config -- [LINES] [KEYS]`: from a key typed in a bulkhead.yaml of so many lines to the completions that follow, through both
// pipes. Each change and the question behind it are sent at once, as an editor does. What the answer costs the processor is measured without
// pipes, since others may keep it busy.

import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { completions, configName, open } from '../../server/session/index.ts'
import { JsonRpc } from '../support/json-rpc.ts'
import { median, quantile } from './numbers.ts'
import { temporaryFolder } from './repository.ts'

const server = join(import.meta.dirname, '../../dist/lsp.js')
const [lines, keys] = [Number(process.argv[2] ?? 5000), Number(process.argv[3] ?? 60)]
const promisedMs = 50

/** The first only warm the program up. */
const unmeasured = 20

const root = temporaryFolder()
const modules = Math.floor(lines / 8)
write('package.json', '{ "name": "large" }\n')
for (let i = 0; i < modules; i++) write(`src/part${i}/index.ts`, i === 0 ? 'export const part = 0\n' : `import '../part${i - 1}/index.ts'\nexport const part = ${i}\n`)
const config = configOf(modules)
write('bulkhead.yaml', config)

const uri = pathToFileURL(join(root, 'bulkhead.yaml')).href
const rpc = new JsonRpc(process.execPath, [server, '--stdio'], (method, params) => method === 'workspace/configuration' ? (params as { readonly items: readonly unknown[] }).items.map(() => ({})) : null)
await rpc.request('initialize', {
  processId: process.pid, rootUri: null, workspaceFolders: [{ uri: pathToFileURL(root).href, name: 'large' }],
  capabilities: { textDocument: { diagnostic: {}, completion: { completionItem: { snippetSupport: true } } }, workspace: { diagnostics: { refreshSupport: true }, configuration: true } },
})
rpc.notify('initialized', {})
rpc.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'yaml', version: 1, text: config } })
await rpc.request('textDocument/diagnostic', { textDocument: { uri } })

const timesMs: number[] = []
let version = 1
let offered = 0
const rows = config.split('\n')
for (let key = 0; key < keys + unmeasured; key++) {
  // In turn the name of a module in a list, and a key of a rule; spread over the file.
  const line = rows.findIndex((row, i) => i >= (key * 997) % rows.length && (key % 2 === 0 ? /^ {4}only: \[/ : /^ {4}from: /).test(row))
  if (line === -1) continue
  const at = { line, character: key % 2 === 0 ? '    only: ['.length : 4 }
  const text = key % 2 === 0 ? 'p' : 'w'
  const started = performance.now()
  change(at, at, text)
  const { result, error } = await rpc.request('textDocument/completion', { textDocument: { uri }, position: { line, character: at.character + 1 } })
  const elapsedMs = performance.now() - started
  if (error !== undefined) throw new Error(error.message)
  offered += (result as { readonly items: readonly unknown[] }).items.length
  if (key >= unmeasured) timesMs.push(elapsedMs)
  change(at, { ...at, character: at.character + 1 }, '')
  // Judged, so that the next key finds the server at rest, as between two words.
  await rpc.request('textDocument/diagnostic', { textDocument: { uri } })
}
await rpc.request('shutdown')
rpc.notify('exit')
await rpc.exited
const cpuMs = processorTimes()
rmSync(root, { recursive: true, force: true })
console.log(`a configuration of ${rows.length} lines, ${modules} modules: completion after a key in ${median(timesMs).toFixed(0)} ms at the median of ${timesMs.length}, ${quantile(timesMs, 0.95).toFixed(0)} ms at the 95th percentile (promised: ${promisedMs} ms); ${median(cpuMs).toFixed(0)} ms of processor time, ${quantile(cpuMs, 0.95).toFixed(0)} ms at the 95th percentile, collecting garbage included; ${Math.round(offered / (timesMs.length + unmeasured))} offers each`)

function processorTimes(): readonly number[] {
  const opened = open({ root, configPath: configName, view: { kind: 'tree' }, today: () => '2026-11-22' })
  if (opened.kind === 'failed') throw new Error(opened.message)
  const { session } = opened
  session.apply([])
  const at = config.indexOf('only: [', config.length / 2) + 'only: ['.length
  const times = Array.from({ length: keys + unmeasured }, (_, key) => {
    const text = `${config.slice(0, at)}${'part'.slice(0, 1 + key % 4)}${config.slice(at)}`
    const before = process.cpuUsage()
    completions(session.surroundings(configName, (path) => (path === configName ? text : undefined), at + 1 + key % 4), configName, { withStops: true })
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1000
  })
  return times.slice(unmeasured)
}

function change(start: { readonly line: number; readonly character: number }, end: typeof start, text: string): void {
  rpc.notify('textDocument/didChange', { textDocument: { uri, version: ++version }, contentChanges: [{ range: { start, end }, text }] })
}

function configOf(count: number): string {
  const declared = Array.from({ length: count }, (_, i) => `  part${i}:\n    files: src/part${i}\n    owner: "@team${i % 9}"\n    tags: [team:t${i % 9}]\n`)
  const rules = Array.from({ length: count }, (_, i) => `  - id: rule${i}\n    from: part${i}\n    only: [part${Math.max(0, i - 1)}]\n    why: Part ${i} stands on the one before\n`)
  return `version: 1\nmodules:\n${declared.join('')}rules:\n${rules.join('')}`
}

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
}
