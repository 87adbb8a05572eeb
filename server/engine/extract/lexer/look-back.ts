// What came before decides what a slash, a `<` or an `import` is. So that nothing need be remembered for every token, this is read
// backwards from the bytes, and only where it matters.

import { BACKSLASH, BACKTICK, BANG, CLOSE_BRACE, CLOSE_BRACKET, CLOSE_PAREN, COLON, DOLLAR, DOT, DOUBLE, EQUALS, GREATER, HASH, LF, CR, MINUS, OPEN_BRACE, OPEN_PAREN, PLUS, SEMICOLON, SINGLE, SLASH, asciiText, isDigit, isQuote, isSpaceByte, isWordByte, wideSpaceBefore, wordStart } from './bytes.ts'
import { nesting } from './pairs.ts'
import { BLOCK, HEAD, OBJECT, PAREN, type Scan, UNSURE } from './scan.ts'

/** Where the space that ends before `i` begins. */
export function spaceBefore(bytes: Uint8Array, i: number): number {
  let start = i
  for (;;) {
    if (isSpaceByte[bytes[start - 1] as number] === 1) start--
    else {
      const width = wideSpaceBefore(bytes, start)
      if (width === 0) return start
      start -= width
    }
  }
}

/** The last byte of code before `i`. Only comments that end where the last run of them does are known for what they are. */
export function codeBefore({ bytes, commentsStart, commentsEnd }: Scan, i: number): number {
  const start = spaceBefore(bytes, i)
  return start === commentsEnd ? spaceBefore(bytes, commentsStart) - 1 : start - 1
}

export function hasLineEndBetween(bytes: Uint8Array, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (bytes[i] === LF || bytes[i] === CR || bytes[i] === 0xe2) return true
  return false
}

/** Whether the byte is the dot of a member: not that of `...`, nor the end of a number. */
export function isMemberDot({ bytes }: Scan, dot: number): boolean {
  if (bytes[dot] !== DOT || bytes[dot - 1] === DOT) return false
  return isWordByte[bytes[dot - 1] as number] !== 1 || !isDigit(bytes[wordStart(bytes, dot - 1)] as number)
}

/** The word that ends with this byte, unless it is the name of a member. '' where there is none. */
export function wordEndingAt(scan: Scan, last: number): string {
  const { bytes } = scan
  if (isWordByte[bytes[last] as number] !== 1) return ''
  const start = wordStart(bytes, last)
  if (last - start > 10 || bytes[start - 1] === HASH || isMemberDot(scan, codeBefore(scan, start))) return ''
  return asciiText(bytes, start, last + 1)
}

export type Answer = 'yes' | 'no' | 'unsure' | 'follow brackets'

const beforeOperand = new Set(['return', 'typeof', 'case', 'in', 'delete', 'void', 'throw', 'new', 'do', 'else', 'instanceof', 'default', 'extends'])
/** Names to some, words of the language to others. */
const oftenBeforeOperand = new Set(['of', 'yield', 'await'])

/** Whether an operand may start behind this byte, as against an operator. */
export function mayOperandFollow(scan: Scan, last: number): Answer {
  const { bytes } = scan
  const byte = bytes[last] as number
  if (isWordByte[byte] === 1) {
    const word = wordEndingAt(scan, last)
    return beforeOperand.has(word) ? 'yes' : oftenBeforeOperand.has(word) ? 'unsure' : 'no'
  }
  switch (byte) {
    case CLOSE_BRACKET: case SINGLE: case DOUBLE: case BACKTICK:
      return 'no'
    case CLOSE_PAREN: {
      const kind = scan.closedAt === last ? scan.closedKind : parenClosedAt(scan, last)
      return kind === undefined ? 'follow brackets' : kind === HEAD ? 'yes' : 'no'
    }
    case CLOSE_BRACE:
      if (scan.closedAt !== last) return 'follow brackets'
      return scan.closedKind === BLOCK ? 'yes' : scan.closedKind === OBJECT ? 'no' : 'unsure'
    case PLUS: case MINUS:
      return bytes[last - 1] === byte ? 'no' : 'yes'
    case BANG:
      return afterBang(scan, last)
    case SLASH:
      return scan.regexEnd === last + 1 ? 'no' : 'yes'
    case DOT:
      return bytes[last - 1] === DOT ? 'yes' : isMemberDot(scan, last) ? 'unsure' : 'no'
    default:
      return 'yes'
  }
}

/** `a! / b` asserts, `!/b/` negates. */
function afterBang(scan: Scan, bang: number): Answer {
  if (scan.language === 'javascript') return 'yes'
  let last = bang
  while (scan.bytes[last] === BANG) last = codeBefore(scan, last)
  const answer = mayOperandFollow(scan, last)
  return answer === 'no' && scan.bytes[last] === CLOSE_BRACE ? 'unsure' : answer
}

const heads = new Set(['if', 'while', 'for', 'with'])

/** What the parenthesis that opens here is. */
export function parenAt(scan: Scan, i: number): number {
  const last = codeBefore(scan, i)
  const word = wordEndingAt(scan, last)
  const isForAwait = word === 'await' && wordEndingAt(scan, codeBefore(scan, last - 4)) === 'for'
  return isForAwait || heads.has(word) ? HEAD : PAREN
}

/** How far back a parenthesis is looked for: most that are divided hold a word or two, and code without lines must not be read back again and again. */
const reach = 128

/**
 * What the parenthesis is that closes here and was not followed. Read backwards, which is sure within one line and up to whatever may
 * hold text: a comment to the end of the line, a string, a regular expression and markup all end with one of those. Undefined beyond.
 */
function parenClosedAt(scan: Scan, close: number): number | undefined {
  const { bytes } = scan
  // What a comment stands behind is no longer known.
  if (scan.commentsEnd > close) return undefined
  const first = Math.max(scan.start, close - reach)
  let depth = 0
  for (let i = close; i >= first; i--) {
    const byte = bytes[i] as number
    if (mayEndText(byte)) return undefined
    depth += nesting[byte] as number
    if (depth === 0) return byte === OPEN_PAREN ? parenAt(scan, i) : undefined
  }
  return undefined
}

/** U+2028 ends lines, too. */
function mayEndText(byte: number): boolean {
  return byte === LF || byte === CR || byte === SLASH || isQuote(byte) || byte === BACKTICK || byte === BACKSLASH || byte >= 128
}

/** What the brace that opens here is. */
export function braceAt(scan: Scan, i: number): number {
  const { bytes } = scan
  const last = codeBefore(scan, i)
  if (bytes[last] === OPEN_BRACE && bytes[last - 1] === DOLLAR) return OBJECT
  switch (bytes[last]) {
    case CLOSE_PAREN: case SEMICOLON: case OPEN_BRACE: case CLOSE_BRACE: case CLOSE_BRACKET: case GREATER: case SINGLE: case DOUBLE:
      return BLOCK
    case COLON:
      return UNSURE
    case EQUALS:
      return OBJECT
  }
  if (isWordByte[bytes[last] as number] !== 1) return OBJECT
  const word = wordEndingAt(scan, last)
  return word === 'do' || word === 'else' ? BLOCK : beforeOperand.has(word) || oftenBeforeOperand.has(word) ? OBJECT : BLOCK
}
