import type { JudgedFinding } from './finding.ts'
import type { Place } from './place.ts'

/** A line of the baseline: so many findings of this key were there when it was written. */
export interface Known {
  readonly key: string
  readonly count: number
  readonly at: Place
}

/** Whether a baseline may know a finding: not one that could not fail a run, nor one that is allowed, nor one about allowing itself. */
export function isKnowable({ rule, severity, status }: JudgedFinding): boolean {
  return severity !== 'info' && status !== 'allowed' && !rule.startsWith('policy/')
}
