import type { ImportKind } from './facts.ts'
import type { Address, Written } from './link.ts'
import type { Path, Place, Span } from './place.ts'

/** Index into `Graph.files`. */
export type FileId = number
/** Index into the columns of `Graph.edges`. */
export type EdgeId = number

/** What can be asked of nodes and the edges between them: files, or groups of files. */
export interface Ways {
  /**
   * Groups of nodes that reach each other over the edges that count, each sorted; groups sorted by their first node.
   * A node with an edge to itself is a group of one. `among`: over these nodes alone.
   */
  cycles(counts: (id: EdgeId) => boolean, among?: readonly number[]): readonly (readonly number[])[]
  /** The edges of a shortest way, ties broken by the number of the node; undefined where there is none. A way from a node to itself has at least one edge. */
  route(from: number, to: number, counts: (id: EdgeId) => boolean): readonly EdgeId[] | undefined
  /** The edges that leave a node, in their order. */
  leaving(node: number): readonly EdgeId[]
}

/**
 * A snapshot of all imports. Columns of numbers inside, because a project has a hundred thousand edges and a report names ten;
 * objects are made by `edge`, for those few.
 */
export interface Graph extends Ways {
  /** Every source, and every other file that one imports; sorted. */
  readonly files: readonly Path[]
  readonly idOf: ReadonlyMap<Path, FileId>
  /** Where imports lead that lead to no file, once each. */
  readonly ends: readonly Address[]
  /** Sorted by importing file, then place; what is no import comes behind the imports of its file. */
  readonly edges: {
    readonly count: number
    readonly from: Int32Array
    /** A FileId, or ~i for `ends[i]`. */
    readonly to: Int32Array
    /** Index into `importKinds`. */
    readonly kind: Uint8Array
    /** Index into the imports of the file's facts, behind them into its mentions; below 0 the i-th environment variable that it reads, behind these its module state, as -1 - i. */
    readonly fact: Int32Array
    /** The edges of file f are `first[f] … first[f + 1] - 1`. */
    readonly first: Int32Array
  }
  edge(id: EdgeId): Edge
  target(id: EdgeId): Address
  /** The same edges between groups of files: `nodeOf[f]` is the group of file f, below `size`, or -1 for a file in none. */
  collapse(nodeOf: Int32Array, size: number): Ways
  /** The same edges between nodes of any sort, of which there are `size`. What stays inside a node, or leads from or to none, is left out. */
  between(ends: Ends, size: number): Ways
}

/** Which node an edge leaves, and which it leads to; -1 for none. */
export interface Ends {
  readonly from: (id: EdgeId) => number
  readonly to: (id: EdgeId) => number
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
  /** Of kind 'call': the function. */
  readonly called?: string
}
