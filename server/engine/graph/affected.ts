import type { Graph } from '../../../rules/model/graph.ts'
import type { Path } from '../../../rules/model/place.ts'

/** A file that says something else now. `isAsked`: what it exports or hands on, which others ask for, may be different too. */
export interface Changed {
  readonly path: Path
  readonly isAsked: boolean
}

export interface Affected {
  /** Whose imports may be judged differently now. */
  readonly files: ReadonlySet<Path>
  /** Whose names may come from elsewhere now. */
  readonly handingOn: readonly Path[]
}

/** The changed files themselves, who imports names from them, and who does so through barrels. */
export function affected(changed: readonly Changed[], { files, idOf, edges: { from, to, count } }: Graph, isBarrel: (path: Path) => boolean): Affected {
  const found = new Set(changed.map(({ path }) => path))
  const handingOn = changed.filter(({ isAsked }) => isAsked).map(({ path }) => path)
  const isHandingOn = new Uint8Array(files.length)
  for (const path of handingOn) isHandingOn[idOf.get(path) ?? -1] = 1
  for (let known = 0; known < handingOn.length;) {
    known = handingOn.length
    for (let id = 0; id < count; id++) {
      const target = to[id] ?? -1
      const importer = from[id] ?? 0
      if (target < 0 || isHandingOn[target] !== 1 || isHandingOn[importer] === 1) continue
      const path = files[importer] ?? ''
      found.add(path)
      if (!isBarrel(path)) continue
      isHandingOn[importer] = 1
      handingOn.push(path)
    }
  }
  return { files: found, handingOn }
}
