import type { IgnoreComment } from '../../../rules/model/facts.ts'
import { lineStarts, positionAt, spanOfLine } from '../../../rules/model/lines.ts'
import type { Span } from '../../../rules/model/place.ts'

export const marker = 'bulkhead-ignore-next-line'

/** The comments among `comments` that tell bulkhead to be silent, in source order. Asks for them only where the text has the word. */
export function ignoresIn(text: string, comments: () => readonly Span[]): readonly IgnoreComment[] {
  if (!text.includes(marker)) return []
  const found = comments().flatMap(span => {
    const written = instruction(text.slice(span.start, span.end))
    return written === undefined ? [] : [{ span: { start: span.start, end: span.end }, ...written }]
  })
  const starts = lineStarts(text)
  const lineOf = (offset: number): number => positionAt(starts, offset).line0
  const taken = new Set(found.filter(({ span }) => standsAlone(text, starts, span)).flatMap(({ span }) => range(lineOf(span.start), lineOf(span.end))))
  return found.map(comment => {
    let line0 = lineOf(comment.span.end) + 1
    while (taken.has(line0)) line0++
    return { ...comment, line: spanOfLine(starts, line0, text.length) }
  })
}

/** `bulkhead-ignore-next-line rule, rule -- reason`, in a comment of either form. */
function instruction(comment: string): { rules: readonly string[]; reason: string } | undefined {
  const content = comment.replace(/^(?:\/\/|<!--|-->|\/\*)/, '').replace(/\*\/$/, '').replace(/\s+/g, ' ').replace(/^[ *]+/, '').trim()
  if (content !== marker && !content.startsWith(`${marker} `)) return undefined
  const [rules = '', ...reason] = content.slice(marker.length).split(/ --(?: |$)/)
  return { rules: rules.split(',').map(rule => rule.trim()).filter(rule => rule !== ''), reason: reason.join(' -- ').trim() }
}

/** Whether nothing but the comment, or its JSX braces, starts on its line. */
function standsAlone(text: string, starts: readonly number[], span: Span): boolean {
  const { line0 } = positionAt(starts, span.start)
  return /^[\s{]*$/.test(text.slice(starts[line0], span.start))
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i)
}
