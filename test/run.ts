// All that `npm test` does once everything is installed. Goes on after a failure, so that one run tells all, and fails if any part did.
import { spawnSync } from 'node:child_process'
import { globSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Counts } from './counts.ts'
import { obtainEditor, onDisplay, type Editor } from './vscode/editor.ts'
import { cache, root } from './vscode/places.ts'

process.chdir(root)
mkdirSync(cache, { recursive: true })
const total = { passed: 0, failed: 0, skipped: 0 }

const isBuilt = run(['npm', 'run', '--silent', 'build'])
const parts = {
  build: isBuilt,
  typecheck: run(['npm', 'run', '--silent', 'typecheck']),
  tests: suite(globSync('test/**/*.test.ts', { exclude: ['test/vscode', 'test/fixtures'] }), []),
}
const editor = await obtainEditor((what) => console.log(`editor: ${what} …`))
const failed = Object.entries({ ...parts, 'editor tests': isBuilt && inEditor(editor) }).filter(([, isWell]) => !isWell).map(([name]) => name)

if (failed.length > 0) console.log(`These failed: ${failed.join(', ')}`)
console.log(`${total.passed} passed, ${total.failed} failed${total.skipped === 0 ? '' : `, ${total.skipped} skipped`}`)
if (editor.kind === 'none') console.log(editor.hint)
process.exitCode = failed.length === 0 ? 0 : 1

function inEditor(editor: Editor): boolean {
  if (editor.kind === 'none' || !packed()) return false
  const files = globSync('test/vscode/*.test.ts')
  return editor.kind === 'desktop' ? suite(files, onDisplay(), { VSCODE_PATH: editor.executable }) : suite(files, [])
}

/** What it prints is for those who asked for a package. */
function packed(): boolean {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/package.mjs'], { encoding: 'utf8' })
  if (status !== 0) console.log(stdout, stderr)
  return status === 0
}

/** Adds what it counted to the total. `within`: what to put before the command. */
function suite(files: readonly string[], within: readonly string[], env: Readonly<Record<string, string>> = {}): boolean {
  const countsFile = join(cache, 'counts.json')
  rmSync(countsFile, { force: true })
  const isGreen = run([...within, process.execPath, '--test', '--test-reporter=spec', '--test-reporter-destination=stdout',
    '--test-reporter=./test/counts.ts', `--test-reporter-destination=${countsFile}`, ...files.toSorted()], env)
  const { passed, failed, cancelled, skipped } = JSON.parse(readFileSync(countsFile, 'utf8')) as Counts
  total.passed += passed
  total.failed += failed + cancelled
  total.skipped += skipped
  return isGreen
}

function run([command, ...args]: readonly string[], env: Readonly<Record<string, string>> = {}): boolean {
  const { status } = spawnSync(command!, args, { stdio: 'inherit', shell: command === 'npm' && process.platform === 'win32', env: { ...process.env, ...env } })
  return status === 0
}
