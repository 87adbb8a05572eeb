import type { EdgeId } from './graph.ts'
import type { Address } from './link.ts'
import type { Path } from './place.ts'
import type { Project } from './rule.ts'

export interface JudgedEnd {
  readonly to: Address
  /** Barrels between the import and this end; empty for the end that the import names. */
  readonly via: readonly Path[]
}

/**
 * What a prohibition looks at: where an import leads, then where the symbols that it names are defined. A barrel hides nothing.
 * Symbols cost a parse, so that they are asked for only where something behind the barrel matters to the one who judges.
 */
export function* judgedEnds(project: Project, id: EdgeId, matters: (to: Address) => boolean): Iterable<JudgedEnd> {
  const to = project.graph.target(id)
  yield { to, via: [] }
  if (to.kind !== 'file' || !project.behind(to.path).some(matters)) return
  for (const origin of project.origins(id)) yield origin
}
