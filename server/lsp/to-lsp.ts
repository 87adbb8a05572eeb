// The session's values in LSP's words: URIs, lines and columns.

import { join } from 'node:path'
import type { Location, Range } from 'vscode-languageserver/node'
import { positionAt } from '../../rules/model/lines.ts'
import { wholeFile, type Place, type Span } from '../../rules/model/place.ts'
import type { Documents } from './documents.ts'
import type { Project } from './project.ts'
import { uriOfPath } from './uri.ts'

/** The first character of a file, for what is about it as a whole. */
const firstCharacter: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } }

export function toRange(starts: readonly number[], span: Span): Range {
  if (span.start === wholeFile.start && span.end === wholeFile.end) return firstCharacter
  const [start, end] = [positionAt(starts, span.start), positionAt(starts, span.end)]
  return { start: { line: start.line0, character: start.column0 }, end: { line: end.line0, character: end.column0 } }
}

export function toLocation(project: Project, documents: Documents, { path, span }: Place): Location {
  return { uri: toUri(documents, join(project.root, path)), range: toRange(project.session.lines(path), span) }
}

/** Of an absolute path: the client's own spelling where it has the document open. */
export function toUri(documents: Documents, path: string): string {
  return documents.at(path)?.uri ?? uriOfPath(path)
}
