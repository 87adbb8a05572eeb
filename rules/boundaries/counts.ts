import { importKinds, type ImportKind } from '../model/facts.ts'
import type { EdgeId } from '../model/graph.ts'
import type { Project } from '../model/rule.ts'

/** Whether an import is of one of these kinds. Asks for symbols only where the entry tells elided imports from others. */
export function counts(project: Project, id: EdgeId, kinds: ReadonlySet<ImportKind>): boolean {
  const kind = importKinds[project.graph.edges.kind[id] ?? 0] ?? 'value'
  if (kind !== 'value' || kinds.has('value') === kinds.has('elided')) return kinds.has(kind)
  return kinds.has(project.isElided(id) ? 'elided' : 'value')
}
