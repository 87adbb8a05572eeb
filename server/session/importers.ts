import { atom, type Address } from '../../rules/model/link.ts'
import type { Path } from '../../rules/model/place.ts'
import type { Project } from '../../rules/model/rule.ts'

/** Who imports what is no file; of a package or a builtin, what lies below as well. Sorted. */
export function importersOf({ graph }: Project, address: Exclude<Address, { kind: 'file' }>): readonly Path[] {
  const wanted = atom(address)
  const isWanted = graph.ends.map((end) => atom(end) === wanted || (end.kind === address.kind && atom(end).startsWith(`${wanted}/`)))
  const importers = new Set<Path>()
  for (let id = 0; id < graph.edges.count; id++) {
    const to = graph.edges.to[id] ?? 0
    if (to < 0 && isWanted[~to] === true) importers.add(graph.files[graph.edges.from[id] ?? 0] ?? '')
  }
  return [...importers]
}
