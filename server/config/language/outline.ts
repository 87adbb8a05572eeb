/* What a configuration holds, as a tree to find one's way by. */
import type { Span } from '../../../rules/model/place.ts'
import { sortOfKey, sortOfValue } from './sort.ts'
import type { Expected } from '../expected.ts'
import { expectedIn } from './heir.ts'
import type { Sketch } from './sketch.ts'
import type { Node, Way } from './sketch/node.ts'

export interface OutlineItem {
  readonly name: string
  readonly detail?: string
  readonly sort: 'section' | 'module' | 'layer' | 'tag' | 'entry' | 'key' | 'value'
  readonly span: Span
  /** Of the name. */
  readonly nameSpan: Span
  readonly children: readonly OutlineItem[]
}

export function outlineOf(sketch: Sketch): readonly OutlineItem[] {
  return itemsIn(sketch.root, expectedIn(sketch), [])
}

function itemsIn(node: Node, place: Expected | undefined, way: Way): readonly OutlineItem[] {
  if (node.kind === 'map') {
    return node.entries.filter(({ key }) => key.text !== '').map(({ key, value, span }) => {
      const under = [...way, key.text]
      const sort = sortOfKey(way, key.text)
      const detail = spoken(value)
      return {
        name: key.text, ...(detail !== '' && { detail }), span, nameSpan: key.span,
        sort: way.length === 0 ? 'section' : sort === 'new module' ? 'module' : sort === 'new tag' ? 'tag' : 'key',
        children: itemsIn(value, place?.at(key.text), under),
      }
    })
  }
  if (node.kind !== 'list') return []
  return node.items.flatMap(({ value, span }, i): readonly OutlineItem[] => {
    const inner = place?.at(i)
    const under = [...way, i]
    if (value.kind === 'word') return sortOfValue(under, inner) === 'new layer' ? [{ name: value.word.text || '""', sort: 'layer', span, nameSpan: value.span, children: [] }] : []
    const title = titleOf(value)
    const children = itemsIn(value, inner, under)
    if (title === undefined) return value.kind === 'list' ? children : []
    return [{ name: title.text || '""', sort: way[0] === 'layers' ? 'layer' : 'entry', span: { start: Math.min(span.start, title.span.start), end: span.end }, nameSpan: title.span, children }]
  })
}

/** What an item of a list is known by. */
function titleOf(node: Node): { readonly text: string; readonly span: Span } | undefined {
  if (node.kind !== 'map') return undefined
  for (const name of ['id', 'name', 'rule', 'level', 'vendor', 'expose', 'from']) {
    const value = node.entries.find(({ key }) => key.text === name)?.value
    if (value?.kind === 'word' && value.word.text !== '') return { text: value.word.text, span: value.span }
  }
  const [first] = node.entries
  return first && { text: first.key.text, span: first.key.span }
}

function spoken(node: Node): string {
  if (node.kind === 'word') return node.word.text.slice(0, 80)
  if (node.kind !== 'list') return ''
  return node.items.flatMap(({ value }) => (value.kind === 'word' ? value.word.text : [])).join(', ').slice(0, 80)
}
