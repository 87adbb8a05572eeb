// `import` and `export` as declarations, read forward from the word to the end of the statement. Whatever does not read as one is in
// doubt: it is more often damage than art.

import type { ImportKind } from '../../../../rules/model/facts.ts'
import { skipBrackets } from './balanced.ts'
import { CLOSE_BRACE, CLOSE_PAREN, COMMA, EQUALS, OPEN_BRACE, OPEN_PAREN, SEMICOLON, STAR, isQuote, isWord, isWordByte, wordEnd } from './bytes.ts'
import { codeBefore, hasLineEndBetween, wordEndingAt } from './look-back.ts'
import { noteImported, readNames } from './names.ts'
import { DOUBT, type Scan } from './scan.ts'
import { skipSpace, skipString } from './skip.ts'
import { literalAt } from './specifier.ts'

/** From an `import` that is followed, at `from`, by a name, `{` or `*`. */
export function readImport(scan: Scan, start: number, from: number): number {
  const { bytes } = scan
  let i = from
  let isType = false
  const phase = phaseAt(scan, i)
  if (phase !== undefined) {
    isType = phase.word === 'type'
    i = phase.end
  }
  let isValue = false
  if (isWordByte[bytes[i] as number] === 1) {
    const name = i
    i = skipSpace(scan, wordEnd(bytes, i))
    if (bytes[i] === EQUALS) return readImportEquals(scan, start, name, i + 1, isType)
    noteImported(scan, name)
    isValue = true
    if (bytes[i] === COMMA) {
      i = skipSpace(scan, i + 1)
      if (bytes[i] !== OPEN_BRACE && bytes[i] !== STAR) return DOUBT
    }
  }
  if (bytes[i] === STAR) {
    i = skipSpace(scan, i + 1)
    if (!isWord(bytes, i, 'as')) return DOUBT
    i = skipSpace(scan, i + 2)
    noteImported(scan, i)
    i = skipSpace(scan, wordEnd(bytes, i))
    isValue = true
  } else if (bytes[i] === OPEN_BRACE) {
    const list = readNames(scan, i, 'last', name => noteImported(scan, name))
    if (list === undefined) return DOUBT
    isType ||= !isValue && list.areTypes
    i = list.end
  }
  return readFrom(scan, start, i, isType ? 'type' : 'value')
}

export function readExport(scan: Scan, start: number): number {
  const { bytes } = scan
  let i = skipSpace(scan, start + 6)
  if (i < 0) return DOUBT
  if (scan.depth === 0 && scan.open.length === 0) scan.exported.push(start)
  if (isWord(bytes, i, 'default')) return handOnOne(scan, skipSpace(scan, i + 7))
  if (bytes[i] === EQUALS) return handOnOne(scan, skipSpace(scan, i + 1))
  let isType = false
  if (isWord(bytes, i, 'type')) {
    const next = skipSpace(scan, i + 4)
    if (bytes[next] !== OPEN_BRACE && bytes[next] !== STAR) return i
    isType = true
    i = next
  }
  if (bytes[i] === STAR) {
    i = skipSpace(scan, i + 1)
    if (isWord(bytes, i, 'as')) {
      i = skipSpace(scan, i + 2)
      i = isQuote(bytes[i] as number) ? skipString(scan, i) : wordEnd(bytes, i)
      if (i < 0) return DOUBT
      i = skipSpace(scan, i)
    }
    scan.isBarrel ||= !isType || scan.depth === 0
    return readFrom(scan, start, i, isType ? 'type' : 'reexport')
  }
  if (bytes[i] !== OPEN_BRACE) return i
  const locals: number[] = []
  const list = readNames(scan, i, 'first', name => { locals.push(name) })
  if (list === undefined) return DOUBT
  i = list.end
  if (!isWord(bytes, i, 'from')) {
    if (scan.depth === 0) for (const name of locals) scan.handedOn.push(name)
    return i
  }
  isType ||= list.areTypes
  scan.isBarrel ||= !isType || (scan.depth === 0 && list.count > 0)
  return readFrom(scan, start, i, isType ? 'type' : 'reexport')
}

/** `type`, `defer` or `source` before what is imported: not where it is the name of what is imported. */
function phaseAt(scan: Scan, start: number): { word: string; end: number } | undefined {
  const { bytes } = scan
  const word = isWord(bytes, start, 'type') ? 'type' : isWord(bytes, start, 'defer') ? 'defer' : isWord(bytes, start, 'source') ? 'source' : undefined
  if (word === undefined) return undefined
  const end = skipSpace(scan, start + word.length)
  if (bytes[end] === OPEN_BRACE || bytes[end] === STAR) return { word, end }
  if (isWordByte[bytes[end] as number] !== 1) return undefined
  return isWord(bytes, end, 'from') && isQuote(bytes[skipSpace(scan, end + 4)] as number) ? undefined : { word, end }
}

function readImportEquals(scan: Scan, start: number, name: number, from: number, isType: boolean): number {
  const { bytes } = scan
  const require = skipSpace(scan, from)
  if (!isWord(bytes, require, 'require')) return from
  let i = skipSpace(scan, require + 7)
  if (bytes[i] !== OPEN_PAREN) return from
  const quote = skipSpace(scan, i + 1)
  if (!isQuote(bytes[quote] as number)) return DOUBT
  const end = skipString(scan, quote)
  i = end < 0 ? end : skipSpace(scan, end)
  if (bytes[i] !== CLOSE_PAREN) return DOUBT
  if (scan.depth === 0 && wordEndingAt(scan, codeBefore(scan, start)) === 'export') scan.isBarrel = true
  noteImported(scan, name)
  return finish(scan, { kind: isType ? 'type' : 'value', start: quote, end, statementStart: start, last: i + 1 })
}

/** `from 'specifier' with { … };` */
function readFrom(scan: Scan, start: number, from: number, kind: ImportKind): number {
  if (from < 0 || !isWord(scan.bytes, from, 'from')) return DOUBT
  return readSpecifier(scan, start, skipSpace(scan, from + 4), kind)
}

/** `'specifier' with { … };` */
export function readSpecifier(scan: Scan, start: number, quote: number, kind: ImportKind): number {
  const { bytes } = scan
  if (!isQuote(bytes[quote] as number)) return DOUBT
  const end = skipString(scan, quote)
  if (end < 0) return DOUBT
  let last = end
  const next = skipSpace(scan, end)
  if (isWord(bytes, next, 'with') || (isWord(bytes, next, 'assert') && !hasLineEndBetween(bytes, end, next))) {
    const brace = skipSpace(scan, wordEnd(bytes, next))
    if (bytes[brace] !== OPEN_BRACE) return DOUBT
    last = skipBrackets(scan, brace)
    if (last < 0) return DOUBT
  }
  return finish(scan, { kind, start: quote, end, statementStart: start, last })
}

interface Unfinished {
  readonly kind: ImportKind
  readonly start: number
  readonly end: number
  readonly statementStart: number
  /** Behind the last token but the semicolon. */
  readonly last: number
}

/** A statement ends with a semicolon, a line, a block or the file. */
function finish(scan: Scan, { kind, start, end, statementStart, last }: Unfinished): number {
  const { bytes } = scan
  const next = skipSpace(scan, last)
  if (next < 0) return DOUBT
  const hasSemicolon = bytes[next] === SEMICOLON
  if (!hasSemicolon && bytes[next] !== CLOSE_BRACE && next < scan.end && !hasLineEndBetween(bytes, last, next)) return DOUBT
  const specifier = literalAt(scan, start, end)
  if (specifier === undefined) return DOUBT
  const statementEnd = hasSemicolon ? next + 1 : last
  // Each by its name: to take what is left and spread it costs a tenth of all reading.
  scan.imports.push({ kind, specifier, start, end, statementStart, statementEnd })
  return statementEnd
}

/** `export default name` and `export = name`: only where the name is all. */
function handOnOne(scan: Scan, name: number): number {
  const { bytes } = scan
  if (name < 0 || scan.depth > 0) return name
  const end = wordEnd(bytes, name)
  if (end === name) return name
  const next = skipSpace(scan, end)
  if (next < 0) return DOUBT
  const isAll = bytes[next] === SEMICOLON || next >= scan.end || (hasLineEndBetween(bytes, end, next) && isWordByte[bytes[next] as number] === 1)
  if (isAll) scan.handedOn.push(name)
  return name
}
