import type { EdgeId, Graph } from './graph.ts'
import type { Path } from './place.ts'

/** The edges that leave a file, in source order; none for a file that the graph lacks. */
export function* edgesFrom({ idOf, edges: { first } }: Graph, path: Path): Iterable<EdgeId> {
  const file = idOf.get(path)
  if (file === undefined) return
  for (let id = first[file] ?? 0; id < (first[file + 1] ?? 0); id++) yield id
}
