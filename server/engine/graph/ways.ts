import type { Ends, Ways } from '../../../rules/model/graph.ts'
import { shortestRoute } from './shortest-route.ts'
import { stronglyConnected } from './strongly-connected.ts'

/** Edges sorted by where they start: those of node n are `first[n] … first[n + 1] - 1`. A target below 0 is no node. */
export interface Adjacency {
  readonly size: number
  readonly from: Int32Array
  readonly to: Int32Array
  readonly first: Int32Array
  /** The EdgeId of each edge, where the edges were put in another order. */
  readonly original: Int32Array | undefined
}

export function ways(edges: Adjacency): Ways {
  const { first, original } = edges
  const idOf = (edge: number): number => original === undefined ? edge : original[edge] ?? -1
  return {
    cycles: (counts, among) => stronglyConnected(edges, (edge) => counts(idOf(edge)), among),
    route: (from, to, counts) => shortestRoute(edges, from, to, (edge) => counts(idOf(edge)))?.map(idOf),
    leaving: (node) => Array.from({ length: (first[node + 1] ?? 0) - (first[node] ?? 0) }, (_, i) => idOf((first[node] ?? 0) + i)),
  }
}

/** The edges between nodes, of each in their order. Those inside a node, and those of none, are left out. */
export function between(ends: Ends, count: number, size: number): Adjacency {
  const first = new Int32Array(size + 1)
  const isBetween = (from: number, to: number): boolean => from >= 0 && to >= 0 && from !== to
  for (let id = 0; id < count; id++) {
    const from = ends.from(id)
    if (isBetween(from, ends.to(id))) first[from + 1] = (first[from + 1] ?? 0) + 1
  }
  for (let node = 0; node < size; node++) first[node + 1] = (first[node + 1] ?? 0) + (first[node] ?? 0)
  const [from, to, original] = [0, 0, 0].map(() => new Int32Array(first[size] ?? 0)) as [Int32Array, Int32Array, Int32Array]
  const next = first.slice()
  for (let id = 0; id < count; id++) {
    const [start, end] = [ends.from(id), ends.to(id)]
    if (!isBetween(start, end)) continue
    const edge = next[start] ?? 0
    next[start] = edge + 1
    from[edge] = start
    to[edge] = end
    original[edge] = id
  }
  return { size, from, to, first, original }
}
