/** Project-relative, posix, without a leading './'. The root itself is ''. */
export type Path = string

/** Half-open, in UTF-16 units from the start of the file. */
export interface Span {
  readonly start: number
  readonly end: number
}

export interface Place {
  readonly path: Path
  readonly span: Span
}

/** Of a finding that is about the file as a whole; shown as its first character. */
export const wholeFile: Span = { start: 0, end: 0 }
