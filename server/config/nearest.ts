import { nearest } from '../../rules/model/nearest.ts'

export function didYouMean(word: string, known: Iterable<string>): { readonly hint: string } | Record<never, never> {
  const like = nearest(word, known)
  return like === undefined ? {} : { hint: `did you mean ${like}?` }
}
