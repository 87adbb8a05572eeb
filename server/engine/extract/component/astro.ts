import type { ImportFact } from '../../../../rules/model/facts.ts'
import type { Span } from '../../../../rules/model/place.ts'
import { type Blocks, importOf, type Script } from './blocks.ts'
import { endOr, skipCode } from './skip-code.ts'
import { commentEnd, opensTag, rawContent, readTag, type Tag } from './tag.ts'

/** An Astro component: code between two fences, then markup whose expressions hold markup again. Scripts without instructions are bundled. */
export function astroBlocks(text: string): Blocks {
  const frontmatter = frontmatterOf(text)
  const { scripts, imports, comments, spoken } = markupOf(text, frontmatter === undefined ? 0 : frontmatter.end + 3)
  return {
    scripts: [...(frontmatter === undefined ? [] : [{ span: frontmatter, language: 'ts' as const, isApi: true, isShared: false }]), ...scripts],
    imports, foreign: [], comments, spoken, isUsedByMarkup: true,
  }
}

/** The code between the fences. Only comments may stand before them. */
function frontmatterOf(text: string): Span | undefined {
  const start = /^(?:\s|<!--[^]*?-->)*---/.exec(text)?.[0].length
  if (start === undefined) return undefined
  const end = skipCode(text, start, '---')
  if (end < text.length) return { start, end }
  // What was taken for a text or a comment without end was none.
  const fence = /^[ \t]*---/m.exec(text.slice(start))
  return { start, end: fence === null ? text.length : start + fence.index + fence[0].length - 3 }
}

type Found = Pick<Blocks, 'scripts' | 'imports' | 'comments' | 'spoken'>

function markupOf(text: string, from: number): Found {
  const scripts: Script[] = []
  const imports: ImportFact[] = []
  const comments: Span[] = []
  const spoken: Span[] = []

  /** To the end of the text; of an element, where `start` is one's tag, to its own. */
  const markup = (start: number, isElement: boolean): number => {
    let depth = 0
    let i = start
    while (i < text.length) {
      if (text[i] === '{') {
        i = skipCode(text, i + 1, '}', passing) + 1
      } else if (text[i] !== '<') i++
      else if (text.startsWith('<!--', i)) {
        const end = commentEnd(text, i)
        comments.push({ start: i, end })
        i = end
      } else if (text[i + 1] === '/') {
        depth--
        i = endOr(text, text.indexOf('>', i), 1)
      } else if (text[i + 1] === '>') {
        depth++
        i += 2
      } else if (opensTag(text, i)) {
        const tag = readTag(text, i, 'bare', passing)
        if (tag.name === 'script') script(tag)
        const isRaw = (raw.has(tag.name) || tag.attributes.has('is:raw')) && !tag.closesItself
        if (!isRaw && !tag.closesItself && !voids.has(tag.name)) depth++
        i = isRaw ? rawContent(text, tag).end : tag.span.end
      } else i++
      if (isElement && depth <= 0) return i
    }
    return i
  }

  const passing = { element: (start: number): number => markup(start, true), spoken: (span: Span): void => { spoken.push(span) } }

  const script = (tag: Tag): void => {
    const src = tag.attributes.get('src')
    const isBundled = [...tag.attributes].every(([name, { value }]) => name === 'src' && value !== undefined)
    if (!isBundled) return
    if (src !== undefined) imports.push(...importOf(tag, src))
    else if (!tag.closesItself) scripts.push({ span: rawContent(text, tag).content, language: 'ts', isApi: false, isShared: true })
  }

  markup(from, false)
  return { scripts, imports, comments, spoken }
}

const raw = new Set(['script', 'style', 'textarea'])
const voids = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'param', 'source', 'track', 'wbr'])
