import type { Entry, Way, Word } from './node.ts'

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

/** The way to what is being read, and the first word on it at the cursor. */
export class Trail {
  readonly way: (string | number)[] = []
  readonly #caretAt: number
  #caret: Caret | undefined

  constructor(caretAt: number) {
    this.#caretAt = caretAt
  }

  get caret(): Caret | undefined {
    return this.#caret
  }

  isAtCaret({ span }: Word): boolean {
    return span.start <= this.#caretAt && this.#caretAt < span.end
  }

  note(word: Word, found: Omit<Caret, 'way' | 'word'>): void {
    this.#caret ??= { ...found, way: [...this.way], word }
  }

  within<T>(step: string | number, read: () => T): T {
    this.way.push(step)
    const value = read()
    this.way.pop()
    return value
  }

}
