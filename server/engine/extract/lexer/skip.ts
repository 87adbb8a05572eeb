// Passing over what is no code: space, comments, strings, regular expressions. Each returns where reading goes on, or DOUBT.

import { BACKSLASH, BACKTICK, CLOSE_BRACKET, CR, DOLLAR, LF, NUL, OPEN_BRACE, OPEN_BRACKET, SINGLE, SLASH, STAR, isLineEnd, isSpaceByte, isWordByte, startsWith, wideSpaceAt } from './bytes.ts'
import { BLOCK_COMMENT, DOUBLE_QUOTED, LINE_COMMENT, SINGLE_QUOTED, TEMPLATE, endOfText } from './pairs.ts'
import { DOUBT, type Scan, SUBSTITUTION } from './scan.ts'
import { spaceBefore } from './look-back.ts'

/** Over space and comments. */
export function skipSpace(scan: Scan, from: number): number {
  const { bytes } = scan
  let i = from
  for (;;) {
    const byte = bytes[i] as number
    if (isSpaceByte[byte] === 1) i++
    else if (byte === SLASH && (bytes[i + 1] === SLASH || bytes[i + 1] === STAR)) {
      i = skipComment(scan, i)
      if (i < 0) return DOUBT
    } else if (byte >= 128) {
      const width = wideSpaceAt(bytes, i)
      if (width === 0) return i
      i += width
    } else return i
  }
}

/** From its first slash on. An open one is in doubt. */
export function skipComment(scan: Scan, start: number): number {
  const end = scan.bytes[start + 1] === SLASH ? endOfLineComment(scan, start + 2) : endOfBlockComment(scan, start + 2)
  if (end < 0) return DOUBT
  noteComment(scan, start, end)
  return end
}

/** Known from now on to be a comment to whoever looks back. */
export function noteComment(scan: Scan, start: number, end: number): void {
  if (spaceBefore(scan.bytes, start) !== scan.commentsEnd) scan.commentsStart = start
  scan.commentsEnd = end
  if (mayInstruct(scan, start + 2) && (scan.comments.at(-2) ?? -1) < start) scan.comments.push(start, end)
}

/** Whether a comment's first word is, or begins as, that of an instruction to bulkhead. */
function mayInstruct({ bytes }: Scan, from: number): boolean {
  let i = from
  for (;;) {
    const byte = bytes[i] as number
    if (isSpaceByte[byte] === 1 || byte === STAR) i++
    else if (byte < 128) return startsWith(bytes, i, 'bulkhead-')
    else {
      const width = wideSpaceAt(bytes, i)
      if (width === 0) return false
      i += width
    }
  }
}

function endOfLineComment({ bytes, end }: Scan, from: number): number {
  let i = endOfText(bytes, from, LINE_COMMENT)
  while (i < end && !isLineEnd(bytes, i)) i = endOfText(bytes, i + 1, LINE_COMMENT)
  return Math.min(i, end)
}

function endOfBlockComment({ bytes, end }: Scan, from: number): number {
  let i = endOfText(bytes, from, BLOCK_COMMENT)
  while (i < end) {
    if (bytes[i] === SLASH && bytes[i - 1] === STAR && i > from) return i + 1
    i = endOfText(bytes, i + 1, BLOCK_COMMENT)
  }
  return DOUBT
}

/** From quote to quote. */
export function skipString({ bytes, end }: Scan, start: number): number {
  const quote = bytes[start]
  const kind = quote === SINGLE ? SINGLE_QUOTED : DOUBLE_QUOTED
  let i = start + 1
  for (;;) {
    i = endOfText(bytes, i, kind)
    const byte = bytes[i]
    if (byte === quote) return i + 1
    if (byte === BACKSLASH) i += bytes[i + 1] === CR && bytes[i + 2] === LF ? 3 : 2
    else if (byte === NUL && i < end) i++
    else return DOUBT
    if (i >= end) return DOUBT
  }
}

/** The strings of markup know no escapes, and go over lines. */
export function skipMarkupString({ bytes, end }: Scan, start: number): number {
  const quote = bytes[start]
  let i = start + 1
  while (i < end && bytes[i] !== quote) i++
  return i < end ? i + 1 : DOUBT
}

/** To the end of a template, or into the code of its next substitution. */
export function skipTemplate(scan: Scan, from: number): number {
  const { bytes, end } = scan
  let i = from
  for (;;) {
    i = endOfText(bytes, i, TEMPLATE)
    if (i >= end) return DOUBT
    const byte = bytes[i]
    if (byte === BACKTICK) return i + 1
    if (byte === DOLLAR && bytes[i + 1] === OPEN_BRACE) {
      scan.open.push(SUBSTITUTION)
      return i + 2
    }
    i += byte === BACKSLASH ? 2 : 1
  }
}

export function skipRegex(scan: Scan, start: number): number {
  const { bytes, end } = scan
  let inClass = false
  for (let i = start + 1; i < end; i++) {
    const byte = bytes[i]
    if (byte === BACKSLASH) i++
    else if (byte === OPEN_BRACKET) inClass = true
    else if (byte === CLOSE_BRACKET) inClass = false
    else if (byte === SLASH && !inClass) {
      scan.regexEnd = ++i
      while (isWordByte[bytes[i] as number] === 1) i++
      return i
    }
    if (isLineEnd(bytes, i)) return DOUBT
  }
  return DOUBT
}
