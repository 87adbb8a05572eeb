// Which folders Sheriff takes for modules without a barrel: at each level it enters the first pattern that takes a folder's name, and no other.
// Source: packages/core/src/lib/modules/internal/find-module-paths-without-barrel.ts of Sheriff 0.19 (checked 2026-11)

import type { Path } from '../../../../rules/model/place.ts'
import { nameOf } from '../beside.ts'
import type { SheriffPattern } from './patterns.ts'

interface Level {
  isModule: boolean
  readonly below: Map<string, Level>
}

/** `folders`: sorted. */
export function takenWithoutBarrel(patterns: readonly SheriffPattern[], folders: readonly Path[]): ReadonlySet<Path> {
  const top: Level = { isModule: false, below: new Map() }
  for (const { written } of patterns) {
    let level = top
    for (const segment of written.replaceAll(/<[a-zA-Z-_]+>/g, '*').split('/')) {
      const next = level.below.get(segment) ?? { isModule: false, below: new Map() }
      level.below.set(segment, next)
      level = next
    }
    level.isModule = true
  }
  const levels = new Map<Path, Level>([['', top]])
  const taken = new Set<Path>()
  for (const folder of folders) {
    const above = levels.get(folder.slice(0, Math.max(0, folder.lastIndexOf('/'))))
    const [, level] = [...above?.below ?? []].find(([segment]) => isTaken(segment, nameOf(folder))) ?? []
    if (level === undefined) continue
    levels.set(folder, level)
    if (level.isModule) taken.add(folder)
  }
  return taken
}

/** Letters, dashes and underscores are all that a star takes beside a text. */
function isTaken(segment: string, name: string): boolean {
  if (segment === '*' || segment === name) return true
  return segment.includes('*') && new RegExp(`^${segment.split('*').map((text) => text.replaceAll(/[\\^$.|?+()[\]{}]/g, '\\$&')).join('[a-zA-Z-_]*')}$`).test(name)
}
