import type { Graph, Ways } from '../../../rules/model/graph.ts'
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
  const { original } = edges
  const idOf = (edge: number): number => original === undefined ? edge : original[edge] ?? -1
  return {
    cycles: (counts, among) => stronglyConnected(edges, (edge) => counts(idOf(edge)), among),
    route: (from, to, counts) => shortestRoute(edges, from, to, (edge) => counts(idOf(edge)))?.map(idOf),
  }
}

/** The edges between groups of files. Those inside a group, and those of files in none, are left out. */
export function collapse(edges: Graph['edges'], nodeOf: Int32Array, size: number): Adjacency {
  const group = (file: number): number => file < 0 ? -1 : nodeOf[file] ?? -1
  const between: number[] = []
  for (let id = 0; id < edges.count; id++) {
    const from = group(edges.from[id] ?? -1)
    const to = group(edges.to[id] ?? -1)
    if (from !== -1 && to !== -1 && from !== to) between.push(id)
  }
  between.sort((a, b) => group(edges.from[a] ?? -1) - group(edges.from[b] ?? -1) || a - b)
  const from = Int32Array.from(between, (id) => group(edges.from[id] ?? -1))
  const first = new Int32Array(size + 1)
  for (const node of from) first[node + 1] = (first[node + 1] ?? 0) + 1
  for (let node = 0; node < size; node++) first[node + 1] = (first[node + 1] ?? 0) + (first[node] ?? 0)
  return { size, from, to: Int32Array.from(between, (id) => group(edges.to[id] ?? -1)), first, original: Int32Array.from(between) }
}
