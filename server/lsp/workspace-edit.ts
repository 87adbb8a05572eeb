import { join } from 'node:path'
import { ResponseError, type CreateFile, type DeleteFile, type RenameFile, type TextDocumentEdit, type TextEdit, type WorkspaceEdit } from 'vscode-languageserver/node'
import type { Edit } from '../../rules/model/edit.ts'
import type { Path } from '../../rules/model/place.ts'
import { contentModified, requestFailed } from './handler.ts'
import type { Project } from './project.ts'
import type { Server } from './server.ts'
import { toRange, toUri } from './to-lsp.ts'

const operations: Readonly<Record<Exclude<Edit['kind'], 'text'>, string>> = { create: 'create', move: 'rename', delete: 'delete' }

/** Edits against the texts as they are now. An error where the editor could not do them, or is ahead of what was judged. */
export function toWorkspaceEdit(server: Server, project: Project, edits: readonly Edit[]): WorkspaceEdit | ResponseError {
  const { abilities } = server.editor
  const byPath = new Map<Path, Edit[]>()
  for (const edit of edits) byPath.set(edit.path, [...byPath.get(edit.path) ?? [], edit])
  for (const path of byPath.keys()) {
    const open = server.documents.at(join(project.root, path))
    if (open !== undefined && !server.isCurrent(project, open)) return contentModified(`${path} is not saved`)
  }
  const isImpossible = edits.find((edit) => edit.kind !== 'text' && !(abilities.versionedEdits && abilities.resourceOperations.has(operations[edit.kind])))
  if (isImpossible !== undefined) return requestFailed(`this editor can not ${isImpossible.kind} files`)

  const textEdits = [...byPath].map(([path, ofFile]) => ({ path, edits: ofFile.flatMap((edit) => edit.kind === 'text' ? [toTextEdit(project, edit)] : []) })).filter((each) => each.edits.length > 0)
  const uriOf = (path: Path): string => toUri(server.documents, join(project.root, path))
  if (!abilities.versionedEdits) return { changes: Object.fromEntries(textEdits.map(({ path, edits: ofFile }) => [uriOf(path), ofFile])) }
  return {
    documentChanges: [
      ...textEdits.map(({ path, edits: ofFile }): TextDocumentEdit => ({
        textDocument: { uri: uriOf(path), version: server.documents.at(join(project.root, path))?.document.version ?? null }, edits: ofFile,
      })),
      ...edits.flatMap((edit) => edit.kind === 'text' ? [] : toOperations(edit, uriOf)),
    ],
  }
}

function toTextEdit(project: Project, { path, span, text }: Extract<Edit, { kind: 'text' }>): TextEdit {
  const lines = project.session.lines(path)
  // An insertion at the very start is no place 'of the whole file'.
  const range = span.start === 0 && span.end === 0 ? { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } } : toRange(lines, span)
  return { range, newText: text }
}

function toOperations(edit: Exclude<Edit, { kind: 'text' }>, uriOf: (path: Path) => string): (CreateFile | RenameFile | DeleteFile | TextDocumentEdit)[] {
  const uri = uriOf(edit.path)
  switch (edit.kind) {
    case 'create': return [
      { kind: 'create', uri, options: { overwrite: false, ignoreIfExists: false } },
      { textDocument: { uri, version: null }, edits: [{ range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, newText: edit.text }] },
    ]
    case 'move': return [{ kind: 'rename', oldUri: uri, newUri: uriOf(edit.to) }]
    case 'delete': return [{ kind: 'delete', uri }]
  }
}
