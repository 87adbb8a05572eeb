// What is known while one file is read: its bytes, where reading stands among brackets and markup, and what was found.

import type { ImportKind } from '../../../../rules/model/facts.ts'
import { SEMICOLON } from './bytes.ts'

/** In place of the next offset: whoever returns it does not understand the file, so a real parser must read it. */
export const DOUBT = -1
/** In place of the next offset: to be read again from the start, following brackets. */
export const AGAIN = -2

/** What is open, innermost last. Brackets are only here inside of templates and markup, or if `isTracking`. */
export const PAREN = 1, HEAD = 2, BRACKET = 3, BLOCK = 4, OBJECT = 5, UNSURE = 6, SUBSTITUTION = 7, TAG_CODE = 8, CHILD_CODE = 9, ELEMENT = 10, ATTRIBUTE_ELEMENT = 11

export type Language = 'javascript' | 'typescript' | 'tsx' | 'declarations'

export interface FoundImport {
  readonly kind: ImportKind
  readonly specifier: string
  /** Of the specifier with its quotes, and of the statement; byte offsets. */
  readonly start: number
  readonly end: number
  readonly statementStart: number
  readonly statementEnd: number
}

/** What to go back to where markup turns out to be none. */
export interface Attempt {
  readonly start: number
  readonly openCount: number
  readonly importCount: number
  readonly commentCount: number
  readonly skippedCount: number
  readonly depth: number
}

export interface Scan {
  readonly bytes: Uint8Array
  readonly start: number
  readonly end: number
  readonly language: Language
  readonly isTracking: boolean
  /** Brackets opened and not closed. */
  depth: number
  /** Why code was last stopped at, as pairs have it. */
  meaning: number
  readonly open: number[]
  /** Where the last bracket closed that was followed, and what it was. */
  closedAt: number
  closedKind: number
  /** The last run of comments with only space between them. */
  commentsStart: number
  commentsEnd: number
  /** After the last regular expression without flags. */
  regexEnd: number
  readonly attempts: Attempt[]
  readonly failed: Set<number>
  /** How far the last attempt read, and how many bytes may yet be read in vain: nested attempts that fail must not cost without bound. */
  reached: number
  patience: number
  /** In source order: one that holds another is found before it. */
  readonly imports: FoundImport[]
  /** Starts and ends, in turn, of comments that may be instructions. */
  readonly comments: number[]
  /** Starts of the names that imports declare, and of those that the file hands on by name. */
  readonly imported: number[]
  readonly handedOn: number[]
  /** Starts of the statements that export something of the file, not of a namespace in it. */
  readonly exported: number[]
  isBarrel: boolean
  callsRequire: boolean
  /** `require` may be a name of the file's own. */
  mayDeclareRequire: boolean
  /** How many brackets are open within the parenthesis that names a `require`, perhaps a function's own; 0 where none does. */
  requireNamedIn: number
  /** The same within the body of a function that is handed one: no call there is an import. */
  requireHandedTo: number
  /** Starts and ends, in turn, of what was passed over as no code, or was read as a declaration; only if asked for. */
  readonly skipped: number[] | undefined
}

// A statement's end before the first byte, so that looking back always finds something; and NULs, so that reading on always ends.
const before = 8
const after = 8
let buffer = new Uint8Array(1 << 16)

/** The bytes are copied to where they have something before and after them. Only one scan can live at a time. */
export function scanOf(source: Uint8Array, language: Language, notesSkipped = false): Scan {
  const size = before + source.length + after
  if (buffer.length < size) buffer = new Uint8Array(size * 2)
  const end = before + source.length
  buffer.fill(SEMICOLON, 0, before)
  buffer.set(source, before)
  buffer.fill(0, end, size)
  return fresh(buffer, before, end, language, false, notesSkipped)
}

export function againTracking({ bytes, start, end, language, skipped }: Scan): Scan {
  return fresh(bytes, start, end, language, true, skipped !== undefined)
}

function fresh(bytes: Uint8Array, start: number, end: number, language: Language, isTracking: boolean, notesSkipped: boolean): Scan {
  return {
    bytes, start, end, language, isTracking,
    depth: 0, meaning: 0, open: [], closedAt: -1, closedKind: 0, commentsStart: -1, commentsEnd: -1, regexEnd: -1, attempts: [], failed: new Set(), reached: 0, patience: 4 * (end - start) + 65_536,
    imports: [], comments: [], imported: [], handedOn: [], exported: [], isBarrel: false, callsRequire: false, mayDeclareRequire: false, requireNamedIn: 0, requireHandedTo: 0,
    skipped: notesSkipped ? [] : undefined,
  }
}
