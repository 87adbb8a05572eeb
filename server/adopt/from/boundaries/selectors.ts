// What eslint-plugin-boundaries selects elements with, from v5's names and pairs to v7's entities, as selectors over tags.

import { isSettings, listIn, textsIn } from '../reading.ts'
import { allOf, anyOf, type Selector } from '../selector.ts'

export interface Unselectable {
  readonly unselectable: string
}

/** What stands for a file of which no descriptor says anything. */
export const anyElement = 'module:**'

export function isUnselectable(value: Selector | Unselectable): value is Unselectable {
  return typeof value === 'object' && 'unselectable' in value
}

/** One selector, or a list of which one holds. `['type', { family: 'atom' }]` is v5's pair. */
export function elementsTaken(selector: unknown): Selector | Unselectable {
  if (typeof selector === 'string') return typed([selector])
  if (isPair(selector)) return both(typed([selector[0]]), capturedAs(selector[1]))
  if (Array.isArray(selector)) return together(selector.map(elementsTaken))
  if (!isSettings(selector)) return { unselectable: 'it selects by nothing that bulkhead knows' }
  const known = ['element', 'file', 'module', 'type', 'types', 'category', 'captured']
  const unknown = Object.keys(selector).find((key) => !known.includes(key))
  if (unknown !== undefined) return { unselectable: `it selects by ${unknown}` }
  if (selector['module'] !== undefined) return { unselectable: 'it selects by module' }
  if (selector['element'] !== undefined || selector['file'] !== undefined) {
    const parts = [...(selector['element'] === undefined ? [] : [elementsTaken(selector['element'])]), ...(selector['file'] === undefined ? [] : [filesTaken(selector['file'])])]
    return parts.length === 1 && parts[0] !== undefined ? parts[0] : both(...parts)
  }
  const types = typesIn(selector['type'] ?? selector['types'] ?? selector['category'])
  if (types === undefined) return { unselectable: 'it selects types by more than their names' }
  return selector['captured'] === undefined ? typed(types) : both(typed(types), capturedAs(selector['captured']))
}

function isPair(selector: unknown): selector is readonly [string, unknown] {
  return Array.isArray(selector) && selector.length === 2 && typeof selector[0] === 'string' && isSettings(selector[1]) && !('type' in selector[1]) && !('element' in selector[1])
}

function typesIn(value: unknown): readonly string[] | undefined {
  if (value === undefined) return ['*']
  if (!isSettings(value)) return textsIn(value)
  const names = textsIn(value['anyOf'])
  return Object.keys(value).length === 1 && names.length > 0 ? names : undefined
}

function typed(patterns: readonly string[]): Selector | Unselectable {
  return together(patterns.map((pattern): Selector | Unselectable => {
    if (pattern === '*' || pattern === '**') return anyElement
    if (pattern.startsWith('!')) return negated(typed([pattern.slice(1)]), [anyElement])
    return tagged(pattern, '')
  }))
}

/** A micromatch pattern over a name: alternatives and stars. */
function tagged(pattern: string, before: string): Selector | Unselectable {
  const names = pattern.replace(/^\((.*)\)$/, '$1').split('|')
  if (names.some((name) => !/^(?:[\w.-]|\*|\{[\w-]+\})+$/.test(name))) return { unselectable: `it selects by the pattern ${pattern}` }
  return anyOf(names.map((name) => `tag:${before}${name}`))
}

/** Captured values: all keys of a map, one map of a list. */
function capturedAs(captured: unknown): Selector | Unselectable {
  if (Array.isArray(captured)) return together(captured.map(capturedAs))
  if (!isSettings(captured)) return { unselectable: 'it selects by what is captured in a way that bulkhead does not know' }
  return both(...Object.entries(captured).map(([key, value]): Selector | Unselectable => together(textsIn(value).map((text) => {
    const bound = withImporters(text)
    if (bound === undefined) return { unselectable: `it selects by the template ${text}` }
    return bound.startsWith('!') ? negated(tagged(bound.slice(1), `${key}:`), [`tag:${key}:*`]) : tagged(bound, `${key}:`)
  }))))
}

/** `${from.family}`, `${family}`, `{{ from.element.captured.family }}`: what the importer's element captured. */
function withImporters(text: string): string | undefined {
  const bound = text.replaceAll(/\$\{\s*(?:from\.)?(\w+)\s*\}|\{\{\s*(?:from\.)?(?:element\.)?(?:captured\.)?(\w+)\s*\}\}/g, (_whole, old: string | undefined, now: string | undefined) => `{${old ?? now ?? ''}}`)
  return /\$\{|\{\{/.test(bound) ? undefined : bound
}

/** Names that stand for what the importer's element captured. */
export function boundIn(selector: Selector): readonly string[] {
  return [...new Set([...JSON.stringify(selector).matchAll(/\{(\w[\w-]*)\}/g)].flatMap(([, name]) => name ?? []))]
}

export function categoryTag(category: string): string {
  return `category-${category}`
}

function filesTaken(file: unknown): Selector | Unselectable {
  if (!isSettings(file) || Object.keys(file).some((key) => key !== 'categories')) return { unselectable: 'it selects files by more than their categories' }
  const names = typesIn(file['categories'])
  return names === undefined ? { unselectable: 'it selects files by more than their categories' } : together(names.map((name) => tagged(name, 'category-')))
}

function negated(selector: Selector | Unselectable, rest: readonly Selector[]): Selector | Unselectable {
  return isUnselectable(selector) ? selector : allOf(rest, [selector])
}

function together(selectors: readonly (Selector | Unselectable)[]): Selector | Unselectable {
  const found = selectable(selectors)
  return 'unselectable' in found ? found : anyOf(found)
}

function both(...selectors: readonly (Selector | Unselectable)[]): Selector | Unselectable {
  const found = selectable(selectors)
  if ('unselectable' in found) return found
  const narrowing = found.filter((each) => each !== anyElement)
  return narrowing.length === 0 ? anyElement : allOf(narrowing)
}

function selectable(selectors: readonly (Selector | Unselectable)[]): readonly Selector[] | Unselectable {
  const found: Selector[] = []
  for (const each of selectors) {
    if (isUnselectable(each)) return each
    found.push(each)
  }
  return found
}

/** Packages by what they are imported as. */
export function packagesTaken(selector: unknown): Selector | Unselectable {
  if (typeof selector === 'string') return packageNamed(selector)
  if (isPair(selector)) return { unselectable: 'it selects packages by what is imported of them' }
  return together(listIn(selector).map(packagesTaken))
}

function packageNamed(pattern: string): Selector | Unselectable {
  if (pattern === '*' || pattern === '**') return 'pkg:*'
  return /^[@\w./*{},-]+$/.test(pattern) ? `pkg:${pattern.replace(/\/\*\*?$/, (end) => (pattern.startsWith('@') && pattern.split('/').length === 2 ? '/*' : end))}` : { unselectable: `it selects packages by the pattern ${pattern}` }
}

