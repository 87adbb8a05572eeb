import { findingOnFile } from '../model/finding-on-file.ts'
import type { Rule } from '../model/rule.ts'

export const unassigned: Rule = {
  id: 'boundaries/unassigned',
  title: 'A file is in no module',
  level: 'off',
  judges: 'files',
  of: (project) => (file) => {
    const path = project.graph.files[file]
    if (path === undefined || !project.isSource(path) || project.policy.moduleOf(path) !== undefined) return []
    return [findingOnFile(project, path, {
      rule: 'boundaries/unassigned',
      message: 'this file is in no module',
      help: ['no boundary guards it: what nobody says of it, it may do', 'name its folder under modules, or under ignore where nobody shall judge it'],
    })]
  },
}
