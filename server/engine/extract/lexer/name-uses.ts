// Whether the names of an import are used as values or as types only, told by what stands around them: at a tenth of the cost of the tree
// that tells it of every import. `new Name` can be no type, `(a: Name` no value; where all that is found is sure, the import is.

import type { Path } from '../../../../rules/model/place.ts'
import { clauseItems } from '../clause-names.ts'
import { AMPERSAND, AT, BACKTICK, BANG, BAR, CLOSE_BRACE, CLOSE_BRACKET, CLOSE_PAREN, COLON, COMMA, DOT, EQUALS, GREATER, HASH, LESS, MINUS, OPEN_BRACE, OPEN_BRACKET, OPEN_PAREN, PLUS, QUESTION, SEMICOLON, SLASH, STAR, isQuote, isSpaceByte, isWordByte, asciiText, wordEnd, wordStart } from './bytes.ts'
import { type Code, codeOf, endOfArguments, firstFrom, lastBefore, openAround, skipAround, wordBefore } from './around.ts'
import { scanned } from './lexed-facts.ts'
import type { FoundImport } from './scan.ts'

/** Imports by index. Those in neither take a tree to tell. */
export interface NameUses {
  readonly values: readonly number[]
  readonly typesOnly: readonly number[]
}

export function nameUses(path: Path, bytes: Uint8Array): NameUses {
  const values: number[] = []
  const typesOnly: number[] = []
  const scan = scanned(path, bytes, true)
  const code = scan && codeOf(scan)
  if (scan !== undefined && code !== undefined) {
    const isDecorated = hasDecorator(code)
    for (const [i, found] of scan.imports.entries()) {
      if (found.kind !== 'value') continue
      const uses = namesAt(code, found).map((name) => useOf(code, found, name))
      if (uses.includes('value')) values.push(i)
      // A decorator may hand types on as values.
      else if (uses.length > 0 && !isDecorated && uses.every((use) => use === 'type')) typesOnly.push(i)
    }
  }
  return { values, typesOnly }
}

/** 'declaration': something of the file's own may be called so. 'none': no use, such as the name of a member. */
type Use = 'value' | 'type' | 'declaration' | 'none' | 'unsure'

/** Those that the file itself uses, types left out. Unsure of any that JSX uses without saying so. */
function namesAt({ text, hasMarkup }: Code, { statementStart, start }: FoundImport): readonly string[] {
  const items = clauseItems(text.slice(statementStart, start)) ?? []
  return hasMarkup && items.some(({ as }) => as === 'React' || as === 'h' || as === 'Fragment') ? [] : items.flatMap(({ as, isType }) => isType ? [] : as)
}

function useOf(code: Code, own: FoundImport, name: string): Use {
  const { bytes, text } = code
  let all: Use = 'type'
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
    if (isWordByte[bytes[at - 1] as number] === 1 || isWordByte[bytes[at + name.length] as number] === 1) continue
    if (own.statementStart <= at && at < own.statementEnd) continue
    const use = useAt(code, at, at + name.length)
    if (use === 'declaration') return 'unsure'
    if (use === 'value') all = 'value'
    else if (use === 'unsure' && all === 'type') all = 'unsure'
  }
  return all
}

function useAt(code: Code, start: number, end: number): Use {
  const { bytes } = code
  const skip = skipAround(code.skipped, start)
  if (skip !== undefined) return useInSkipped(code, skip, start, end)
  const last = lastBefore(code, start)
  const before = bytes[last] as number
  const next = firstFrom(bytes, end)
  const after = bytes[next] as number
  if (after === EQUALS && bytes[next + 1] === GREATER) return typeBehindColon(code, last, next) ? 'type' : 'declaration'
  if (bytes[end] === OPEN_BRACKET && bytes[end + 1] === CLOSE_BRACKET) return 'type'
  if (isWordByte[before] === 1) return useBehindWord(code, wordStart(bytes, last), last)
  if (before === AT) return 'value'
  if (before === HASH || (before === DOT && bytes[last - 1] !== DOT)) return 'none'
  if (bytes[end] === OPEN_PAREN && (beforeOperand.has(before) || (before === GREATER && bytes[last - 1] === EQUALS))) return 'value'
  if (before === COMMA && bytes[end] === OPEN_PAREN && isInList(code, last)) return 'value'
  if ((before === COMMA || before === OPEN_BRACKET) && (after === COMMA || after === CLOSE_BRACKET) && isInArray(code, start)) return 'value'
  if (isMethodCalled(bytes, end) && (beforeOperand.has(before) || beforeStatement.has(before))) return 'value'
  if (before === COLON && typeBehindColon(code, last, next)) return 'type'
  if ((before === LESS || before === COMMA) && after === GREATER && endsTypeArguments(bytes, last, next)) return 'type'
  if (before === LESS && isInArguments(bytes, last)) return 'type'
  return mayDeclare(before, after) ? 'declaration' : 'unsure'
}

/** No use in comments and strings; a tag's name in markup is one. */
function useInSkipped({ bytes, hasMarkup }: Code, skip: number, start: number, end: number): Use {
  const first = bytes[skip] as number
  if (first === LESS) return bytes[start - 1] === LESS && isTagName(bytes, start, end) ? 'value' : 'unsure'
  return isQuote(first) || first === BACKTICK || first === SLASH || (first === CLOSE_BRACE && !hasMarkup) ? 'none' : 'unsure'
}

const declaring = new Set(['const', 'let', 'var', 'using', 'function', 'class', 'enum', 'namespace', 'module', 'public', 'private', 'protected', 'readonly', 'override'])
const beforeValue = new Set(['new', 'return', 'throw', 'await', 'yield', 'case', 'instanceof', 'delete', 'else', 'do'])
const declaresValue = new Set(['const', 'let', 'var'])
const beforeType = new Set(['as', 'satisfies', 'implements', 'keyof', 'is'])
const modifiers = new Set(['const', 'let', 'var', 'public', 'private', 'protected', 'readonly', 'static', 'override', 'declare', 'abstract', 'accessor'])
/** A call behind these is no method's signature. */
const beforeOperand = new Set([EQUALS, OPEN_PAREN, OPEN_BRACKET, QUESTION, COLON, BANG, AMPERSAND, BAR, PLUS, MINUS])
const beforeStatement = new Set([SEMICOLON, OPEN_BRACE, CLOSE_BRACE, COMMA])
const openers = new Set([OPEN_PAREN, OPEN_BRACKET, OPEN_BRACE, COMMA, COLON, DOT, STAR, SLASH])
const closers = new Set([CLOSE_PAREN, CLOSE_BRACKET, CLOSE_BRACE, COMMA, COLON, EQUALS, QUESTION, SLASH])
const afterTypeArguments = new Set([OPEN_PAREN, CLOSE_PAREN, COMMA, SEMICOLON, OPEN_BRACE, CLOSE_BRACE, BAR, AMPERSAND, OPEN_BRACKET, CLOSE_BRACKET, EQUALS, GREATER])

function useBehindWord(code: Code, start: number, last: number): Use {
  const word = asciiText(code.bytes, start, last + 1)
  if (word === 'extends') return useOfParent(code, start)
  if (declaring.has(word)) return 'declaration'
  return beforeValue.has(word) ? 'value' : beforeType.has(word) ? 'type' : 'unsure'
}

/** `class Name extends`, `class extends`, `interface Name extends`; type parameters extend, too. */
function useOfParent(code: Code, end: number): Use {
  const named = wordBefore(code, end)
  const keyword = named.word === 'class' ? named : wordBefore(code, named.start)
  if (keyword.word === 'interface') return 'type'
  if (keyword.word !== 'class') return 'unsure'
  const modifier = wordBefore(code, keyword.start)
  const first = modifier.word === 'abstract' ? wordBefore(code, modifier.start) : modifier
  return first.word === 'declare' ? 'unsure' : 'value'
}

/** `a?: Name`, `(a: Name`, `, a: Name)`, `const a: Name`, `a: Name;`, `): Name {`, as against objects, cases and `a ? b : Name`. */
function typeBehindColon(code: Code, colon: number, next: number): boolean {
  const { bytes } = code
  if (bytes[colon] !== COLON) return false
  const end = endOfType(bytes, next)
  const after = bytes[end] as number
  const last = lastBefore(code, colon)
  if (bytes[last] === QUESTION) return last === colon - 1
  if (bytes[last] === CLOSE_PAREN) return after === OPEN_BRACE || (after === EQUALS && bytes[end + 1] === GREATER)
  const start = wordStart(bytes, last)
  if (start > last) return false
  const lead = lastBefore(code, start)
  const before = bytes[lead] as number
  if (isWordByte[before] === 1) return modifiers.has(asciiText(bytes, wordStart(bytes, lead), lead + 1))
  if (before === OPEN_PAREN) return true
  if (before === COMMA) return after === CLOSE_PAREN
  return (before === SEMICOLON || before === OPEN_BRACE) && after === SEMICOLON && asciiText(bytes, start, last + 1) !== 'default'
}

/** Behind what may go on a type that began with a name: `<A, B>`, `[]`, `.C`, `| D`. */
function endOfType(bytes: Uint8Array, from: number): number {
  let i = from
  for (;;) {
    const byte = bytes[i] as number
    if (byte === LESS) {
      const end = endOfArguments(bytes, i)
      if (end < 0) return i
      i = end
    } else if (isWordByte[byte] === 1 || isSpaceByte[byte] === 1 || byte === DOT || byte === BAR || byte === AMPERSAND || byte === OPEN_BRACKET || byte === CLOSE_BRACKET) i++
    else return i
  }
}

/** `Box<Name>(`, `Map<a, Name>;`, as against `a < Name > b`. */
function endsTypeArguments(bytes: Uint8Array, last: number, greater: number): boolean {
  if (bytes[last] === LESS && isWordByte[bytes[last - 1] as number] !== 1) return false
  return afterTypeArguments.has(bytes[firstFrom(bytes, greater + 1)] as number)
}

/** The same from the first of several: `Map<Name, a>(`. */
function isInArguments(bytes: Uint8Array, less: number): boolean {
  const end = isWordByte[bytes[less - 1] as number] === 1 ? endOfArguments(bytes, less) : -1
  return end > 0 && afterTypeArguments.has(bytes[firstFrom(bytes, end)] as number)
}

/** Of arguments or of an array, where a name with a parenthesis is a call: in an object it would be a method. */
function isInList(code: Code, start: number): boolean {
  const open = openAround(code, start)
  return open !== undefined && code.bytes[open] !== OPEN_BRACE
}

/** `return [a, Name]`, `const all = [a, Name]`: an array, not a pattern or a tuple of types. */
function isInArray(code: Code, start: number): boolean {
  const open = openAround(code, start)
  if (open === undefined || code.bytes[open] !== OPEN_BRACKET) return false
  const last = lastBefore(code, open)
  if (code.bytes[last] !== EQUALS) return beforeValue.has(wordBefore(code, open).word)
  return declaresValue.has(wordBefore(code, wordBefore(code, last).start).word)
}

/** A parameter, a part of a pattern, a generator; comments around it may hide any of them. */
function mayDeclare(before: number, after: number): boolean {
  return before === STAR || before === SLASH || (openers.has(before) && closers.has(after))
}

/** `.a.b(` */
function isMethodCalled(bytes: Uint8Array, end: number): boolean {
  let i = end
  while (bytes[i] === DOT) i = wordEnd(bytes, i + 1)
  return i > end && bytes[i] === OPEN_PAREN
}

function isTagName(bytes: Uint8Array, start: number, end: number): boolean {
  const first = bytes[start] as number
  const after = bytes[end] as number
  return first >= 65 && first <= 90 && (isSpaceByte[after] === 1 || after === SLASH || after === GREATER || after === DOT)
}

function hasDecorator({ bytes, text, skipped }: Code): boolean {
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) if (isWordByte[bytes[at + 1] as number] === 1 && skipAround(skipped, at) === undefined) return true
  return false
}
