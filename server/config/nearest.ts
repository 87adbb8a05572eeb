import type { Problem } from '../../rules/model/problem.ts'
import { nearest } from '../../rules/model/nearest.ts'

/** What a problem may say besides: the hint, and for an editor what to write. */
export type Meant = Pick<Problem, 'hint' | 'instead'>

export function didYouMean(word: string, known: Iterable<string>): Meant {
  const like = nearest(word, known)
  return like === undefined ? {} : { hint: `did you mean ${like}?`, instead: { word, by: like } }
}
