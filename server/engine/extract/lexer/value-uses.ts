// Whether an import is surely used as a value, told by the bytes around its names: at a hundredth of the cost of the tree that tells it of
// every import. Sure is what can stand in no type, as `new Name` or `= name(`, in a file where nothing else may be called so.

import type { Path } from '../../../../rules/model/place.ts'
import { clauseItems } from '../clause-names.ts'
import { decodeByByte } from '../decode.ts'
import { AMPERSAND, AT, BANG, BAR, CLOSE_BRACE, CLOSE_BRACKET, CLOSE_PAREN, COLON, COMMA, DOT, EQUALS, GREATER, HASH, LESS, MINUS, OPEN_BRACE, OPEN_BRACKET, OPEN_PAREN, PLUS, QUESTION, SEMICOLON, SLASH, STAR, isSpaceByte, isWordByte, asciiText, wordEnd, wordStart } from './bytes.ts'
import { scanned } from './lexed-facts.ts'

/** The imports, by index, that surely run. The others may. */
export function surelyRunning(path: Path, bytes: Uint8Array): ReadonlySet<number> {
  const scan = scanned(path, bytes, true)
  if (scan?.skipped === undefined) return new Set()
  const code: Code = { bytes: scan.bytes, text: decodeByByte(scan.bytes.subarray(0, scan.end)), skipped: scan.skipped }
  return new Set(scan.imports.flatMap(({ kind, statementStart, start }, i) =>
    kind === 'value' && namesAt(code, statementStart, start).some((name) => isSurelyUsed(code, name)) ? [i] : []))
}

interface Code {
  readonly bytes: Uint8Array
  readonly text: string
  readonly skipped: readonly number[]
}

/** Those that the file itself uses, types left out. */
function namesAt({ text }: Code, from: number, to: number): readonly string[] {
  return (clauseItems(text.slice(from, to)) ?? []).flatMap(({ as, isType }) => isType ? [] : as)
}

function isSurelyUsed(code: Code, name: string): boolean {
  const { bytes, text } = code
  let isUsed = false
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
    if (isWordByte[bytes[at - 1] as number] === 1 || isWordByte[bytes[at + name.length] as number] === 1) continue
    const use = useAt(code, at, at + name.length)
    if (use === 'declaration') return false
    if (use === 'value') isUsed = true
  }
  return isUsed
}

/** 'declaration' where it may declare a name of the file's own, 'unsure' where it may be a type, a key or no code at all. */
function useAt(code: Code, start: number, end: number): 'value' | 'declaration' | 'unsure' {
  const { bytes } = code
  const skip = skipAround(code.skipped, start)
  if (skip !== undefined) return bytes[skip] === LESS && bytes[start - 1] === LESS && isTagName(bytes, start, end) ? 'value' : 'unsure'
  const last = lastBefore(bytes, start)
  const before = bytes[last] as number
  const next = firstFrom(bytes, end)
  const after = bytes[next] as number
  const isArrow = after === EQUALS && bytes[next + 1] === GREATER
  if (isArrow) return 'declaration'
  if (isWordByte[before] === 1) {
    const word = asciiText(bytes, wordStart(bytes, last), last + 1)
    if (word === 'extends') return isClassHead(bytes, wordStart(bytes, last)) ? 'value' : 'unsure'
    return declaring.has(word) ? 'declaration' : beforeValue.has(word) ? 'value' : 'unsure'
  }
  if (before === AT) return 'value'
  if (before === HASH || (before === DOT && bytes[last - 1] !== DOT)) return 'unsure'
  if (isCalled(bytes, end) && (beforeOperand.has(before) || (before === GREATER && bytes[last - 1] === EQUALS))) return 'value'
  if (isMethodCalled(bytes, end) && (beforeOperand.has(before) || beforeStatement.has(before))) return 'value'
  return mayDeclare(before, after) ? 'declaration' : 'unsure'
}

const declaring = new Set(['const', 'let', 'var', 'using', 'function', 'class', 'enum', 'namespace', 'module', 'public', 'private', 'protected', 'readonly', 'override'])
const beforeValue = new Set(['new', 'return', 'throw', 'await', 'yield', 'case', 'instanceof', 'delete', 'else', 'do'])
/** A call behind these is no method's signature. */
const beforeOperand = new Set([EQUALS, OPEN_PAREN, OPEN_BRACKET, QUESTION, COLON, BANG, AMPERSAND, BAR, PLUS, MINUS])
const beforeStatement = new Set([SEMICOLON, OPEN_BRACE, CLOSE_BRACE, COMMA])
const openers = new Set([OPEN_PAREN, OPEN_BRACKET, OPEN_BRACE, COMMA, COLON, DOT, STAR, SLASH])
const closers = new Set([CLOSE_PAREN, CLOSE_BRACKET, CLOSE_BRACE, COMMA, COLON, EQUALS, QUESTION, SLASH, OPEN_PAREN])

/** A parameter, a part of a pattern, a generator; comments around it may hide any of them. */
function mayDeclare(before: number, after: number): boolean {
  return before === STAR || before === SLASH || (openers.has(before) && closers.has(after) && after !== OPEN_PAREN)
}

/** `class Name extends`, `class extends`: interfaces and type parameters extend types. */
function isClassHead(bytes: Uint8Array, end: number): boolean {
  const last = lastBefore(bytes, end)
  const start = wordStart(bytes, last)
  if (asciiText(bytes, start, last + 1) === 'class') return true
  const before = lastBefore(bytes, start)
  return start <= last && asciiText(bytes, wordStart(bytes, before), before + 1) === 'class'
}

function isCalled(bytes: Uint8Array, end: number): boolean {
  return bytes[end] === OPEN_PAREN
}

/** `.a.b(` */
function isMethodCalled(bytes: Uint8Array, end: number): boolean {
  let i = end
  while (bytes[i] === DOT) i = wordEnd(bytes, i + 1)
  return i > end && isCalled(bytes, i)
}

function isTagName(bytes: Uint8Array, start: number, end: number): boolean {
  const first = bytes[start] as number
  const after = bytes[end] as number
  return first >= 65 && first <= 90 && (isSpaceByte[after] === 1 || after === SLASH || after === GREATER || after === DOT)
}

function lastBefore(bytes: Uint8Array, start: number): number {
  let i = start - 1
  while (isSpaceByte[bytes[i] as number] === 1) i--
  return i
}

function firstFrom(bytes: Uint8Array, end: number): number {
  let i = end
  while (isSpaceByte[bytes[i] as number] === 1) i++
  return i
}

/** Where the stretch starts that was skipped and holds this place. */
function skipAround(skipped: readonly number[], at: number): number | undefined {
  let [low, high] = [0, skipped.length / 2]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((skipped[2 * middle + 1] as number) <= at) low = middle + 1
    else high = middle
  }
  const start = skipped[2 * low]
  return start !== undefined && start <= at ? start : undefined
}
