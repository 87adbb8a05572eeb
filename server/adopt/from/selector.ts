// Selectors as bulkhead.yaml has them, put together.

export type Selector = string | readonly Selector[] | { readonly any?: Selector; readonly all?: readonly Selector[]; readonly not?: Selector }

/** Any file. */
export const everyFile = '*'

/** What at least one of them takes. */
export function anyOf(selectors: readonly Selector[]): Selector {
  const flat = selectors.flatMap((each): readonly Selector[] => (isList(each) ? each : [each]))
  const [only, ...others] = [...new Map(flat.map((each) => [JSON.stringify(each), each])).values()]
  return only === undefined ? [] : others.length === 0 ? only : [only, ...others]
}

/** What all of `must` take, and none of `not`. `must` is about one class of ends. */
export function allOf(must: readonly Selector[], not: readonly Selector[] = []): Selector {
  const narrowing = must.filter((each) => each !== everyFile)
  const left = not.length === 0 ? {} : { not: anyOf(not) }
  const [only, ...others] = narrowing
  if (others.length > 0) return { all: narrowing, ...left }
  if (not.length === 0) return only ?? everyFile
  return only === undefined ? left : { any: only, ...left }
}

export function isList(selector: Selector): selector is readonly Selector[] {
  return Array.isArray(selector)
}

/** Whether a list has nothing in it: it takes nothing. */
export function isNothing(selector: Selector): boolean {
  return isList(selector) && selector.length === 0
}
