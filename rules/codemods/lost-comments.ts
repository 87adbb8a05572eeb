import type { Edit } from '../model/edit.ts'
import type { Code, Node } from './parse.ts'
import type { Remarks } from './remarks.ts'

/** Comments that stood within what an edit replaces and are not in its new text go above the statement. */
export function keepComments(code: Code, edits: readonly Edit[], remarks: Remarks): void {
  for (const edit of edits) {
    if (edit.kind !== 'text') continue
    for (const { start, text } of commentsIn(code, edit.span.start, edit.span.end)) {
      const at: Node | undefined = code.source.getDescendantAtPos(start)
      if (!edit.text.includes(text) && at !== undefined) remarks.keep(at, text)
    }
  }
}

function commentsIn({ morph: { ts, Node }, source, text }: Code, from: number, to: number): Iterable<{ readonly start: number; readonly text: string }> {
  const found = new Map<number, { readonly start: number; readonly text: string }>()
  for (const node of source.getDescendants()) {
    if (Node.isJsxText(node) || node.getEnd() < from || node.getPos() > to) continue
    for (const { pos, end } of [...ts.getLeadingCommentRanges(text, node.getPos()) ?? [], ...ts.getTrailingCommentRanges(text, node.getEnd()) ?? []]) {
      if (pos >= from && end <= to) found.set(pos, { start: pos, text: text.slice(pos, end) })
    }
  }
  return found.values()
}
