// Reads a file's imports from its bytes. Code is passed over two bytes a step to the next thing that matters, which is, in this order:
// a string, a template, a comment or a regular expression, whose text is no code; JSX, whose text is none either; and the words
// `import`, `export` and `require`. Brackets are only counted, until a `)` or `}` is followed by a slash: then what they were decides
// whether that divides. Where the line does not tell, the file is read again with brackets followed. What does not add up is in doubt,
// and a parser must look.

import { BACKSLASH, BACKTICK, BANG, CLOSE_BRACE, CLOSE_BRACKET, CLOSE_PAREN, DOT, GREATER, HASH, LESS, LF, LOWER_U, MINUS, OPEN_BRACE, OPEN_BRACKET, OPEN_PAREN, SEMICOLON, SLASH, STAR, CR, DOUBLE, PLUS, SINGLE, isQuote, isWord, isWordByte, wideSpaceAt, wideSpaceBefore } from './bytes.ts'
import { closeListed, readImportCall, readRequire } from './call.ts'
import { readExport, readImport, readSpecifier } from './declaration.ts'
import { braceAt, codeBefore, hasLineEndBetween, isMemberDot, mayOperandFollow, parenAt, wordEndingAt } from './look-back.ts'
import { resumeMarkup, tryMarkup, undoMarkup } from './markup.ts'
import { KEYWORD, ODDITY, SECOND, STOP, codeTables, endOfText, LINE_COMMENT, markupTables, nesting } from './pairs.ts'
import { AGAIN, BRACKET, CHILD_CODE, DOUBT, HEAD, PAREN, SUBSTITUTION, type Scan, TAG_CODE, againTracking } from './scan.ts'
import { noteComment, skipComment, skipRegex, skipSpace, skipString, skipTemplate } from './skip.ts'

/** The finished scan; undefined where a parser must look. */
export function lex(scan: Scan): Scan | undefined {
  const result = readCode(scan)
  if (result === AGAIN) return lex(againTracking(scan))
  if (result === DOUBT || scan.depth !== 0 || scan.open.length > 0) return undefined
  return scan.callsRequire && scan.mayDeclareRequire ? undefined : scan
}

function readCode(scan: Scan): number {
  const { end, open, isTracking } = scan
  const { counting, tracking } = scan.language === 'javascript' || scan.language === 'tsx' ? markupTables : codeTables
  let i = skipHashbang(scan)
  for (;;) {
    i = passOver(scan, isTracking || open.length > 0 ? tracking : counting, i)
    const at = i
    if (i >= end) {
      if (scan.attempts.length === 0) return end
      i = DOUBT
    } else if (scan.meaning === KEYWORD) i = readWord(scan, i)
    else if (scan.meaning === ODDITY) i = readOddity(scan, i)
    else i = readMark(scan, i)
    if (i === DOUBT) i = undoMarkup(scan, at)
    if (i < 0) return i
    if (scan.skipped !== undefined && isStretch(scan, at, i)) scan.skipped.push(at, i)
  }
}

/** Longer than a word or an operator that came to nothing; the end of a substitution is neither. */
function isStretch({ bytes }: Scan, from: number, to: number): boolean {
  return to > from + (bytes[from] === CLOSE_BRACE ? 1 : 2)
}

/** To the next byte that matters. A function by itself, since nearly all time is spent here: so the compiler need not look at the rest. */
function passOver(scan: Scan, table: Int8Array, from: number): number {
  const { bytes } = scan
  let i = from
  let depth = scan.depth
  let meaning: number
  while ((meaning = table[(bytes[i] as number) | (bytes[i + 1] as number) << 8] as number) < STOP) {
    depth += meaning
    i += 2
  }
  if (meaning === SECOND) depth += nesting[bytes[i++] as number] as number
  scan.depth = depth
  scan.meaning = meaning
  return i
}

/** Each of the bytes at which code stops, FIRST or SECOND in its pair. */
function readMark(scan: Scan, i: number): number {
  const byte = scan.bytes[i]
  switch (byte) {
    case SINGLE: case DOUBLE:
      return skipString(scan, i)
    case BACKTICK:
      return skipTemplate(scan, i + 1)
    case SLASH:
      return readSlash(scan, i)
    case LESS:
      return readLess(scan, i)
    case OPEN_PAREN: case OPEN_BRACKET: case OPEN_BRACE:
      scan.open.push(byte === OPEN_PAREN ? parenAt(scan, i) : byte === OPEN_BRACE ? braceAt(scan, i) : BRACKET)
      scan.depth++
      return i + 1
    case CLOSE_PAREN: case CLOSE_BRACKET: case CLOSE_BRACE:
      return close(scan, i)
    case BACKSLASH:
      return skipEscape(scan, i)
    default:
      return DOUBT
  }
}

/** Outside of strings, one letter of a name: `\u00c0`. The rare `\u{c0}` ends like a block. */
function skipEscape({ bytes }: Scan, i: number): number {
  if (bytes[i + 1] !== LOWER_U) return DOUBT
  for (let digit = i + 2; digit < i + 6; digit++) if (isWordByte[bytes[digit] as number] !== 1) return DOUBT
  return i + 6
}

function close(scan: Scan, i: number): number {
  const byte = scan.bytes[i]
  if (scan.requireNamedIn === scan.open.length) closeListed(scan, i + 1)
  else if (scan.requireHandedTo === scan.open.length) scan.requireHandedTo = 0
  const kind = scan.open.pop()
  if (byte === CLOSE_BRACE && kind === SUBSTITUTION) return skipTemplate(scan, i + 1)
  if (byte === CLOSE_BRACE && (kind === TAG_CODE || kind === CHILD_CODE)) return resumeMarkup(scan, i + 1, kind)
  if (kind === undefined || kind >= SUBSTITUTION || closerOf(kind) !== byte) return DOUBT
  scan.depth--
  scan.closedAt = i
  scan.closedKind = kind
  return i + 1
}

function closerOf(kind: number): number {
  return kind === PAREN || kind === HEAD ? CLOSE_PAREN : kind === BRACKET ? CLOSE_BRACKET : CLOSE_BRACE
}

function readSlash(scan: Scan, i: number): number {
  const next = scan.bytes[i + 1]
  if (next === SLASH || next === STAR) return skipComment(scan, i)
  switch (mayOperandFollow(scan, codeBefore(scan, i))) {
    case 'yes': return skipRegex(scan, i)
    case 'no': return i + 1
    case 'unsure': return DOUBT
    case 'follow brackets': return scan.isTracking || scan.open.length > 0 ? DOUBT : AGAIN
  }
}

function readLess(scan: Scan, i: number): number {
  const { bytes } = scan
  if (bytes[i + 1] === LESS || bytes[i + 1] === BANG) {
    const next = readOddity(scan, i)
    if (next < 0) return next
  }
  const last = codeBefore(scan, i)
  const answer = mayOperandFollow(scan, last)
  if (answer === 'no' || (answer === 'follow brackets' && bytes[last] === CLOSE_PAREN)) return bytes[i + 1] === LESS ? i + 2 : i + 1
  return tryMarkup(scan, i)
}

/** The marks of a merge conflict are damage, and what HTML takes for comments is seldom code. */
function readOddity(scan: Scan, i: number): number {
  const { bytes } = scan
  if (bytes[i] === LESS && bytes[i + 1] === LESS) return bytes[i + 2] === LESS ? DOUBT : i + 1
  const bang = bytes[i] === BANG ? i : bytes[i + 1] === BANG ? i + 1 : -1
  if (bang > 0) return bytes[bang - 1] === LESS && bytes[bang + 1] === MINUS && bytes[bang + 2] === MINUS ? DOUBT : i + 1
  const arrow = bytes[i + 1] === GREATER ? i - 1 : i
  if (bytes[arrow] !== MINUS || bytes[arrow + 1] !== MINUS || bytes[arrow + 2] !== GREATER) return i + 1
  const last = codeBefore(scan, arrow)
  return last < scan.start || hasLineEndBetween(bytes, last, arrow) ? DOUBT : i + 1
}

/** From a pair of letters that one of the three words holds. */
function readWord(scan: Scan, i: number): number {
  const { bytes } = scan
  const first = bytes[i]
  // 'po' and 'qu' are the second pair of their word, 'mp', 'xp' and 'eq' start at its second letter.
  const start = bytes[i + 1] === 111 || first === 113 ? i - 2 : i - 1
  const word = isWord(bytes, start, 'import') ? 'import' : isWord(bytes, start, 'export') ? 'export' : isWord(bytes, start, 'require') ? 'require' : undefined
  const before = bytes[start - 1] as number
  if (word === undefined || before === HASH || before === BACKSLASH || (isWordByte[before] === 1 && wideSpaceBefore(bytes, start) === 0)) return i + 2
  if (word === 'require') return readRequire(scan, start)
  const last = codeBefore(scan, start)
  const isMember = isMemberDot(scan, last)
  const next = skipSpace(scan, start + 6)
  if (next < 0) return DOUBT
  const byte = bytes[next] as number
  const mayDeclare = byte === OPEN_BRACE || byte === STAR || isQuote(byte) || (isWordByte[byte] === 1 && wideSpaceAt(bytes, next) === 0)
  if (isMember) return mayDeclare && !isWord(bytes, next, 'instanceof') && !isWord(bytes, next, 'in') ? DOUBT : start + 6
  if (word === 'export') return readExport(scan, start)
  if (byte === OPEN_PAREN) return readImportCall(scan, start, next)
  if (byte === DOT) return readImportMember(scan, start, next)
  if (!mayDeclare) return start + 6
  if (!mayStatementStart(scan, last, start)) return DOUBT
  return isQuote(byte) ? readSpecifier(scan, start, next, 'value') : readImport(scan, start, next)
}

/** `import.meta`, `import.defer(…)`, `import.source(…)`. */
function readImportMember(scan: Scan, start: number, dot: number): number {
  const { bytes } = scan
  const name = skipSpace(scan, dot + 1)
  if (name < 0) return DOUBT
  if (isWord(bytes, name, 'meta')) return name
  if (!isWord(bytes, name, 'defer') && !isWord(bytes, name, 'source')) return DOUBT
  const paren = skipSpace(scan, name + (isWord(bytes, name, 'defer') ? 5 : 6))
  return bytes[paren] === OPEN_PAREN ? readImportCall(scan, start, paren) : DOUBT
}

/** Whether a statement may start at `start`, behind the code that ends with the byte `last`. If not, the code is damaged. */
function mayStatementStart(scan: Scan, last: number, start: number): boolean {
  const { bytes } = scan
  const byte = bytes[last] as number
  if (byte === SEMICOLON || byte === OPEN_BRACE || byte === CLOSE_BRACE || byte === CLOSE_PAREN) return true
  if (wordEndingAt(scan, last) === 'export') return true
  if (!hasLineEndBetween(bytes, last + 1, start)) return false
  switch (byte) {
    case GREATER: return bytes[last - 1] !== 61
    case SLASH: return scan.regexEnd === last + 1
    case PLUS: case MINUS: return bytes[last - 1] === byte
    case DOT: return !isMemberDot(scan, last) && bytes[last - 1] !== DOT
    case BANG: case CLOSE_BRACKET: case SINGLE: case DOUBLE: case BACKTICK: return true
    default: return isWordByte[byte] === 1 && mayOperandFollow(scan, last) !== 'yes'
  }
}

function skipHashbang(scan: Scan): number {
  const { bytes, start, end } = scan
  if (bytes[start] !== HASH || bytes[start + 1] !== BANG) return start
  let i = endOfText(bytes, start, LINE_COMMENT)
  while (i < end && bytes[i] !== LF && bytes[i] !== CR) i = endOfText(bytes, i + 1, LINE_COMMENT)
  noteComment(scan, start, i)
  return i
}
