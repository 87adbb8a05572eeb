// A file being typed is broken most of the time, and oxc returns nothing of a broken file but the imports before the damage.
// So the damaged statement is blanked out and the rest parsed again: places stay right, and nothing is read that is not there.
import type { Path, Span } from '../../../rules/model/place.ts'
import type { Damage } from './parse.ts'
import { withOutline } from './parse.ts'

const rounds = 4

/** The text with as little as possible blanked out, so that it parses: as long as before. The nearest to that where nothing helps. */
export function mend(path: Path, original: string, first: Damage): string {
  let text = original
  let damage = first
  for (let round = 0; round < rounds; round++) {
    const tries = attempts(path, text, damage)
    let best: { text: string; damage: Damage } | undefined
    for (const attempt of tries) {
      const left = damageIn(path, attempt)
      if (left === undefined) return attempt
      if (left.span.start > (best ?? { damage }).damage.span.start) best = { text: attempt, damage: left }
    }
    if (best === undefined) break
    text = best.text
    damage = best.damage
  }
  return startOf(path, text, damage.span.start) ?? text
}

/** As much of the start as parses by itself, up to the damage. */
function startOf(path: Path, text: string, offset: number): string | undefined {
  let best: string | undefined
  let good = 0
  let bad = lineStart(text, offset)
  let cut = bad
  while (cut > good && cut <= bad) {
    const start = blank(text, { start: cut, end: text.length })
    if (damageIn(path, start) === undefined) { best = start; good = cut } else bad = cut - 1
    const middle = Math.floor((good + bad) / 2)
    cut = lineStart(text, middle) > good ? lineStart(text, middle) : nextLine(text, middle)
  }
  return best
}

/** From the smallest loss to the largest. A statement's damage is often seen only in the next one, and an open bracket's only at the end of the file. */
function* attempts(path: Path, text: string, damage: Damage): Iterable<string> {
  const around = statementAround(text, damage.span.start)
  if (damage.span.end > damage.span.start) yield blank(text, damage.span)
  yield blank(text, { start: lineStart(text, damage.span.start), end: nextLine(text, damage.span.start) })
  yield blank(text, around)
  if (around.start === 0) return
  yield blank(text, statementAround(text, around.start - 1))
  const broken = brokenBefore(path, text, around.start)
  if (broken === undefined) return
  yield blank(text, broken)
  yield blank(blank(text, broken), around)
}

const searched = 50

/** The last statement before `end` that does not parse even by itself. */
function brokenBefore(path: Path, text: string, end: number): Span | undefined {
  let statement: Span = { start: end, end }
  for (let n = 0; n < searched && statement.start > 0; n++) {
    statement = statementAround(text, statement.start - 1)
    if (damageIn(path, text.slice(statement.start, statement.end)) !== undefined) return statement
  }
  return undefined
}

/** Told by layout: a top-level statement starts where a line starts with a word, or with the mark of a merge conflict. */
function statementAround(text: string, offset: number): Span {
  let start = lineStart(text, offset)
  while (start > 0 && !startsStatement(text, start)) start = lineStart(text, start - 1)
  let end = nextLine(text, offset)
  while (end < text.length && !startsStatement(text, end)) end = nextLine(text, end)
  return { start, end }
}

function lineStart(text: string, offset: number): number {
  return offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1
}

function startsStatement(text: string, lineStart: number): boolean {
  return /^(?:[\w$@]|<{7}|={7}|>{7}|\|{7})/.test(text.slice(lineStart, lineStart + 7))
}

function nextLine(text: string, from: number): number {
  const end = text.indexOf('\n', from)
  return end < 0 ? text.length : end + 1
}

function blank(text: string, span: Span): string {
  return text.slice(0, span.start) + text.slice(span.start, span.end).replace(/[^\r\n]/g, ' ') + text.slice(span.end)
}

function damageIn(path: Path, text: string): Damage | undefined {
  return withOutline(path, text, outline => outline.damage)
}
