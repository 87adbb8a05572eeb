// The bytes that code is made of, by name, and which of them belong together.

export const NUL = 0, TAB = 9, LF = 10, CR = 13, SPACE = 32, BANG = 33, DOUBLE = 34, HASH = 35, DOLLAR = 36, PERCENT = 37, AMPERSAND = 38, SINGLE = 39,
  OPEN_PAREN = 40, CLOSE_PAREN = 41, STAR = 42, PLUS = 43, COMMA = 44, MINUS = 45, DOT = 46, SLASH = 47, COLON = 58, SEMICOLON = 59, LESS = 60, EQUALS = 61,
  GREATER = 62, QUESTION = 63, AT = 64, OPEN_BRACKET = 91, BACKSLASH = 92, CLOSE_BRACKET = 93, CARET = 94, BACKTICK = 96, LOWER_U = 117, OPEN_BRACE = 123, BAR = 124, CLOSE_BRACE = 125, TILDE = 126

/** By byte: part of a name or a number. Bytes of characters beyond ASCII count, though a few of those characters are spaces. */
export const isWordByte = new Uint8Array(256).fill(1, 128)
for (const c of 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_$') isWordByte[c.charCodeAt(0)] = 1

export const isSpaceByte = new Uint8Array(256)
for (const c of ' \t\n\v\f\r') isSpaceByte[c.charCodeAt(0)] = 1

export function isDigit(byte: number): boolean {
  return byte >= 48 && byte <= 57
}

export function isQuote(byte: number): boolean {
  return byte === SINGLE || byte === DOUBLE
}

/** How many bytes the space beyond ASCII that starts here has; 0 where none does. */
export function wideSpaceAt(bytes: Uint8Array, i: number): 0 | 2 | 3 {
  const a = bytes[i] as number, b = bytes[i + 1] as number, c = bytes[i + 2] as number
  if (a === 0xc2) return b === 0xa0 ? 2 : 0
  if (a === 0xe2) return (b === 0x80 && (c <= 0x8a || c === 0xa8 || c === 0xa9 || c === 0xaf)) || (b === 0x81 && c === 0x9f) ? 3 : 0
  return (a === 0xe3 && b === 0x80 && c === 0x80) || (a === 0xe1 && b === 0x9a && c === 0x80) || (a === 0xef && b === 0xbb && c === 0xbf) ? 3 : 0
}

/** The same for one that ends before `i`. */
export function wideSpaceBefore(bytes: Uint8Array, i: number): 0 | 2 | 3 {
  if ((bytes[i - 1] as number) < 128) return 0
  if (wideSpaceAt(bytes, i - 2) === 2) return 2
  return wideSpaceAt(bytes, i - 3) === 3 ? 3 : 0
}

/** The end of a line in code: U+2028 and U+2029 too. */
export function isLineEnd(bytes: Uint8Array, i: number): boolean {
  const byte = bytes[i]
  return byte === LF || byte === CR || (byte === 0xe2 && bytes[i + 1] === 0x80 && (bytes[i + 2] === 0xa8 || bytes[i + 2] === 0xa9))
}

/** Where the word ends that starts here. */
export function wordEnd(bytes: Uint8Array, start: number): number {
  let i = start
  while (isWordByte[bytes[i] as number] === 1 && ((bytes[i] as number) < 128 || wideSpaceAt(bytes, i) === 0)) i++
  return i
}

/** Where the word starts that ends with the byte `last`. */
export function wordStart(bytes: Uint8Array, last: number): number {
  let i = last
  while (isWordByte[bytes[i - 1] as number] === 1 && wideSpaceBefore(bytes, i) === 0) i--
  return i
}

export function startsWith(bytes: Uint8Array, start: number, text: string): boolean {
  for (let k = 0; k < text.length; k++) if (bytes[start + k] !== text.charCodeAt(k)) return false
  return true
}

export function isWord(bytes: Uint8Array, start: number, word: string): boolean {
  return startsWith(bytes, start, word) && wordEnd(bytes, start) === start + word.length
}

/** Only for words of ASCII: names of the language. */
export function asciiText(bytes: Uint8Array, start: number, end: number): string {
  let text = ''
  for (let i = start; i < end; i++) text += String.fromCharCode(bytes[i] as number)
  return text
}
