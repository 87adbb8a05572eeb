import type { ImportFact } from '../../../../rules/model/facts.ts'
import type { Span } from '../../../../rules/model/place.ts'
import { type Blocks, importOf, languageOf, type Script } from './blocks.ts'
import { endOr, skipCode } from './skip-code.ts'
import { commentEnd, opensTag, rawContent, readTag, type Tag } from './tag.ts'

/** A Svelte component: scripts are those that stand in no element and no block; a script inside of one is for the browser. */
export function svelteBlocks(text: string): Blocks {
  const scripts: Tag[] = []
  const comments: Span[] = []
  const spoken: Span[] = []
  const passing = { spoken: (span: Span): void => { spoken.push(span) } }
  const open: string[] = []
  const close = (name: string): void => { if (open.includes(name)) open.length = open.lastIndexOf(name) }
  let i = 0
  while (i < text.length) {
    if (text[i] === '{') {
      const [head, sigil, word] = /^\s*(?:([#@:]|\/(?![/*]))\s*(\w*))?/.exec(text.slice(i + 1, i + 80)) ?? ['']
      const end = skipCode(text, i + 1 + head.length, '}', passing)
      if (sigil === '#') open.push(`#${word}`)
      else if (sigil === '/') close(`#${word}`)
      i = end + 1
    } else if (text[i] !== '<') i++
    else if (text.startsWith('<!--', i)) {
      const end = commentEnd(text, i)
      comments.push({ start: i, end })
      i = end
    } else if (text[i + 1] === '/') {
      close(/^[^\s/>]*/.exec(text.slice(i + 2, i + 200))?.[0] ?? '')
      i = endOr(text, text.indexOf('>', i), 1)
    } else if (opensTag(text, i)) {
      const tag = readTag(text, i, 'also quoted', passing)
      const isRaw = raw.has(tag.name) && !tag.closesItself
      if (tag.name === 'script' && open.length === 0) scripts.push(tag)
      if (!isRaw && !tag.closesItself && !voids.has(tag.name)) open.push(tag.name)
      i = isRaw ? rawContent(text, tag).end : tag.span.end
    } else i++
  }
  return { ...scriptsOf(text, scripts), comments, spoken, isUsedByMarkup: true }
}

const raw = new Set(['script', 'style', 'textarea'])
const voids = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'param', 'source', 'track', 'wbr'])

/** One script in TypeScript makes both so. */
function scriptsOf(text: string, tags: readonly Tag[]): { readonly scripts: readonly Script[]; readonly imports: readonly ImportFact[]; readonly foreign: readonly Span[] } {
  const isTypeScript = tags.some((tag) => languageOf(tag) === 'ts' || tag.attributes.get('type')?.value === 'text/typescript')
  const imports = tags.flatMap((tag) => {
    const src = tag.attributes.get('src')
    // Anything else is an address of the web.
    return src?.value?.startsWith('.') === true ? importOf(tag, src) : []
  })
  const scripts = tags.flatMap((tag): Script[] => {
    const language = languageOf(tag)
    if (language === undefined || tag.attributes.has('src')) return []
    const isApi = tag.attributes.has('module') || tag.attributes.get('context')?.value === 'module'
    return [{ span: rawContent(text, tag).content, language: isTypeScript ? 'ts' : language, isApi, isShared: isApi }]
  })
  return { scripts, imports, foreign: tags.flatMap((tag) => languageOf(tag) === undefined ? [tag.span] : []) }
}
