import { importKinds, type EnvRead, type Facts, type ImportKind } from '../../../rules/model/facts.ts'
import type { Edge, EdgeId, FileId, Graph } from '../../../rules/model/graph.ts'
import { atom, type Address, type Link } from '../../../rules/model/link.ts'
import type { Path } from '../../../rules/model/place.ts'
import { collapse, ways } from './ways.ts'

/** One source with what is known of it. `links` is parallel to `facts.imports`; `env` is empty unless the policy asks for variables. */
export interface GraphFile {
  readonly facts: Facts
  readonly links: readonly Link[]
  readonly env: readonly EnvRead[]
}

/** The graph of a whole project: rebuilt after every change, because patching edges in both directions is where stale findings come from. */
export function graph(sources: readonly GraphFile[]): Graph {
  const files = filesOf(sources)
  const idOf = new Map(files.map((path, id) => [path, id]))
  const bySource = new Map(sources.map((source) => [source.facts.path, source]))
  const ends: Address[] = []
  const endOf = new Map<string, number>()
  const count = sources.reduce((sum, source) => sum + source.links.length + source.env.length, 0)
  const edges = {
    count,
    from: new Int32Array(count), to: new Int32Array(count), kind: new Uint8Array(count), fact: new Int32Array(count),
    first: new Int32Array(files.length + 1),
  }

  let next = 0
  const add = (from: FileId, to: Address, kind: ImportKind, fact: number): void => {
    edges.from[next] = from
    edges.to[next] = to.kind === 'file' ? idOf.get(to.path) ?? missing(to.path) : ~internEnd(to, ends, endOf)
    edges.kind[next] = numberOf[kind]
    edges.fact[next] = fact
    next++
  }
  for (const [id, path] of files.entries()) {
    edges.first[id] = next
    const source = bySource.get(path)
    if (source === undefined) continue
    for (const [index, fact] of source.facts.imports.entries()) {
      const link = source.links[index]
      if (link !== undefined) add(id, link.to, fact.kind, index)
    }
    // Below -1 the index of the read, so that `edge` finds its place again.
    for (const [index, read] of source.env.entries()) add(id, { kind: 'env', name: read.name }, 'value', -1 - index)
  }
  edges.first[files.length] = next

  const fileAddresses: Address[] = []
  const target = (id: EdgeId): Address => {
    const to = edges.to[id] ?? 0
    return to >= 0 ? fileAddresses[to] ??= { kind: 'file', path: files[to] ?? missing(`file ${to}`) } : ends[~to] ?? missing(`end ${~to}`)
  }
  const edge = (id: EdgeId): Edge => {
    const from = files[edges.from[id] ?? 0] ?? missing(`edge ${id}`)
    const source = bySource.get(from) ?? missing(from)
    const index = edges.fact[id] ?? 0
    const kind = importKinds[edges.kind[id] ?? 0] ?? 'value'
    if (index < 0) {
      const read = source.env[-1 - index] ?? missing(from)
      return { id, from, to: target(id), kind, specifier: read.name, written: 'package', at: { path: from, span: read.span }, statement: read.statement }
    }
    const fact = source.facts.imports[index] ?? missing(from)
    const written = source.links[index]?.written ?? 'package'
    return { id, from, to: target(id), kind, specifier: fact.specifier, written, at: { path: from, span: fact.span }, statement: fact.statement }
  }
  return {
    files, idOf, ends, edges, edge, target,
    ...ways({ size: files.length, from: edges.from, to: edges.to, first: edges.first, original: undefined }),
    collapse: (nodeOf, size) => ways(collapse(edges, nodeOf, size)),
  }
}

const numberOf = Object.fromEntries(importKinds.map((kind, number) => [kind, number])) as Record<ImportKind, number>

/** Every source and every file that one imports, sorted. */
function filesOf(sources: readonly GraphFile[]): readonly Path[] {
  const files = new Set<Path>()
  for (const source of sources) {
    files.add(source.facts.path)
    for (const { to } of source.links) if (to.kind === 'file') files.add(to.path)
  }
  return [...files].sort()
}

function internEnd(address: Address, ends: Address[], endOf: Map<string, number>): number {
  const key = address.kind === 'unknown' || address.kind === 'unjudged' ? `${address.kind} ${address.specifier}` : atom(address)
  const known = endOf.get(key)
  if (known !== undefined) return known
  endOf.set(key, ends.length)
  ends.push(address)
  return ends.length - 1
}

function missing(what: string): never {
  throw new Error(`not in the graph: ${what}`)
}
