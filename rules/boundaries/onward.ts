// Shortest ways over imports between many files at once, found breadth first from one of their ends.

import type { EdgeId, FileId, Graph } from '../model/graph.ts'
import type { Incoming } from './incoming.ts'

/** A shortest way between a file and an end: the import next to the file, and what lies behind that. */
export interface Way {
  readonly id: EdgeId
  readonly rest?: Way
  /** Whose the end is: what is one's own needs no leave, and fulfils nothing. */
  readonly owner: number
}

/** Of each file that may stand between, by itself. */
export type Ways = ReadonlyMap<FileId, readonly Way[]>

/** Where one goes on from a file. */
export interface Direction {
  readonly further: (file: FileId) => Iterable<EdgeId>
  /** The file that an import leads to in this direction, and the number of what it comes from. */
  readonly at: (id: EdgeId) => FileId
  readonly behind: (id: EdgeId) => number
}

export function towardsImporters({ edges: { from, to } }: Graph, into: Incoming): Direction {
  return { further: into, at: (id) => from[id] ?? -1, behind: (id) => to[id] ?? -1 }
}

export function towardsImported(graph: Graph): Direction {
  const { from, to } = graph.edges
  return { further: (file) => outOf(graph, file), at: (id) => to[id] ?? -1, behind: (id) => from[id] ?? -1 }
}

export interface Travelled {
  readonly direction: Direction
  /** Who owns an end: a FileId, or ~i for `ends[i]`. */
  readonly ownerOf: (end: number) => number
  readonly holds: (id: EdgeId) => boolean
  /** Files that may stand between. */
  readonly passes: (file: FileId) => boolean
}

/**
 * Of each file that may stand between, a shortest way, and another to the nearest end of another owner: whoever comes by owns one of the
 * two at most. `starts`: the imports next to ends, in order, so that ties fall alike in every run.
 */
export function waysFrom({ direction: { further, at, behind }, ownerOf, holds, passes }: Travelled, starts: Iterable<EdgeId>): Ways {
  const ways = new Map<FileId, Way[]>()
  const open: { readonly file: FileId; readonly way: Way }[] = []
  const isNew = (file: FileId, owner: number): boolean => {
    const known = ways.get(file)
    return known === undefined ? file >= 0 && passes(file) : known.length === 1 && known[0]?.owner !== owner
  }
  const arrive = (file: FileId, way: Way): void => {
    ways.set(file, [...ways.get(file) ?? [], way])
    open.push({ file, way })
  }
  for (const id of starts) {
    const [file, owner] = [at(id), ownerOf(behind(id))]
    if (isNew(file, owner)) arrive(file, { id, owner })
  }
  // Whether an import counts may cost a parse: it is asked last.
  for (const { file, way } of open) {
    for (const id of further(file)) if (isNew(at(id), way.owner) && holds(id)) arrive(at(id), { id, rest: way, owner: way.owner })
  }
  return ways
}

/** All files that are reached from some, over files that may stand between; without these themselves. */
export function reachedFrom({ files, edges: { first, to } }: Graph, starts: readonly FileId[], { holds, passes }: Pick<Travelled, 'holds' | 'passes'>): Reached {
  const isFound = new Uint8Array(files.length)
  const found: FileId[] = []
  const visit = (file: FileId): void => {
    for (let id = first[file] ?? 0; id < (first[file + 1] ?? 0); id++) {
      const next = to[id] ?? -1
      if (next < 0 || isFound[next] === 1 || !holds(id) || !passes(next)) continue
      isFound[next] = 1
      found.push(next)
    }
  }
  for (const file of starts) visit(file)
  for (const file of found) visit(file)
  return { files: found, has: (file) => isFound[file] === 1 }
}

export interface Reached {
  readonly files: readonly FileId[]
  readonly has: (file: FileId) => boolean
}

/** The files on a way to what is imported, from the one that its first import leads to, and its last import. */
export function filesOn({ edges }: Graph, way: Way): { readonly between: readonly FileId[]; readonly last: EdgeId } {
  const between: FileId[] = []
  let at = way
  for (; at.rest !== undefined; at = at.rest) between.push(edges.to[at.id] ?? -1)
  return { between, last: at.id }
}

export function* outOf({ edges: { first } }: Graph, file: FileId): Iterable<EdgeId> {
  for (let id = first[file] ?? 0; id < (first[file + 1] ?? 0); id++) yield id
}
