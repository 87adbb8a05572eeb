import type { Edit } from '../../../rules/model/edit.ts'
import type { Path } from '../../../rules/model/place.ts'
import type { Problem } from '../../../rules/model/problem.ts'
import { applyEdits, firstClash, type TextEdit } from './apply-edits.ts'

/** What becomes of one file: its new text, or undefined where it is gone. */
export type NewTexts = ReadonlyMap<Path, string | undefined>

export type Applied = { readonly kind: 'texts'; readonly texts: NewTexts } | { readonly kind: 'problem'; readonly problem: Problem }

/**
 * All edits or none. Text edits mean the texts as they are handed in, whatever the order of the list, and go along when
 * their file moves; the same edit given twice counts once, except that insertions add up. Names only files that change.
 */
export function apply(texts: ReadonlyMap<Path, string>, edits: readonly Edit[]): Applied {
  const changed = new Map<Path, string | undefined>()
  const now = (path: Path) => changed.has(path) ? changed.get(path) : texts.get(path)

  for (const [path, ofFile] of textEdits(edits)) {
    const text = texts.get(path)
    if (text === undefined) return refused('no-file', path, `${path} is to be edited, but there is no such file`)
    const clash = firstClash(text, ofFile)
    if (clash !== undefined) return refused('edits-overlap', path, overlap(path, clash), clash.edit.span)
    changed.set(path, applyEdits(text, ofFile))
  }
  for (const edit of edits) {
    if (edit.kind === 'text') continue
    const text = now(edit.path)
    if (edit.kind === 'create') {
      if (text !== undefined) return refused('file-exists', edit.path, `${edit.path} is to be created, but exists already`)
      changed.set(edit.path, edit.text)
      continue
    }
    if (text === undefined) return refused('no-file', edit.path, `${edit.path} is to be ${edit.kind === 'move' ? 'moved' : 'deleted'}, but there is no such file`)
    if (edit.kind === 'move') {
      if (edit.to === edit.path) continue
      if (now(edit.to) !== undefined) return refused('file-exists', edit.to, `${edit.path} is to become ${edit.to}, but that exists already`)
      changed.set(edit.to, text)
    }
    changed.set(edit.path, undefined)
  }
  for (const [path, text] of changed) if (text === texts.get(path)) changed.delete(path)
  return { kind: 'texts', texts: changed }
}

function textEdits(edits: readonly Edit[]): ReadonlyMap<Path, readonly TextEdit[]> {
  const byFile = new Map<Path, TextEdit[]>()
  for (const edit of edits) {
    if (edit.kind !== 'text') continue
    const ofFile = byFile.get(edit.path) ?? []
    byFile.set(edit.path, ofFile)
    if (!ofFile.some((given) => isSameReplacement(given, edit))) ofFile.push(edit)
  }
  return byFile
}

function isSameReplacement(a: TextEdit, b: TextEdit): boolean {
  return a.span.start === b.span.start && a.span.end === b.span.end && a.span.end > a.span.start && a.text === b.text
}

function overlap(path: Path, { edit, other }: { readonly edit: TextEdit; readonly other?: TextEdit }): string {
  const place = `characters ${edit.span.start} to ${edit.span.end} of ${path}`
  return other === undefined ? `an edit wants ${place}, which are not there` : `two edits both want ${place}`
}

function refused(kind: string, path: Path, message: string, span = { start: 0, end: 0 }): Applied {
  return { kind: 'problem', problem: { kind, message, at: { path, span }, hint: 'nothing was changed; apply the fixes one after the other' } }
}
