// What `from` and `to` of a rule say.

import { textsIn } from '../reading.ts'
import { pathsIn, type Paths } from './ends.ts'
import type { CruiserRule } from './rule-set.ts'

export function pathsOf({ from, to }: CruiserRule): { readonly from: Paths; readonly to: Paths } | { readonly unreadable: string } {
  const [own, other] = [pathsIn(from, { givens: false }), pathsIn(to, { givens: true })]
  if ('unreadable' in own) return { unreadable: `from: ${own.unreadable}` }
  return 'unreadable' in other ? { unreadable: `to: ${other.unreadable}` } : { from: own, to: other }
}

/** Attributes of `to` besides these are lost to a rule that has no place for them. */
export function otherAttributes({ to }: CruiserRule, known: readonly string[]): readonly string[] {
  return Object.keys(to).filter((key) => !known.includes(key) && (textsIn(to[key]).length > 0 || typeof to[key] === 'boolean'))
}
