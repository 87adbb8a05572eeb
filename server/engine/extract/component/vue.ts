import type { ImportFact } from '../../../../rules/model/facts.ts'
import type { Span } from '../../../../rules/model/place.ts'
import { type Blocks, importOf, languageOf, type Script } from './blocks.ts'
import { endOr } from './skip-code.ts'
import { commentEnd, opensTag, rawContent, readTag, type Tag } from './tag.ts'

/** A Vue component: blocks side by side, each of which is text to the others. Only a template in HTML may hold tags of its own name. */
export function vueBlocks(text: string): Blocks {
  const scripts: Script[] = []
  const imports: ImportFact[] = []
  const foreign: Span[] = []
  const comments: Span[] = []
  let hasSetup = false
  for (let i = text.indexOf('<'); i >= 0; i = text.indexOf('<', i)) {
    if (text.startsWith('<!--', i)) {
      const end = commentEnd(text, i)
      comments.push({ start: i, end })
      i = end
      continue
    }
    if (!opensTag(text, i)) { i++; continue }
    const tag = readTag(text, i, 'none')
    const { content, end } = blockOf(text, tag)
    i = end
    if (tag.name !== 'script') continue
    const src = tag.attributes.get('src')
    const language = languageOf(tag)
    hasSetup ||= tag.attributes.has('setup')
    if (src !== undefined) imports.push(...importOf(tag, src))
    else if (language === undefined) foreign.push(tag.span)
    else scripts.push({ span: content, language, isApi: true, isShared: !tag.attributes.has('setup') })
  }
  return { scripts, imports, foreign, comments, spoken: [], isUsedByMarkup: hasSetup }
}

function blockOf(text: string, tag: Tag): { readonly content: Span; readonly end: number } {
  if (tag.closesItself) return { content: { start: tag.span.end, end: tag.span.end }, end: tag.span.end }
  const language = tag.attributes.get('lang')?.value ?? 'html'
  if (tag.name !== 'template' || (language !== 'html' && language !== '')) return rawContent(text, tag)
  return { content: { start: tag.span.end, end: tag.span.end }, end: templateEnd(text, tag.span.end) }
}

const rawInTemplate = new Set(['script', 'style', 'textarea', 'title'])

function templateEnd(text: string, from: number): number {
  let depth = 1
  let i = from
  while (i < text.length) {
    if (text.startsWith('{{', i)) i = Math.max(text.indexOf('}}', i), i) + 2
    else if (text[i] !== '<') i++
    else if (text.startsWith('<!--', i)) i = commentEnd(text, i)
    else if (/^<\/template[\s/>]/.test(text.slice(i, i + 12))) {
      i = endOr(text, text.indexOf('>', i), 1)
      if (--depth === 0) return i
    } else if (opensTag(text, i)) {
      const tag = readTag(text, i, 'none')
      i = rawInTemplate.has(tag.name) && !tag.closesItself ? rawContent(text, tag).end : tag.span.end
      if (tag.name === 'template' && !tag.closesItself) depth++
    } else i++
  }
  return i
}
