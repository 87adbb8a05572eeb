import type { Path } from '../../../rules/model/place.ts'
import { mend } from './mend.ts'
import { parseTree, type Program, withOutline } from './parse.ts'

/** The text, mended where it does not parse. */
export function mended(path: Path, text: string): string {
  const damage = withOutline(path, text, outline => outline.damage)
  return damage === undefined ? text : mend(path, text, damage)
}

/** The tree of a text; of one that does not parse, of what is left of it when mended. */
export function treeOf(path: Path, text: string): Program | undefined {
  return parseTree(path, text) ?? parseTree(path, mended(path, text))
}
