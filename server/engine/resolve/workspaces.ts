import type { Path } from '../../../rules/model/place.ts'
import { globSource } from './glob.ts'
import type { Manifest } from './manifest.ts'
import { below, isInside, join } from './posix-path.ts'

/** Packages that see each other: what one root declares. */
export interface World {
  readonly root: Path
  readonly folders: readonly Path[]
}

/** Outer worlds first. A package of one world is no root of another. `folders`: those with a manifest or a declaration, sorted. */
export function workspaceWorlds(folders: readonly Path[], globsOf: (folder: Path) => readonly string[]): readonly World[] {
  const taken = new Set<Path>()
  const worlds: World[] = []
  for (const root of folders) {
    const globs = taken.has(root) ? [] : globsOf(root)
    if (globs.length === 0) continue
    const members = workspaceFolders(root, globs, folders)
    for (const member of members) taken.add(member)
    worlds.push({ root, folders: members })
  }
  return worlds
}

export function byName(manifests: readonly Manifest[]): ReadonlyMap<string, Manifest> {
  const named = new Map<string, Manifest>()
  for (const manifest of manifests) if (manifest.name !== undefined && !named.has(manifest.name)) named.set(manifest.name, manifest)
  return named
}

/** The folders that globs take; `!` takes away again. They are globs over manifests: `**` takes the folder before it, too. */
function workspaceFolders(root: Path, globs: readonly string[], folders: readonly Path[]): readonly Path[] {
  const rules = globs.map(written => {
    const negative = written.startsWith('!')
    return { negative, pattern: new RegExp(`^${globSource(join('', `${negative ? written.slice(1) : written}/package.json`))}$`) }
  })
  return folders.filter(folder => {
    if (!isInside(root, folder) || folder === root || /(?:^|\/)node_modules(?:\/|$)/.test(folder)) return false
    const path = join(below(root, folder), 'package.json')
    return rules.some(rule => !rule.negative && rule.pattern.test(path)) && !rules.some(rule => rule.negative && rule.pattern.test(path))
  })
}
