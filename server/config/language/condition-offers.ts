/* What may stand in brackets behind a package. */
import { declaredAs } from '../../../rules/model/package-condition.ts'
import type { Offer } from './offer.ts'

const conditions: readonly Omit<Offer, 'kind' | 'text'>[] = [
  { label: 'license=', says: 'Its licence, as SPDX names it; of OR one side, of AND each.', goesOn: true },
  { label: 'deprecated]', says: 'Its authors advise against it.' },
  ...declaredAs.map((as) => ({ label: `declared=${as}]`, says: 'As the nearest manifest declares it.' })),
]

/** `typed`: the atom up to the cursor; undefined where no bracket is open there. */
export function conditionOffers(typed: string): readonly Offer[] | undefined {
  const start = typed.lastIndexOf('[') + 1
  if (start <= typed.lastIndexOf(']') + 1) return undefined
  return conditions.map((condition) => ({ ...condition, kind: 'word', text: `${typed.slice(0, start)}${condition.label}` }))
}
