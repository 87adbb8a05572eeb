// Importers divided so that each part has the same steps about it.

import { allOf, type Selector } from '../selector.ts'
import type { Condition } from './conditions.ts'
import type { Group } from './groups.ts'
import type { Step } from './steps.ts'

export interface Cell {
  readonly from: Selector
  readonly name: string
  /** What all of its importers capture. */
  readonly captures: ReadonlySet<string>
  readonly steps: readonly Step[]
}

export interface Importers {
  readonly name: string
  readonly selector: Selector
  /** Undefined for files that are in no element. */
  readonly group: Group | undefined
  /** What all of them capture; absent: what all of the group do. */
  readonly captures?: ReadonlySet<string>
}

/** Those of which some capture what others do not, apart where rules ask for it. */
export function byCaptures(importers: Importers, steps: readonly Step[]): readonly Importers[] {
  const asked = new Set(steps.flatMap(({ to }) => to.flatMap(({ conditions }) => conditions.flatMap(({ needs }) => needs))))
  let parts: readonly Importers[] = [importers]
  for (const name of importers.group?.sometimes ?? []) {
    if (!asked.has(name) || importers.group?.captures.has(name) === true) continue
    parts = parts.flatMap((part) => [
      { ...part, selector: allOf([part.selector, `tag:${name}:*`]), captures: new Set([...part.captures ?? part.group?.captures ?? [], name]) },
      { ...part, name: `${part.name}-without-${name}`, selector: allOf([part.selector], [`tag:${name}:*`]) },
    ])
  }
  return parts
}

const mostCells = 32

/** Undefined where there are too many conditions at once. */
export function cellsOf({ name, selector, group, captures = group?.captures ?? new Set() }: Importers, steps: readonly Step[]): readonly Cell[] | undefined {
  const about = steps.flatMap((step) => {
    const ways = step.from.filter(({ groups }) => groups === undefined || (group !== undefined && groups.includes(group)))
    return ways.length === 0 ? [] : [{ step, when: ways.some(({ conditions }) => conditions.length === 0) ? [] : ways.map(({ conditions }) => conditions) }]
  })
  const questions = [...new Map(about.flatMap(({ when }) => when).map((conditions) => [keyOf(conditions), conditions])).values()]
  let parts: readonly { readonly held: readonly (readonly Condition[])[]; readonly not: readonly (readonly Condition[])[] }[] = [{ held: [], not: [] }]
  for (const question of questions) {
    parts = parts.flatMap(({ held, not }) => [
      { held, not: held.some((each) => excludes(each, question)) ? not : [...not, question] },
      ...(held.some((each) => excludes(each, question)) ? [] : [{ held: [...held, question], not: not.filter((each) => !excludes(each, question)) }]),
    ])
    if (parts.length > mostCells) return undefined
  }
  return parts.map(({ held, not }, index): Cell => ({
    name: index === 0 ? name : `${name}/${index + 1}`,
    from: allOf([selector, ...held.flat().map(({ selector: asked }) => asked)], not.map((conditions) => allOf(conditions.map(({ selector: asked }) => asked)))),
    captures,
    steps: about.filter(({ when }) => when.length === 0 || when.some((conditions) => held.some((each) => keyOf(each) === keyOf(conditions)))).map(({ step }) => step),
  }))
}

function keyOf(conditions: readonly Condition[]): string {
  return JSON.stringify(conditions.map(({ selector }) => selector))
}

/** A capture that has one value has no other. */
function excludes(some: readonly Condition[], others: readonly Condition[]): boolean {
  return some.some(({ literal }) => literal !== undefined && others.some((other) => other.literal?.key === literal.key && other.literal.value !== literal.value))
}
