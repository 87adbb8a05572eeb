import { isBreak } from './letters.ts'
import { deepest, nothingAt, type Entry, type Item, type Node } from './node.ts'
import { flowWord } from './read-word.ts'
import type { Scanner } from './scanner.ts'
import type { Trail } from './trail.ts'

/** What stands in brackets, closed or not. */
export class Flow {
  readonly #scan: Scanner
  readonly #trail: Trail

  constructor(scan: Scanner, trail: Trail) {
    this.#scan = scan
    this.#trail = trail
  }

  read(column: number, depth: number): Node {
    const start = this.#scan.at
    const isMap = this.#scan.text[this.#scan.at++] === '{'
    const close = isMap ? '}' : ']'
    const entries: Entry[] = []
    const items: Item[] = []
    while (this.#scan.toFlowContent(column)) {
      const letter = this.#scan.text[this.#scan.at]
      if (letter === close) {
        this.#scan.at++
        break
      }
      // The bracket of something around it: this one lacks its own.
      if (letter === ']' || letter === '}') break
      if (letter === ',') this.#scan.at++
      else if (isMap) entries.push(this.#flowEntry(entries, column, depth))
      else {
        const from = this.#scan.at
        this.#trail.way.push(items.length)
        const value = this.#flowItem(column, depth)
        this.#trail.way.pop()
        items.push({ value, span: { start: from, end: value.span.end } })
      }
    }
    const span = { start, end: this.#scan.at }
    return isMap ? { kind: 'map', span, entries, isFlow: true } : { kind: 'list', span, items, isFlow: true }
  }

  #flowEntry(siblings: readonly Entry[], column: number, depth: number): Entry {
    const key = flowWord(this.#scan, column)
    const hasColon = this.#scan.isFlowColon(key)
    if (this.#trail.isAtCaret(key)) this.#trail.note(key, { slot: 'key', isFlow: true, column, hasColon, siblings })
    if (hasColon) this.#scan.overColon()
    this.#trail.way.push(key.text)
    const value = hasColon ? this.#flowValue(column, depth) : nothingAt(this.#scan.at)
    this.#trail.way.pop()
    return { key, value, hasColon, span: { start: key.span.start, end: Math.max(key.span.end, value.span.end) } }
  }

  #flowItem(column: number, depth: number): Node {
    const value = this.#flowValue(column, depth)
    if (value.kind !== 'word' || !this.#scan.isFlowColon(value.word)) return value
    // `[a: b]` is a list of a map.
    this.#scan.overColon()
    const inner = this.#trail.within(value.word.text, () => this.#flowValue(column, depth))
    const span = { start: value.span.start, end: Math.max(value.span.end, inner.span.end) }
    return { kind: 'map', span, entries: [{ key: value.word, value: inner, hasColon: true, span }], isFlow: true }
  }

  #flowValue(column: number, depth: number): Node {
    const behind = this.#scan.at
    if (!this.#scan.toFlowContent(column)) return nothingAt(behind)
    this.#scan.overProperties()
    const letter = this.#scan.text[this.#scan.at]
    if (letter === undefined || isBreak(letter) || letter === ',' || letter === ']' || letter === '}') return nothingAt(behind)
    if (this.#scan.isFlowStart()) return depth > deepest ? this.#beyondFlow() : this.read(column, depth + 1)
    const word = flowWord(this.#scan, column)
    if (this.#trail.isAtCaret(word)) this.#trail.note(word, { slot: 'value', isFlow: true, column, hasColon: false, siblings: [] })
    return { kind: 'word', span: word.span, word }
  }

  #beyondFlow(): Node {
    this.#scan.toLineEnd()
    return nothingAt(this.#scan.at)
  }
}
