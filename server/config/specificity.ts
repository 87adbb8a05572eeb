import { literalOf, type Branch, type Segment } from '../../rules/model/glob.ts'

/**
 * Which of two patterns is the more specific: negative for the first, 0 where they are equals. Segment by segment from the left,
 * literal before mixed before a lone `*` or capture before `**`; then the longer.
 */
export function bySpecificity(a: Branch, b: Branch): number {
  for (let i = 0; i < Math.min(a.segments.length, b.segments.length); i++) {
    const difference = rank(a.segments[i]) - rank(b.segments[i])
    if (difference !== 0) return difference
  }
  return b.segments.length - a.segments.length
}

/** The same for patterns that are equals and could take one path: literal segments that differ cannot. */
export function specificityKey({ segments }: Branch): string {
  return JSON.stringify(segments.map((segment) => literalOf(segment) ?? rank(segment)))
}

function rank(segment: Segment | undefined): number {
  if (segment === undefined || segment.kind === 'many') return 3
  return segment.form === 'literal' ? 0 : segment.form === 'mixed' ? 1 : 2
}
