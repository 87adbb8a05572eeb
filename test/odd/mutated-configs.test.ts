// Configurations and baselines, changed at random in their bytes and in their trees. `npm run torture` does so ten thousand times.
import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { parse, stringify } from 'yaml'
import { seeded } from '../bench/monorepo/seeded.ts'
import { filesInMemory, sessionOver } from '../support/project.ts'
import { readProject } from '../support/read-project.ts'
import { folderWith } from '../support/repository.ts'

const root = join(import.meta.dirname, '../..')
const times = process.env['BULKHEAD_TORTURE'] === 'full' ? 10_000 : 500
const mostMs = 2_000

/** Every configuration that the repository holds or shows. */
const configurations = [
  ...globSync(['bulkhead.yaml', 'examples/*/bulkhead.yaml', 'rules/presets/*.yaml'], { cwd: root }).sort().map((path) => readFileSync(join(root, path), 'utf8')),
  ...globSync(['rules/*/*.md', 'docs/*.md'], { cwd: root }).sort().flatMap((path) => configurationsIn(readFileSync(join(root, path), 'utf8'))),
]

const project = readProject(`
// src/shop/cart.ts
import { ledger } from '../billing/ledger'
import pg from 'pg'
export const cart = [ledger, pg]

// src/billing/ledger.ts
import type { cart } from '../shop/cart'
export const ledger: typeof cart = [process.env['LEDGER']]

// package.json
{ "name": "harbour", "dependencies": { "pg": "8" } }

// base.yaml
rules: [{ id: store, to: "pkg:pg", only: path:src/billing }]
`).files

const baseline = `# Findings
"boundaries/rules store src/shop/cart.ts pg pkg:pg": 1
"boundaries/unresolved src/shop/cart.ts": 2
`

const odd: readonly unknown[] = [null, true, 3, -1, 1e999, '', '*', '**', '{x}', '{', '}', '{x:**}/{x}', 're:[', 're:(a+)+$', 'path:', 'tag:', 'pkg:*[', 'pkg:*[license=', 'state:', 'folder:above', 'module:x', '__proto__', 'constructor', 'toString', '\u0000', '\u2028', '\ud800', 'é', '../..', '/', 'a\\b', 'x'.repeat(3_000), '2027-13-45', [], {}, [[[]]], [null], { any: [] }, { not: { not: '*' } }, { all: [{ any: '*' }] }, { '': '' }]
const pieces: readonly string[] = ['{', '}', '[', ']', ':', ': ', '- ', '\n', '\n\t', '\t', '*', '&a ', '*a', '<<: *a', '!!js/function ', '"', "'", '#', '|', '>', '%YAML 1.1\n---\n', '---\n', '...\n', '@', '`', '? ', ', ', '__proto__: ', '\u0000', '\u2028', '😀', '\r', '\ufeff', 'yes', 'off', '{x}', '{x:**}', 'not: ', '<<<<<<< HEAD\n']

test(`${times} mutations of configurations: a report, or problems that name their place`, () => {
  const random = seeded(11)
  for (let i = 0; i < times; i++) {
    const config = pick(configurations, random)
    survives({ 'bulkhead.yaml': i % 2 === 0 ? brokenBytes(config, random) : encoded(brokenTree(config, random)) }, `mutation ${i}`)
  }
})

test(`${times / 10} mutations of a base, and of a baseline, likewise`, () => {
  const random = seeded(12)
  const base = project.get('base.yaml') ?? ''
  for (let i = 0; i < times / 10; i++) {
    survives({ 'bulkhead.yaml': encoded('extends: [base.yaml]\n'), 'base.yaml': i % 2 === 0 ? brokenBytes(base, random) : encoded(brokenTree(base, random)) }, `base ${i}`)
    survives({ 'bulkhead.yaml': encoded(base), 'bulkhead-baseline.yaml': i % 2 === 0 ? brokenBytes(baseline, random) : encoded(brokenTree(baseline, random)) }, `baseline ${i}`)
  }
})

test('the command ends with 2 on what is broken, and names file and line', (t) => {
  const { write, bulkhead } = folderWith(t, '')
  for (const [path, text] of project) write(`${path.endsWith('.ts') ? '//' : '#'} ${path}\n${text}`)
  const random = seeded(13)
  let refused = 0
  for (let i = 0; i < 12; i++) {
    write(`# bulkhead.yaml\n${new TextDecoder().decode(brokenBytes('layers: [shop, billing]\nrules: [{ id: a, from: shop, forbid: billing }]\ncycles: forbid\n', random)).replaceAll('\r', '').replaceAll(/^(?:\/\/|#).*$/gm, '')}`)
    const { status, out, err } = bulkhead('check')
    assert.ok(status === 0 || status === 1 || status === 2, `status ${status}`)
    if (status === 2) refused++
    if (status === 2) assert.match(out + err, /bulkhead\.yaml:\d+:\d+/)
  }
  assert.ok(refused > 3)
})

function survives(files: Readonly<Record<string, Uint8Array>>, what: string): void {
  const session = sessionOver(filesInMemory(new Map([...[...project].map(([path, text]) => [path, encoded(text)] as const), ...Object.entries(files)])))
  const started = process.cpuUsage()
  const told = `${what}\n${Object.values(files).map((bytes) => new TextDecoder().decode(bytes)).join('\n---\n').slice(0, 3_000)}`
  let report
  try { report = session.apply([]) } catch (error) { throw new Error(told, { cause: error }) }
  const { user, system } = process.cpuUsage(started)
  assert.ok((user + system) / 1_000 < mostMs, `${(user + system) / 1_000} ms for ${told}`)
  if (report.isConfigValid) return
  assert.notEqual(report.problems.length, 0, told)
  for (const { at, message, kind } of report.problems) {
    assert.ok(kind === 'unreadable' || (at !== undefined && (Object.hasOwn(files, at.path) || project.has(at.path)) && report.lines.has(at.path)), `${message} is nowhere: ${told}`)
  }
}

interface Random {
  below(limit: number): number
}

function brokenBytes(text: string, random: Random): Uint8Array {
  let bytes = encoded(text)
  for (let times = 1 + random.below(3); times > 0; times--) {
    const at = random.below(bytes.length + 1)
    const copied = random.below(bytes.length + 1)
    const added = random.below(4) === 0 ? Uint8Array.from({ length: 1 + random.below(6) }, () => random.below(256))
      : random.below(3) === 0 ? bytes.slice(copied, copied + random.below(60)) : encoded(pick(pieces, random))
    bytes = Uint8Array.from([...bytes.slice(0, at), ...added, ...bytes.slice(at + random.below(random.below(2) === 0 ? 2 : 40))])
  }
  return bytes
}

/** One to three values somewhere within become something else, move, or go. */
function brokenTree(text: string, random: Random): string {
  const holder: { value: unknown } = { value: parse(text) }
  for (let times = 1 + random.below(3); times > 0; times--) {
    const places = [...placesIn(holder)]
    const { holder: within, key } = pick(places, random)
    const other = pick(places, random)
    const value: unknown = random.below(3) === 0 ? structuredClone(Reflect.get(other.holder, other.key)) : pick(odd, random)
    if (random.below(6) === 0 && within !== holder) Reflect.deleteProperty(within, key)
    else if (random.below(6) === 0 && !Array.isArray(within)) Reflect.set(within, String(pick(odd, random)), value)
    else Reflect.set(within, key, value)
  }
  return stringify(holder.value, { collectionStyle: random.below(2) === 0 ? 'block' : 'flow', lineWidth: 0 })
}

function* placesIn(holder: object): Iterable<{ readonly holder: object; readonly key: string }> {
  for (const [key, value] of Object.entries(holder)) {
    yield { holder, key }
    if (typeof value === 'object' && value !== null) yield* placesIn(value)
  }
}

function pick<T>(from: readonly T[], random: Random): T {
  const found = from[random.below(from.length)]
  if (found === undefined && from.length === 0) throw new Error('nothing to pick from')
  return found as T
}

function encoded(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

function configurationsIn(page: string): readonly string[] {
  return [...page.matchAll(/^```project\n([^]*?)^```$/gm)].flatMap(([, text = '']) => readProject(text).files.get('bulkhead.yaml') ?? [])
}
