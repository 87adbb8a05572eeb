// The modules that Sheriff sees in this project: folders with a barrel, and, where it may do without, folders that its configuration names.

import type { Path } from '../../../../rules/model/place.ts'
import { nameOf } from '../beside.ts'
import type { Patterns, SheriffPattern } from './patterns.ts'
import { takenWithoutBarrel } from './without-barrel.ts'

export interface FoundModule {
  readonly folder: Path
  readonly hasBarrel: boolean
  readonly tags: readonly string[]
  /** Absent where no pattern takes it. */
  readonly pattern?: SheriffPattern
}

export interface FoundModules {
  readonly modules: readonly FoundModule[]
  /** Folders that a pattern takes and that are no modules, for want of a barrel. */
  readonly bare: readonly { readonly folder: Path; readonly pattern: SheriffPattern }[]
}

interface Manner {
  readonly barrel: string
  readonly mayLackBarrel: boolean
}

export function foundModules(files: readonly Path[], patterns: Patterns, { barrel, mayLackBarrel }: Manner): FoundModules {
  const barrels = new Set(files.filter((path) => nameOf(path) === barrel).map(folderOf))
  const folders = foldersIn(files)
  const withoutBarrel = mayLackBarrel ? takenWithoutBarrel(patterns.all, folders) : new Set<Path>()
  const modules: FoundModule[] = []
  const bare: FoundModules['bare'][number][] = []
  for (const folder of folders) {
    const match = patterns.of(folder)
    const hasBarrel = barrels.has(folder)
    if (hasBarrel || withoutBarrel.has(folder)) modules.push({ folder, hasBarrel, tags: match?.tags ?? ['noTag'], ...(match !== undefined && { pattern: match.pattern }) })
    else if (match !== undefined) bare.push({ folder, pattern: match.pattern })
  }
  return { modules, bare }
}

/** All but the root, sorted. */
function foldersIn(files: readonly Path[]): readonly Path[] {
  const folders = new Set<Path>()
  for (const file of files) for (let folder = folderOf(file); folder !== '' && !folders.has(folder); folder = folderOf(folder)) folders.add(folder)
  return [...folders].sort()
}

function folderOf(path: Path): Path {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')))
}
