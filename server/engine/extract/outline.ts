// Imports from what the parser notes on the way, without a tree. That knows only the plain forms: where the text has a word
// that was not noted, the tree is to be asked.
import type { ImportFact } from '../../../rules/model/facts.ts'
import type { Span } from '../../../rules/model/place.ts'
import type { Outline } from './parse.ts'

export interface OutlineFacts {
  readonly imports: readonly ImportFact[]
  readonly barrel: boolean
}

/** What the outline tells, though the text may have more. */
export function factsOf(text: string, { module }: Outline): OutlineFacts {
  const imports: ImportFact[] = []
  const imported = new Set<string>()
  const importStarts = new Set<number>()
  let barrel = false
  for (const { start, end, moduleRequest, entries } of module.staticImports) {
    importStarts.add(start)
    for (const { localName } of entries) imported.add(localName.value)
    const isType = entries.length > 0 && entries.every(entry => entry.isType)
    imports.push({ specifier: moduleRequest.value, kind: isType ? 'type' : 'value', span: spanOf(moduleRequest), statement: { start, end } })
  }
  for (const { start, end, entries } of module.staticExports) {
    const request = entries[0]?.moduleRequest
    // `import { a } from './a'; export { a }` is noted as an export that starts where the import does.
    if (request && !importStarts.has(start)) {
      const isType = entries.every(entry => entry.isType)
      imports.push({ specifier: request.value, kind: isType ? 'type' : 'reexport', span: spanOf(request), statement: { start, end } })
    }
    barrel ||= Boolean(request) || entries.some(({ localName }) => typeof localName.start === 'number' && typeof localName.end === 'number' && imported.has(text.slice(localName.start, localName.end)))
  }
  const notedStarts = new Set<number>()
  for (const { start, end, moduleRequest } of module.dynamicImports) {
    // What may be a pattern, as in `({ a } = await import('./a'))`, is read more than once, and so is noted more than once.
    if (notedStarts.has(start)) continue
    notedStarts.add(start)
    const specifier = plainText(text.slice(moduleRequest.start, moduleRequest.end))
    if (specifier !== undefined) imports.push({ specifier, kind: 'dynamic', span: spanOf(moduleRequest), statement: { start, end } })
  }
  return { imports: imports.sort((a, b) => a.span.start - b.span.start), barrel }
}

/** Whether the outline tells all: every `import`, `export` and call of `require` in the text is one that the parser noted, or stands in a comment. */
export function isOutlineComplete(text: string, outline: Outline): boolean {
  const { module } = outline
  for (const { moduleRequest } of module.dynamicImports) {
    if (mayBeText(text, moduleRequest) && plainText(text.slice(moduleRequest.start, moduleRequest.end)) === undefined) return false
  }
  // `import type {} from` and `import {} from` are noted alike.
  for (const { start, moduleRequest, entries } of module.staticImports) {
    if (entries.length === 0 && text.slice(start, moduleRequest.start).includes('type')) return false
  }
  const noted = new Set<number>()
  for (const list of [module.staticImports, module.staticExports, module.dynamicImports, module.importMetas]) for (const { start } of list) noted.add(start)
  let comments: readonly Span[] | undefined
  for (const { index } of text.matchAll(suspicious)) {
    if (noted.has(index)) continue
    comments ??= Array.from(outline.comments, spanOf)
    if (!isWithin(comments, index)) return false
  }
  return true
}

/** `export {}` alone only says that the file is a module. */
const emptyList = String.raw`\s*\{\s*\}(?!\s*(?:from|\/))`

/** Imports nothing, wherever it stands. The parser notes no exports inside of namespaces, which some code bases have in every file. */
const declaration = String.raw`\s+(?:(?:abstract|async|class|const|declare|enum|function|interface|let|namespace|var)\b|type\s+[\w$]+\s*[=<])`

const suspicious = new RegExp(String.raw`(?<![\w$#])(?:import(?![\w$:])|export(?![\w$:]|${emptyList}|${declaration})|require(?=\s*[(<?/]))`, 'g')

/** A specifier whose text can be read off, since it has no escapes. */
function plainText(written: string): string | undefined {
  return /^'[^'\\]*'$|^"[^"\\]*"$|^`[^`\\$\r]*`$/.test(written) ? written.slice(1, -1) : undefined
}

/** `'a' + b` is none, but that takes a tree to know. */
function mayBeText(text: string, span: Span): boolean {
  return /['"`]/.test(text.charAt(span.start)) && /['"`]/.test(text.charAt(span.end - 1)) && !/(?<!\\)\$\{/.test(text.slice(span.start, span.end))
}

function isWithin(sorted: readonly Span[], offset: number): boolean {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle]?.end ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return (sorted[low]?.start ?? Infinity) <= offset
}

function spanOf({ start, end }: Span): Span {
  return { start, end }
}
