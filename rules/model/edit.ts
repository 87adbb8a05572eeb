import type { Path, Span } from './place.ts'

/** A change to one file. Quick fixes, codemods and the command line speak it alike; a list of them is applied whole or not at all. */
export type Edit =
  | { readonly kind: 'text'; readonly path: Path; readonly span: Span; readonly text: string }
  | { readonly kind: 'create'; readonly path: Path; readonly text: string }
  | { readonly kind: 'move'; readonly path: Path; readonly to: Path }
  | { readonly kind: 'delete'; readonly path: Path }
