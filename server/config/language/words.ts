import type { Expected } from '../expected.ts'
import { expectedIn } from './heir.ts'
import type { Sketch } from './sketch.ts'
import type { Node, Way, Word } from './sketch/node.ts'
import { sortOfKey, sortOfValue, type Sort } from './sort.ts'

/** A word of a configuration, and what it is there for. */
export interface PlacedWord {
  readonly word: Word
  readonly role: 'key' | 'value'
  /** Of the value; for a key, of what stands under it. */
  readonly way: Way
  readonly sort: Sort
  /** What may stand in this place; for a key, under it. */
  readonly expected: Expected | undefined
}

/** All words of a configuration, in their order. `sections`: of these alone. */
export function wordsOf(sketch: Sketch, sections?: readonly string[]): readonly PlacedWord[] {
  const { root } = sketch
  const words: PlacedWord[] = []
  collect(sections === undefined ? root : { ...root, entries: root.entries.filter(({ key }) => sections.includes(key.text)) }, expectedIn(sketch), [], words)
  return words
}

function collect(node: Node, at: Expected | undefined, way: Way, words: PlacedWord[]): void {
  switch (node.kind) {
    case 'word': words.push({ word: node.word, role: 'value', way, sort: sortOfValue(way, at), expected: at }); return
    case 'list': for (const [i, { value }] of node.items.entries()) collect(value, at?.at(i), [...way, i], words); return
    case 'map':
      for (const { key, value } of node.entries) {
        const inner = at?.at(key.text)
        const under = [...way, key.text]
        words.push({ word: key, role: 'key', way: under, sort: sortOfKey(way, key.text), expected: inner })
        collect(value, inner, under, words)
      }
      return
    case 'nothing': return
  }
}

/** Its text from here to there stands so in the file; where something is escaped, all of it does. */
export function spanWithin({ text, inner }: Word, start: number, end: number): { readonly start: number; readonly end: number } {
  return inner.end - inner.start === text.length ? { start: inner.start + start, end: inner.start + end } : inner
}
