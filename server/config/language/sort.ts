/* What the words of a configuration are about, by where they stand. What may stand where, the shape says; this says what is meant. */
import { selectorKeys } from '../selector-syntax.ts'
import type { Expected } from '../expected.ts'
import type { Way } from './sketch/node.ts'

export type Sort =
  | 'selector' | 'package'
  /** Patterns over paths from the root; of `files`, workspace packages too; of an api, from the module's folder. */
  | 'pattern' | 'files' | 'inside'
  | 'base' | 'layer' | 'tag' | 'entry' | 'vendor'
  | 'check' | 'budget'
  | 'new module' | 'new layer' | 'new tag' | 'new entry'
  /** A key of the format, a word to choose, or a text of one's own. */
  | 'other'

const values: Readonly<Record<string, Sort>> = {
  files: 'files', include: 'pattern', ignore: 'pattern', entries: 'pattern', api: 'inside', expose: 'inside',
  extends: 'base', layer: 'layer', tags: 'tag', packages: 'package', rule: 'entry', portable: 'vendor',
}

/** `way`: of the value. */
export function sortOfValue(way: Way, expected: Expected | undefined): Sort {
  const [top] = way
  const name = way.findLast((step) => typeof step === 'string') ?? ''
  const last = way.at(-1)
  // Of an heir, those of its folder.
  if (top === 'tags' && typeof way[1] === 'string') return 'selector'
  if (top === 'module' && way.length === 1) return 'new module'
  if (top === 'layers' && (typeof last === 'number' ? expected?.keys.some((key) => key.name === 'name') === true : last === 'name')) return 'new layer'
  if (top === 'rules' && way.length === 3 && name === 'id') return 'new entry'
  if (top === 'modules' && (way.length === 2 || (way.length === 3 && typeof last === 'number'))) return 'files'
  if (expected?.isSelector === true) return 'selector'
  return Object.hasOwn(values, name) ? values[name] ?? 'other' : 'other'
}

/** `way`: of the map. */
export function sortOfKey(way: Way, key: string): Sort {
  const [top] = way
  if (way.length === 1 && top === 'modules') return 'new module'
  if (way.length === 1 && top === 'tags') return 'new tag'
  if (way.length === 1 && top === 'checks') return 'check'
  if (way.length === 1 && top === 'budgets') return 'budget'
  if (way.length === 1 && top === 'layers') return 'pattern'
  if (way.length === 2 && top === 'vendors' && way[1] === 'allow' && !selectorKeys.includes(key)) return 'vendor'
  return 'other'
}
