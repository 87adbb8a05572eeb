// Passes over code inside of markup: only as much is understood as tells where it ends. What a script holds is read by the lexer.

import type { Span } from '../../../../rules/model/place.ts'

/** What becomes of that which is not passed over. */
export interface Passing {
  /** Passes over an element that stands for a value, as in JSX. */
  element?(start: number): number
  /** Takes what code in markup says of imports and the environment: expressions that can stand alone. */
  spoken?(span: Span): void
}

/**
 * Where the code ends that starts at `from`: at the `}` that no `{` of its own opened, or at the fence outside of texts and comments.
 * The end of the text where nothing ends it.
 */
export function skipCode(text: string, from: number, end: '}' | '---', passing: Passing = {}): number {
  let depth = 0
  let i = from
  while (i < text.length) {
    const c = text.charAt(i)
    if (c === end.charAt(0) && text.startsWith(end, i) && (end === '---' || depth === 0)) return i
    if (c === '{') depth++
    else if (c === '}') depth--
    else if (c === '"' || c === "'") i = skipQuoted(text, i) - 1
    else if (c === '`') i = skipTemplate(text, i, passing) - 1
    else if (c === '/') i = skipSlash(text, i) - 1
    else if (c === '<' && passing.element !== undefined && /^<(?:[A-Za-z>]|!--)/.test(text.slice(i, i + 4)) && mayOperandFollow(text, i)) i = passing.element(i) - 1
    else if (c === 'i' && passing.spoken !== undefined) tellSpoken(text, i, passing.spoken)
    i++
  }
  return text.length
}

const spoken = /(?<![\w$.])import\s*(?:\((?:\s|\/\*[^]*?\*\/)*(?:'[^'\\\n]*'|"[^"\\\n]*"|`[^`\\$]*`)\s*\)|\.\s*meta\s*\.\s*env\s*\.\s*[\w$]+)/y

function tellSpoken(text: string, start: number, tell: (span: Span) => void): void {
  spoken.lastIndex = start
  const length = spoken.exec(text)?.[0].length
  if (length !== undefined) tell({ start, end: start + length })
}

/** To behind the closing quote, or to the end of the line, where a text in quotes ends at the latest. */
function skipQuoted(text: string, start: number): number {
  for (let i = start + 1; i < text.length; i++) {
    const c = text[i]
    if (c === '\\') i++
    else if (c === text[start]) return i + 1
    else if (c === '\n') return i
  }
  return text.length
}

function skipTemplate(text: string, start: number, passing: Passing): number {
  let i = start + 1
  while (i < text.length) {
    const c = text[i]
    if (c === '`') return i + 1
    if (c === '\\') i += 2
    else if (c === '$' && text[i + 1] === '{') i = skipCode(text, i + 2, '}', passing) + 1
    else i++
  }
  return text.length
}

/** A comment, a regular expression, or a division. */
function skipSlash(text: string, start: number): number {
  if (text[start + 1] === '/') return endOr(text, text.indexOf('\n', start))
  if (text[start + 1] === '*') return endOr(text, text.indexOf('*/', start + 2), 2)
  if (!mayOperandFollow(text, start)) return start + 1
  let isInClass = false
  for (let i = start + 1; i < text.length && text[i] !== '\n'; i++) {
    const c = text[i]
    if (c === '\\') i++
    else if (c === '[') isInClass = true
    else if (c === ']') isInClass = false
    else if (c === '/' && !isInClass) return i + 1
  }
  return start + 1
}

const beforeOperand = /(?:^|[^\w$)\]}"'`.]|(?<![\w$.])(?:return|typeof|case|in|of|await|yield|void|delete|do|else|instanceof|new|throw))$/

function mayOperandFollow(text: string, at: number): boolean {
  return beforeOperand.test(text.slice(Math.max(0, at - 200), at).trimEnd())
}

/** Behind what was found; the end of the text where nothing was. */
export function endOr(text: string, found: number, length = 0): number {
  return found < 0 ? text.length : found + length
}
