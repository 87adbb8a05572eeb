/*
 * The text of a configuration as it stands there while someone types: keys, lists and words with their places, whatever is missing or
 * half of it. What is whole YAML reads as yaml-tree.ts reads it; of anything else it keeps what can be told. It is fast enough to be
 * made anew at every key, which a parser that builds all of YAML is not.
 */
import type { Span } from '../../../rules/model/place.ts'

export interface Word {
  /** Without its quotes. */
  readonly text: string
  /** With its quotes. */
  readonly span: Span
  /** Within its quotes. */
  readonly inner: Span
  readonly quote: '' | '"' | "'"
}

export type Node =
  | { readonly kind: 'map'; readonly span: Span; readonly entries: readonly Entry[]; readonly isFlow: boolean }
  | { readonly kind: 'list'; readonly span: Span; readonly items: readonly Item[]; readonly isFlow: boolean }
  | { readonly kind: 'word'; readonly span: Span; readonly word: Word }
  | { readonly kind: 'nothing'; readonly span: Span }

export interface Entry {
  readonly key: Word
  readonly value: Node
  readonly hasColon: boolean
  /** From the key to the end of the value. */
  readonly span: Span
}

export interface Item {
  readonly value: Node
  /** With its dash. */
  readonly span: Span
}

/** Keys and indices from the top. */
export type Way = readonly (string | number)[]

/** The word at the cursor. */
export interface Caret {
  /** Of the map for a key, else of the value. */
  readonly way: Way
  /** 'alone': a word on a line by itself, which may become either. */
  readonly slot: 'key' | 'value' | 'alone'
  readonly word: Word
  readonly isFlow: boolean
  /** The column at which the block that it is in starts. */
  readonly column: number
  /** Of a key: a colon follows. */
  readonly hasColon: boolean
  /** Of a key: all keys of its map, itself among them. */
  readonly siblings: readonly Entry[]
}

export interface Sketch {
  readonly root: Extract<Node, { kind: 'map' }>
  readonly caret?: Caret
}

const longestText = 500_000
const deepest = 50

/** Stands in a text for the cursor: no letter of any configuration. */
export const cursor = '\uE000'

/** The text as it is once something is typed there. */
export function sketchAt(text: string, caret: number): Sketch {
  return sketch(`${text.slice(0, caret)}${cursor}${text.slice(caret)}`, caret)
}

/** `caret`: the offset of a letter that stands for the cursor. */
export function sketch(text: string, caret?: number): Sketch {
  return text.length > longestText ? { root: { kind: 'map', span: { start: 0, end: 0 }, entries: [], isFlow: false } } : new Reader(text, caret).read()
}

class Reader {
  readonly #text: string
  readonly #caretAt: number
  readonly #way: (string | number)[] = []
  #at = 0
  #lineStart = 0
  #caret: Caret | undefined

  constructor(text: string, caret = -1) {
    this.#text = text
    this.#caretAt = caret
  }

  read(): Sketch {
    const entries: Entry[] = []
    while (this.#toContent()) {
      const before = this.#at
      if (this.#isFlowStart()) {
        const flow = this.#flow(-1, 0)
        if (flow.kind === 'map') entries.push(...flow.entries)
        continue
      }
      this.#mapInto(entries, this.#column)
      // A dash at the top, or whatever else no map begins with.
      if (this.#at === before) this.#toLineEnd()
    }
    return { root: { kind: 'map', span: { start: 0, end: this.#text.length }, entries, isFlow: false }, ...(this.#caret !== undefined && { caret: this.#caret }) }
  }

  get #column(): number {
    return this.#at - this.#lineStart
  }

  /** To the next word, on whatever line; false where there is none. */
  #toContent(): boolean {
    const text = this.#text
    for (;;) {
      const letter = text[this.#at]
      if (letter === undefined) return false
      if (letter === '\n' || letter === '\r') this.#lineStart = ++this.#at
      else if (letter === ' ' || letter === '\t' || letter === '\uFEFF') this.#at++
      else if (letter === '#') this.#toLineEnd()
      else if (this.#column === 0 && /^(?:---|\.\.\.)(?=\s|$)/.test(text.slice(this.#at, this.#at + 4))) this.#toLineEnd()
      else return true
    }
  }

  #toLineEnd(): void {
    while (this.#at < this.#text.length && !isBreak(this.#text[this.#at])) this.#at++
  }

  #overSpaces(): void {
    while (this.#text[this.#at] === ' ' || this.#text[this.#at] === '\t') this.#at++
  }

  /** Nothing more on this line, but perhaps a comment. */
  #isAtLineEnd(): boolean {
    const letter = this.#text[this.#at]
    return letter === undefined || isBreak(letter) || (letter === '#' && /\s/.test(this.#text[this.#at - 1] ?? ' '))
  }

  #isDash(): boolean {
    return this.#text[this.#at] === '-' && isGap(this.#text[this.#at + 1])
  }

  /** What starts here, on a line of its own or behind a dash: a map, a list, or a word. */
  #block(depth: number): Node {
    const column = this.#column
    if (depth > deepest) return this.#beyond(column)
    if (this.#isDash()) return this.#list(column, depth)
    if (this.#keyEnd() === undefined && (this.#isFlowStart() || !this.#isFirstOfKeys(column))) return this.#inline(column - 1, depth, 'alone')
    const start = this.#at
    const entries: Entry[] = []
    this.#mapInto(entries, column, depth)
    return { kind: 'map', span: { start, end: entries.at(-1)?.span.end ?? this.#at }, entries, isFlow: false }
  }

  /** Too deep to be meant. */
  #beyond(column: number): Node {
    const start = this.#at
    do this.#toLineEnd()
    while (this.#toContent() && this.#column >= column)
    return { kind: 'nothing', span: { start, end: start } }
  }

  #isFlowStart(): boolean {
    return this.#text[this.#at] === '[' || this.#text[this.#at] === '{'
  }

  /** Whether some line below, as far in as this one, is a key: then a word alone is half a key. */
  #isFirstOfKeys(column: number): boolean {
    const [at, lineStart] = [this.#at, this.#lineStart]
    let isFirst = false
    do {
      this.#toLineEnd()
      if (!this.#toContent() || this.#column < column) break
      isFirst = this.#column === column && this.#keyEnd() !== undefined
    } while (!isFirst)
    this.#at = at
    this.#lineStart = lineStart
    return isFirst
  }

  /** Where the key ends that starts here; undefined where no colon follows on this line. */
  #keyEnd(): number | undefined {
    const text = this.#text
    const first = text[this.#at]
    if (first === '[' || first === '{') return undefined
    let at = this.#at
    if (first === '"' || first === "'") {
      at = closing(text, at)
      if (at === -1) return undefined
      const end = ++at
      while (text[at] === ' ') at++
      return text[at] === ':' && isGap(text[at + 1]) ? end : undefined
    }
    for (; at < text.length && !isBreak(text[at]); at++) {
      if (text[at] === ':' && isGap(text[at + 1])) return at
      if (text[at] === '#' && isGap(text[at - 1])) return undefined
    }
    return undefined
  }

  /** Entries that start at this column, as long as they come. */
  #mapInto(entries: Entry[], column: number, depth = 0): void {
    for (let there = true; there && this.#column >= column; there = this.#toContent()) {
      if (this.#column > column) {
        // Further in than the key above, which has its value: what is there belongs to it, as far as anybody can tell.
        this.#within(entries.at(-1)?.key.text ?? '', () => this.#block(depth + 1))
        continue
      }
      if (this.#isDash()) return
      entries.push(this.#entry(entries, column, depth))
    }
  }

  #entry(siblings: readonly Entry[], column: number, depth: number): Entry {
    const end = this.#keyEnd()
    const key = end === undefined ? this.#plainToLineEnd() : this.#wordTo(end)
    if (this.#isAtCaret(key)) this.#note(key, { slot: 'key', isFlow: false, column, hasColon: end !== undefined, siblings })
    if (end !== undefined) {
      this.#overSpaces()
      this.#at++
    }
    this.#way.push(key.text)
    const value = this.#valueOf(column, depth)
    this.#way.pop()
    return { key, value, hasColon: end !== undefined, span: { start: key.span.start, end: Math.max(key.span.end, value.span.end) } }
  }

  /** What stands behind a key's colon, or below it. */
  #valueOf(column: number, depth: number): Node {
    const nothing: Node = { kind: 'nothing', span: { start: this.#at, end: this.#at } }
    this.#overProperties()
    if (!this.#isAtLineEnd()) return this.#inline(column, depth, 'value')
    const [at, lineStart] = [this.#at, this.#lineStart]
    this.#toLineEnd()
    if (this.#toContent() && (this.#column > column || (this.#column === column && this.#isDash()))) return this.#block(depth + 1)
    this.#at = at
    this.#lineStart = lineStart
    return nothing
  }

  /** Anchors and tags. */
  #overProperties(): void {
    for (;;) {
      this.#overSpaces()
      if (this.#text[this.#at] !== '&' && this.#text[this.#at] !== '!') return
      while (!isGap(this.#text[this.#at])) this.#at++
    }
  }

  #list(column: number, depth: number): Node {
    const start = this.#at
    const items: Item[] = []
    for (let there = true; there && this.#column >= column; there = this.#toContent()) {
      if (this.#column === column && !this.#isDash()) break
      if (this.#column > column) {
        this.#within(items.length - 1, () => this.#block(depth + 1))
        continue
      }
      const dash = this.#at++
      this.#way.push(items.length)
      const value = this.#itemOf(column, depth)
      this.#way.pop()
      items.push({ value, span: { start: dash, end: Math.max(dash + 1, value.span.end) } })
    }
    return { kind: 'list', span: { start, end: items.at(-1)?.span.end ?? start }, items, isFlow: false }
  }

  #itemOf(column: number, depth: number): Node {
    const nothing: Node = { kind: 'nothing', span: { start: this.#at, end: this.#at } }
    this.#overProperties()
    if (!this.#isAtLineEnd()) return this.#block(depth + 1)
    const [at, lineStart] = [this.#at, this.#lineStart]
    this.#toLineEnd()
    if (this.#toContent() && this.#column > column) return this.#block(depth + 1)
    this.#at = at
    this.#lineStart = lineStart
    return nothing
  }

  /** A value that starts in the middle of a line. `column`: of its key, or its dash: what stands further in below still belongs to it. */
  #inline(column: number, depth: number, slot: 'value' | 'alone'): Node {
    const letter = this.#text[this.#at]
    if (this.#isFlowStart()) {
      const flow = this.#flow(column, depth + 1)
      this.#overSpaces()
      if (!this.#isAtLineEnd()) this.#toLineEnd()
      return flow
    }
    if ((letter === '|' || letter === '>') && /^[|>][-+\d]*[ \t]*(?:#.*)?$/m.test(this.#restOfLine())) return this.#literal(column)
    const [start, startLine] = [this.#at, this.#lineStart]
    const first = letter === '"' || letter === "'" ? this.#quoted(column) : this.#plainToLineEnd()
    if (this.#isAtCaret(first)) this.#note(first, { slot, isFlow: false, column: slot === 'alone' ? start - startLine : column, hasColon: false, siblings: [] })
    if (!this.#isAtLineEnd()) this.#toLineEnd()
    return first.quote === '' ? this.#continued(first, column, depth) : { kind: 'word', span: first.span, word: first }
  }

  #restOfLine(): string {
    const start = this.#at
    let end = start
    while (end < this.#text.length && !isBreak(this.#text[end])) end++
    return this.#text.slice(start, end)
  }

  /** Of a text over several lines the rest; of half a word above what looks like its value, that value. */
  #continued(first: Word, column: number, depth: number): Node {
    let word = first
    for (;;) {
      const [at, lineStart] = [this.#at, this.#lineStart]
      const isMore = this.#toContent() && this.#column > column && !/[\r\n]\s*#/.test(this.#text.slice(at, this.#at))
      if (isMore && (this.#keyEnd() !== undefined || (this.#isDash() && word === first))) return this.#block(depth + 1)
      if (!isMore) {
        this.#at = at
        this.#lineStart = lineStart
        return { kind: 'word', span: word.span, word }
      }
      const next = this.#plainToLineEnd()
      const span = { start: word.span.start, end: next.span.end }
      word = { text: `${word.text} ${next.text}`, span, inner: span, quote: '' }
      if (!this.#isAtLineEnd()) this.#toLineEnd()
    }
  }

  /** `|` or `>`: a text of the lines further in. */
  #literal(column: number): Node {
    const start = this.#at
    let end = start + 1
    this.#toLineEnd()
    for (;;) {
      let next = this.#at
      while (isBreak(this.#text[next])) next++
      const lineStart = next
      while (this.#text[next] === ' ') next++
      if (next >= this.#text.length || isBreak(this.#text[next])) {
        if (next >= this.#text.length) break
        this.#at = next
        continue
      }
      if (next - lineStart <= column) break
      this.#at = next
      this.#lineStart = lineStart
      this.#toLineEnd()
      end = this.#at
    }
    const span = { start, end }
    return { kind: 'word', span, word: { text: this.#text.slice(start, end), span, inner: span, quote: '' } }
  }

  #flow(column: number, depth: number): Node {
    const start = this.#at
    const isMap = this.#text[this.#at++] === '{'
    const close = isMap ? '}' : ']'
    const entries: Entry[] = []
    const items: Item[] = []
    while (this.#toFlowContent(column)) {
      const letter = this.#text[this.#at]
      if (letter === close) {
        this.#at++
        break
      }
      // The bracket of something around it: this one lacks its own.
      if (letter === ']' || letter === '}') break
      if (letter === ',') this.#at++
      else if (isMap) entries.push(this.#flowEntry(entries, column, depth))
      else {
        const from = this.#at
        this.#way.push(items.length)
        const value = this.#flowItem(column, depth)
        this.#way.pop()
        items.push({ value, span: { start: from, end: value.span.end } })
      }
    }
    const span = { start, end: this.#at }
    return isMap ? { kind: 'map', span, entries, isFlow: true } : { kind: 'list', span, items, isFlow: true }
  }

  /** False where the text is no further in than what the brackets are the value of: they were never closed. */
  #toFlowContent(column: number): boolean {
    const [at, lineStart] = [this.#at, this.#lineStart]
    if (!this.#toContent()) return false
    if (this.#lineStart === lineStart || this.#column > column || this.#text[this.#at] === ']' || this.#text[this.#at] === '}') return true
    this.#at = at
    this.#lineStart = lineStart
    return false
  }

  #flowEntry(siblings: readonly Entry[], column: number, depth: number): Entry {
    const key = this.#flowWord(column)
    const hasColon = this.#isFlowColon(key)
    if (this.#isAtCaret(key)) this.#note(key, { slot: 'key', isFlow: true, column, hasColon, siblings })
    if (hasColon) this.#overColon()
    this.#way.push(key.text)
    const value = hasColon ? this.#flowValue(column, depth) : nothingAt(this.#at)
    this.#way.pop()
    return { key, value, hasColon, span: { start: key.span.start, end: Math.max(key.span.end, value.span.end) } }
  }

  #flowItem(column: number, depth: number): Node {
    const value = this.#flowValue(column, depth)
    if (value.kind !== 'word' || !this.#isFlowColon(value.word)) return value
    // `[a: b]` is a list of a map.
    this.#overColon()
    const inner = this.#within(value.word.text, () => this.#flowValue(column, depth))
    const span = { start: value.span.start, end: Math.max(value.span.end, inner.span.end) }
    return { kind: 'map', span, entries: [{ key: value.word, value: inner, hasColon: true, span }], isFlow: true }
  }

  #isFlowColon({ quote }: Word): boolean {
    let at = this.#at
    while (this.#text[at] === ' ') at++
    return this.#text[at] === ':' && (quote !== '' || isGap(this.#text[at + 1]) || isFlowEnd(this.#text[at + 1]))
  }

  #overColon(): void {
    this.#overSpaces()
    this.#at++
  }

  #flowValue(column: number, depth: number): Node {
    const behind = this.#at
    if (!this.#toFlowContent(column)) return nothingAt(behind)
    this.#overProperties()
    const letter = this.#text[this.#at]
    if (letter === undefined || isBreak(letter) || letter === ',' || letter === ']' || letter === '}') return nothingAt(behind)
    if (this.#isFlowStart()) return depth > deepest ? this.#beyondFlow() : this.#flow(column, depth + 1)
    const word = this.#flowWord(column)
    if (this.#isAtCaret(word)) this.#note(word, { slot: 'value', isFlow: true, column, hasColon: false, siblings: [] })
    return { kind: 'word', span: word.span, word }
  }

  #beyondFlow(): Node {
    this.#toLineEnd()
    return nothingAt(this.#at)
  }

  #flowWord(column: number): Word {
    const text = this.#text
    const first = text[this.#at]
    if (first === '"' || first === "'") return this.#quoted(column)
    const start = this.#at
    let end = start
    for (let at = start; at < text.length; at++) {
      const letter = text[at]
      if (letter === undefined || isBreak(letter) || isFlowEnd(letter)) break
      if (letter === ':' && (isGap(text[at + 1]) || isFlowEnd(text[at + 1]))) break
      if (letter === '#' && at > start && isGap(text[at - 1])) break
      if (!isGap(letter)) end = at + 1
      // What follows the cursor behind a space was there before.
      if (at === this.#caretAt && isGap(text[at + 1])) break
    }
    // At least a letter: whoever reads on gets on.
    this.#at = Math.max(end, start + 1)
    return this.#plain(start, this.#at)
  }

  #quoted(column: number): Word {
    const quote = this.#text[this.#at] === '"' ? '"' : "'"
    const start = this.#at
    let end = closing(this.#text, start)
    if (end === -1) end = this.#closingBelow(start, column)
    if (end !== -1) {
      this.#at = end + 1
      for (let at = start; at < end; at++) if (isBreak(this.#text[at])) this.#lineStart = at + 1
      return { text: unquoted(this.#text.slice(start + 1, end), quote), span: { start, end: end + 1 }, inner: { start: start + 1, end }, quote }
    }
    // Never closed: of a word at the cursor as much as cannot be what stood behind it before.
    this.#toLineEnd()
    const line = this.#text.slice(start, this.#at)
    const until = this.#caretAt >= start && this.#caretAt < this.#at ? /[,\]}]/.exec(line.slice(this.#caretAt - start))?.index : undefined
    this.#at = until === undefined ? start + line.trimEnd().length : this.#caretAt + until
    const span = { start, end: this.#at }
    return { text: this.#text.slice(start + 1, this.#at), span, inner: { start: start + 1, end: this.#at }, quote }
  }

  /** Of a text over several lines, all further in. */
  #closingBelow(start: number, column: number): number {
    const end = closing(this.#text, start, true)
    if (end === -1) return -1
    const lines = this.#text.slice(start, end + 1).split(/\r\n|\r|\n/).slice(1)
    return lines.every((line) => line.trim() === '' || line.length - line.trimStart().length > column) ? end : -1
  }

  #plainToLineEnd(): Word {
    const text = this.#text
    const start = this.#at
    let end = start
    for (let at = start; at < text.length && !isBreak(text[at]); at++) {
      if (text[at] === '#' && at > start && isGap(text[at - 1])) break
      if (!isGap(text[at])) end = at + 1
    }
    this.#at = end
    return this.#plain(start, end)
  }

  #wordTo(end: number): Word {
    const start = this.#at
    this.#at = end
    const quote = this.#text[start]
    if (quote !== '"' && quote !== "'") return this.#plain(start, start + this.#text.slice(start, end).trimEnd().length)
    return { text: unquoted(this.#text.slice(start + 1, end - 1), quote), span: { start, end }, inner: { start: start + 1, end: end - 1 }, quote }
  }

  #plain(start: number, end: number): Word {
    const span = { start, end }
    return { text: this.#text.slice(start, end), span, inner: span, quote: '' }
  }

  #isAtCaret({ span }: Word): boolean {
    return span.start <= this.#caretAt && this.#caretAt < span.end
  }

  #note(word: Word, found: Omit<Caret, 'way' | 'word'>): void {
    this.#caret ??= { ...found, way: [...this.#way], word }
  }

  #within<T>(step: string | number, read: () => T): T {
    this.#way.push(step)
    const value = read()
    this.#way.pop()
    return value
  }
}

function nothingAt(at: number): Node {
  return { kind: 'nothing', span: { start: at, end: at } }
}

function isBreak(letter: string | undefined): boolean {
  return letter === '\n' || letter === '\r'
}

function isGap(letter: string | undefined): boolean {
  return letter === undefined || letter === ' ' || letter === '\t' || letter === '\n' || letter === '\r'
}

function isFlowEnd(letter: string | undefined): boolean {
  return letter === ',' || letter === '[' || letter === ']' || letter === '{' || letter === '}'
}

/** Where the quote closes that opens here, on its line or on whichever; -1 where it never does. */
function closing(text: string, start: number, below = false): number {
  const quote = text[start]
  for (let at = start + 1; at < text.length; at++) {
    if (!below && isBreak(text[at])) return -1
    if (quote === '"' && text[at] === '\\') at++
    else if (text[at] === quote) {
      if (quote === '"' || text[at + 1] !== quote) return at
      at++
    }
  }
  return -1
}

const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', '0': '\0', e: '\x1b' }

function unquoted(inner: string, quote: '"' | "'"): string {
  if (quote === "'") return folded(inner).replaceAll("''", "'")
  if (!inner.includes('\\')) return folded(inner)
  return folded(inner.replace(/\\(?:\r\n|\r|\n)[ \t]*/g, '')).replace(/\\(?:x([\da-f]{2})|u([\da-f]{4})|(.))/gi, (_, two: string | undefined, four: string | undefined, one = '') => {
    const code = two ?? four
    return code === undefined ? escapes[one] ?? one : String.fromCharCode(parseInt(code, 16))
  })
}

/** Lines of one text become one. */
function folded(text: string): string {
  if (!/[\r\n]/.test(text)) return text
  return text.replace(/[ \t]*((?:\r\n|\r|\n)[ \t]*)+/g, (run) => {
    const breaks = run.match(/\r\n|\r|\n/g)?.length ?? 1
    return breaks === 1 ? ' ' : '\n'.repeat(breaks - 1)
  })
}
