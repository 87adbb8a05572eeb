import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { TestContext } from 'node:test'
import { readProject } from './read-project.ts'

export const program = join(import.meta.dirname, '../../dist/cli.js')

export interface Ran {
  readonly status: number | null
  readonly out: string
  readonly err: string
}

/** A real folder, with a real git repository in it where one is asked for. */
export interface Repository {
  readonly folder: string
  /** Files as in the rules' examples: a comment that is only a path begins one. */
  write(text: string): void
  read(path: string): string
  git(...args: readonly string[]): Ran
  /** The published program, in this folder. */
  bulkhead(...args: readonly string[]): Ran
  run(command: string, args: readonly string[], input?: string): Ran
}

export function folderWith(t: TestContext, text: string): Repository {
  const folder = mkdtempSync(join(tmpdir(), 'bulkhead-test-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  const run = (command: string, args: readonly string[], input?: string): Ran => {
    const ran = spawnSync(command, args, { cwd: folder, encoding: 'utf8', env: environment(), ...(input !== undefined && { input }) })
    if (ran.error !== undefined) throw ran.error
    return { status: ran.status, out: ran.stdout, err: ran.stderr }
  }
  const repository: Repository = {
    folder, run,
    write: (files) => {
      for (const [path, content] of readProject(files).files) {
        mkdirSync(dirname(join(folder, path)), { recursive: true })
        writeFileSync(join(folder, path), content)
      }
    },
    read: (path) => readFileSync(join(folder, path), 'utf8'),
    git: (...args) => run('git', args),
    bulkhead: (...args) => run(process.execPath, [program, ...args]),
  }
  repository.write(text)
  return repository
}

/** The same with a repository around it, and all of it committed. */
export function repositoryWith(t: TestContext, text: string): Repository {
  const repository = folderWith(t, text)
  repository.git('init', '--quiet', '--initial-branch=main')
  repository.git('add', '--all')
  repository.git('commit', '--quiet', '--message=Start')
  return repository
}

/** Nothing of the machine's own git and colours gets in. */
function environment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_') && name !== 'FORCE_COLOR' && name !== 'NODE_TEST_CONTEXT')
  return {
    ...Object.fromEntries(kept), NO_COLOR: '1', GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null',
    GIT_AUTHOR_NAME: 'Ada', GIT_AUTHOR_EMAIL: 'ada@example.org', GIT_COMMITTER_NAME: 'Ada', GIT_COMMITTER_EMAIL: 'ada@example.org',
  }
}
