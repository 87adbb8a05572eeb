import { importKinds } from '../../rules/model/facts.ts'
import type { EdgeId } from '../../rules/model/graph.ts'
import type { Layout } from '../../rules/model/layout.ts'
import type { Path } from '../../rules/model/place.ts'
import type { Policy } from '../../rules/model/policy.ts'
import type { Project } from '../../rules/model/rule.ts'
import { isSource } from '../engine/index.ts'

/** The code as it is: all that a first configuration is inferred from. */
export interface Code {
  readonly project: Pick<Project, 'graph' | 'vendors' | 'isElided'> & { readonly policy: Pick<Policy, 'isTest' | 'isIncluded'> }
  readonly layout: Layout
}

/** The files that a part consists of: tests may import what they like, and declarations hold no code. Sorted. */
export function shippedSources({ project: { policy }, layout }: Code): readonly Path[] {
  return layout.files.filter((path) => isSource(path) && policy.isIncluded(path) && !/\.d\.[cm]?ts$/.test(path) && !policy.isTest(path))
}

/** JSDoc, `new URL` and calls count only where a configuration names them. */
export function isImport({ project: { graph } }: Code, id: EdgeId): boolean {
  const kind = importKinds[graph.edges.kind[id] ?? 0]
  return kind !== 'jsdoc' && kind !== 'url' && kind !== 'call'
}

export function importerOf({ project: { graph } }: Code, id: EdgeId): Path {
  return graph.files[graph.edges.from[id] ?? -1] ?? ''
}
