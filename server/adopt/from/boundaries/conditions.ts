// What rules ask of an element or a file beyond its type, as selectors.

import { allOf, anyOf, type Selector } from '../selector.ts'
import { partsOf, written } from './glob.ts'

export interface Condition {
  readonly selector: Selector
  /** Captures of the other end of the import that stand in it. */
  readonly needs: readonly string[]
  /** Of a capture, in plain letters: two that ask for different ones do not hold together. */
  readonly literal?: { readonly key: string; readonly value: string }
  /** Files inside an element, by these patterns alone. */
  readonly isInside?: true
  /** A capture that is the same as, or another than, one of the other end. */
  readonly same?: { readonly own: string; readonly others: string; readonly isNegated: boolean }
}

export interface Unselectable {
  readonly unselectable: string
}

export function isUnselectable(value: object | string): value is Unselectable {
  return typeof value === 'object' && 'unselectable' in value
}

export interface Templates {
  /** Which end of the import the selector is about. */
  readonly side: 'from' | 'to'
  /** `${from.x}` is one too. */
  readonly areLegacy: boolean
  /** The end whose captures legacy templates may name without saying whose. */
  readonly bare: 'from' | 'to'
}

/** Of the captures of an element. Empty: never. */
export function captured(key: string, values: readonly string[], templates: Templates): Condition | Unselectable | 'never' {
  const found = values.map((value) => oneCaptured(key, value, templates))
  const wrong = found.find((each) => each !== 'never' && isUnselectable(each))
  if (wrong !== undefined) return wrong as Unselectable
  const conditions = found.filter((each): each is Condition => each !== 'never')
  const [only] = conditions
  if (only === undefined) return 'never'
  return conditions.length === 1 ? only : { selector: anyOf(conditions.map(({ selector }) => selector)), needs: [...new Set(conditions.flatMap(({ needs }) => needs))] }
}

function oneCaptured(key: string, value: string, { side, areLegacy, bare }: Templates): Condition | Unselectable | 'never' {
  if (!areLegacy && value.includes('${')) return 'never'
  const needs: string[] = []
  let own = false
  const template = areLegacy ? value.replaceAll(/\$\{([^{}]+)\}/g, '{{$1}}') : value
  const marked = template.replaceAll(/\{\{\s*([\w.[\]-]+)\s*\}\}/g, (whole, path: string) => {
    const [, end, name] = /^(?:(from|to|target)\.)?(?:element\.)?(?:captured\.)?([\w-]+)$/.exec(path) ?? []
    if (name === undefined) return whole
    if ((end === 'target' ? 'to' : end ?? bare) === side) own = true
    needs.push(name)
    return `\u0001${name}\u0002`
  })
  if (own || marked.includes('{{')) return { unselectable: `it selects by the template ${value}` }
  const isNegated = /^!(?!\()/.test(marked) || /^!\([^()]*\)$/.test(marked)
  const plain = marked.replace(/^!\(([^()]*)\)$/, '($1)').replace(/^!/, '')
  const parts = partsOf(plain.replaceAll(/\u0001([\w-]+)\u0002/g, '~$1~'))
  if (parts === undefined) return { unselectable: `it selects by the pattern ${value}` }
  const glob = written(parts, () => undefined).replaceAll(/~([\w-]+)~/g, '{$1}')
  const selector = `tag:${key}:${glob}`
  const isPlain = !isNegated && needs.length === 0 && parts.every(({ kind }) => kind === 'text')
  return {
    selector: isNegated ? allOf([`tag:${key}:*`], [selector]) : selector, needs,
    ...(isPlain && { literal: { key, value: plain } }),
    ...(needs.length === 1 && glob === `{${needs[0]}}` && { same: { own: key, others: needs[0] ?? '', isNegated } }),
  }
}

/** Files by their whole path, or inside an element by the rest of it. A pattern of bulkhead takes what lies below a folder, too. */
export function exactly(before: string, pattern: string): Selector | undefined {
  const parts = partsOf(pattern.replace(/^\//, ''))
  if (parts === undefined) return undefined
  const glob = written(parts, () => undefined)
  const last = parts.at(-1)
  const isOfFiles = last?.kind === 'globstar' || (last?.kind === 'text' && /\.\w+$/.test(last.text)) || /\.\{[\w,.]+\}$|\.\*$/.test(glob)
  if (glob.endsWith('/**/*')) return `${before}${glob.slice(0, -2)}`
  return isOfFiles ? `${before}${glob}` : allOf([`${before}${glob}`], [`${before}${glob}/**`])
}
