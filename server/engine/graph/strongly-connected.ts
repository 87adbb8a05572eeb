import type { Adjacency } from './ways.ts'

/**
 * Groups of nodes that reach each other, by Tarjan's algorithm with a stack of its own: import chains are deeper than the call stack allows.
 * `among`: only these nodes, and what lies between them.
 * Each group sorted, groups sorted by their first member. A node with an edge to itself is a group of one.
 * Source: R. Tarjan, Depth-first search and linear graph algorithms, 1972.
 */
export function stronglyConnected({ size, first, to: ends }: Adjacency, counts: (edge: number) => boolean, among?: Iterable<number>): number[][] {
  const nodes = among === undefined ? Array.from({ length: size }, (_, node) => node) : [...among]
  // Asked once, in the order in which they lie in memory: half of the time of asking on the way.
  const to = new Int32Array(ends.length)
  for (const node of nodes) for (let edge = at(first, node); edge < at(first, node + 1); edge++) to[edge] = counts(edge) ? at(ends, edge) : -1

  // What has an order already and stands on no stack is never entered.
  const order = new Int32Array(size).fill(size + 1)
  for (const node of nodes) order[node] = 0
  const low = new Int32Array(size)
  const onStack = new Uint8Array(size)
  const cursor = first.slice(0, size)
  const stack: number[] = []
  const path: number[] = []
  const groups: number[][] = []
  let visited = 0

  const enter = (node: number): void => {
    order[node] = low[node] = ++visited
    stack.push(node)
    onStack[node] = 1
    path.push(node)
  }
  /** Follows edges until one leads to a node that nobody entered. */
  const follow = (node: number): number => {
    const last = at(first, node + 1)
    for (let edge = at(cursor, node); edge < last; edge++) {
      const next = at(to, edge)
      if (next < 0) continue
      if (order[next] === 0) {
        cursor[node] = edge + 1
        return next
      }
      if (onStack[next] === 1) low[node] = Math.min(at(low, node), at(order, next))
    }
    return -1
  }
  const importsItself = (node: number): boolean => {
    for (let edge = at(first, node); edge < at(first, node + 1); edge++) if (to[edge] === node) return true
    return false
  }
  const leave = (node: number): void => {
    path.pop()
    const parent = path.at(-1)
    if (parent !== undefined) low[parent] = Math.min(at(low, parent), at(low, node))
    if (low[node] !== order[node]) return
    const group: number[] = []
    let member: number
    do {
      member = stack.pop() as number
      onStack[member] = 0
      group.push(member)
    } while (member !== node)
    if (group.length > 1 || importsItself(node)) groups.push(group.sort((a, b) => a - b))
  }

  for (const root of nodes) {
    if (order[root] !== 0) continue
    enter(root)
    for (let node = path.at(-1); node !== undefined; node = path.at(-1)) {
      const next = follow(node)
      if (next === -1) leave(node)
      else enter(next)
    }
  }
  return groups.sort((a, b) => at(a, 0) - at(b, 0))
}

/** Every index here is below the length by construction; a miss would be our bug, and NaN-free arithmetic shows it. */
function at(column: ArrayLike<number>, index: number): number {
  return column[index] ?? -1
}
