import type { Span } from '../model/place.ts'
import type { RewriteInput } from '../model/rewrite.ts'

/** What a fix must say is said by the rule that offers it, so that its absence is our mistake and no problem of the user's. */
export function textArgument(input: RewriteInput, name: string): string {
  const given = input.arguments[name]
  if (typeof given !== 'string') throw new Error(`a rewrite of ${input.path} lacks its argument ${name}`)
  return given
}

export function spanArgument(input: RewriteInput): Span {
  const { start, end } = input.arguments
  if (typeof start !== 'number' || typeof end !== 'number') throw new Error(`a rewrite of ${input.path} lacks its span`)
  return { start, end }
}
