// `/// <reference path="x"/>` and `types="x"`: comments before the first token of a file.
// Source: https://www.typescriptlang.org/docs/handbook/triple-slash-directives.html (checked 2026-11)
import type { ImportFact } from '../../../rules/model/facts.ts'
import type { Span } from '../../../rules/model/place.ts'

export function referenceDirectives(text: string, comments: readonly Span[]): readonly ImportFact[] {
  const found: ImportFact[] = []
  let end = /^#!.*/.exec(text)?.[0].length ?? 0
  for (const comment of comments) {
    if (comment.start < end) continue
    if (text.slice(end, comment.start).trim() !== '') break
    end = comment.end
    const directive = referenceIn(text.slice(comment.start, comment.end), comment)
    if (directive !== undefined) found.push(directive)
  }
  return found
}

function referenceIn(comment: string, { start, end }: Span): ImportFact | undefined {
  const tag = /^\/\/\/\s*<reference\s.*?\/>/i.exec(comment)?.[0]
  if (tag === undefined || /\sno-default-lib\s*=\s*["']true["']/.test(tag)) return undefined
  // One directive says one thing, and TypeScript asks in this order.
  for (const sort of ['types', 'lib', 'path'] as const) {
    const value = new RegExp(`\\s${sort}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'd').exec(tag)
    const [from, to] = value?.indices?.[1] ?? value?.indices?.[2] ?? []
    if (from === undefined || to === undefined) continue
    const written = tag.slice(from, to)
    if (sort === 'lib' || written === '') return undefined
    return { specifier: sort === 'path' ? asRelative(written) : written, kind: 'jsdoc', span: { start: start + from - 1, end: start + to + 1 }, statement: { start, end } }
  }
  return undefined
}

/** A path is one from the folder of the file, whether or not it says so. */
function asRelative(path: string): string {
  return /^(?:\.{0,2}\/|\.{1,2}$)/.test(path) ? path : `./${path}`
}
