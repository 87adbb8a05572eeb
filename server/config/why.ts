import { placeOf, refuse, type Reader } from './selector-syntax.ts'
import type { Tree } from './yaml-tree.ts'

/** A reason that somebody gives has words. */
export function whyOf(reader: Reader, why: string | undefined, tree: Tree): { readonly why?: string } {
  if (why === undefined) return {}
  if (why.trim() === '') refuse(reader, placeOf(reader, tree.entries.get('why') ?? tree), 'bad-reason', 'why is blank, and gives no reason', 'write why it is so')
  return { why }
}
