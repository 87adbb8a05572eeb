import { importKinds, type ImportKind, type Kinds } from '../model/facts.ts'
import type { EdgeId } from '../model/graph.ts'
import { hasKind } from '../model/has-kind.ts'
import type { Project } from '../model/rule.ts'

/** Whether an import is of one of these kinds. Asks for symbols only where the entry tells elided imports from others. */
export function counts(project: Project, id: EdgeId, kinds: Kinds): boolean {
  return answered(project, id, kinds, project.isElided) ?? false
}

/** The same where it is told at little cost. */
export function looks(project: Project, id: EdgeId, kinds: Kinds): boolean | undefined {
  return answered(project, id, kinds, project.isElidedByItsLooks)
}

/** What the kind of an import in its own words tells. */
export function mayCount(kind: ImportKind, kinds: Kinds): 'yes' | 'no' | 'asked of each' {
  if (kind === 'value' && kinds.has('value') !== kinds.has('elided')) return 'asked of each'
  if (kinds.has(kind)) return 'yes'
  return kind === 'call' && [...kinds].some((each) => each.startsWith('call:')) ? 'asked of each' : 'no'
}

function answered(project: Project, id: EdgeId, kinds: Kinds, isElided: (id: EdgeId) => boolean | undefined): boolean | undefined {
  const kind = importKinds[project.graph.edges.kind[id] ?? 0] ?? 'value'
  if (kind !== 'value' || kinds.has('value') === kinds.has('elided')) return hasKind(project.graph, id, kinds)
  const isDropped = isElided(id)
  return isDropped === undefined ? undefined : kinds.has(isDropped ? 'elided' : 'value')
}
