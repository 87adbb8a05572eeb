import { relative, sep } from 'node:path'
import type { Path } from '../../rules/model/place.ts'
import { disk } from './disk.ts'
import type { Files } from './files.ts'
import { git, indexedFiles, parts, type IndexedFile } from './git.ts'
import { ignoreFiles, readText } from './ignore-files.ts'
import { isInPackages } from './list-files.ts'

/** What a commit made now would hold: an untracked file does not exist, and an unstaged deletion is none. */
export function stagedFiles(root: string): Files | undefined {
  const index = indexedFiles(root)
  return index && snapshot(root, index, unstaged(root))
}

/** The same files, some of them with what they held before. */
export function asBefore(root: string, now: Files, changed: ReadonlySet<Path>, before: readonly IndexedFile[]): Files {
  const contents = contentsOf(root, before)
  const blobOf = new Map(before.map(({ path, blob }) => [path, blob]))
  const isAsNow = (path: Path): boolean => !changed.has(path)
  const wereThere = (paths: readonly Path[]): readonly Path[] => paths.filter((path) => contents.has(path) && !path.includes('node_modules/'))
  const isIgnored = [...changed].some((path) => /(?:^|\/)\.gitignore$/.test(path)) ? ignoredBefore(root, changed, contents) : undefined
  return {
    list() {
      const listing = now.list()
      return { ...listing, ...(isIgnored !== undefined && { isIgnored }), files: [...listing.files.filter(isAsNow), ...wereThere([...contents.keys()])].sort() }
    },
    listed: (paths, isIgnored) => [...now.listed(paths.filter(isAsNow), isIgnored), ...wereThere(paths)],
    read(path) {
      if (isAsNow(path)) return now.read(path)
      const bytes = contents.get(path)
      return bytes === undefined ? { kind: 'missing' } : { kind: 'bytes', bytes, stamp: blobOf.get(path) ?? '' }
    },
    stamp: (path) => isAsNow(path) ? now.stamp(path) : blobOf.get(path),
  }
}

function ignoredBefore(root: string, changed: ReadonlySet<Path>, contents: ReadonlyMap<Path, Uint8Array>): (path: Path) => boolean {
  const ignored = ignoreFiles(root, (file) => {
    const path = relative(root, file).split(sep).join('/')
    const bytes = contents.get(path)
    return changed.has(path) ? bytes && new TextDecoder().decode(bytes) : readText(file)
  })
  return (path) => isInPackages(path) || ignored(path)
}

/** Files that may differ between the index and the working tree: those that do, and those that git was told not to look at, as in a sparse checkout. */
function unstaged(root: string): ReadonlySet<Path> {
  const answer = git(root, ['diff-files', '--name-only', '-z', '--relative'])
  const tagged = git(root, ['ls-files', '-v', '-z'])
  return new Set([
    ...(answer.kind === 'output' ? parts(answer) : []),
    ...(tagged.kind === 'output' ? parts(tagged) : []).flatMap((line) => /^[Sa-z] /.test(line) ? [line.slice(2)] : []),
  ])
}

/** Reads from git what differs from the working tree, all at once, and the rest from disk: most files of a project are as they were committed. */
function snapshot(root: string, files: readonly IndexedFile[], differing: ReadonlySet<Path>): Files {
  const onDisk = disk(root)
  const paths = new Set(files.map(({ path }) => path))
  const blobOf = new Map(files.map(({ path, blob }) => [path, blob]))
  const contents = contentsOf(root, files.filter(({ path }) => differing.has(path)))
  const ignored = ignoreFiles(root)
  return {
    list: () => ({ files: [...paths].filter((path) => !path.includes('node_modules/')).sort(), isIgnored: ignored, problems: [] }),
    listed: (some) => some.filter((path) => paths.has(path) && !path.includes('node_modules/')),
    read(path) {
      // Packages are not in git; what an `extends` names there comes from disk.
      if (!paths.has(path)) return path.includes('node_modules/') ? onDisk.read(path) : { kind: 'missing' }
      const bytes = contents.get(path)
      return bytes === undefined ? onDisk.read(path) : { kind: 'bytes', bytes, stamp: blobOf.get(path) ?? '' }
    },
    stamp: (path) => contents.has(path) ? blobOf.get(path) : paths.has(path) ? onDisk.stamp(path) : undefined,
  }
}

/** One git process for all of them. Its answer is, for each: `<blob> blob <size>\n<bytes>\n`. */
function contentsOf(root: string, files: readonly IndexedFile[]): ReadonlyMap<Path, Uint8Array> {
  const contents = new Map<Path, Uint8Array>()
  if (files.length === 0) return contents
  const answer = git(root, ['cat-file', '--batch'], files.map(({ blob }) => `${blob}\n`).join(''))
  if (answer.kind === 'failed') throw new Error(`git cat-file: ${answer.message}`)
  let at = 0
  for (const { path } of files) {
    const end = answer.bytes.indexOf(10, at)
    const size = Number(answer.bytes.toString('utf8', at, end).split(' ')[2])
    contents.set(path, answer.bytes.subarray(end + 1, end + 1 + size))
    at = end + 1 + size + 1
  }
  return contents
}
