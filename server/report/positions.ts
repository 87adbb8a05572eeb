import { positionAt } from '../../rules/model/lines.ts'
import type { Path, Place } from '../../rules/model/place.ts'

/** Counted from 1, in UTF-16 units: for people, and for scripts. */
export interface Position {
  readonly line: number
  readonly column: number
}

export interface Range {
  readonly start: Position
  /** Exclusive. */
  readonly end: Position
}

/** Throws where the table lacks a file: whoever makes a report hands in the lines of all that it points into. */
export function rangeOf(lines: ReadonlyMap<Path, readonly number[]>, place: Place): Range {
  return { start: position(lines, place.path, place.span.start), end: position(lines, place.path, place.span.end) }
}

export function startOf(lines: ReadonlyMap<Path, readonly number[]>, place: Place): Position {
  return position(lines, place.path, place.span.start)
}

function position(lines: ReadonlyMap<Path, readonly number[]>, path: Path, offset: number): Position {
  if (offset === 0) return { line: 1, column: 1 }
  const starts = lines.get(path)
  if (starts === undefined) throw new Error(`the report holds no lines of ${path}`)
  const { line0, column0 } = positionAt(starts, offset)
  return { line: line0 + 1, column: column0 + 1 }
}
