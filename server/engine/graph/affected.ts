import type { Graph } from '../../../rules/model/graph.ts'
import type { Path } from '../../../rules/model/place.ts'

/** A file that says something else now. `isAsked`: what it exports or hands on, which others ask for, may be different too. */
export interface Changed {
  readonly path: Path
  readonly isAsked: boolean
}

interface Around {
  readonly graph: Graph
  isBarrel(path: Path): boolean
  /** Who has findings: the way out of one may lead through any file. */
  readonly withFindings: Iterable<Path>
}

/** Whose imports may be judged differently now: the files themselves, who imports names from them, and who does so through barrels. */
export function affected(changed: readonly Changed[], { graph: { files, idOf, edges: { from, to, count } }, isBarrel, withFindings }: Around): ReadonlySet<Path> {
  const asked = new Uint8Array(files.length)
  const found = new Set([...changed.map(({ path }) => path), ...(changed.some(({ isAsked }) => isAsked) ? withFindings : [])])
  let isGrowing = false
  for (const { path, isAsked } of changed) {
    const id = idOf.get(path)
    if (id === undefined || !isAsked) continue
    asked[id] = 1
    isGrowing = true
  }
  while (isGrowing) {
    isGrowing = false
    for (let id = 0; id < count; id++) {
      const target = to[id] ?? -1
      const importer = from[id] ?? 0
      if (target < 0 || asked[target] !== 1 || asked[importer] === 1) continue
      const path = files[importer] ?? ''
      found.add(path)
      if (!isBarrel(path)) continue
      asked[importer] = 1
      isGrowing = true
    }
  }
  return found
}
