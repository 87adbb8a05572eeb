// Which imports a rule of dependency-cruiser looks at, as `kinds`.

import type { Yaml } from '../draft.ts'

const basic = ['value', 'elided', 'type', 'reexport', 'require', 'dynamic'] as const
const mentions = ['jsdoc', 'url', 'call'] as const

export type Kind = typeof basic[number] | typeof mentions[number] | `call:${string}`

export const all: ReadonlySet<Kind> = new Set(basic)
export const runtime: ReadonlySet<Kind> = new Set(basic.filter((kind) => kind !== 'type' && kind !== 'elided'))

export function only(kinds: ReadonlySet<Kind>, some: readonly Kind[]): ReadonlySet<Kind> {
  return new Set(some.filter((kind) => kinds.has(kind) || (kind.startsWith('call:') && kinds.has('call'))))
}

export function without(kinds: ReadonlySet<Kind>, some: readonly Kind[]): ReadonlySet<Kind> {
  return new Set([...kinds].filter((kind) => !some.includes(kind)))
}

export function isSame(a: ReadonlySet<Kind>, b: ReadonlySet<Kind>): boolean {
  return a.size === b.size && [...a].every((kind) => b.has(kind))
}

/** As bulkhead.yaml says it: `value` there takes elided imports too. */
export function written(kinds: ReadonlySet<Kind>): Yaml {
  const left = basic.filter((kind) => !kinds.has(kind))
  const others = [...kinds].filter((kind) => !all.has(kind))
  if (left.length === 0) return listed(['all', ...others])
  if (isSame(new Set([...kinds].filter((kind) => all.has(kind))), runtime)) return listed(['runtime', ...others])
  if (left.length < 3 && others.length === 0 && !left.includes('value')) return { not: listed(left) }
  if (kinds.has('value') && !kinds.has('elided')) return { any: listed([...kinds]), not: 'elided' }
  return listed([...kinds].filter((kind) => kind !== 'elided' || !kinds.has('value')))
}

function listed(words: readonly string[]): Yaml {
  return words.length === 1 ? words[0] ?? [] : words
}
