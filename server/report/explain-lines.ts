// How explanations name lines, files and lists of them.

import type { Line } from '../../rules/model/explained.ts'
import { positionAt } from '../../rules/model/lines.ts'
import { spokenLine, type Path, type Place } from '../../rules/model/place.ts'
import type { Paint } from './paint.ts'
import { visible } from './visible.ts'

export interface Drawing {
  readonly paint: Paint
  linesOf(path: Path): readonly number[]
}

/** Of a list; the rest is a number. */
export const mostNamed = 8

export function few(names: readonly string[], of = names.length): string {
  const shown = names.slice(0, mostNamed)
  return `${visible(shown.join(', '))}${of > shown.length ? ` and ${of - shown.length} more` : ''}`
}

export function place(at: Place, drawing: Drawing): string {
  return drawing.paint('dim', `(${placeOf(at, drawing)})`)
}

export function placeOf(at: Place, drawing: Drawing): string {
  return visible(spokenLine(at, line1(at, drawing)))
}

export function line1(at: Place, drawing: Drawing): number {
  return positionAt(drawing.linesOf(at.path), at.span.start).line0 + 1
}

export function lineText({ rule, entry, at }: Line, drawing: Drawing): string {
  return `${entry ?? rule}${at === undefined ? '' : ` ${place(at, drawing)}`}`
}
