/*
 * The text of a configuration as it stands there while someone types: keys, lists and words with their places, whatever is missing or
 * half of it. What is whole YAML reads as yaml-tree.ts reads it; of anything else it keeps what can be told. It is fast enough to be
 * made anew at every key, which a parser that builds all of YAML is not.
 */
import { Block } from './sketch/block.ts'
import type { Node } from './sketch/node.ts'
import { Scanner } from './sketch/scanner.ts'
import { Trail, type Caret } from './sketch/trail.ts'

export interface Sketch {
  readonly root: Extract<Node, { kind: 'map' }>
  readonly caret?: Caret
}

const longestText = 500_000

/** Stands in a text for the cursor: no letter of any configuration. */
export const cursor = '\uE000'

/** The text as it is once something is typed there. */
export function sketchAt(text: string, caret: number): Sketch {
  return sketch(`${text.slice(0, caret)}${cursor}${text.slice(caret)}`, caret)
}

/** `caret`: the offset of a letter that stands for the cursor. */
export function sketch(text: string, caret = -1): Sketch {
  if (text.length > longestText) return { root: { kind: 'map', span: { start: 0, end: 0 }, entries: [], isFlow: false } }
  const trail = new Trail(caret)
  const entries = new Block(new Scanner(text, caret), trail).read()
  return { root: { kind: 'map', span: { start: 0, end: text.length }, entries, isFlow: false }, ...(trail.caret !== undefined && { caret: trail.caret }) }
}
