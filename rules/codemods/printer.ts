import type { Edit } from '../model/edit.ts'
import type { Path } from '../model/place.ts'
import { wholeLine } from './newline.ts'
import type { Code, Node } from './parse.ts'

/**
 * Replacements of nodes, which may lie within one another: a replacement prints the parts that it keeps, and these come
 * out with their own replacements. What nothing replaces stays as it is written, byte for byte.
 */
export interface Printer {
  replace(node: Node, text: () => string): void
  /** With its line, where it has that for itself. */
  remove(statement: Node): void
  isReplaced(node: Node): boolean
  /** It lies in what was removed. */
  isGone(node: Node): boolean
  /** As it will be. */
  print(node: Node): string
  /** One edit for each outermost replacement. */
  edits(path: Path): readonly Edit[]
}

export function printerOf(code: Code): Printer {
  const replacements = new Map<Node, () => string>()
  const removed = new Set<Node>()
  const print = (node: Node): string => replacements.get(node)?.() ?? pieces(node)

  function pieces(node: Node): string {
    let text = ''
    let at = node.getStart()
    for (const inner of outermost(node)) {
      text += code.text.slice(at, inner.getStart()) + print(inner)
      at = inner.getEnd()
    }
    return text + code.text.slice(at, node.getEnd())
  }

  function outermost(node: Node): readonly Node[] {
    const found: Node[] = []
    node.forEachDescendant((inner, traversal) => {
      if (!replacements.has(inner)) return
      found.push(inner)
      traversal.skip()
    })
    return found
  }

  return {
    replace: (node, text) => { replacements.set(node, text) },
    remove(statement) {
      removed.add(statement)
      replacements.set(statement, () => '')
    },
    isReplaced: (node) => replacements.has(node),
    isGone: (node) => node.getAncestors().some((around) => removed.has(around)),
    print,
    edits: (path) => outermost(code.source).map((node) => {
      const span = removed.has(node) ? wholeLine(code.text, node.getStart(), node.getEnd()) : { start: node.getStart(), end: node.getEnd() }
      return { kind: 'text', path, span, text: print(node) }
    }),
  }
}
