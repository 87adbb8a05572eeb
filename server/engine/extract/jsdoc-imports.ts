// Imports in JSDoc: `@import { A } from 'x'`, and `import('x').A` where a tag takes a type.
// Source: https://www.typescriptlang.org/docs/handbook/jsdoc-supported-types.html (checked 2026-11)
import type { ImportFact } from '../../../rules/model/facts.ts'
import type { Span } from '../../../rules/model/place.ts'

export function jsdocImports(text: string, comments: readonly Span[]): readonly ImportFact[] {
  return comments.flatMap(({ start, end }) => {
    const comment = text.slice(start, end)
    return comment.startsWith('/**') && comment.includes('import') ? [...inComment(comment)].map(fact => moved(fact, start)) : []
  })
}

/** Tags whose type stands in braces, and may stand after the name. */
const named = new Set(['param', 'arg', 'argument', 'property', 'prop'])
const typed = new Set([...named, 'typedef', 'return', 'returns', 'template', 'satisfies', 'throws', 'exception'])
/** Tags whose type needs no braces. */
const bare = new Set(['type', 'this', 'enum'])
/** Tags that name a class, which may have arguments that are types. */
const ofClass = new Set(['extends', 'augments', 'implements'])

function* inComment(comment: string): Iterable<ImportFact> {
  const text = plain(comment)
  for (const { 1: tag = '', index, 0: { length } } of text.matchAll(/(?<=\s)@(\w+)/g)) {
    const after = index + length
    if (tag === 'import') yield* importTag(text, comment, index, after)
    else if (typed.has(tag) || bare.has(tag) || ofClass.has(tag)) yield* importTypes(text, comment, typeAfter(text, after, tag))
  }
}

/** Without what holds no code: the stars at the start of lines, and what stands in backticks. As long as before. */
function plain(comment: string): string {
  return comment.slice(0, -2)
    .replace(/^\/\*\*+|^[ \t]*\*+/gm, stars => ' '.repeat(stars.length))
    .replace(/`[^`\n]*`?/g, (code, offset: number, all: string) => isInBraces(all, offset) ? code : ' '.repeat(code.length))
}

/** Backticks in a type are a template of texts. */
function isInBraces(text: string, offset: number): boolean {
  const line = text.slice(text.lastIndexOf('\n', offset) + 1, offset)
  return line.lastIndexOf('{') > line.lastIndexOf('}')
}

function* importTag(text: string, comment: string, start: number, after: number): Iterable<ImportFact> {
  const clause = /\s+(?:[^'"@;]*?\bfrom\s*)?(?=(['"])([^'"\n]+)\1)/y
  clause.lastIndex = after
  const found = clause.exec(text)
  if (found !== null) yield factAt(comment, start, clause.lastIndex, clause.lastIndex + (found[2] ?? '').length + 2)
}

function typeAfter(text: string, after: number, tag: string): Span | undefined {
  const opening = named.has(tag) ? /\s*(?:[\w$.[\]]+\s+)?\{/y : ofClass.has(tag) ? /\s*\{\s*[\w$.]+\s*(?=<)/y : /\s*\{/y
  opening.lastIndex = after
  if (opening.test(text)) return { start: opening.lastIndex, end: closing(text, opening.lastIndex) }
  return bare.has(tag) ? { start: after, end: endOfLine(text, after) } : undefined
}

/** Where the brace closes that opened before; the end of the comment where it does not. */
function closing(text: string, from: number): number {
  let open = 1
  for (const { 0: token, index } of text.slice(from).matchAll(/[{}]|'[^'\n]*'|"[^"\n]*"/g)) {
    if (token === '{') open++
    else if (token === '}' && --open === 0) return from + index
  }
  return text.length
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from)
  return end < 0 ? text.length : end
}

function* importTypes(text: string, comment: string, type: Span | undefined): Iterable<ImportFact> {
  if (type === undefined) return
  for (const { index, 0: { length }, 2: specifier = '' } of text.slice(type.start, type.end).matchAll(/(?<![\w$.'"])import\s*\(\s*(?=(['"])([^'"\n]+)\1)/g)) {
    const start = type.start + index
    const end = start + length + specifier.length + 2
    const rest = /[^)]*\)(?:\s*\.\s*[\w$]+)*/y
    rest.lastIndex = end
    yield factAt(comment, start, start + length, end, end + (rest.exec(text)?.[0].length ?? 0))
  }
}

function factAt(comment: string, start: number, quote: number, end: number, statementEnd = end): ImportFact {
  return { specifier: comment.slice(quote + 1, end - 1), kind: 'jsdoc', span: { start: quote, end }, statement: { start, end: statementEnd } }
}

function moved(fact: ImportFact, by: number): ImportFact {
  return { ...fact, span: { start: fact.span.start + by, end: fact.span.end + by }, statement: { start: fact.statement.start + by, end: fact.statement.end + by } }
}
