// A project as people see it from afar: its modules, and of layers without modules their parts. Each is asked by a few of its files.

import { groupBy } from '../../rules/model/group-by.ts'
import type { Path } from '../../rules/model/place.ts'
import { perPlan } from '../../rules/model/per-plan.ts'
import type { Policy } from '../../rules/model/policy.ts'
import { isOpenToSome } from './exposures.ts'
import { isSource } from '../engine/index.ts'

export interface Part {
  readonly name: string
  readonly isModule: boolean
  /** Sources that are no tests; those that others may import first, and of these an index first of all. */
  readonly files: readonly Path[]
}

export const partsOf = perPlan(({ files, policy }): readonly Part[] => {
  const named = groupBy(files.filter((path) => isSource(path) && !policy.isTest(path)), (path) => partNameOf(policy, path))
  return [...named].flatMap(([name, paths]): readonly Part[] => {
    const [first = ''] = paths
    return name === undefined ? [] : [{ name, isModule: policy.moduleOf(first) !== undefined, files: inOrder(policy, paths) }]
  }).sort((a, b) => a.name < b.name ? -1 : a.name > b.name ? 1 : 0)
})

/** What a file is part of; undefined for one that is in no module and no layer. */
export function partNameOf(policy: Policy, path: Path): string | undefined {
  const module = policy.moduleOf(path)
  if (module !== undefined) return module.name
  const stack = policy.stacks.find((each) => each.layerOf(path) !== undefined)
  return stack?.partOf(path) ?? stack?.layerOf(path)?.name
}

function inOrder(policy: Policy, paths: readonly Path[]): readonly Path[] {
  const rank = (path: Path): number => (isOpenToSome(policy, path) ? 0 : 2) + (/(?:^|\/)index\.[^/]+$/.test(path) ? 0 : 1)
  return paths.toSorted((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))
}
