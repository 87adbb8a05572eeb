import type { Adjacency } from './ways.ts'

/**
 * Groups of nodes that reach each other, by Tarjan's algorithm with stacks of its own: import chains are deeper than the call stack allows.
 * `among`: only these nodes, and what lies between them.
 * Each group sorted, groups sorted by their first member. A node with an edge to itself is a group of one.
 * One loop over plain columns, since it runs over the whole graph for a key: split into functions it takes twice as long.
 * Source: R. Tarjan, Depth-first search and linear graph algorithms, 1972.
 */
export function stronglyConnected({ size, first, to }: Adjacency, counts: (edge: number) => boolean, among?: readonly number[]): number[][] {
  const { order, low, cursor, open, way, isOpen, importsItself } = room(size)
  if (among !== undefined) {
    // What has an order already and stands on no stack is never entered.
    order.fill(size + 1)
    for (const node of among) order[node] = 0
  }
  cursor.set(first.subarray(0, size))
  const groups: number[][] = []
  let opened = 0
  let depth = 0
  let visited = 0

  for (let index = 0; index < (among?.length ?? size); index++) {
    let entering = among === undefined ? index : at(among, index)
    if (at(order, entering) !== 0) continue
    do {
      if (entering !== -1) {
        order[entering] = low[entering] = ++visited
        isOpen[entering] = 1
        open[opened++] = entering
        way[depth++] = entering
      }
      // Follow edges until one leads to a node that nobody entered.
      entering = -1
      const node = at(way, depth - 1)
      const last = at(first, node + 1)
      let lowest = at(low, node)
      let edge = at(cursor, node)
      for (; edge < last && entering === -1; edge++) {
        const next = at(to, edge)
        if (next < 0 || !counts(edge)) continue
        const itsOrder = at(order, next)
        if (next === node) importsItself[node] = 1
        else if (itsOrder === 0) entering = next
        else if (at(isOpen, next) === 1 && itsOrder < lowest) lowest = itsOrder
      }
      cursor[node] = edge
      low[node] = lowest
      if (entering !== -1) continue
      // All have been followed: back to where we came from.
      depth--
      if (depth > 0 && lowest < at(low, at(way, depth - 1))) low[at(way, depth - 1)] = lowest
      if (lowest !== at(order, node)) continue
      const end = opened
      do isOpen[at(open, --opened)] = 0
      while (at(open, opened) !== node)
      if (end - opened > 1 || at(importsItself, node) === 1) groups.push([...open.subarray(opened, end)].sort((a, b) => a - b))
    } while (depth > 0)
  }
  return groups.sort((a, b) => at(a, 0) - at(b, 0))
}

interface Room {
  readonly order: Int32Array
  readonly low: Int32Array
  readonly cursor: Int32Array
  /** The nodes entered whose group is not known yet. */
  readonly open: Int32Array
  /** From the root to where we are. */
  readonly way: Int32Array
  readonly isOpen: Uint8Array
  readonly importsItself: Uint8Array
}

let kept: Room | undefined

/** One for all searches, one after the other: new columns for every key of a large project are too much garbage. */
function room(size: number): Room {
  const columns = kept !== undefined && kept.order.length >= size ? kept : {
    order: new Int32Array(size), low: new Int32Array(size), cursor: new Int32Array(size), open: new Int32Array(size), way: new Int32Array(size),
    isOpen: new Uint8Array(size), importsItself: new Uint8Array(size),
  }
  kept = columns
  for (const column of [columns.order, columns.isOpen, columns.importsItself]) column.fill(0)
  return columns
}

/** Every index here is below the length by construction; a miss would be our bug, and NaN-free arithmetic shows it. */
function at(column: ArrayLike<number>, index: number): number {
  return column[index] ?? -1
}
