import { importKinds, type EnvRead, type Facts, type ImportKind } from '../../../rules/model/facts.ts'
import type { FileId, Graph } from '../../../rules/model/graph.ts'
import type { Address, Link } from '../../../rules/model/link.ts'
import type { Path } from '../../../rules/model/place.ts'
import type { Interner } from './interner.ts'

/** One source with what is known of it. `links` is parallel to `facts.imports`; `env` is empty unless the policy asks for variables. */
export interface GraphFile {
  readonly facts: Facts
  readonly links: readonly Link[]
  readonly env: readonly EnvRead[]
}

export interface Rows {
  readonly idOf: ReadonlyMap<Path, FileId>
  /** By file; undefined for what is imported but no source. */
  readonly rows: readonly (GraphFile | undefined)[]
  readonly ends: Interner
}

type Columns = Graph['edges']

export function columns(of: Rows): Columns {
  const made = empty(firstsOf(of.rows.length, (file) => lengthOf(of.rows[file])))
  for (const file of of.rows.keys()) write(made, file, of)
  return made
}

/** The same, with the edges of all other files copied from the earlier columns: a few long copies instead of every row. */
export function copiedColumns(of: Rows, earlier: Columns, changed: ReadonlySet<FileId>): Columns {
  const made = empty(firstsOf(of.rows.length, (file) => changed.has(file) ? lengthOf(of.rows[file]) : at(earlier.first, file + 1) - at(earlier.first, file)))
  let start = 0
  const copyUpTo = (end: FileId): void => {
    const [first, last, to] = [at(earlier.first, start), at(earlier.first, end), at(made.first, start)]
    for (const name of ['from', 'to', 'kind', 'fact'] as const) made[name].set(earlier[name].subarray(first, last), to)
    start = end + 1
  }
  for (const file of [...changed].sort((a, b) => a - b)) {
    copyUpTo(file)
    write(made, file, of)
  }
  copyUpTo(of.rows.length)
  return made
}

/** Where the edges of each file start, and behind the last. */
function firstsOf(files: number, lengthOf: (file: FileId) => number): Int32Array {
  const first = new Int32Array(files + 1)
  for (let file = 0; file < files; file++) first[file + 1] = at(first, file) + lengthOf(file)
  return first
}

function lengthOf(row: GraphFile | undefined): number {
  return row === undefined ? 0 : row.links.length + row.env.length
}

function empty(first: Int32Array): Columns {
  const count = at(first, first.length - 1)
  return { count, first, from: new Int32Array(count), to: new Int32Array(count), kind: new Uint8Array(count), fact: new Int32Array(count) }
}

function write(made: Columns, file: FileId, { rows, idOf, ends }: Rows): void {
  const row = rows[file]
  let next = at(made.first, file)
  const add = (to: number, kind: ImportKind, fact: number): void => {
    made.from[next] = file
    made.to[next] = to
    made.kind[next] = numberOf[kind]
    made.fact[next] = fact
    next++
  }
  const endOf = (to: Address): number => to.kind === 'file' ? idOf.get(to.path) ?? missing(to.path) : ~ends.number(to)
  for (const [index, { to }] of row?.links.entries() ?? []) add(endOf(to), row?.facts.imports[index]?.kind ?? 'value', index)
  // Below -1 the index of the read, so that its place is found again.
  for (const [index, { name }] of row?.env.entries() ?? []) add(endOf({ kind: 'env', name }), 'value', -1 - index)
}

const numberOf = Object.fromEntries(importKinds.map((kind, number) => [kind, number])) as Record<ImportKind, number>

/** Every index here is below the length by construction. */
function at(column: ArrayLike<number>, index: number): number {
  return column[index] ?? 0
}

function missing(path: Path): never {
  throw new Error(`not in the graph: ${path}`)
}
