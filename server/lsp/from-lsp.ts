// What clients send is `unknown` until it has passed here. Undefined: not what the method asks for.

import type { Path, Span } from '../../rules/model/place.ts'
import { spanOfLine } from '../../rules/model/lines.ts'

export interface Position {
  readonly line: number
  readonly character: number
}

export interface Range {
  readonly start: Position
  readonly end: Position
}

export function isRecord(given: unknown): given is Readonly<Record<string, unknown>> {
  return typeof given === 'object' && given !== null && !Array.isArray(given)
}

export function field(given: unknown, name: string): unknown {
  return isRecord(given) && Object.hasOwn(given, name) ? given[name] : undefined
}

export function text(given: unknown): string | undefined {
  return typeof given === 'string' ? given : undefined
}

export function list(given: unknown): readonly unknown[] {
  return Array.isArray(given) ? given : []
}

/** `params.textDocument.uri` */
export function documentUri(params: unknown): string | undefined {
  return text(field(field(params, 'textDocument'), 'uri'))
}

/** Numbers that no document has are taken as its nearest end. */
export function position(given: unknown): Position | undefined {
  const line = field(given, 'line')
  const character = field(given, 'character')
  return isCount(line) && isCount(character) ? { line, character } : undefined
}

export function range(given: unknown): Range | undefined {
  const start = position(field(given, 'start'))
  const end = position(field(given, 'end'))
  return start && end && { start, end }
}

function isCount(given: unknown): given is number {
  return typeof given === 'number' && Number.isInteger(given) && given >= 0
}

/** A place in a text, as an offset: far outside is the end of the line, or of the text. */
export function offsetAt(starts: readonly number[], textLength: number, { line, character }: Position): number {
  const { start, end } = spanOfLine(starts, line, textLength)
  return Math.min(start + character, end)
}

export function spanOf(starts: readonly number[], textLength: number, { start, end }: Range): Span {
  return { start: offsetAt(starts, textLength, start), end: offsetAt(starts, textLength, end) }
}

/** Whether a path is the folder or lies below it. Both absolute, posix or native alike. */
export function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith('/') || folder.endsWith('\\') ? folder : `${folder}${path.includes('\\') ? '\\' : '/'}`)
}

/** A path below a root, as the session knows it. */
export function relativePath(root: string, path: string): Path {
  return path.slice(root.length).replaceAll('\\', '/').replace(/^\//, '')
}
