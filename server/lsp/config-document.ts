import { join } from 'node:path'
import type { Location, Range } from 'vscode-languageserver/node'
import type { Path, Place, Span } from '../../rules/model/place.ts'
import type { ConfigText, Surroundings } from '../session/index.ts'
import { textOf, type OpenDocument } from './documents.ts'
import { documentUri, field, offsetAt, position } from './from-lsp.ts'
import type { Project } from './project.ts'
import type { Server } from './server.ts'
import { toRange, toUri } from './to-lsp.ts'

/** A configuration that is open, or a file that one extends: as it is typed, be it judged yet or not. */
export interface ConfigDocument {
  readonly project: Project
  readonly path: Path
  readonly open: OpenDocument
  /** Whatever its other files say, this is one of them. */
  readonly text: ConfigText
  readonly around: Surroundings
  range(span: Span): Range
  location(place: Place): Location
}

/** `caretAt`: where in the text something is to be typed. */
export function configDocument(server: Server, uri: string | undefined, caretAt?: (text: string) => number): ConfigDocument | undefined {
  const open = uri === undefined ? undefined : server.documents.get(uri)
  const project = open?.path === undefined ? undefined : server.projects.of(open.path)
  const path = open?.path === undefined ? undefined : project?.pathOf(open.path)
  if (open === undefined || project === undefined || path === undefined || !project.session.configFiles.has(path)) return undefined
  const around = project.session.surroundings(path, (asked) => {
    const other = server.documents.at(join(project.root, asked))
    return other === undefined ? project.session.text(asked) : textOf(other)
  }, caretAt?.(textOf(open)))
  const text = around.texts.find((each) => each.path === path && each.preset === undefined)
  if (text === undefined) return undefined
  const linesOf = (asked: Path): readonly number[] => around.texts.find((each) => each.path === asked && each.preset === undefined)?.lines ?? project.session.lines(asked)
  return {
    project, path, open, text, around,
    range: (span) => (span.start === 0 && span.end === 0 ? { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } } : toRange(text.lines, span)),
    location: ({ path: asked, span }) => ({ uri: toUri(server.documents, join(project.root, asked)), range: toRange(linesOf(asked), span) }),
  }
}

/** With the place that was asked about, as an offset. */
export function placeIn(server: Server, params: unknown): (ConfigDocument & { readonly offset: number }) | undefined {
  const at = position(field(params, 'position'))
  const found = configDocument(server, documentUri(params))
  return at === undefined || found === undefined ? undefined : { ...found, offset: offsetAt(found.text.lines, found.text.text.length, at) }
}

/** Of a request that asks about a place in a document. */
export function asksOfPlace(params: unknown): boolean {
  return documentUri(params) !== undefined && position(field(params, 'position')) !== undefined
}
