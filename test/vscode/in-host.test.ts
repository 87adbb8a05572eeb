// Runs the suite in in-host/ inside a real extension host, and passes its results on as tests of its own.
import assert from 'node:assert/strict'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { test } from 'node:test'
import { runTests } from '@vscode/test-electron'
import { build } from 'esbuild'
import { readyEditor } from './editor.ts'
import type { InHostResult } from './in-host/index.ts'
import { cache, root } from './places.ts'

const results = await runInHost()
assert.notEqual(results.length, 0, 'the suite said nothing')
for (const { title, failure } of results) {
  test(title, () => { if (failure !== undefined) assert.fail(failure) })
}

async function runInHost(): Promise<readonly InHostResult[]> {
  const editor = readyEditor()
  if (editor.kind === 'none') assert.fail(editor.hint)
  const suite = join(cache, 'in-host')
  await build({
    entryPoints: ['index', 'suite'].map((name) => join(root, `test/vscode/in-host/${name}.ts`)), outdir: suite, outExtension: { '.js': '.cjs' },
    bundle: true, platform: 'node', format: 'cjs', target: 'node20', external: ['vscode', 'mocha', './suite.cjs'], logLevel: 'warning',
  })
  const scratch = mkdtempSync(join(tmpdir(), 'bulkhead-in-host-'))
  cpSync(join(root, 'test/fixtures/editor'), join(scratch, 'editor'), { recursive: true })
  const report = join(scratch, 'results')
  const output = new PassThrough()
  const said: string[] = []
  output.on('data', (chunk: Buffer) => said.push(String(chunk)))
  mkdirSync(cache, { recursive: true })
  const ended = await runTests({
    vscodeExecutablePath: editor.kind === 'desktop' ? editor.executable : join(root, 'test/vscode/code.ts'),
    extensionDevelopmentPath: root,
    extensionTestsPath: join(suite, 'index.cjs'),
    launchArgs: [join(scratch, 'editor/both.code-workspace')],
    extensionTestsEnv: { BULKHEAD_RESULTS: report },
    stdout: output, stderr: output,
  }).then(() => 'well', () => 'badly')
  const lines = existsSync(report) ? readFileSync(report, 'utf8').split('\n').filter((line) => line !== '') : []
  rmSync(scratch, { recursive: true, force: true })
  const results = lines.map((line) => JSON.parse(line) as InHostResult)
  const failed = results.some(({ failure }) => failure !== undefined)
  if (ended === 'well' || failed) return results
  return [...results, { title: 'the extension host ran to its end', failure: said.join('') }]
}
