// Whether what `import()` promises is kept whole, told by what stands around the call: `lazy(() => import('./a'))`. Such a call hands the
// promise on, so that any name may be asked for later; to know of others which names are taken from them at once takes a tree.

import type { ImportFact } from '../../../rules/model/facts.ts'

/** False where it is not sure. */
export function isKeptWhole(text: string, { kind, statement }: ImportFact): boolean {
  return kind === 'dynamic' && isArrowBefore(text, statement.start) && endsThere.test(text.slice(statement.end, statement.end + 200))
}

/** Neither a member, such as `.then`, nor a comment before one. */
const endsThere = /^\s*(?:[\w$,;)\]}]|$)/

/** It is all that an arrow function returns. */
function isArrowBefore(text: string, start: number): boolean {
  const arrow = text.lastIndexOf('=>', start)
  if (arrow < 0 || text.slice(arrow + 2, start).trim() !== '') return false
  const isInComment = text.slice(text.lastIndexOf('\n', arrow) + 1, arrow).includes('//')
  return !isInComment
}
