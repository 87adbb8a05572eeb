// The text between the quotes of a specifier, as the runtime sees it.

import { BACKSLASH, BACKTICK, DOLLAR, OPEN_BRACE } from './bytes.ts'
import { TEMPLATE, endOfText } from './pairs.ts'
import { DOUBT, type Scan } from './scan.ts'
import { skipString } from './skip.ts'
import { textOf } from './utf8.ts'

/** Behind a string, or a template without substitutions. */
export function skipLiteral(scan: Scan, start: number): number {
  if (scan.bytes[start] !== BACKTICK) return skipString(scan, start)
  const { bytes, end } = scan
  let i = start + 1
  for (;;) {
    i = endOfText(bytes, i, TEMPLATE)
    if (i >= end) return DOUBT
    if (bytes[i] === BACKTICK) return i + 1
    if (bytes[i] === DOLLAR && bytes[i + 1] === OPEN_BRACE) return DOUBT
    i += bytes[i] === BACKSLASH ? 2 : 1
  }
}

/** Undefined where the escapes, or the line ends of a template, are odd. */
export function literalAt({ bytes }: Scan, start: number, end: number): string | undefined {
  const text = textOf(bytes, start + 1, end - 1)
  if (text.includes('\\')) return unescape(text)
  return bytes[start] === BACKTICK && text.includes('\r') ? undefined : text
}

const escape = /\\(?:u\{([0-9a-fA-F]+)\}|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|([0-3][0-7]{0,2}|[4-7][0-7]?)|\r\n|([^]))/g
const named: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', v: '\v', f: '\f', '\n': '', '\r': '', '\u2028': '', '\u2029': '' }

function unescape(text: string): string | undefined {
  let isOdd = false
  const seen = text.replace(escape, (_, point: string | undefined, unit: string | undefined, byte: string | undefined, octal: string | undefined, other: string | undefined) => {
    const hex = point ?? unit ?? byte
    const code = hex !== undefined ? parseInt(hex, 16) : octal !== undefined ? parseInt(octal, 8) : undefined
    if (code === undefined) {
      if (other === 'u' || other === 'x') isOdd = true
      return other === undefined ? '' : named[other] ?? other
    }
    // Halves of pairs and numbers without characters are for the parser to judge.
    if (code > 0x10ffff || (code >= 0xd800 && code < 0xe000)) { isOdd = true; return '' }
    return String.fromCodePoint(code)
  })
  return isOdd ? undefined : seen
}
