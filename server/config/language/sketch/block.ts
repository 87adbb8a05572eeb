import { Flow } from './flow.ts'
import { deepest, type Entry, type Item, type Node, type Word } from './node.ts'
import { literal, plainToLineEnd, quoted, wordTo } from './read-word.ts'
import type { Scanner } from './scanner.ts'
import type { Trail } from './trail.ts'

/** What stands in lines, further in what belongs to something. */
export class Block {
  readonly #scan: Scanner
  readonly #trail: Trail
  readonly #flow: Flow

  constructor(scan: Scanner, trail: Trail) {
    this.#scan = scan
    this.#trail = trail
    this.#flow = new Flow(scan, trail)
  }

  read(): readonly Entry[] {
    const entries: Entry[] = []
    while (this.#scan.toContent()) {
      const before = this.#scan.at
      if (this.#scan.isFlowStart()) {
        const flow = this.#flow.read(-1, 0)
        if (flow.kind === 'map') entries.push(...flow.entries)
        continue
      }
      this.#mapInto(entries, this.#scan.column)
      // A dash at the top, or whatever else no map begins with.
      if (this.#scan.at === before) this.#scan.toLineEnd()
    }
    return entries
  }

  /** What starts here, on a line of its own or behind a dash: a map, a list, or a word. */
  #block(depth: number): Node {
    const column = this.#scan.column
    if (depth > deepest) return this.#beyond(column)
    if (this.#scan.isDash()) return this.#list(column, depth)
    if (this.#scan.keyEnd() === undefined && (this.#scan.isFlowStart() || !this.#scan.isFirstOfKeys(column))) return this.#inline(column - 1, depth, 'alone')
    const start = this.#scan.at
    const entries: Entry[] = []
    this.#mapInto(entries, column, depth)
    return { kind: 'map', span: { start, end: entries.at(-1)?.span.end ?? this.#scan.at }, entries, isFlow: false }
  }

  /** Too deep to be meant. */
  #beyond(column: number): Node {
    const start = this.#scan.at
    do this.#scan.toLineEnd()
    while (this.#scan.toContent() && this.#scan.column >= column)
    return { kind: 'nothing', span: { start, end: start } }
  }

  /** Entries that start at this column, as long as they come. */
  #mapInto(entries: Entry[], column: number, depth = 0): void {
    for (let there = true; there && this.#scan.column >= column; there = this.#scan.toContent()) {
      if (this.#scan.column > column) {
        // Further in than the key above, which has its value: what is there belongs to it, as far as anybody can tell.
        this.#trail.within(entries.at(-1)?.key.text ?? '', () => this.#block(depth + 1))
        continue
      }
      if (this.#scan.isDash()) return
      entries.push(this.#entry(entries, column, depth))
    }
  }

  #entry(siblings: readonly Entry[], column: number, depth: number): Entry {
    const end = this.#scan.keyEnd()
    const key = end === undefined ? plainToLineEnd(this.#scan) : wordTo(this.#scan, end)
    if (this.#trail.isAtCaret(key)) this.#trail.note(key, { slot: 'key', isFlow: false, column, hasColon: end !== undefined, siblings })
    if (end !== undefined) {
      this.#scan.overSpaces()
      this.#scan.at++
    }
    this.#trail.way.push(key.text)
    const value = this.#valueOf(column, depth)
    this.#trail.way.pop()
    return { key, value, hasColon: end !== undefined, span: { start: key.span.start, end: Math.max(key.span.end, value.span.end) } }
  }

  /** What stands behind a key's colon, or below it. */
  #valueOf(column: number, depth: number): Node {
    const nothing: Node = { kind: 'nothing', span: { start: this.#scan.at, end: this.#scan.at } }
    this.#scan.overProperties()
    if (!this.#scan.isAtLineEnd()) return this.#inline(column, depth, 'value')
    const mark = this.#scan.mark()
    this.#scan.toLineEnd()
    if (this.#scan.toContent() && (this.#scan.column > column || (this.#scan.column === column && this.#scan.isDash()))) return this.#block(depth + 1)
    this.#scan.back(mark)
    return nothing
  }

  #list(column: number, depth: number): Node {
    const start = this.#scan.at
    const items: Item[] = []
    for (let there = true; there && this.#scan.column >= column; there = this.#scan.toContent()) {
      if (this.#scan.column === column && !this.#scan.isDash()) break
      if (this.#scan.column > column) {
        this.#trail.within(items.length - 1, () => this.#block(depth + 1))
        continue
      }
      const dash = this.#scan.at++
      this.#trail.way.push(items.length)
      const value = this.#itemOf(column, depth)
      this.#trail.way.pop()
      items.push({ value, span: { start: dash, end: Math.max(dash + 1, value.span.end) } })
    }
    return { kind: 'list', span: { start, end: items.at(-1)?.span.end ?? start }, items, isFlow: false }
  }

  #itemOf(column: number, depth: number): Node {
    const nothing: Node = { kind: 'nothing', span: { start: this.#scan.at, end: this.#scan.at } }
    this.#scan.overProperties()
    if (!this.#scan.isAtLineEnd()) return this.#block(depth + 1)
    const mark = this.#scan.mark()
    this.#scan.toLineEnd()
    if (this.#scan.toContent() && this.#scan.column > column) return this.#block(depth + 1)
    this.#scan.back(mark)
    return nothing
  }

  /** A value that starts in the middle of a line. `column`: of its key, or its dash: what stands further in below still belongs to it. */
  #inline(column: number, depth: number, slot: 'value' | 'alone'): Node {
    const letter = this.#scan.text[this.#scan.at]
    if (this.#scan.isFlowStart()) {
      const flow = this.#flow.read(column, depth + 1)
      this.#scan.overSpaces()
      if (!this.#scan.isAtLineEnd()) this.#scan.toLineEnd()
      return flow
    }
    if ((letter === '|' || letter === '>') && /^[|>][-+\d]*[ \t]*(?:#.*)?$/m.test(this.#scan.restOfLine())) return literal(this.#scan, column)
    const [start, startLine] = [this.#scan.at, this.#scan.lineStart]
    const first = letter === '"' || letter === "'" ? quoted(this.#scan, column) : plainToLineEnd(this.#scan)
    if (this.#trail.isAtCaret(first)) this.#trail.note(first, { slot, isFlow: false, column: slot === 'alone' ? start - startLine : column, hasColon: false, siblings: [] })
    if (!this.#scan.isAtLineEnd()) this.#scan.toLineEnd()
    return first.quote === '' ? this.#continued(first, column, depth) : { kind: 'word', span: first.span, word: first }
  }

  /** Of a text over several lines the rest; of half a word above what looks like its value, that value. */
  #continued(first: Word, column: number, depth: number): Node {
    let word = first
    for (;;) {
      const mark = this.#scan.mark()
      const isMore = this.#scan.toContent() && this.#scan.column > column && !/[\r\n]\s*#/.test(this.#scan.text.slice(mark.at, this.#scan.at))
      if (isMore && (this.#scan.keyEnd() !== undefined || (this.#scan.isDash() && word === first))) return this.#block(depth + 1)
      if (!isMore) {
        this.#scan.back(mark)
        return { kind: 'word', span: word.span, word }
      }
      const next = plainToLineEnd(this.#scan)
      const span = { start: word.span.start, end: next.span.end }
      word = { text: `${word.text} ${next.text}`, span, inner: span, quote: '' }
      if (!this.#scan.isAtLineEnd()) this.#scan.toLineEnd()
    }
  }
}
