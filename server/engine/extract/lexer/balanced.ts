// To the end of something in brackets that is read only for its end, and then once more for what is in it: so it must not be nested
// deeply. It stops in doubt at whatever would take a closer look, such as slashes.

import { BACKSLASH, BACKTICK, CLOSE_BRACE, EQUALS, GREATER, LESS, NUL, OPEN_BRACE, SEMICOLON, SLASH, isQuote } from './bytes.ts'
import { nesting } from './pairs.ts'
import { DOUBT, type Scan } from './scan.ts'
import { skipSpace, skipString } from './skip.ts'

const deepest = 64

/** From any of `(`, `[`, `{` to behind its end. */
export function skipBrackets(scan: Scan, start: number): number {
  let depth = 0
  let i = start
  for (;;) {
    i = skipPlain(scan, i)
    if (i < 0) return DOUBT
    depth += nesting[scan.bytes[i] as number] as number
    if (depth > deepest) return DOUBT
    i++
    if (depth === 0) return i
  }
}

/** From `<` to behind its `>`. */
export function skipTypeArguments(scan: Scan, start: number): number {
  const { bytes } = scan
  let angles = 0
  let depth = 0
  let i = start
  for (;;) {
    i = skipPlain(scan, i)
    if (i < 0) return DOUBT
    const byte = bytes[i] as number
    depth += nesting[byte] as number
    if (depth < 0 || depth + angles > deepest || (depth === 0 && byte === SEMICOLON)) return DOUBT
    if (byte === LESS) angles++
    else if (byte === GREATER && bytes[i - 1] !== EQUALS) angles--
    i++
    if (angles === 0) return depth === 0 && bytes[i - 1] !== CLOSE_BRACE ? i : DOUBT
  }
}

/** To the next byte that is neither space, comment nor string. */
function skipPlain(scan: Scan, from: number): number {
  const { bytes } = scan
  let i = from
  for (;;) {
    i = skipSpace(scan, i)
    if (i < 0) return DOUBT
    const byte = bytes[i] as number
    if (byte === NUL || byte === SLASH || byte === BACKSLASH) return DOUBT
    if (isQuote(byte)) i = skipString(scan, i)
    else if (byte === BACKTICK) i = skipPlainTemplate(scan, i)
    else return i
    if (i < 0) return DOUBT
  }
}

/** A template whose substitutions hold no template, such as `0x${string}`. */
function skipPlainTemplate({ bytes, end }: Scan, start: number): number {
  let braces = 0
  for (let i = start + 1; i < end; i++) {
    const byte = bytes[i]
    if (byte === BACKSLASH) return DOUBT
    if (byte === OPEN_BRACE) braces++
    if (byte === CLOSE_BRACE) braces--
    if (byte === BACKTICK) return braces === 0 ? i + 1 : DOUBT
  }
  return DOUBT
}
