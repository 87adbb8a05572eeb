import { importKinds, type ImportKind } from '../model/facts.ts'
import type { EdgeId } from '../model/graph.ts'
import type { Project } from '../model/rule.ts'

/** Whether an import is of one of these kinds. Asks for symbols only where the entry tells elided imports from others. */
export function counts(project: Project, id: EdgeId, kinds: ReadonlySet<ImportKind>): boolean {
  return answered(project, id, kinds, project.isElided) ?? false
}

/** The same where it is told at little cost. */
export function looks(project: Project, id: EdgeId, kinds: ReadonlySet<ImportKind>): boolean | undefined {
  return answered(project, id, kinds, project.isElidedByItsLooks)
}

function answered(project: Project, id: EdgeId, kinds: ReadonlySet<ImportKind>, isElided: (id: EdgeId) => boolean | undefined): boolean | undefined {
  const kind = importKinds[project.graph.edges.kind[id] ?? 0] ?? 'value'
  if (kind !== 'value' || kinds.has('value') === kinds.has('elided')) return kinds.has(kind)
  const isDropped = isElided(id)
  return isDropped === undefined ? undefined : kinds.has(isDropped ? 'elided' : 'value')
}
