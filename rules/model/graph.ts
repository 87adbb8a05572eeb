import type { ImportKind } from './facts.ts'
import type { Address, Written } from './link.ts'
import type { Path, Place, Span } from './place.ts'

/** Index into `Graph.files`. */
export type FileId = number
/** Index into the columns of `Graph.edges`. */
export type EdgeId = number

/**
 * A snapshot of all imports. Columns of numbers inside, because a project has a hundred thousand edges and a report names ten;
 * objects are made by `edge`, for those few.
 */
export interface Graph {
  /** Every source, and every other file that one imports; sorted. */
  readonly files: readonly Path[]
  readonly idOf: ReadonlyMap<Path, FileId>
  /** Where imports lead that lead to no file, once each. */
  readonly ends: readonly Address[]
  /** Sorted by importing file, then place. */
  readonly edges: {
    readonly count: number
    readonly from: Int32Array
    /** A FileId, or ~i for `ends[i]`. */
    readonly to: Int32Array
    /** Index into `importKinds`. */
    readonly kind: Uint8Array
    /** Index into the imports of the file's facts; for an environment variable -1. */
    readonly fact: Int32Array
    /** The edges of file f are `first[f] … first[f + 1] - 1`. */
    readonly first: Int32Array
  }
  edge(id: EdgeId): Edge
  /** The files of this edge's end and of its importer: short for `files[edges.from[id]]`. */
  target(id: EdgeId): Address
  /**
   * Groups of files that reach each other over the edges that count, each sorted; groups sorted by their first file.
   * A file that imports itself is a group of one.
   */
  cycles(counts: (id: EdgeId) => boolean): readonly (readonly FileId[])[]
  /** The edges of a shortest way, ties broken by file name; undefined where there is none. A way from a file to itself has at least one edge. */
  route(from: FileId, to: FileId, counts: (id: EdgeId) => boolean): readonly EdgeId[] | undefined
}

export interface Edge {
  readonly id: EdgeId
  readonly from: Path
  readonly to: Address
  readonly kind: ImportKind
  readonly specifier: string
  readonly written: Written
  /** Of the specifier with its quotes. */
  readonly at: Place
  readonly statement: Span
}
