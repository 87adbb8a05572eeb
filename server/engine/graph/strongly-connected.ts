import type { Adjacency } from './ways.ts'

/**
 * Groups of nodes that reach each other, by Tarjan's algorithm with a stack of its own: import chains are deeper than the call stack allows.
 * Each group sorted, groups sorted by their first member. A node with an edge to itself is a group of one.
 * Source: R. Tarjan, Depth-first search and linear graph algorithms, 1972.
 */
export function stronglyConnected(edges: Adjacency, counts: (edge: number) => boolean): number[][] {
  const order = new Int32Array(edges.size)
  const low = new Int32Array(edges.size)
  const onStack = new Uint8Array(edges.size)
  const cursor = edges.first.slice(0, edges.size)
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
    if (group.length > 1 || importsItself(node, edges, counts)) groups.push(group.sort((a, b) => a - b))
  }

  for (let root = 0; root < edges.size; root++) {
    if (order[root] !== 0) continue
    enter(root)
    while (path.length > 0) {
      const node = path.at(-1) as number
      const id = at(cursor, node)
      if (id === at(edges.first, node + 1)) { leave(node); continue }
      cursor[node] = id + 1
      const to = at(edges.to, id)
      if (to < 0 || !counts(id)) continue
      if (order[to] === 0) enter(to)
      else if (onStack[to] === 1) low[node] = Math.min(at(low, node), at(order, to))
    }
  }
  return groups.sort((a, b) => at(a, 0) - at(b, 0))
}

function importsItself(node: number, edges: Adjacency, counts: (edge: number) => boolean): boolean {
  for (let id = at(edges.first, node); id < at(edges.first, node + 1); id++) {
    if (edges.to[id] === node && counts(id)) return true
  }
  return false
}

/** Every index here is below the length by construction; a miss would be our bug, and NaN-free arithmetic shows it. */
function at(column: ArrayLike<number>, index: number): number {
  return column[index] ?? -1
}
