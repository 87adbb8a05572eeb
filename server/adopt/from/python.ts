// Python's modules by their dotted names: which folders and files they are in this project.

import type { Path } from '../../../rules/model/place.ts'
import { isSource } from '../../engine/index.ts'
import type { Entry } from './draft.ts'

export interface PythonTree {
  /** What it and all below it is: a folder, a file, or both where a star stands. Patterns, from the root. */
  packageAt(dotted: string): readonly string[]
  /** The one file that it is. Patterns, from the root. */
  moduleAt(dotted: string): readonly string[]
  /** The folder of it, whether it is there or not. */
  folderOf(dotted: string): Path
  has(dotted: string): boolean
}

/** `roots`: folders from which names start, the first that has one counts; '' is the project's. */
export function pythonTree(files: readonly Path[], roots: readonly Path[]): PythonTree {
  const known = new Set(files)
  const folders = foldersIn(files)
  const bases = roots.length === 0 ? [''] : roots
  const pathIn = (base: Path, dotted: string): Path => [...(base === '' ? [] : [base]), ...dotted.split('.')].join('/')
  const isThere = (path: Path): boolean => folders.has(path) || known.has(`${path}.py`)
  const folderOf = (dotted: string): Path => {
    const candidates = bases.map((base) => pathIn(base, dotted))
    // What is not there lies where its package does.
    const byPackage = bases.filter((base) => isThere(pathIn(base, dotted.split('.')[0] ?? ''))).map((base) => pathIn(base, dotted))
    return candidates.find(isThere) ?? byPackage[0] ?? candidates[0] ?? dotted
  }
  const hasStar = (dotted: string): boolean => dotted.includes('*')
  return {
    folderOf,
    has: (dotted) => isThere(folderOf(dotted)),
    packageAt(dotted) {
      const path = folderOf(dotted)
      if (hasStar(dotted)) return path.endsWith('*') ? [path] : [path, `${path}.py`]
      return known.has(`${path}.py`) ? (folders.has(path) ? [path, `${path}.py`] : [`${path}.py`]) : [path]
    },
    moduleAt(dotted) {
      const path = folderOf(dotted)
      if (path.endsWith('**')) return [path]
      if (hasStar(dotted)) return [`${path}.py`, `${path}/__init__.py`]
      return known.has(`${path}.py`) ? [`${path}.py`] : [`${path}/__init__.py`]
    },
  }
}

/** Folders in which a package of this name lies, the nearest to the root first. */
export function rootsOf(files: readonly Path[], name: string): readonly Path[] {
  const first = name.split('.')[0] ?? name
  const found = new Set<Path>()
  for (const file of files) {
    if (!file.endsWith('.py')) continue
    const segments = file.split('/')
    const index = segments.findIndex((segment, at) => segment === first && at < segments.length - 1)
    if (index >= 0) found.add(segments.slice(0, index).join('/'))
    else if (segments.at(-1) === `${first}.py`) found.add(segments.slice(0, -1).join('/'))
  }
  return [...found].sort((a, b) => depth(a) - depth(b) || (a < b ? -1 : 1))
}

function depth(path: Path): number {
  return path === '' ? 0 : path.split('/').length
}

function foldersIn(files: readonly Path[]): ReadonlySet<Path> {
  const folders = new Set<Path>()
  for (const file of files) for (let end = file.lastIndexOf('/'); end > 0; end = file.lastIndexOf('/', end - 1)) folders.add(file.slice(0, end))
  return folders
}

/** What stands at the top where the language of a tool's projects is none that bulkhead reads. */
export function unreadOpening(example: Path, language: string): readonly string[] {
  return isSource(example) ? [] : [`This version of bulkhead does not read ${language} yet: these lines are ready, and guard nothing until it does.`]
}

/** Exceptions are all stale where nothing is read, which is nobody's fault. */
export function unreadStale(example: Path): readonly Entry[] {
  return isSource(example) ? [] : [{ section: 'checks', what: 'stale exceptions', key: 'policy/stale', value: 'off', isSetting: true, remark: 'Until the language is read, no exception covers anything.' }]
}
