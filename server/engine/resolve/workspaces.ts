import type { Path } from '../../../rules/model/place.ts'
import { globSource } from './glob.ts'
import type { Manifest } from './manifest.ts'
import { below, folderOf, isInside, join } from './posix-path.ts'

/** The folders that globs of a workspace take; `!` takes away again. They are globs over manifests: `**` takes the folder before it, too. */
export function workspaceFolders(root: Path, globs: readonly string[], folders: readonly Path[]): readonly Path[] {
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

/** Folders with a manifest that have none above them: where workspaces may be declared if the root declares none. */
export function outermost(folders: readonly Path[]): readonly Path[] {
  const all = new Set(folders)
  return folders.filter(folder => {
    for (let above = folder; above !== '';) {
      above = folderOf(above)
      if (all.has(above)) return false
    }
    return true
  })
}

export function byName(manifests: readonly Manifest[]): ReadonlyMap<string, Manifest> {
  const named = new Map<string, Manifest>()
  for (const manifest of manifests) if (manifest.name !== undefined && !named.has(manifest.name)) named.set(manifest.name, manifest)
  return named
}
