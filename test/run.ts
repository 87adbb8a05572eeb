// All that `npm test` does once everything is installed. Goes on after a failure, so that one run tells all, and fails if any part did.
import { spawnSync } from 'node:child_process'
import { globSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Counts } from './counts.ts'
import { howToGetOne, obtainEditor } from './vscode/editor.ts'
import { cache, root } from './vscode/places.ts'

process.chdir(root)
mkdirSync(cache, { recursive: true })
const total = { passed: 0, failed: 0, skipped: 0 }

const isBuilt = npmRun('build')
const isTyped = npmRun('typecheck')
const isWell = suite(globSync('test/**/*.test.ts', { exclude: ['test/vscode', 'test/fixtures'] }))
const isWellInEditor = await inEditor()

console.log(`${total.passed} passed, ${total.failed} failed${total.skipped === 0 ? '' : `, ${total.skipped} skipped`}`)
process.exitCode = isBuilt && isTyped && isWell && isWellInEditor ? 0 : 1

async function inEditor(): Promise<boolean> {
  const editor = await obtainEditor((what) => console.log(`editor: ${what} …`))
  if (editor === undefined) {
    console.log(howToGetOne)
    return false
  }
  return isBuilt && packed() && suite(globSync('test/vscode/*.test.ts'), editor.kind === 'desktop' ? { VSCODE_PATH: editor.executable } : {})
}

/** What it prints is for those who asked for a package. */
function packed(): boolean {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/package.mjs'], { encoding: 'utf8' })
  if (status !== 0) console.log(stdout, stderr)
  return status === 0
}

function npmRun(script: string): boolean {
  return run('npm', ['run', '--silent', script])
}

/** Adds what it counted to the total. */
function suite(files: readonly string[], env: Readonly<Record<string, string>> = {}): boolean {
  const countsFile = join(cache, 'counts.json')
  rmSync(countsFile, { force: true })
  const isGreen = run(process.execPath, ['--test', '--test-reporter=spec', '--test-reporter-destination=stdout',
    '--test-reporter=./test/counts.ts', `--test-reporter-destination=${countsFile}`, ...files.toSorted()], env)
  const { passed, failed, cancelled, skipped } = JSON.parse(readFileSync(countsFile, 'utf8')) as Counts
  total.passed += passed
  total.failed += failed + cancelled
  total.skipped += skipped
  return isGreen
}

function run(command: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): boolean {
  return spawnSync(command, args, { stdio: 'inherit', shell: command === 'npm' && process.platform === 'win32', env: { ...process.env, ...env } }).status === 0
}
