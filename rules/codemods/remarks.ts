import type { Edit } from '../model/edit.ts'
import type { Path, Span } from '../model/place.ts'
import type { Problem } from '../model/problem.ts'
import { lineEnd, lineStart, newlineOf } from './newline.ts'
import type { Code, Node } from './parse.ts'

/** Comments for whoever reads the rewritten code, each above the statement that it is about. */
export interface Remarks {
  /** `kind` says whether the code was left as it was, or does not do quite the same any more. */
  add(node: Node, kind: 'left-over' | 'differs', text: string): void
  /** A comment that was there, and whose place is gone. */
  keep(node: Node, comment: string): void
  edits(path: Path): readonly Edit[]
  problems(path: Path): readonly Problem[]
}

export function remarksOf(code: Code): Remarks {
  const byLine = new Map<number, Set<string>>()
  const said: { readonly kind: string; readonly message: string; readonly span: Span }[] = []
  const above = (node: Node): Set<string> => {
    const line = lineStart(code.text, statementOf(code, node).getStart())
    const ofLine = byLine.get(line) ?? new Set<string>()
    byLine.set(line, ofLine)
    return ofLine
  }
  return {
    add(node, kind, text) {
      const comment = `// bulkhead: ${text}`
      const ofLine = above(node)
      if (!ofLine.has(comment)) said.push({ kind, message: text, span: { start: node.getStart(), end: node.getEnd() } })
      ofLine.add(comment)
    },
    keep: (node, comment) => { above(node).add(comment) },
    edits(path) {
      return [...byLine].flatMap(([line, texts]) => {
        const present = commentsAbove(code.text, line)
        const indent = /^[ \t]*/u.exec(code.text.slice(line))?.[0] ?? ''
        return [...texts].filter((comment) => !present.has(comment))
          .map((comment): Edit => ({ kind: 'text', path, span: { start: line, end: line }, text: indent + comment + newlineOf(code.text) }))
      })
    },
    problems: (path) => said.map(({ kind, message, span }) => ({ kind, message, at: { path, span } })),
  }
}

/** The innermost statement or class member around a node that begins its line. */
function statementOf({ morph: { Node }, text }: Code, node: Node): Node {
  const beginsLine = (around: Node) => /^\s*$/u.test(text.slice(lineStart(text, around.getStart()), around.getStart()))
  for (let around: Node | undefined = node; around !== undefined; around = around.getParent()) {
    const takesComment = Node.isStatement(around) || Node.isCaseClause(around) || Node.isDefaultClause(around) || Node.isTypeElement(around) || Node.isClassDeclaration(around.getParent())
    if (takesComment && !Node.isBlock(around) && beginsLine(around)) return around
  }
  return node
}

function commentsAbove(text: string, line: number): ReadonlySet<string> {
  const comments = new Set<string>()
  for (let at = line; at > 0;) {
    at = lineStart(text, at - 1)
    const written = text.slice(at, lineEnd(text, at)).trim()
    if (!written.startsWith('//')) break
    comments.add(written)
  }
  return comments
}
