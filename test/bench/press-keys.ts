// One process of its own: presses keys in a session, as the language server does for each change that it receives, and prints how long each
// took, from the change to the report. `node press-keys.ts FOLDER KEYS`: fewer, where they take minutes.

import { open, configName } from '../../server/session/index.ts'
import { isSource } from '../../server/engine/index.ts'

/** An editor has been open for a while: the first keys only warm the program up. */
const unmeasured = 20
const [patienceMs, least] = [120_000, 50]

const [root = '.', keys = '300'] = process.argv.slice(2)
const opened = open({ root, configPath: configName, view: { kind: 'tree' }, today: () => '2026-11-22' })
if (opened.kind === 'failed') throw new Error(opened.message)
const { session } = opened
const sources = session.snapshot().project.graph.files.filter((path) => isSource(path))
const wanted = Number(keys) + unmeasured
const paths = Array.from({ length: wanted }, (_, i) => sources[Math.floor(i * sources.length / wanted)] ?? '')

const timesMs: number[] = []
let withNews = 0
let typedIn: string | undefined
const began = performance.now()
for (const [i, path] of paths.entries()) {
  // In turn a letter in a comment, and an import that becomes complete with it.
  const [typed, key] = i % 2 === 0 ? ['\n// a remar', 'k'] : ["\nimport './nowhere-to-be-found", "'"]
  const text = (session.text(path) ?? '') + typed
  const closed = typedIn === undefined ? [] : [{ kind: 'text', path: typedIn, text: undefined } as const]
  const before = session.apply([...closed, { kind: 'text', path, text }]).findings.length
  typedIn = path
  const started = performance.now()
  const after = session.apply([{ kind: 'text', path, text: text + key }]).findings.length
  const elapsedMs = performance.now() - started
  if (i < unmeasured) continue
  timesMs.push(elapsedMs)
  if (after !== before) withNews++
  if (timesMs.length >= least && performance.now() - began > patienceMs) break
}
console.log(JSON.stringify({ timesMs, withNews, files: sources.length }))
