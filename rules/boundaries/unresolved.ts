import { importKinds, isMention } from '../model/facts.ts'
import type { Finding } from '../model/finding.ts'
import { findingAt } from '../model/finding-at.ts'
import type { EdgeId } from '../model/graph.ts'
import { hasKind } from '../model/has-kind.ts'
import type { Address } from '../model/link.ts'
import type { Project, Rule } from '../model/rule.ts'

export const unresolved: Rule = {
  id: 'boundaries/unresolved',
  title: 'A path, alias or workspace target leads to no file',
  level: 'warning',
  judges: 'files',
  of: (project) => (file) => {
    const { graph: { edges, target } } = project
    const found: Finding[] = []
    for (let id = edges.first[file] ?? 0; id < (edges.first[file + 1] ?? 0); id++) {
      if ((edges.to[id] ?? 0) >= 0) continue
      const to = target(id)
      if (to.kind === 'unknown' && isAsked(project, id)) found.push(finding(project, id, to))
    }
    return found
  },
}

function finding(project: Project, id: EdgeId, to: Extract<Address, { kind: 'unknown' }>): Finding {
  return findingAt(project, id, {
    rule: 'boundaries/unresolved',
    message: `'${to.specifier}' leads to no file`,
    because: [],
    help: [to.reason, ...(to.nearest === undefined ? [] : [`nearest: ${to.nearest}`])],
  })
}

/** What an entry names for itself is that entry's business. */
function isAsked({ graph, policy }: Project, id: EdgeId): boolean {
  return !isMention(importKinds[graph.edges.kind[id] ?? 0] ?? 'value') || hasKind(graph, id, policy.kinds)
}
