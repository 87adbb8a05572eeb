import type { Path } from '../../rules/model/place.ts'
import type { Problem } from '../../rules/model/problem.ts'

/** The files of a project, wherever they are: on disk, in git's index, in a test's memory. */
export interface Files {
  list(): Listing
  /** Of these paths, those that `list` would list now; by what a listing had before said of what is ignored. */
  listed(paths: readonly Path[], isIgnored: Listing['isIgnored']): readonly Path[]
  /** The bytes are borrowed: valid until the next `read`. */
  read(path: Path): Reading
  /** Tells this content of a file from any other, without reading it; undefined where nothing does. */
  stamp(path: Path): string | undefined
}

export interface Listing {
  /** Tracked by git or new and not gitignored; without git a walk that honours .gitignore. Sorted. Never in node_modules. */
  readonly files: readonly Path[]
  /** Whether git would leave out a file of this name, be it there or not, if it did not track it. */
  isIgnored(path: Path): boolean
  readonly problems: readonly Problem[]
}

export type Reading =
  /** With the stamp that the content has, where it has one. */
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array; readonly stamp?: string }
  | { readonly kind: 'missing' }
  | { readonly kind: 'problem'; readonly problem: Problem }
