import type { Adjacency } from './ways.ts'

/** The edges of a shortest way, breadth first. Files are sorted and edges stand in source order, so that ties fall alike in every run. */
export function shortestRoute(edges: Adjacency, from: number, to: number, counts: (edge: number) => boolean): number[] | undefined {
  // Most are asked for within a small group of a large graph.
  const reachedBy = new Map<number, number>()
  const queue: number[] = [from]
  for (let head = 0; head < queue.length; head++) {
    const node = queue[head] ?? 0
    for (const id of edgesByTarget(node, edges)) {
      const next = edges.to[id] ?? -1
      if (next < 0 || reachedBy.has(next) || !counts(id)) continue
      reachedBy.set(next, id)
      if (next === to) return wayBack(edges, reachedBy, from, to)
      // The start may be reached again (a cycle), but never expanded twice.
      if (next !== from) queue.push(next)
    }
  }
  return undefined
}

function edgesByTarget(node: number, edges: Adjacency): number[] {
  const ids: number[] = []
  for (let id = edges.first[node] ?? 0; id < (edges.first[node + 1] ?? 0); id++) ids.push(id)
  return ids.sort((a, b) => (edges.to[a] ?? 0) - (edges.to[b] ?? 0) || a - b)
}

function wayBack(edges: Adjacency, reachedBy: ReadonlyMap<number, number>, from: number, to: number): number[] {
  const way: number[] = []
  let node = to
  do {
    const id = reachedBy.get(node) ?? 0
    way.push(id)
    node = edges.from[id] ?? 0
  } while (node !== from)
  return way.reverse()
}
