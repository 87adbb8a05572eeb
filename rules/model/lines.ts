import type { Span } from './place.ts'

/** Counted from 0, in UTF-16 units; as LSP has them. */
export interface Position {
  readonly line0: number
  readonly column0: number
}

/** Offsets at which the lines of a text start. A line ends at \n, \r\n or \r, as in LSP. */
export function lineStarts(text: string): readonly number[] {
  const starts = [0]
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i)
    if (c === 10 || (c === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1)
  }
  return starts
}

/** An offset past the end is on the last line. */
export function positionAt(starts: readonly number[], offset: number): Position {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return { line0: low, column0: offset - (starts[low] ?? 0) }
}

export function spanOfLine(starts: readonly number[], line0: number, textLength: number): Span {
  return { start: starts[line0] ?? textLength, end: starts[line0 + 1] ?? textLength }
}
