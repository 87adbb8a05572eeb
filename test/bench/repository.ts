import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** An empty folder that is gone at the end of the process. */
export function temporaryFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'bulkhead-tree-')))
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** These files of a project, elsewhere; with what is installed in it. */
export function copyOfFiles(root: string, paths: readonly string[]): string {
  const copy = temporaryFolder()
  for (const path of paths) {
    mkdirSync(dirname(join(copy, path)), { recursive: true })
    copyFileSync(join(root, path), join(copy, path))
  }
  if (existsSync(join(root, 'node_modules'))) symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction')
  return copy
}

/** Makes a folder a repository, and commits all that is in it. */
export function commitAll(root: string): void {
  git(root, 'init', '--quiet', '--initial-branch=main')
  git(root, 'add', '--all')
  git(root, 'commit', '--quiet', '--no-verify', '--message=Start')
}

/** Nothing of the machine's own settings gets in. */
export function git(root: string, ...args: readonly string[]): void {
  const settings = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org', '-c', 'gc.auto=0', '-c', 'commit.gpgsign=false']
  const env = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' }
  const { status, stderr } = spawnSync('git', [...settings, ...args], { cwd: root, encoding: 'utf8', env, maxBuffer: 2 ** 28 })
  if (status !== 0) throw new Error(`git ${args[0]}: ${stderr}`)
}
