import type { Edit } from '../../../rules/model/edit.ts'

export type TextEdit = Extract<Edit, { readonly kind: 'text' }>

/** Edits of one file in the order in which they are applied: insertions at one place keep the order in which they were given. */
export function bySpan(edits: readonly TextEdit[]): readonly TextEdit[] {
  return edits.toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
}

/** Two edits that want the same characters, or one that wants characters that are not there; undefined where all can be applied. */
export function firstClash(text: string, edits: readonly TextEdit[]): { readonly edit: TextEdit; readonly other?: TextEdit } | undefined {
  let before: TextEdit | undefined
  for (const edit of bySpan(edits)) {
    if (edit.span.start < 0 || edit.span.end < edit.span.start || edit.span.end > text.length) return { edit }
    if (before !== undefined && edit.span.start < before.span.end) return { edit, other: before }
    before = edit
  }
  return undefined
}

/** The text of one file after its edits, which must not overlap; `apply` asks that first. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let applied = ''
  let at = 0
  for (const { span, text: replacement } of bySpan(edits)) {
    applied += text.slice(at, span.start) + replacement
    at = span.end
  }
  return applied + text.slice(at)
}
