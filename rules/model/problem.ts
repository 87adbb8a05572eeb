import type { Place } from './place.ts'

/** Something that bulkhead could not read or understand: never the code's breach of a rule (Finding), never our mistake (an exception). */
export interface Problem {
  /** A word that scripts may test for: 'syntax', 'unknown-key', 'no-match', 'unreadable', … */
  readonly kind: string
  readonly message: string
  readonly at?: Place
  /** What to do next, in one clause. */
  readonly hint?: string
  /** What was probably meant: in place of this word, which stands at `at`, that one. */
  readonly instead?: { readonly word: string; readonly by: string }
}

/** Said once on standard error; changes nothing. */
export interface Note {
  readonly message: string
}
