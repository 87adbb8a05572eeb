import type { Expected } from '../expected.ts'
import type { Offer } from './offer.ts'

export interface KeyOffer extends Offer {
  /** What may stand under it. */
  readonly value?: Expected | undefined
  /** What comes before the key. */
  readonly lead?: string
}

/** The keys that a map may have here, those that it needs first. */
export function keyOffers(place: Expected, taken: ReadonlySet<string>): readonly KeyOffer[] {
  return place.keys.filter(({ name }) => !taken.has(name)).map(({ name, isRequired, value }) => ({
    kind: 'key', label: name, text: name, value,
    ...(isRequired && { isFirst: true, detail: 'needed' }),
    ...(value.says !== undefined && { says: value.says }),
  }))
}
