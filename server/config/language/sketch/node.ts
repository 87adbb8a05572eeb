/* What a text is sketched as. */
import type { Span } from '../../../../rules/model/place.ts'

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

/** Whatever lies deeper is not meant. */
export const deepest = 50

export function nothingAt(at: number): Node {
  return { kind: 'nothing', span: { start: at, end: at } }
}
