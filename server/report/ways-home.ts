export interface Arcs {
  readonly from: ArrayLike<number>
  readonly to: ArrayLike<number>
}

/**
 * Shortest ways back to a node, from wherever there is one: one search answers for all imports of a file, where a search for
 * each takes minutes in a project that is one large cycle. Ties fall to the earlier arc.
 */
export function waysHome({ from, to }: Arcs, size: number, counts: (arc: number) => boolean): (start: number, home: number) => readonly number[] | undefined {
  const into: number[][] = Array.from({ length: size }, () => [])
  for (let arc = 0; arc < from.length; arc++) if (counts(arc)) into[to[arc] ?? -1]?.push(arc)
  let latest: { readonly home: number; readonly leave: Int32Array } | undefined
  return (start, home) => {
    if (latest?.home !== home) latest = { home, leave: search(from, into, home) }
    const way: number[] = []
    for (let node = start; node !== home; node = to[way.at(-1) ?? -1] ?? home) {
      const arc = latest.leave[node] ?? -1
      if (arc === -1) return undefined
      way.push(arc)
    }
    return way
  }
}

/** The arc by which each node sets out for home; -1 where no way leads there. */
function search(from: ArrayLike<number>, into: readonly (readonly number[])[], home: number): Int32Array {
  const leave = new Int32Array(into.length).fill(-1)
  const queue = [home]
  for (let head = 0; head < queue.length; head++) {
    for (const arc of into[queue[head] ?? -1] ?? []) {
      const node = from[arc] ?? home
      if (node === home || leave[node] !== -1) continue
      leave[node] = arc
      queue.push(node)
    }
  }
  return leave
}
