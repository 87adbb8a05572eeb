import { importKinds, isMention } from '../../rules/model/facts.ts'
import type { EdgeId } from '../../rules/model/graph.ts'
import type { Layout } from '../../rules/model/layout.ts'
import type { Path } from '../../rules/model/place.ts'
import type { Policy } from '../../rules/model/policy.ts'
import type { Project } from '../../rules/model/rule.ts'
import { isSource } from '../engine/index.ts'

/** The code as it is: all that a first configuration is inferred from. */
export interface Code {
  readonly project: Pick<Project, 'graph' | 'vendors' | 'isElided' | 'origins' | 'behind' | 'handedOn'> & { readonly policy: Pick<Policy, 'isTest' | 'isIncluded'> }
  readonly layout: Layout
}

export interface Survey extends Code {
  /** What the parts consist of, sorted: tests may import what they like, declarations hold no code, and examples show how to use the rest. */
  readonly sources: ReadonlySet<Path>
}

export function survey({ project, layout }: Code): Survey {
  const { policy } = project
  const sources = layout.files.filter((path) => isSource(path) && !/\.d\.[cm]?ts$/.test(path) && policy.isIncluded(path) && !policy.isTest(path))
  const own = sources.filter((path) => !examples.test(path))
  return { project, layout, sources: new Set(own.length === 0 ? sources : own) }
}

/** By the usual names of folders: of the root, and anywhere for what only tests read. */
const examples = /^(?:examples?|demos?|samples?|playgrounds?|bench(?:mark)?s?)\/|(?:^|\/)(?:fixtures|__e2e__)\//

/** The imports of shipped sources; JSDoc, `new URL` and calls count only where a configuration names them. */
export function* imports({ project: { graph }, sources }: Survey): Iterable<EdgeId> {
  for (const [file, path] of graph.files.entries()) {
    if (!sources.has(path)) continue
    for (let id = graph.edges.first[file] ?? 0; id < (graph.edges.first[file + 1] ?? 0); id++) {
      if (!isMention(importKinds[graph.edges.kind[id] ?? 0] ?? 'value')) yield id
    }
  }
}
