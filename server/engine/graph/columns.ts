import { importKinds, type EnvRead, type Facts, type ImportKind, type ModuleState } from '../../../rules/model/facts.ts'
import type { FileId, Graph } from '../../../rules/model/graph.ts'
import type { Address, Link } from '../../../rules/model/link.ts'
import type { Path } from '../../../rules/model/place.ts'
import type { Interner } from './interner.ts'

/** One source with what is known of it. `links` is parallel to `facts.imports`; `env` is empty unless the policy asks for variables, `state` absent unless it asks for that. */
export interface GraphFile {
  readonly facts: Facts
  readonly links: readonly Link[]
  readonly env: readonly EnvRead[]
  readonly state?: readonly ModuleState[]
}

export interface Rows {
  readonly idOf: ReadonlyMap<Path, FileId>
  /** By file; undefined for what is imported but no source. */
  readonly rows: readonly (GraphFile | undefined)[]
  readonly ends: Interner
}

/** The edges of all files, of which those of single files can be replaced. */
export interface Columns {
  /** As they are now: whoever was handed them before has columns that are out of date. */
  readonly edges: () => Graph['edges']
  /** After the row of this file has changed. */
  readonly replace: (file: FileId) => void
}

export function columns(of: Rows): Columns {
  const first = new Int32Array(of.rows.length + 1)
  for (const [file, row] of of.rows.entries()) first[file + 1] = at(first, file) + lengthOf(row)
  let count = at(first, of.rows.length)
  let room = roomFor(count)
  for (const file of of.rows.keys()) write(room, at(first, file), file, of)
  return {
    edges: () => ({
      count, first,
      from: room.from.subarray(0, count), to: room.to.subarray(0, count), kind: room.kind.subarray(0, count), fact: room.fact.subarray(0, count),
    }),
    replace(file) {
      const [start, end] = [at(first, file), at(first, file + 1)]
      const more = lengthOf(of.rows[file]) - (end - start)
      if (count + more > room.from.length) room = copied(room, count, (count + more) * spare)
      if (more !== 0) {
        for (const column of [room.from, room.to, room.kind, room.fact]) column.copyWithin(end + more, end, count)
        for (let after = file + 1; after < first.length; after++) first[after] = at(first, after) + more
        count += more
      }
      write(room, start, file, of)
    },
  }
}

/** So much more than there are edges: a file that grows seldom asks for new columns, which are large, and garbage when they are replaced. */
const spare = 1.1

type Room = Pick<Graph['edges'], 'from' | 'to' | 'kind' | 'fact'>

function roomFor(size: number): Room {
  return { from: new Int32Array(size), to: new Int32Array(size), kind: new Uint8Array(size), fact: new Int32Array(size) }
}

function copied(room: Room, count: number, size: number): Room {
  const larger = roomFor(Math.ceil(size))
  for (const name of ['from', 'to', 'kind', 'fact'] as const) larger[name].set(room[name].subarray(0, count))
  return larger
}

function lengthOf(row: GraphFile | undefined): number {
  return row === undefined ? 0 : row.links.length + row.env.length + (row.state?.length ?? 0)
}

function write(room: Room, start: number, file: FileId, { rows, idOf, ends }: Rows): void {
  const row = rows[file]
  if (row === undefined) return
  let next = start
  const add = (to: number, kind: ImportKind, fact: number): void => {
    room.from[next] = file
    room.to[next] = to
    room.kind[next] = numberOf[kind]
    room.fact[next] = fact
    next++
  }
  const endOf = (to: Address): number => to.kind === 'file' ? idOf.get(to.path) ?? missing(to.path) : ~ends.number(to)
  for (const [index, { to }] of row.links.entries()) add(endOf(to), row.facts.imports[index]?.kind ?? 'value', index)
  // Below -1 the index of the read, so that its place is found again.
  for (const [index, { name }] of row.env.entries()) add(endOf({ kind: 'env', name }), 'value', -1 - index)
  for (const [index, { name }] of row.state?.entries() ?? []) add(endOf({ kind: 'state', name }), 'value', -1 - row.env.length - index)
}

const numberOf = Object.fromEntries(importKinds.map((kind, number) => [kind, number])) as Record<ImportKind, number>

/** Every index here is below the length by construction. */
function at(column: ArrayLike<number>, index: number): number {
  return column[index] ?? 0
}

function missing(path: Path): never {
  throw new Error(`not in the graph: ${path}`)
}
