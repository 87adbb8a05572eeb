import type { Path } from '../../rules/model/place.ts'
import { git, parts, type IndexedFile } from './git.ts'

/** What differs from a commit. A renamed file is one deleted and one changed. */
export interface Changes {
  /** Added, changed, or of another kind. */
  readonly changed: ReadonlySet<Path>
  /** Those of them that were there before, and are files still. */
  readonly modified: ReadonlySet<Path>
  readonly deleted: ReadonlySet<Path>
  /** What they held before: links and submodules left out, as everywhere. */
  readonly before: readonly IndexedFile[]
  /** The commit that it is compared with; undefined before the first one. */
  readonly base: string | undefined
}

export type ChangesAnswer = { readonly kind: 'changes'; readonly changes: Changes } | { readonly kind: 'failed'; readonly message: string }

/** What is staged. */
export function stagedChanges(root: string): ChangesAnswer {
  const head = git(root, ['rev-parse', '--verify', '--quiet', 'HEAD'])
  const base = head.kind === 'output' ? head.bytes.toString().trim() : undefined
  // A repository without a commit is compared with git's empty tree.
  return differences(root, ['diff-index', '--cached', base ?? emptyTree(root)], base)
}

/** What the working tree, untracked files among it, changes since it left `ref`. */
export function changesSince(root: string, ref: string): ChangesAnswer {
  const commit = git(root, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`])
  if (commit.kind === 'failed') return { kind: 'failed', message: git(root, ['rev-parse', '--git-dir']).kind === 'failed' ? 'this folder is no git repository' : `git knows no commit '${ref}'` }
  const merge = git(root, ['merge-base', commit.bytes.toString().trim(), 'HEAD'])
  if (merge.kind === 'failed') return { kind: 'failed', message: `'${ref}' and HEAD have no commit in common; a shallow clone may hide it (git fetch --unshallow)` }
  const base = merge.bytes.toString().trim()
  const answer = differences(root, ['diff-index', base], base)
  if (answer.kind === 'failed') return answer
  const untracked = git(root, ['ls-files', '-z', '--others', '--exclude-standard'])
  const changed = new Set([...answer.changes.changed, ...(untracked.kind === 'output' ? parts(untracked) : [])])
  return { kind: 'changes', changes: { ...answer.changes, changed } }
}

function differences(root: string, command: readonly string[], base: string | undefined): ChangesAnswer {
  const [name = '', ...rest] = command
  const answer = git(root, [name, '--raw', '--no-abbrev', '--no-renames', '-z', '--relative', ...rest])
  if (answer.kind === 'failed') return { kind: 'failed', message: answer.message || 'this folder is no git repository' }
  const changed = new Set<Path>()
  const modified = new Set<Path>()
  const deleted = new Set<Path>()
  const before: IndexedFile[] = []
  const words = parts(answer)
  // ':<mode before> <mode now> <blob before> <blob now> <status>', then the path.
  for (let i = 0; i + 1 < words.length; i += 2) {
    const [mode = '', , blob = '', , status] = (words[i] ?? '').slice(1).split(' ')
    const path = words[i + 1] ?? ''
    if (status === 'M') modified.add(path)
    if (mode.startsWith('100')) before.push({ path, blob })
    ;(status === 'D' ? deleted : changed).add(path)
  }
  return { kind: 'changes', changes: { changed, modified, deleted, before, base } }
}

function emptyTree(root: string): string {
  const answer = git(root, ['hash-object', '-t', 'tree', '--stdin'], '')
  return answer.kind === 'output' ? answer.bytes.toString().trim() : 'HEAD'
}
