// What two bytes together mean, for all 65,536 pairs, so that code and text are passed over two bytes a step. A pair is read as
// `first | second << 8`. Every word looked for holds a rare pair, wherever the steps fall: im-po-rt and i-mp-or-t.

import { BACKSLASH, BACKTICK, CLOSE_BRACE, CLOSE_BRACKET, CLOSE_PAREN, CR, DOLLAR, DOUBLE, GREATER, LESS, LF, NUL, OPEN_BRACE, OPEN_BRACKET, OPEN_PAREN, SINGLE, SLASH } from './bytes.ts'

/** In tables of code, less than this is the sum of brackets opened and closed in the pair. */
export const STOP = 8
/** The first byte ends what can be passed over. */
export const FIRST = 8
/** The second does. */
export const SECOND = 9
/** Part of `import`, `export` or `require`, perhaps. */
export const KEYWORD = 10
/** Part of `<<<`, `<!--` or `-->`, perhaps. */
export const ODDITY = 11

const openers = [OPEN_PAREN, OPEN_BRACKET, OPEN_BRACE]
const closers = [CLOSE_PAREN, CLOSE_BRACKET, CLOSE_BRACE]

/** By byte: what it does to the number of open brackets. */
export const nesting = new Int8Array(256)
for (const byte of openers) nesting[byte] = 1
for (const byte of closers) nesting[byte] = -1

const literals = [NUL, SINGLE, DOUBLE, BACKTICK, SLASH, BACKSLASH]
const brackets = [...openers, ...closers]

export interface CodeTables {
  /** Brackets are only counted. */
  readonly counting: Int8Array
  /** Brackets are stopped at. */
  readonly tracking: Int8Array
}

export const codeTables: CodeTables = { counting: codeTable(literals), tracking: codeTable([...literals, ...brackets]) }
export const markupTables: CodeTables = { counting: codeTable([...literals, LESS]), tracking: codeTable([...literals, ...brackets, LESS]) }

function codeTable(stops: readonly number[]): Int8Array {
  const table = new Int8Array(65_536)
  for (const byte of brackets) for (let other = 0; other < 256; other++) {
    table[byte | other << 8] = (nesting[byte] as number) + (nesting[other] as number)
    table[other | byte << 8] = (nesting[byte] as number) + (nesting[other] as number)
  }
  for (const byte of stops) for (let other = 0; other < 256; other++) table[other | byte << 8] = SECOND
  for (const byte of stops) for (let other = 0; other < 256; other++) table[byte | other << 8] = FIRST
  for (const pair of ['po', 'mp', 'xp', 'qu', 'eq']) table[pairOf(pair)] = KEYWORD
  for (const pair of ['<<', '<!', '!-', '--', '->']) if (table[pairOf(pair)] !== FIRST) table[pairOf(pair)] = ODDITY
  return table
}

function pairOf(text: string): number {
  return text.charCodeAt(0) | text.charCodeAt(1) << 8
}

/** Kinds of text, each a bit. */
export const LINE_COMMENT = 1, BLOCK_COMMENT = 2, SINGLE_QUOTED = 4, DOUBLE_QUOTED = 8, TEMPLATE = 16, MARKUP = 32

/** By byte: the kinds of text that it may end. */
const ends = new Uint8Array(256)
const endsText = (kind: number, bytes: readonly number[]): void => { for (const byte of bytes) ends[byte] = (ends[byte] as number) | kind }
// 0xe2 begins U+2028 and U+2029.
endsText(LINE_COMMENT, [NUL, LF, CR, 0xe2])
endsText(BLOCK_COMMENT, [NUL, SLASH])
endsText(SINGLE_QUOTED, [NUL, SINGLE, BACKSLASH, LF, CR])
endsText(DOUBLE_QUOTED, [NUL, DOUBLE, BACKSLASH, LF, CR])
endsText(TEMPLATE, [NUL, BACKTICK, BACKSLASH, DOLLAR])
endsText(MARKUP, [NUL, OPEN_BRACE, CLOSE_BRACE, LESS, GREATER])

const textPairs = new Uint8Array(65_536)
for (let byte = 0; byte < 256; byte++) if (ends[byte] !== 0) for (let other = 0; other < 256; other++) {
  textPairs[byte | other << 8] = (ends[byte] as number) | (ends[other] as number)
  textPairs[other | byte << 8] = (ends[byte] as number) | (ends[other] as number)
}

/** The first byte from `i` on that may end this kind of text. There must be a NUL somewhere. */
export function endOfText(bytes: Uint8Array, from: number, kind: number): number {
  let i = from
  while (((textPairs[(bytes[i] as number) | (bytes[i + 1] as number) << 8] as number) & kind) === 0) i += 2
  return ((ends[bytes[i] as number] as number) & kind) === 0 ? i + 1 : i
}
