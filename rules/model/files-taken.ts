import { noBindings } from './glob-match.ts'
import type { FileId } from './graph.ts'
import { groupBy } from './group-by.ts'
import type { Address } from './link.ts'
import { perPlan, type Plan } from './per-plan.ts'
import { remembered } from './remembered.ts'
import type { Bindings, Selector } from './selector.ts'
import { startingWith } from './starting-with.ts'
import { classesOf, take } from './take.ts'

/** Files that a selector takes, with what its captures stand for in all of them. */
export interface TakenFiles {
  readonly files: readonly FileId[]
  readonly bindings: Bindings
}

/**
 * All files that a selector takes: some may stand there twice, for two alternatives. Asked for hundreds of selectors about thousands of
 * files: names are asked of one file of each module, and patterns of the files that start as they do.
 */
export const filesTaken = perPlan((plan) => {
  const homes = remembered(homesOf)
  const bearers = remembered(bearersOf)
  const find = (selector: Selector): readonly TakenFiles[] => {
    if (!classesOf(selector).has('file')) return []
    switch (selector.kind) {
      case 'every': return [{ files: [...plan.files.keys()], bindings: noBindings }]
      case 'any': return selector.of.flatMap(find)
      case 'all': return gathered(plan, selector, candidates(selector.of))
      case 'group': return gathered(plan, selector, homes(plan))
      case 'tag': return gathered(plan, selector, bearers(plan))
      case 'path': return gathered(plan, selector, selector.pattern.heads === undefined ? each(plan) : selector.pattern.heads.flatMap((head) => withHead(plan, head)))
      default: return gathered(plan, selector, each(plan))
    }
  }
  /** The fewest that one of several takes by whom all have to be taken. */
  const candidates = (of: readonly Selector[]): Iterable<readonly FileId[]> => {
    const [narrowest] = of.filter(({ kind }) => kind !== 'not').map((inner) => [...new Set(find(inner).flatMap(({ files }) => files))]).sort((a, b) => a.length - b.length)
    return narrowest === undefined ? each(plan) : narrowest.map((file) => [file])
  }
  return remembered(find)
})

/** Of groups of files that are taken together or not at all, those that are. */
function gathered({ files, policy, vendors }: Plan, selector: Selector, groups: Iterable<readonly FileId[]>): readonly TakenFiles[] {
  const found = new Map<Bindings, FileId[]>()
  for (const group of groups) {
    const end: Address = { kind: 'file', path: files[group[0] ?? -1] ?? '' }
    const bindings = take(selector, end, { policy, vendors, importer: end.path })
    if (bindings === undefined) continue
    const known = found.get(bindings)
    if (known === undefined) found.set(bindings, [...group])
    else for (const file of group) known.push(file)
  }
  return [...found].map(([bindings, taken]) => ({ files: taken, bindings }))
}

function* each({ files }: Plan): Iterable<readonly FileId[]> {
  for (const file of files.keys()) yield [file]
}

function withHead({ files }: Plan, head: string): readonly (readonly FileId[])[] {
  const { start, end } = startingWith(files, head)
  return Array.from({ length: end - start }, (_, i) => [start + i])
}

/** Files of the same module and the same layers. */
function homesOf({ files, policy }: Plan): readonly (readonly FileId[])[] {
  let homes: readonly (readonly FileId[])[] = [[...files.keys()]]
  for (const homeOf of [policy.moduleOf, ...policy.stacks.map(({ layerOf }) => layerOf)]) homes = homes.flatMap((group) => [...groupBy(group, (file) => homeOf(files[file] ?? '')).values()])
  return homes
}

/** Files that bear the same tags. */
function bearersOf({ files, policy }: Plan): readonly (readonly FileId[])[] {
  return [...groupBy([...files.keys()], (file) => [...policy.tagsOf(files[file] ?? '')].join(' ')).values()]
}
