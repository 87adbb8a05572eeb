import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import ts from 'typescript'
import { parse, stringify } from 'yaml'
import { program } from './support/repository.ts'

const examples = join(import.meta.dirname, '..', 'examples')

/** A row of the README's table: a finding that someone was led to expect. */
interface Planted {
  readonly rule: string
  readonly entry: string
  readonly path: string
  readonly line1: number
  readonly text: string
  /** 'error', 'warning'; of one that an exception or a comment allows 'allowed'. */
  readonly verdict: string
  readonly target: string
  readonly via: readonly string[]
}

for (const name of ['startup', 'startup-fixed']) {
  test(`${name} compiles`, () => {
    const config = ts.getParsedCommandLineOfConfigFile(join(examples, name, 'tsconfig.json'), {}, { ...ts.sys, onUnRecoverableConfigFileDiagnostic: fail })
    assert.ok(config)
    const program = ts.createProgram(config.fileNames, config.options)
    assert.deepEqual([...config.errors, ...ts.getPreEmitDiagnostics(program)].map(said), [])
  })

  test(`${name} is a small product: 40 to 60 files, each short enough to read`, () => {
    const sources = files(name).filter((path) => path.endsWith('.ts'))
    assert.ok(sources.length >= 40 && sources.length <= 60, `${sources.length} files`)
    assert.deepEqual(sources.filter((path) => lines(name, path).length > 120), [])
  })
}

test('every line that the README calls wrong stands in startup where it says', () => {
  for (const { path, line1, text } of planted()) assert.equal(lines('startup', path)[line1 - 1]?.trim(), text, path)
})

test('and none of them stands in startup-fixed', () => {
  const left = planted().filter(({ path, text }) => existsSync(join(examples, 'startup-fixed', path)) && lines('startup-fixed', path).some((line) => line.trim() === text))
  assert.deepEqual(left, [])
})

test('every rule that looks at imports is broken somewhere', () => {
  assert.deepEqual([...new Set(planted().map(({ rule }) => rule))].sort(), [
    'boundaries/api', 'boundaries/cycles', 'boundaries/layers', 'boundaries/rules', 'boundaries/unresolved',
    'policy/reason', 'policy/stale', 'vendors/sdk',
  ])
})

test('startup is told all of them, at their places, and nothing else', () => {
  const { status, findings, problems } = checked('startup')
  assert.equal(status, 1)
  assert.deepEqual(problems, [])
  const told = findings.map(({ rule, entry = '', severity, status: judged, path, range, target = '', via }) => (
    { rule, entry, verdict: judged === 'allowed' ? judged : severity, path, line1: range.start.line, target, via }))
  assert.deepEqual(sorted(told), sorted(planted().map(({ text, ...finding }) => finding)))
})

test('what preset:three-systems says of startup need not be said there', () => {
  const { layers, modules, vendors, cycles, ...own } = configOf('startup')
  const clusters = (modules as Record<string, unknown>)['inference/clusters']
  assert.deepEqual(withoutPlaces(checkedBy({ extends: ['preset:three-systems'], modules: { 'inference/clusters': clusters }, ...own })), withoutPlaces(checked('startup')))
})

test('preset:three-systems alone finds all in startup but what its own entries and exceptions are about', () => {
  const alone = checkedBy({ extends: ['preset:three-systems'] })
  const expected = planted().filter(({ entry, path }) => entry === '' && path !== 'bulkhead.yaml').map(({ rule, path, line1 }) => `${path}:${line1} ${rule}`)
  assert.deepEqual(alone.problems, [])
  assert.deepEqual(alone.findings.map(({ rule, path, range }) => `${path}:${range.start.line} ${rule}`).sort(), expected.sort())
})

test('startup-fixed is told nothing', () => {
  const { status, findings, problems } = checked('startup-fixed')
  assert.deepEqual({ status, findings, problems }, { status: 0, findings: [], problems: [] })
})

test('the two differ in code, not in rules', () => {
  const { exceptions, ...rules } = configOf('startup')
  assert.deepEqual(configOf('startup-fixed'), rules)
  assert.ok(exceptions)
})

function planted(): readonly Planted[] {
  const [, table = ''] = readFileSync(join(examples, 'README.md'), 'utf8').split('## All findings')
  const rows = table.split('\n').filter((line) => line.startsWith('| `')).map((line) => line.split('|').map((cell) => cell.trim()))
  return rows.map(([, rule = '', entry = '', verdict = '', where = '', text = '', target = '', via = '']) => {
    const [path = '', line = ''] = unquoted(where).split(':')
    return {
      rule: unquoted(rule), entry: unquoted(entry), verdict, path, line1: Number(line), text: unquoted(text), target: unquoted(target),
      via: via === '' ? [] : via.split(', ').map(unquoted),
    }
  })
}

function unquoted(cell: string): string {
  return cell.replace(/^`(.*)`$/, '$1')
}

/** As the program tells it. */
function checked(name: string): { readonly status: number | null; readonly findings: readonly Told[]; readonly problems: readonly unknown[] } {
  const { status, stdout } = spawnSync(process.execPath, [program, 'check', '--format', 'json', '--cwd', join(examples, name)], { encoding: 'utf8' })
  return { status, ...JSON.parse(stdout) }
}

/** startup, with this configuration in place of its own. */
function checkedBy(config: Record<string, unknown>): ReturnType<typeof checked> {
  const folder = mkdtempSync(join(tmpdir(), 'bulkhead-startup-'))
  try {
    cpSync(join(examples, 'startup'), folder, { recursive: true })
    writeFileSync(join(folder, 'bulkhead.yaml'), stringify(config))
    const { status, stdout } = spawnSync(process.execPath, [program, 'check', '--format', 'json', '--cwd', folder], { encoding: 'utf8' })
    return { status, ...JSON.parse(stdout) }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Where lines of the configuration stand depends on how it is written. */
function withoutPlaces({ status, findings, problems }: ReturnType<typeof checked>): unknown {
  return { status, problems, findings: findings.map(({ because, range, ...finding }) => ({ ...finding, ...(finding.path === 'bulkhead.yaml' ? {} : { range }), because: because.map(({ note }) => note) })) }
}

interface Told {
  readonly because: readonly { readonly note: string }[]
  readonly rule: string
  readonly entry?: string
  readonly severity: string
  readonly status: string
  readonly path: string
  readonly range: { readonly start: { readonly line: number } }
  readonly target?: string
  readonly via: readonly string[]
}

function sorted(findings: readonly Omit<Planted, 'text'>[]): readonly string[] {
  return findings.map((finding) => JSON.stringify(finding)).sort()
}

function files(name: string): readonly string[] {
  return readdirSync(join(examples, name), { recursive: true, encoding: 'utf8' }).filter((path) => !path.includes('node_modules'))
}

function lines(name: string, path: string): readonly string[] {
  return readFileSync(join(examples, name, path), 'utf8').split('\n')
}

function configOf(name: string): Record<string, unknown> {
  return parse(lines(name, 'bulkhead.yaml').join('\n')) as Record<string, unknown>
}

function said(diagnostic: ts.Diagnostic): string {
  return `${diagnostic.file?.fileName ?? 'tsconfig.json'}: ${ts.flattenDiagnosticMessageText(diagnostic.messageText, ' ')}`
}

function fail(diagnostic: ts.Diagnostic): void {
  assert.fail(said(diagnostic))
}
