import { isBreak, isFlowEnd, isGap } from './letters.ts'
import type { Word } from './node.ts'
import { closing } from './quotes.ts'

/** Where reading stands in a text, and what follows there. */
export class Scanner {
  readonly text: string
  /** The letter that stands for the cursor; -1 where there is none. */
  readonly caretAt: number
  at = 0
  lineStart = 0

  constructor(text: string, caretAt: number) {
    this.text = text
    this.caretAt = caretAt
  }

  mark(): { readonly at: number; readonly lineStart: number } {
    return { at: this.at, lineStart: this.lineStart }
  }

  back({ at, lineStart }: { readonly at: number; readonly lineStart: number }): void {
    this.at = at
    this.lineStart = lineStart
  }

  get column(): number {
    return this.at - this.lineStart
  }

  /** To the next word, on whatever line; false where there is none. */
  toContent(): boolean {
    const text = this.text
    for (;;) {
      const letter = text[this.at]
      if (letter === undefined) return false
      if (letter === '\n' || letter === '\r') this.lineStart = ++this.at
      else if (letter === ' ' || letter === '\t' || letter === '\uFEFF') this.at++
      else if (letter === '#') this.toLineEnd()
      else if (this.column === 0 && /^(?:---|\.\.\.)(?=\s|$)/.test(text.slice(this.at, this.at + 4))) this.toLineEnd()
      else return true
    }
  }

  toLineEnd(): void {
    while (this.at < this.text.length && !isBreak(this.text[this.at])) this.at++
  }

  overSpaces(): void {
    while (this.text[this.at] === ' ' || this.text[this.at] === '\t') this.at++
  }

  /** Anchors and tags. */
  overProperties(): void {
    for (;;) {
      this.overSpaces()
      if (this.text[this.at] !== '&' && this.text[this.at] !== '!') return
      while (!isGap(this.text[this.at])) this.at++
    }
  }

  overColon(): void {
    this.overSpaces()
    this.at++
  }

  /** False where the text is no further in than what the brackets are the value of: they were never closed. */
  toFlowContent(column: number): boolean {
    const mark = this.mark()
    if (!this.toContent()) return false
    if (this.lineStart === mark.lineStart || this.column > column || this.text[this.at] === ']' || this.text[this.at] === '}') return true
    this.back(mark)
    return false
  }

  /** Nothing more on this line, but perhaps a comment. */
  isAtLineEnd(): boolean {
    const letter = this.text[this.at]
    return letter === undefined || isBreak(letter) || (letter === '#' && /\s/.test(this.text[this.at - 1] ?? ' '))
  }

  isDash(): boolean {
    return this.text[this.at] === '-' && isGap(this.text[this.at + 1])
  }

  isFlowStart(): boolean {
    return this.text[this.at] === '[' || this.text[this.at] === '{'
  }

  isFlowColon({ quote }: Word): boolean {
    let at = this.at
    while (this.text[at] === ' ') at++
    return this.text[at] === ':' && (quote !== '' || isGap(this.text[at + 1]) || isFlowEnd(this.text[at + 1]))
  }

  /** Where the key ends that starts here; undefined where no colon follows on this line. */
  keyEnd(): number | undefined {
    const text = this.text
    const first = text[this.at]
    if (first === '[' || first === '{') return undefined
    let at = this.at
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

  /** Whether some line below, as far in as this one, is a key: then a word alone is half a key. */
  isFirstOfKeys(column: number): boolean {
    const mark = this.mark()
    let isFirst = false
    do {
      this.toLineEnd()
      if (!this.toContent() || this.column < column) break
      isFirst = this.column === column && this.keyEnd() !== undefined
    } while (!isFirst)
    this.back(mark)
    return isFirst
  }

  restOfLine(): string {
    const start = this.at
    let end = start
    while (end < this.text.length && !isBreak(this.text[end])) end++
    return this.text.slice(start, end)
  }
}
