import type { EdgeId, Graph } from '../model/graph.ts'

/** The imports that lead to a file, or to `ends[~to]`, by their number. */
export type Incoming = (to: number) => Iterable<EdgeId>

/** Costs a pass over all edges. */
export function incoming({ files, ends, edges: { count, to } }: Graph): Incoming {
  const row = (end: number): number => end >= 0 ? end : files.length + ~end
  const first = new Int32Array(files.length + ends.length + 1)
  for (let id = 0; id < count; id++) bump(first, row(to[id] ?? 0) + 1)
  for (let end = 1; end < first.length; end++) first[end] = at(first, end) + at(first, end - 1)
  const next = first.slice()
  const ids = new Int32Array(count)
  for (let id = 0; id < count; id++) {
    const end = row(to[id] ?? 0)
    ids[at(next, end)] = id
    bump(next, end)
  }
  return (end) => ids.subarray(at(first, row(end)), at(first, row(end) + 1))
}

function bump(column: Int32Array, index: number): void {
  column[index] = at(column, index) + 1
}

/** Every index here is below the length by construction. */
function at(column: Int32Array, index: number): number {
  return column[index] ?? 0
}
