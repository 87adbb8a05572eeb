// JSX. It is tried wherever an operand may start, and undone where it turns out to be something else, such as type parameters.
// What failed once at a place is not tried there again, else nested failures would cost time without bound.

import { COMMA, DOT, EQUALS, GREATER, LESS, MINUS, OPEN_BRACE, OPEN_PAREN, COLON, SLASH, isQuote, isWord, isWordByte, wordEnd } from './bytes.ts'
import { skipTypeArguments } from './balanced.ts'
import { MARKUP, endOfText } from './pairs.ts'
import { ATTRIBUTE_ELEMENT, CHILD_CODE, DOUBT, ELEMENT, type Scan, TAG_CODE } from './scan.ts'
import { skipMarkupString, skipSpace } from './skip.ts'

type State = 'opening' | 'tag' | 'children' | 'ended'

/** From a `<` where an operand may start: where code goes on, after the element or inside of its first braces. */
export function tryMarkup(scan: Scan, start: number): number {
  if (scan.failed.has(start)) return mayOpenTypes(scan, start) ? start + 1 : DOUBT
  scan.attempts.push({ start, openCount: scan.open.length, importCount: scan.imports.length, commentCount: scan.comments.length, skippedCount: scan.skipped?.length ?? 0, depth: scan.depth })
  return readMarkup(scan, start, 'opening')
}

/** After code in braces. */
export function resumeMarkup(scan: Scan, from: number, braces: number): number {
  return readMarkup(scan, from, braces === TAG_CODE ? 'tag' : 'children')
}

/** Gives up the innermost attempt at markup, which failed at `at` or beyond. Returns where code goes on after its `<`, or DOUBT where that cannot be code either. */
export function undoMarkup(scan: Scan, at: number): number {
  const reached = Math.max(at, scan.reached)
  for (;;) {
    const attempt = scan.attempts.pop()
    if (attempt === undefined) return DOUBT
    scan.patience -= reached - attempt.start
    if (scan.patience < 0) return DOUBT
    scan.failed.add(attempt.start)
    scan.open.length = attempt.openCount
    scan.imports.length = attempt.importCount
    scan.comments.length = attempt.commentCount
    if (scan.skipped !== undefined) scan.skipped.length = attempt.skippedCount
    scan.depth = attempt.depth
    if (mayOpenTypes(scan, attempt.start)) return attempt.start + 1
  }
}

/** `<T,` `<T>(` `<T extends` `<T =` `<const T`: what else may stand where an operand may. */
function mayOpenTypes(scan: Scan, start: number): boolean {
  const { bytes } = scan
  let i = skipSpace(scan, start + 1)
  if (i < 0) return false
  if (isWord(bytes, i, 'const')) return true
  const end = wordEnd(bytes, i)
  if (end === i) return false
  i = skipSpace(scan, end)
  return bytes[i] === COMMA || bytes[i] === EQUALS || (bytes[i] === GREATER && bytes[skipSpace(scan, i + 1)] === OPEN_PAREN) || isWord(bytes, i, 'extends')
}

function readMarkup(scan: Scan, from: number, first: State): number {
  const { bytes, open } = scan
  let i = from
  let state = first
  for (;;) {
    scan.reached = i
    switch (state) {
      case 'opening': {
        i = skipSpace(scan, i + 1)
        if (i < 0) return DOUBT
        if (bytes[i] === GREATER) { open.push(ELEMENT); i++; state = 'children'; break }
        if (isWordByte[bytes[i] as number] !== 1) return DOUBT
        i = skipName(scan, i)
        if (bytes[i] === LESS) i = skipTypeArguments(scan, i)
        if (i < 0) return DOUBT
        state = 'tag'
        break
      }
      case 'tag': {
        i = skipSpace(scan, i)
        if (i < 0) return DOUBT
        const byte = bytes[i] as number
        if (byte === GREATER) { open.push(ELEMENT); i++; state = 'children' }
        else if (byte === SLASH) {
          i = skipSpace(scan, i + 1)
          if (bytes[i] !== GREATER) return DOUBT
          i++
          state = 'ended'
        } else if (byte === OPEN_BRACE) {
          if (bytes[skipSpace(scan, i + 1)] !== DOT) return DOUBT
          open.push(TAG_CODE)
          return i + 1
        } else if (isWordByte[byte] === 1) {
          i = skipSpace(scan, skipName(scan, i))
          if (i < 0) return DOUBT
          if (bytes[i] !== EQUALS) break
          i = skipSpace(scan, i + 1)
          if (i < 0) return DOUBT
          if (bytes[i] === OPEN_BRACE) { open.push(TAG_CODE); return i + 1 }
          if (bytes[i] === LESS) { open.push(ATTRIBUTE_ELEMENT); state = 'opening' }
          else if (isQuote(bytes[i] as number)) {
            i = skipMarkupString(scan, i)
            if (i < 0) return DOUBT
          } else return DOUBT
        } else return DOUBT
        break
      }
      case 'children': {
        i = endOfText(bytes, i, MARKUP)
        scan.reached = i
        if (bytes[i] === OPEN_BRACE) { open.push(CHILD_CODE); return i + 1 }
        if (bytes[i] !== LESS) return DOUBT
        const next = skipSpace(scan, i + 1)
        if (bytes[next] !== SLASH) { state = 'opening'; break }
        i = closingTag(scan, next)
        if (i < 0) return DOUBT
        open.pop()
        state = 'ended'
        break
      }
      case 'ended': {
        if (open.length === scan.attempts.at(-1)?.openCount) { scan.attempts.pop(); return i }
        if (open.at(-1) === ATTRIBUTE_ELEMENT) { open.pop(); state = 'tag' } else state = 'children'
      }
    }
  }
}

function closingTag(scan: Scan, slash: number): number {
  let i = skipSpace(scan, slash + 1)
  if (i < 0) return DOUBT
  i = skipSpace(scan, skipName(scan, i))
  return scan.bytes[i] === GREATER ? i + 1 : DOUBT
}

/** `a`, `a-b`, `a.b`, `a:b`. */
function skipName({ bytes }: Scan, start: number): number {
  let i = start
  while (isWordByte[bytes[i] as number] === 1 || bytes[i] === MINUS || bytes[i] === DOT || bytes[i] === COLON) i++
  return i
}
