import { importKinds, isMention } from '../model/facts.ts'
import { findingAt } from '../model/finding-at.ts'
import type { EdgeId } from '../model/graph.ts'
import type { Project, Rule } from '../model/rule.ts'

export const unresolved: Rule = {
  id: 'boundaries/unresolved',
  title: 'A path, alias or workspace target leads to no file',
  level: 'warning',
  *check(project) {
    const { graph } = project
    for (let id = 0; id < graph.edges.count; id++) {
      const to = graph.target(id)
      if (to.kind !== 'unknown' || !isAsked(project, id)) continue
      yield findingAt(project, id, {
        rule: 'boundaries/unresolved',
        message: `'${to.specifier}' leads to no file`,
        because: [],
        help: [to.reason, ...(to.nearest === undefined ? [] : [`nearest: ${to.nearest}`])],
      })
    }
  },
}

/** What an entry names for itself is that entry's business. */
function isAsked({ graph: { edges }, policy }: Project, id: EdgeId): boolean {
  const kind = importKinds[edges.kind[id] ?? 0] ?? 'value'
  return !isMention(kind) || policy.kinds.has(kind)
}
