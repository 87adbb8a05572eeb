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
  /** It stands in this preset, which is named here. */
  readonly preset?: string
}

/** 'bulkhead.yaml:7'; of what a preset says, 'preset:layered, bulkhead.yaml:1'. */
export function spokenLine({ path, preset }: Place, line1: number): string {
  return `${preset === undefined ? '' : `preset:${preset}, `}${path}:${line1}`
}

/** Of a finding that is about the file as a whole; shown as its first character. */
export const wholeFile: Span = { start: 0, end: 0 }
