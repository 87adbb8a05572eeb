// The selectors of all versions in the shape of version 7: an element, a file and a module, each a list of which one has to hold.
// Source: EntitySelectorHelpers.ts and Dependencies.ts of eslint-plugin-boundaries 7.2 (checked 2026-11)

import { isSettings, type Settings } from '../reading.ts'

export interface Entity {
  readonly element?: readonly Settings[]
  readonly file?: readonly Settings[]
  readonly module?: readonly Settings[]
}

/** Undefined where something in it is no selector. */
export function entitiesOf(selector: unknown): readonly Entity[] | undefined {
  if (typeof selector === 'string' || isPair(selector)) return [{ element: [plainElement(selector)] }]
  if (Array.isArray(selector)) return joined(selector.map(entitiesOf))
  if (!isSettings(selector)) return undefined
  if ('element' in selector || 'file' in selector || 'module' in selector) {
    const known = Object.keys(selector).every((key) => ['element', 'file', 'module'].includes(key))
    const [element, file, module] = [elementsIn(selector['element']), settingsIn(selector['file']), settingsIn(selector['module'])]
    if (!known || element === null || file === null || module === null) return undefined
    return [{ ...(element !== undefined && { element }), ...(file !== undefined && { file }), ...(module !== undefined && { module }) }]
  }
  const { origin, source, baseSource, path, ...rest } = selector
  const named = source ?? baseSource
  const file = path === undefined ? {} : { file: [{ path }] }
  const element = Object.keys(rest).length === 0 ? {} : { element: [rest] }
  return [{ ...element, ...file, ...((origin !== undefined || named !== undefined) && { module: [{ ...(origin !== undefined && { origin }), ...(named !== undefined && { source: named }) }] }) }]
}

/** `['type', { family: 'atom' }]`, and `['type']`. */
function isPair(selector: unknown): selector is readonly [string, Settings?] {
  if (!Array.isArray(selector) || typeof selector[0] !== 'string') return false
  return selector.length === 1 || (selector.length === 2 && isSettings(selector[1]) && !['type', 'types', 'element', 'file', 'module'].some((key) => key in selector[1]))
}

function plainElement(selector: string | readonly [string, Settings?]): Settings {
  if (typeof selector === 'string') return { type: selector }
  return selector[1] === undefined ? { type: selector[0] } : { type: selector[0], captured: selector[1] }
}

function elementsIn(value: unknown): readonly Settings[] | undefined | null {
  if (value === undefined) return undefined
  if (typeof value === 'string' || isPair(value)) return [plainElement(value)]
  const each = (Array.isArray(value) ? value : [value]).map((one): Settings | null => (typeof one === 'string' || isPair(one) ? plainElement(one) : isSettings(one) ? one : null))
  return each.includes(null) ? null : each.filter((one) => one !== null)
}

function settingsIn(value: unknown): readonly Settings[] | undefined | null {
  if (value === undefined) return undefined
  const each: readonly unknown[] = Array.isArray(value) ? value : [value]
  return each.every(isSettings) ? each : null
}

function joined<T>(lists: readonly (readonly T[] | undefined)[]): readonly T[] | undefined {
  return lists.includes(undefined) ? undefined : lists.flatMap((list) => list ?? [])
}

/** What a policy says of an end for all that it allows and disallows, and what one of these says: the inner over the outer, key by key. */
export function merged(outer: readonly Entity[] | undefined, inner: readonly Entity[] | undefined): readonly Entity[] | undefined {
  if (outer === undefined || inner === undefined) return inner ?? outer
  return outer.flatMap((a) => inner.map((b): Entity => {
    const [element, file, module] = [mergedLists(a.element, b.element), mergedLists(a.file, b.file), mergedLists(a.module, b.module)]
    return { ...(element !== undefined && { element }), ...(file !== undefined && { file }), ...(module !== undefined && { module }) }
  }))
}

export function mergedLists(outer: readonly Settings[] | undefined, inner: readonly Settings[] | undefined): readonly Settings[] | undefined {
  if (outer === undefined || inner === undefined) return inner ?? outer
  return outer.flatMap((a) => inner.map((b) => {
    const within = (key: string): Settings => (isSettings(a[key]) && isSettings(b[key]) ? { [key]: { ...a[key], ...b[key] } } : {})
    return { ...a, ...b, ...within('captured'), ...within('relationship'), ...within('parent') }
  }))
}
