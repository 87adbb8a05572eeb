// A tag of markup with its attributes. HTML's own rules, and what the languages of components add to them.
import type { Span } from '../../../../rules/model/place.ts'
import { endOr, skipCode, type Passing } from './skip-code.ts'

export interface Tag {
  readonly name: string
  readonly attributes: ReadonlyMap<string, Attribute>
  readonly span: Span
  /** `<slot/>` */
  readonly closesItself: boolean
}

export interface Attribute {
  /** '' where it has none, undefined where it is code. */
  readonly value: string | undefined
  /** With its quotes. */
  readonly span: Span
}

/** Where code may stand in a tag: in braces, and in quotes too. */
export type Braces = 'none' | 'bare' | 'also quoted'

/** Whether a tag opens here: `a < b` does not. */
export function opensTag(text: string, at: number): boolean {
  return text[at] === '<' && /[A-Za-z]/.test(text.charAt(at + 1))
}

/** The tag that opens at `start`. `passing` is for the code in its braces. */
export function readTag(text: string, start: number, braces: Braces, passing: Passing = {}): Tag {
  const name = until(text, start + 1, /[\s/>]/g)
  const attributes = new Map<string, Attribute>()
  let i = name
  for (;;) {
    i = until(text, i, /\S/g)
    if (i >= text.length || text[i] === '>') break
    if (text[i] === '/') { i++; continue }
    if (text[i] === '{' && braces !== 'none') { i = skipBraces(text, i, passing); continue }
    const end = until(text, i + 1, /[\s/>=]/g)
    const equals = until(text, end, /\S/g)
    if (text[equals] !== '=') {
      attributes.set(text.slice(i, end), { value: '', span: { start: i, end } })
      i = end
      continue
    }
    const value = readValue(text, until(text, equals + 1, /\S/g), braces, passing)
    attributes.set(text.slice(i, end), value)
    i = value.span.end
  }
  return { name: text.slice(start + 1, name), attributes, span: { start, end: Math.min(i + 1, text.length) }, closesItself: text[i - 1] === '/' }
}

function readValue(text: string, start: number, braces: Braces, passing: Passing): Attribute {
  const quote = text[start]
  if (quote === '"' || quote === "'") {
    let isCode = false
    let i = start + 1
    while (i < text.length && text[i] !== quote) {
      if (text[i] === '{' && braces === 'also quoted') {
        isCode = true
        i = skipBraces(text, i, passing)
      } else i++
    }
    const end = Math.min(i + 1, text.length)
    return { value: isCode ? undefined : text.slice(start + 1, i), span: { start, end } }
  }
  if (quote === '{' && braces !== 'none') return { value: undefined, span: { start, end: skipBraces(text, start, passing) } }
  if (quote === '`' && braces === 'bare') return { value: undefined, span: { start, end: endOr(text, text.indexOf('`', start + 1), 1) } }
  const end = until(text, start, /[\s>]/g)
  // `<script src=./a.ts/>`: the slash is the tag's.
  const last = text[end] === '>' && text[end - 1] === '/' && end - 1 > start ? end - 1 : end
  return { value: text.slice(start, last), span: { start, end: last } }
}

function skipBraces(text: string, start: number, passing: Passing): number {
  return Math.min(skipCode(text, start + 1, '}', passing) + 1, text.length)
}

/** What stands between a tag and the one that closes it, no matter what it holds. `end` is behind that. */
export function rawContent(text: string, tag: Tag): { readonly content: Span; readonly end: number } {
  const closing = new RegExp(`</${tag.name.replace(/[^\w-]/g, '\\$&')}(?=[\\s/>])`, 'gi')
  closing.lastIndex = tag.span.end
  const found = closing.exec(text)?.index ?? text.length
  return { content: { start: tag.span.end, end: found }, end: endOr(text, text.indexOf('>', found), 1) }
}

/** Behind the comment that starts here. */
export function commentEnd(text: string, start: number): number {
  return endOr(text, text.indexOf('-->', start + 4), 3)
}

function until(text: string, from: number, what: RegExp): number {
  what.lastIndex = from
  return what.exec(text)?.index ?? text.length
}
