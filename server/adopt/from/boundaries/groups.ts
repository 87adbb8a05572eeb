// Elements that rules cannot tell apart by type: all of one module, or of several with the same types.

import { allOf, anyOf, type Selector } from '../selector.ts'
import { capturedBy, categoryTag, typesOf, type ModuleDraft } from './drafts.ts'

export interface Group {
  /** In the order of the descriptors; the first is what rules call its type. */
  readonly types: readonly string[]
  readonly category: string | undefined
  readonly selector: Selector
  /** What all, and what some of its elements capture. */
  readonly captures: ReadonlySet<string>
  readonly sometimes: ReadonlySet<string>
  readonly name: string
}

/** What stands for a file of which some descriptor says something. */
export const anyElement = 'module:**'

export function groupsOf(drafts: readonly ModuleDraft[]): readonly Group[] {
  const byTypes = new Map<string, ModuleDraft[]>()
  for (const draft of drafts) {
    const key = JSON.stringify([typesOf(draft), categoryOf(draft)])
    byTypes.set(key, [...byTypes.get(key) ?? [], draft])
  }
  const all = [...byTypes.values()].map((own) => tagsOf(own))
  return [...byTypes.values()].map((own): Group => {
    const tags = tagsOf(own)
    const more = all.filter((other) => other.length > tags.length && tags.every((tag) => other.includes(tag))).flat().filter((tag) => !tags.includes(tag))
    const captured = own.map(capturedBy)
    const [first] = own
    return {
      types: first === undefined ? [] : typesOf(first), category: first && categoryOf(first), selector: allOf(tags, [...new Set(more)]),
      captures: new Set(captured[0]?.filter((name) => captured.every((names) => names.includes(name)))), sometimes: new Set(captured.flat()),
      name: (first === undefined ? [] : typesOf(first)).join('-') || (first && categoryOf(first)) || 'element',
    }
  })
}

function tagsOf(drafts: readonly ModuleDraft[]): readonly string[] {
  const [first] = drafts
  if (first === undefined) return []
  const category = categoryOf(first)
  return [...typesOf(first).map((type) => `tag:${type}`), ...(category === undefined ? [] : [`tag:${categoryTag(category)}`])]
}

function categoryOf({ of }: ModuleDraft): string | undefined {
  return of.find(({ category }) => category !== undefined)?.category
}

/** All of these, by as few tags as can be. */
export function selectorOf(some: readonly Group[], all: readonly Group[]): Selector {
  if (some.length === all.length) return anyElement
  const whole = [...new Set(some.flatMap(({ types }) => types))].filter((type) => all.every((group) => !group.types.includes(type) || some.includes(group)))
  return anyOf([...whole.map((type) => `tag:${type}`), ...some.filter(({ types }) => !types.some((type) => whole.includes(type))).map(({ selector }) => selector)])
}
