import { findingAt } from '../model/finding-at.ts'
import type { Rule } from '../model/rule.ts'

export const unresolved: Rule = {
  id: 'boundaries/unresolved',
  title: 'A path, alias or workspace target leads to no file',
  level: 'warning',
  *check(project) {
    const { graph } = project
    for (let id = 0; id < graph.edges.count; id++) {
      const to = graph.target(id)
      if (to.kind !== 'unknown') continue
      yield findingAt(project, id, {
        rule: 'boundaries/unresolved',
        message: `'${to.specifier}' leads to no file`,
        because: [],
        help: [to.reason, ...(to.nearest === undefined ? [] : [`nearest: ${to.nearest}`])],
      })
    }
  },
}
