import type { EdgeId } from './graph.ts'
import type { Address } from './link.ts'
import type { Path } from './place.ts'
import type { Project } from './rule.ts'

export interface JudgedEnd {
  readonly to: Address
  /** Barrels between the import and this end; empty for the end that the import names. */
  readonly via: readonly Path[]
}

/** What a prohibition looks at: where an import leads, then where the symbols that it names are defined. A barrel hides nothing. */
export function* judgedEnds(project: Project, id: EdgeId): Iterable<JudgedEnd> {
  yield { to: project.graph.target(id), via: [] }
  for (const origin of project.origins(id)) yield origin
}

/** The edges that leave a file. */
export function* edgesFrom(project: Project, path: Path): Iterable<EdgeId> {
  const { graph } = project
  const file = graph.idOf.get(path)
  if (file === undefined) return
  for (let id = graph.edges.first[file] ?? 0; id < (graph.edges.first[file + 1] ?? 0); id++) yield id
}
