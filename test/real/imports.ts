import type { ImportKind } from '../../rules/model/facts.ts'

/** One import, in a form in which two readers can be compared. */
export interface ReadImport {
  /** From the project's root. */
  readonly from: string
  readonly specifier: string
  readonly kind: ImportKind
  /** Of the specifier with its quotes, from 1. */
  readonly line1: number
  readonly column1: number
  readonly to: End
}

export type End =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'package'; readonly name: string }
  | { readonly kind: 'builtin'; readonly name: string }
  | { readonly kind: 'unknown'; readonly reason: string }

export function endName(end: End): string {
  switch (end.kind) {
    case 'file': return end.path
    case 'package': return `pkg:${end.name}`
    case 'builtin': return `builtin:${end.name}`
    case 'unknown': return `nowhere (${end.reason})`
  }
}
