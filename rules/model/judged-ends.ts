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
export function* judgedEnds(project: Project, id: EdgeId, mattersBehind: (barrel: Path) => boolean): Iterable<JudgedEnd> {
  const to = project.graph.target(id)
  yield { to, via: [] }
  if (to.kind === 'file' && mattersBehind(to.path)) yield* project.origins(id)
}

/** Whether something that matters is behind a barrel. Remembers its answers for one graph: many import the same barrels. */
export function someBehind(project: Project, matters: (to: Address) => boolean): (barrel: Path) => boolean {
  const answers = new Map<Path, boolean>()
  return (barrel) => {
    const known = answers.get(barrel)
    if (known !== undefined) return known
    const answer = project.behind(barrel).some(matters)
    answers.set(barrel, answer)
    return answer
  }
}
