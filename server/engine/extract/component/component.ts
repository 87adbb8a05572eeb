// Components of Vue, Svelte and Astro: code inside of markup. Such a file is read as code of the same length in which the markup is
// blank, so that whatever reads code reads it, and every place is one in the file itself.
import type { ImportFact } from '../../../../rules/model/facts.ts'
import type { Path, Span } from '../../../../rules/model/place.ts'
import type { Code } from '../../../../rules/model/rewrite.ts'
import { marker } from '../ignores.ts'
import { isComponent } from '../is-source.ts'
import { isStackOverflow } from '../parse.ts'
import { astroBlocks } from './astro.ts'
import type { Blocks, Language } from './blocks.ts'
import { svelteBlocks } from './svelte.ts'
import { vueBlocks } from './vue.ts'

export interface Component {
  readonly code: Code
  /** Only the scripts whose exports others may import. */
  readonly api: Code
  /** Imports that the markup makes: `<script src>`. */
  readonly imports: readonly ImportFact[]
  readonly isUsedByMarkup: boolean
  /** What of the file is not read, and why. */
  readonly unread: readonly { readonly span: Span; readonly message: string }[]
}

const readers: Readonly<Record<string, (text: string) => Blocks>> = { '.vue': vueBlocks, '.svelte': svelteBlocks, '.astro': astroBlocks }

/** The file as whatever reads code takes it: itself, where it is no component. */
export function codeIn(path: Path, text: string): Code {
  return isComponent(path) ? componentOf(path, text).code : { path, text, scripts: [{ start: 0, end: text.length }] }
}

/** The code that runs once, when the file is loaded, and not for each component anew. */
export function sharedIn(path: Path, text: string): readonly Span[] {
  return isComponent(path) ? (blocksOf(path, text) ?? nothing).scripts.flatMap(({ span, isShared }) => isShared ? [span] : []) : [{ start: 0, end: text.length }]
}

export function componentOf(path: Path, text: string): Component {
  const read = blocksOf(path, text)
  const { scripts, imports, foreign, comments, spoken, isUsedByMarkup } = read ?? nothing
  const codePath = `${path.replaceAll('.d.', '.')}.${languageOfAll(scripts.map(({ language }) => language))}`
  const all = [...scripts.map(({ span }) => span), ...spoken].sort((a, b) => a.start - b.start)
  const code = { path: codePath, text: withoutMarkup(text, all, comments), scripts: scripts.map(({ span }) => span) }
  const open = scripts.flatMap(({ span, isApi }) => isApi ? [span] : [])
  const api = open.length === scripts.length ? code : { path: codePath, text: withoutMarkup(text, open, []), scripts: open }
  const unread = read === undefined
    ? [{ span: { start: 0, end: 0 }, message: 'does not parse: nested too deeply' }]
    : foreign.map((span) => ({ span, message: 'this script is in a language that bulkhead does not read' }))
  return { code, api, imports, isUsedByMarkup, unread }
}

const nothing: Blocks = { scripts: [], imports: [], foreign: [], comments: [], spoken: [], isUsedByMarkup: true }

function blocksOf(path: Path, text: string): Blocks | undefined {
  const read = readers[path.slice(path.lastIndexOf('.'))]
  if (read === undefined) throw new Error(`${path} is no component`)
  try {
    return read(text)
  } catch (error) {
    if (isStackOverflow(error)) return undefined
    throw error
  }
}

function languageOfAll(languages: readonly Language[]): Language {
  return languages.includes('tsx') ? 'tsx' : languages.includes('ts') ? 'ts' : 'js'
}

/**
 * Behind a piece of code stands U+2028, which ends a comment and a statement, but no line of an editor; before the next one a statement
 * that no bracket there can go on. Comments to bulkhead become comments of code.
 */
function withoutMarkup(text: string, pieces: readonly Span[], comments: readonly Span[]): string {
  let code = ''
  for (const { start, end } of pieces) {
    const gap = markupBefore(text, code.length, start, comments)
    code += (code !== '' && gap.endsWith('  ') ? `${gap.slice(0, -2)}0;` : gap) + text.slice(start, end)
    if (end < text.length) code += isLineEnd(text[end]) ? text[end] : '\u2028'
  }
  return code + markupBefore(text, code.length, text.length, comments)
}

function markupBefore(text: string, from: number, to: number, comments: readonly Span[]): string {
  let code = ''
  for (const { start, end } of comments) {
    if (start < from || end > to || !isForBulkhead(text.slice(start, end))) continue
    code += `${blank(text.slice(from + code.length, start))}/*  ${text.slice(start + 4, end - 3).replaceAll('*/', '* ')} */`
  }
  return code + blank(text.slice(from + code.length, to))
}

function isForBulkhead(comment: string): boolean {
  return comment.includes(marker) && comment.endsWith('-->')
}

function isLineEnd(character: string | undefined): boolean {
  return character === '\n' || character === '\r'
}

function blank(text: string): string {
  return text.replace(/[^\r\n]+/g, (line) => ' '.repeat(line.length))
}
