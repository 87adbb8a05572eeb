import type { Path, Span } from '../model/place.ts'
import type { Rewritten } from '../model/rewrite.ts'

/** No edit, and why. */
export function refusal(kind: string, path: Path, span: Span, message: string, hint?: string): Rewritten {
  return { edits: [], problems: [{ kind, message, at: { path, span }, ...(hint === undefined ? {} : { hint }) }] }
}
