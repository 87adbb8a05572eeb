// What stands around a place in code whose strings, comments and declarations are known.

import { decodeByByte } from '../decode.ts'
import { AMPERSAND, BAR, CLOSE_BRACKET, COMMA, DOT, GREATER, LESS, OPEN_BRACKET, SLASH, STAR, asciiText, isSpaceByte, isWordByte, wordStart } from './bytes.ts'
import { nesting } from './pairs.ts'
import type { Scan } from './scan.ts'

export interface Code {
  readonly bytes: Uint8Array
  /** One character a byte. */
  readonly text: string
  readonly skipped: readonly number[]
  readonly hasMarkup: boolean
}

/** Of a scan that noted what it skipped. */
export function codeOf({ bytes, end, language, skipped }: Scan): Code | undefined {
  return skipped && { bytes, text: decodeByByte(bytes.subarray(0, end)), skipped, hasMarkup: language === 'tsx' }
}

/** The last byte of code before `start`. */
export function lastBefore({ bytes, skipped }: Code, start: number): number {
  let i = start - 1
  for (;;) {
    while (isSpaceByte[bytes[i] as number] === 1) i--
    const skip = skipAround(skipped, i)
    if (skip === undefined || !isComment(bytes, skip)) return i
    i = skip - 1
  }
}

function isComment(bytes: Uint8Array, start: number): boolean {
  return bytes[start] === SLASH && (bytes[start + 1] === SLASH || bytes[start + 1] === STAR)
}

export function wordBefore(code: Code, end: number): { readonly word: string; readonly start: number } {
  const last = lastBefore(code, end)
  const start = wordStart(code.bytes, last)
  return start > last ? { word: '', start: end } : { word: asciiText(code.bytes, start, last + 1), start }
}

export function firstFrom(bytes: Uint8Array, end: number): number {
  let i = end
  while (isSpaceByte[bytes[i] as number] === 1) i++
  return i
}

/** Lists are short, and whoever asks of each of a long one must not read it again and again. */
const farthest = 2_048

/** Where the bracket is that is open around this place; undefined where it is far off. */
export function openAround({ bytes, skipped }: Code, start: number): number | undefined {
  let behind = firstBehind(skipped, start)
  let depth = 0
  for (let i = start - 1; i > start - farthest; i--) {
    if (behind > 0 && skipped[2 * behind - 1] === i + 1) {
      behind--
      i = skipped[2 * behind] as number
    } else {
      depth += nesting[bytes[i] as number] ?? 0
      if (depth > 0) return i
    }
  }
  return undefined
}

/** Whether one stands there in no brackets, and is none of type arguments: a variable that is declared behind it would stand before no `>`. */
export function hasCommaBetween({ bytes, skipped }: Code, from: number, to: number): boolean {
  let next = firstBehind(skipped, from)
  let depth = 0
  for (let i = from; i < to; i++) {
    if (skipped[2 * next] === i) {
      i = (skipped[2 * next + 1] as number) - 1
      next++
    } else {
      const byte = bytes[i] as number
      if (byte === COMMA && depth === 0) return true
      const argumentsEnd = byte === LESS && depth === 0 ? endOfArguments(bytes, i) : -1
      if (argumentsEnd > 0) i = argumentsEnd - 1
      depth += nesting[byte] as number
    }
  }
  return false
}

/** From `<` to behind its `>`; -1 where anything stands between that is no plain list of types. */
export function endOfArguments(bytes: Uint8Array, start: number): number {
  let depth = 0
  for (let i = start; ; i++) {
    const byte = bytes[i] as number
    if (byte === LESS) depth++
    else if (byte === GREATER) {
      depth--
      if (depth === 0) return i + 1
    } else if (!(isWordByte[byte] === 1 || isSpaceByte[byte] === 1 || byte === DOT || byte === COMMA || byte === BAR || byte === AMPERSAND || byte === OPEN_BRACKET || byte === CLOSE_BRACKET)) return -1
  }
}

/** Where the stretch starts that was skipped and holds this place. */
export function skipAround(skipped: readonly number[], at: number): number | undefined {
  const start = skipped[2 * firstBehind(skipped, at)]
  return start !== undefined && start <= at ? start : undefined
}

/** The first stretch that ends behind this place. */
function firstBehind(skipped: readonly number[], at: number): number {
  let [low, high] = [0, skipped.length / 2]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((skipped[2 * middle + 1] as number) <= at) low = middle + 1
    else high = middle
  }
  return low
}
