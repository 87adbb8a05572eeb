// `import(…)`, as an expression or as a type, and `require(…)`.

import type { ImportKind } from '../../../../rules/model/facts.ts'
import { skipBrackets, skipTypeArguments } from './balanced.ts'
import { AMPERSAND, BACKTICK, BAR, CLOSE_PAREN, COLON, COMMA, DOT, EQUALS, GREATER, LESS, OPEN_BRACE, OPEN_BRACKET, OPEN_PAREN, QUESTION, SEMICOLON, CLOSE_BRACE, asciiText, isQuote, isWord, isWordByte, wordEnd, wordStart } from './bytes.ts'
import { codeBefore, hasLineEndBetween, isMemberDot, wordEndingAt } from './look-back.ts'
import { AGAIN, DOUBT, PAREN, SUBSTITUTION, type Scan } from './scan.ts'
import { skipSpace } from './skip.ts'
import { literalAt, skipLiteral } from './specifier.ts'

interface Call {
  /** Of the specifier. */
  readonly start: number
  readonly end: number
  /** Behind the closing parenthesis. */
  readonly callEnd: number
  readonly specifier: string
}

/** The call whose parenthesis opens here, if a literal comes first in it. Undefined where none does; DOUBT where its end is not found. */
function readCall(scan: Scan, paren: number): Call | undefined | typeof DOUBT {
  const { bytes } = scan
  const start = skipSpace(scan, paren + 1)
  if (start < 0 || !(isQuote(bytes[start] as number) || bytes[start] === BACKTICK)) return undefined
  const end = skipLiteral(scan, start)
  // A template with substitutions, or damage, which whoever reads on will meet.
  if (end < 0) return undefined
  const next = skipSpace(scan, end)
  if (bytes[next] !== CLOSE_PAREN && bytes[next] !== COMMA) return undefined
  const specifier = literalAt(scan, start, end)
  if (specifier === undefined) return DOUBT
  const afterComma = bytes[next] === COMMA ? skipSpace(scan, next + 1) : next
  const callEnd = bytes[afterComma] === CLOSE_PAREN ? afterComma + 1 : skipBrackets(scan, paren)
  return callEnd < 0 ? DOUBT : { start, end, callEnd, specifier }
}

/** From `import`, with the parenthesis at `paren`; after `import.defer` too. Reading goes on inside. */
export function readImportCall(scan: Scan, start: number, paren: number): number {
  const call = readCall(scan, paren)
  if (call === DOUBT) return DOUBT
  if (call === undefined) return paren
  const kind = importCallKind(scan, start, call.callEnd)
  if (kind === undefined) return DOUBT
  const statementEnd = kind === 'type' ? typeEnd(scan, start, call.callEnd) : call.callEnd
  if (statementEnd < 0) return DOUBT
  scan.imports.push({ kind, specifier: call.specifier, start: call.start, end: call.end, statementStart: start, statementEnd })
  return paren
}

const beforeType = new Set(['as', 'satisfies', 'extends', 'is', 'keyof', 'typeof', 'readonly', 'infer', 'implements', 'unique', 'asserts'])
const beforeValue = new Set(['await', 'return', 'yield', 'void', 'new', 'case', 'throw', 'in', 'of', 'do', 'else', 'default', 'delete', 'instanceof'])
const ofPromise = new Set(['then', 'catch', 'finally'])

/** Whether it is the type of a module or a promise of it. Told by what surrounds it; undefined where that could be either. */
function importCallKind(scan: Scan, start: number, callEnd: number): ImportKind | undefined {
  const { bytes, language } = scan
  if (language === 'declarations') return 'type'
  const last = codeBefore(scan, start)
  const before = bytes[last] as number
  const word = wordEndingAt(scan, last)
  const isJavaScript = language === 'javascript'
  if (beforeType.has(word)) return isJavaScript ? undefined : 'type'
  if (beforeValue.has(word)) return 'dynamic'
  const next = skipSpace(scan, callEnd)
  const member = bytes[next] === DOT ? memberAt(scan, next) : bytes[next] === QUESTION && bytes[next + 1] === DOT ? 'then' : undefined
  if (member !== undefined && ofPromise.has(member)) return 'dynamic'
  // A member of a promise that it does not have: JavaScript with types.
  if (isJavaScript) return member === undefined ? 'dynamic' : undefined
  if (bytes[next] === OPEN_BRACKET) return before === LESS ? 'type' : undefined
  const isArrow = before === GREATER && bytes[last - 1] === EQUALS
  const isDoubled = bytes[last - 1] === before
  if (member !== undefined && isMethodCall(scan, next)) return undefined
  if (member !== undefined) return before === SEMICOLON || before === CLOSE_BRACE || (before === OPEN_BRACE && scan.open.at(-1) !== SUBSTITUTION) ? 'dynamic' : before === OPEN_BRACE ? undefined : 'type'
  switch (before) {
    case LESS: return 'type'
    case BAR: case AMPERSAND: return isDoubled ? 'dynamic' : 'type'
    case COLON: return undefined
    case EQUALS: return assignedKind(scan, last)
    case GREATER: return isArrow ? 'dynamic' : undefined
  }
  if (isWordByte[before] === 1) return hasLineEndBetween(bytes, last, start) ? 'dynamic' : undefined
  return 'dynamic'
}

/** `type A = import(…)` or `const a = import(…)`. */
function assignedKind(scan: Scan, equals: number): ImportKind | undefined {
  const { bytes } = scan
  const last = codeBefore(scan, equals)
  if (isWordByte[bytes[last] as number] !== 1) return bytes[last] === QUESTION || bytes[last] === BAR ? 'dynamic' : undefined
  const start = wordStart(bytes, last)
  const beforeName = codeBefore(scan, start)
  if (isMemberDot(scan, beforeName)) return 'dynamic'
  const word = wordEndingAt(scan, beforeName)
  return word === 'type' ? 'type' : word === 'const' || word === 'let' || word === 'var' ? 'dynamic' : undefined
}

function memberAt(scan: Scan, dot: number): string {
  const start = skipSpace(scan, dot + 1)
  return start < 0 ? '' : asciiText(scan.bytes, start, wordEnd(scan.bytes, start))
}

/** `.a.b(` */
function isMethodCall(scan: Scan, dot: number): boolean {
  const { bytes } = scan
  let i = dot
  while (bytes[i] === DOT) i = skipSpace(scan, wordEnd(bytes, skipSpace(scan, i + 1)))
  return bytes[i] === OPEN_PAREN
}

/** Behind `.A.B<C>`. */
function typeEnd(scan: Scan, start: number, callEnd: number): number {
  const { bytes } = scan
  let end = callEnd
  for (;;) {
    const dot = skipSpace(scan, end)
    if (bytes[dot] !== DOT) {
      if (bytes[dot] !== LESS || hasLineEndBetween(bytes, end, dot)) return end
      // There, the arguments belong to the typeof.
      return wordEndingAt(scan, codeBefore(scan, start)) === 'typeof' ? DOUBT : skipTypeArguments(scan, dot)
    }
    const name = skipSpace(scan, dot + 1)
    if (name < 0 || isWordByte[bytes[name] as number] !== 1) return DOUBT
    end = wordEnd(bytes, name)
  }
}

/** From `require` on. */
export function readRequire(scan: Scan, start: number): number {
  const { bytes } = scan
  const end = start + 7
  const last = codeBefore(scan, start)
  if (isMemberDot(scan, last)) return end
  const paren = skipSpace(scan, end)
  if (paren < 0) return DOUBT
  const word = wordEndingAt(scan, last)
  if (bytes[paren] !== OPEN_PAREN) return notedName(scan, last, word, paren)
  if (word === 'new') return end
  if (word === 'function') { scan.mayDeclareRequire = true; return end }
  const call = readCall(scan, paren)
  if (call === DOUBT) return DOUBT
  if (call === undefined) return end
  if (scan.requireHandedTo > 0) return paren
  scan.callsRequire = true
  scan.imports.push({ kind: 'require', specifier: call.specifier, start: call.start, end: call.end, statementStart: start, statementEnd: call.callEnd })
  return paren
}

/** A `require` that is not called may be a declaration of it, so that calls mean something else. */
function notedName(scan: Scan, last: number, word: string, next: number): number {
  const { bytes } = scan
  const after = bytes[next] as number
  // In an object or a pattern it is a key, which names nothing; with types it may be a parameter.
  if (after === COLON && scan.language === 'javascript') return next
  // `require<T>('a')` and `require?.('a')` are calls in a rare dress.
  if (after === LESS || (after === QUESTION && bytes[next + 1] === DOT && bytes[skipSpace(scan, next + 2)] === OPEN_PAREN)) return DOUBT
  if (after === QUESTION) return next
  if (word === 'typeof' || after === DOT || after === OPEN_BRACKET) return next
  if ((word === 'const' || word === 'let' || word === 'var') && after === EQUALS && isMade(scan, skipSpace(scan, next + 1))) return next
  const before = bytes[last] as number
  const isListed = (before === OPEN_PAREN || before === COMMA) && (after === CLOSE_PAREN || after === COMMA)
  if (isListed && scan.language === 'javascript' && scan.attempts.length === 0) return readListed(scan, next)
  const isParameter = after === EQUALS && bytes[next + 1] === GREATER
  const isOperand = !isParameter && (before === AMPERSAND || before === BAR || before === QUESTION || before === EQUALS)
  if (!isOperand) scan.mayDeclareRequire = true
  return next
}

/** `(require, …)`: an argument, or a parameter. That is told where the parenthesis closes, so that brackets have to be followed. */
function readListed(scan: Scan, next: number): number {
  if (!scan.isTracking) return scan.open.length > 0 ? DOUBT : AGAIN
  if (scan.open.at(-1) === PAREN && scan.requireNamedIn === 0) scan.requireNamedIn = scan.open.length
  return next
}

/** Behind a parenthesis that named a `require`: before the body of a function, a parameter did so. */
export function closeListed(scan: Scan, from: number): void {
  const { bytes } = scan
  const next = skipSpace(scan, from)
  const isArrow = next > 0 && bytes[next] === EQUALS && bytes[next + 1] === GREATER
  const body = isArrow ? skipSpace(scan, next + 2) : next
  if (bytes[body] === OPEN_BRACE) scan.requireHandedTo ||= scan.requireNamedIn
  else if (isArrow) scan.mayDeclareRequire = true
  scan.requireNamedIn = 0
}

/** `createRequire(…)`, `module.createRequire(…)`. */
function isMade(scan: Scan, start: number): boolean {
  const { bytes } = scan
  const end = wordEnd(bytes, start)
  if (isWord(bytes, start, 'createRequire')) return bytes[skipSpace(scan, end)] === OPEN_PAREN
  if (end === start || bytes[end] !== DOT || !isWord(bytes, end + 1, 'createRequire')) return false
  return bytes[skipSpace(scan, end + 14)] === OPEN_PAREN
}
