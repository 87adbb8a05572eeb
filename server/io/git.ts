import { spawnSync } from 'node:child_process'
import type { Path } from '../../rules/model/place.ts'

export type GitAnswer =
  | { readonly kind: 'output'; readonly bytes: Buffer }
  /** git is not installed, the folder is no repository, or the arguments name nothing. `message` is git's own first line. */
  | { readonly kind: 'failed'; readonly message: string }

/** Runs git in a folder. Nothing of the project is executed: the options switch off what a repository's own configuration could start. */
export function git(folder: string, args: readonly string[], input?: string): GitAnswer {
  const ran = spawnSync('git', ['-c', 'core.fsmonitor=false', '-c', 'core.quotepath=off', ...args], {
    cwd: folder, maxBuffer: 1024 * 1024 * 1024, ...(input !== undefined && { input }),
  })
  if (ran.error !== undefined) return { kind: 'failed', message: ran.error.message }
  if (ran.status !== 0) return { kind: 'failed', message: ran.stderr.toString().trim().split('\n')[0] ?? '' }
  return { kind: 'output', bytes: ran.stdout }
}

/** The parts of an answer that was asked for with `-z`. */
export function parts(answer: { readonly bytes: Buffer }): readonly string[] {
  return answer.bytes.toString().split('\0').slice(0, -1)
}

export interface IndexedFile {
  readonly path: Path
  readonly blob: string
}

/** Files in git's index below a folder, relative to it; links and submodules left out. Undefined where there is no repository. */
export function indexedFiles(folder: string): readonly IndexedFile[] | undefined {
  const answer = git(folder, ['ls-files', '-z', '--stage'])
  if (answer.kind === 'failed') return undefined
  const files = new Map<Path, IndexedFile>()
  for (const line of parts(answer)) {
    const tab = line.indexOf('\t')
    const [mode = '', blob = ''] = line.slice(0, tab).split(' ')
    const path = line.slice(tab + 1)
    // A conflict lists a file up to three times; any of them will do for its name.
    if (mode.startsWith('100')) files.set(path, { path, blob })
  }
  return [...files.values()]
}
