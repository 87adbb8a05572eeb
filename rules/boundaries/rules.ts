// Judges every import by every entry: those under `rules`, and a module's `uses`, `usedBy` and `packages`.
// Entries do not know of each other: an import must satisfy them all, so their order cannot matter.

import type { Finding } from '../model/finding.ts'
import type { Entry } from '../model/policy.ts'
import { remembered } from '../model/remembered.ts'
import type { Rule } from '../model/rule.ts'
import { breaksOf, type Breaks } from './breaks.ts'
import { forbiddenImport } from './entry-finding.ts'
import { incoming } from './incoming.ts'
import { isAsked } from './is-asked.ts'
import { throughOthers } from './reach.ts'
import { lacking } from './require.ts'
import { suspects } from './suspects.ts'

export const rules: Rule = {
  id: 'boundaries/rules',
  title: 'An entry under `rules`, or a module\'s `uses`, `usedBy` or `packages`, forbids the import',
  level: 'error',
  judges: 'files',
  of(project) {
    const { graph: { files, edges } } = project
    const suspected = suspects(project)
    const breaksBy = remembered((entry: Entry) => breaksOf(project, entry))
    return (file) => {
      if (!suspected.isAny(file)) return none
      const found: Finding[] = []
      const from = files[file] ?? ''
      const breaks = remembered((entry: Entry) => breaksBy(entry)(from) ?? breaksNothing)
      for (let id = edges.first[file] ?? 0; id < (edges.first[file + 1] ?? 0); id++) {
        for (const entry of suspected.of(file, id)) {
          if (isAsked(project, id, entry)) for (const end of breaks(entry)(id)) found.push(forbiddenImport(project, entry, id, from, end))
        }
      }
      return found
    }
  },
  *across(project) {
    if (!project.policy.entries.some(({ reach, verb }) => reach || verb === 'require')) return
    const into = incoming(project.graph)
    yield* throughOthers(project, into)
    yield* lacking(project, into)
  },
}

const none: readonly Finding[] = []

const breaksNothing: Breaks = () => []
