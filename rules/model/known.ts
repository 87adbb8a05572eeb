import type { Place } from './place.ts'

/** A line of the baseline: so many findings of this key were there when it was written. */
export interface Known {
  readonly key: string
  readonly count: number
  readonly at: Place
}
