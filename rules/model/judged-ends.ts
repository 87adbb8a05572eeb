import type { EdgeId } from './graph.ts'
import type { Address } from './link.ts'
import type { Path } from './place.ts'
import type { Project } from './rule.ts'

export interface JudgedEnd {
  readonly to: Address
  /** Barrels between the import and this end; empty for the end that the import names. */
  readonly via: readonly Path[]
}

const none: readonly JudgedEnd[] = []

const direct: readonly Path[] = []

/**
 * What a prohibition looks at, as far as it breaks it: where an import leads; where that is fine, each place where a symbol that it names
 * is defined, once. A barrel hides nothing. Symbols cost a parse, so that they are asked for only where something behind the barrel matters.
 */
export function brokenEnds(project: Pick<Project, 'graph' | 'origins'>, id: EdgeId, mattersBehind: (barrel: Path) => boolean, breaks: (to: Address, via: readonly Path[]) => boolean): readonly JudgedEnd[] {
  const to = project.graph.target(id)
  if (breaks(to, direct)) return [{ to, via: [] }]
  return to.kind === 'file' && mattersBehind(to.path) ? project.origins(id).filter((origin) => breaks(origin.to, origin.via)) : none
}

/** Whether a barrel hands on something that matters. Remembers its answers for one graph: many import the same barrels. */
export function someBehind(project: Pick<Project, 'behind' | 'handedOn'>, matters: (to: Address) => boolean): (barrel: Path) => boolean {
  const answers = new Map<Path, boolean>()
  return (barrel) => {
    const known = answers.get(barrel)
    if (known !== undefined) return known
    // The barrel is read only where something that it imports matters, and who imports it only where it hands that on.
    const answer = project.behind(barrel).some(matters) && project.handedOn(barrel).some(({ to }) => matters(to))
    answers.set(barrel, answer)
    return answer
  }
}
