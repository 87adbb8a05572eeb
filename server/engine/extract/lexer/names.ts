// The names between the braces of an import or export, and whether the file hands on a name that it imports. Names are kept as the
// places where they stand: almost no file needs their text.

import { CLOSE_BRACE, COMMA, asciiText, isQuote, isWord, isWordByte, wordEnd } from './bytes.ts'
import type { Scan } from './scan.ts'
import { skipSpace, skipString } from './skip.ts'

interface Names {
  /** Where reading goes on, behind the space after the brace. */
  readonly end: number
  readonly count: number
  /** Each says so. */
  readonly areTypes: boolean
}

/** `{ a, b as c, type D, type E as F }`; `note` gets where the first or the last name of each stands. Undefined where it reads otherwise. */
export function readNames(scan: Scan, brace: number, which: 'first' | 'last', note: (name: number) => void): Names | undefined {
  const { bytes } = scan
  let count = 0
  let types = 0
  let i = skipSpace(scan, brace + 1)
  while (bytes[i] !== CLOSE_BRACE) {
    let words = 0
    let first = 0, second = 0, third = 0, last = 0
    while (isWordByte[bytes[i] as number] === 1 || isQuote(bytes[i] as number)) {
      words++
      last = i
      if (words === 1) first = i
      else if (words === 2) second = i
      else if (words === 3) third = i
      const end = isQuote(bytes[i] as number) ? skipString(scan, i) : wordEnd(bytes, i)
      if (end < 0) return undefined
      i = skipSpace(scan, end)
      if (i < 0) return undefined
    }
    const isType = words === 2 || words === 4
    if (words === 0 || words > 4 || (isType && !isWord(bytes, first, 'type'))) return undefined
    if (words > 2 && !isWord(bytes, isType ? third : second, 'as')) return undefined
    count++
    if (isType) types++
    note(which === 'last' ? last : isType ? second : first)
    if (bytes[i] === COMMA) i = skipSpace(scan, i + 1)
    else if (bytes[i] !== CLOSE_BRACE) return undefined
    if (i < 0) return undefined
  }
  return { end: skipSpace(scan, i + 1), count, areTypes: count > 0 && types === count }
}

export function noteImported(scan: Scan, name: number): void {
  if (scan.depth === 0) scan.imported.push(name)
  if (isWord(scan.bytes, name, 'require')) scan.mayDeclareRequire = true
}

/** Whether a name that the file hands on is one that it imports. */
export function handsOnImported({ bytes, imported, handedOn }: Scan): boolean {
  if (imported.length === 0 || handedOn.length === 0) return false
  const textAt = (start: number): string => asciiText(bytes, start, wordEnd(bytes, start))
  const names = new Set(imported.map(textAt))
  return handedOn.some(start => names.has(textAt(start)))
}
