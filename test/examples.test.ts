import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import ts from 'typescript'
import { parse } from 'yaml'

const examples = join(import.meta.dirname, '..', 'examples')

/** A row of the README's table: a finding that someone was led to expect. */
interface Planted {
  readonly rule: string
  readonly path: string
  readonly line1: number
  readonly text: string
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

test('the two differ in code, not in rules', () => {
  const { exceptions, ...rules } = configOf('startup')
  assert.deepEqual(configOf('startup-fixed'), rules)
  assert.ok(exceptions)
})

function planted(): readonly Planted[] {
  const [, table = ''] = readFileSync(join(examples, 'README.md'), 'utf8').split('## All findings')
  const rows = table.split('\n').filter((line) => line.startsWith('| `')).map((line) => line.split('|').map((cell) => cell.trim().replace(/^`(.*)`$/, '$1')))
  return rows.map(([, rule = '', , , where = '', text = '']) => {
    const [path = '', line = ''] = where.split(':')
    return { rule, path, line1: Number(line), text }
  })
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
