import type { Span } from '../model/place.ts'

/** How the lines of a text end: as its first one does. */
export function newlineOf(text: string): '\n' | '\r\n' {
  const first = text.indexOf('\n')
  return first > 0 && text[first - 1] === '\r' ? '\r\n' : '\n'
}

/** Where the line of an offset starts. */
export function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1
}

/** Where the line of an offset ends, before its line break; the end of the text for the last. */
export function lineEnd(text: string, offset: number): number {
  const found = text.indexOf('\n', offset)
  if (found < 0) return text.length
  return text[found - 1] === '\r' ? found - 1 : found
}

/**
 * The lines of a statement with their line breaks, if nothing else stands on them. Of blank lines around it one is enough,
 * and at the start of a block none.
 */
export function wholeLine(text: string, start: number, end: number): Span {
  const [first, last] = [lineStart(text, start), lineEnd(text, end)]
  if (text.slice(first, start).trim() !== '' || text.slice(end, last).trim() !== '') return { start, end }
  const next = /^(?:\r?\n)?/u.exec(text.slice(last))?.[0].length ?? 0
  const before = text.slice(0, first).trimEnd().endsWith('{') || /\n[ \t]*\r?\n$/u.test(text.slice(0, first))
  const blank = before ? /^[ \t]*\r?\n/u.exec(text.slice(last + next))?.[0].length ?? 0 : 0
  return { start: first, end: last + next + blank }
}
