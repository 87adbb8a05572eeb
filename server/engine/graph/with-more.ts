// A graph as it would be with some imports more: for who asks whether they may be.

import { importKinds, type ImportKind } from '../../../rules/model/facts.ts'
import type { Edge, EdgeId, Graph } from '../../../rules/model/graph.ts'
import { groupBy } from '../../../rules/model/group-by.ts'
import { atom, type Address, type Written } from '../../../rules/model/link.ts'
import type { Path, Span } from '../../../rules/model/place.ts'
import { between, ways } from './ways.ts'

/** An import that need not exist, between what is in the graph, or to an end that is no file. */
export interface Supposed {
  readonly from: Path
  readonly to: Address
  readonly kind: ImportKind
  readonly specifier: string
  readonly written: Written
  /** Below 0, so that it is told from those that are there. */
  readonly span: Span
}

export interface Enlarged {
  /** Of the same files: what was found of these stands. */
  readonly graph: Graph
  /** The number of an import in the graph as it is; undefined for one that is supposed. */
  readonly originalOf: (id: EdgeId) => EdgeId | undefined
}

export function withMore(graph: Graph, supposed: readonly Supposed[]): Enlarged {
  const { files } = graph
  const { edges, ends, originals } = columnsOf(graph, supposed)
  const target = (id: EdgeId): Address => {
    const to = edges.to[id] ?? -1
    const address: Address | undefined = to >= 0 ? { kind: 'file', path: files[to] ?? '' } : ends[~to]
    if (address === undefined) throw new Error(`no end ${~to}`)
    return address
  }
  const edge = (id: EdgeId): Edge => {
    const original = originals[id] ?? -1
    if (original >= 0) return { ...graph.edge(original), id }
    const found = supposed[-1 - original]
    if (found === undefined) throw new Error(`no edge ${id}`)
    const { from, to, kind, specifier, written, span } = found
    return { id, from, to, kind, specifier, written, at: { path: from, span }, statement: span }
  }
  return {
    graph: {
      files, idOf: graph.idOf, ends, edges, edge, target,
      ...ways({ size: files.length, from: edges.from, to: edges.to, first: edges.first, original: undefined }),
      collapse: (nodeOf, size) => ways(between({ from: (id) => nodeOf[edges.from[id] ?? -1] ?? -1, to: (id) => nodeOf[edges.to[id] ?? -1] ?? -1 }, edges.count, size)),
      between: (nodes, size) => ways(between(nodes, edges.count, size)),
    },
    originalOf(id) {
      const original = originals[id] ?? -1
      return original < 0 ? undefined : original
    },
  }
}

/** Those that are supposed come behind the others of their file; in `originals` as -1 - index. */
function columnsOf(graph: Graph, supposed: readonly Supposed[]): { readonly edges: Graph['edges']; readonly ends: readonly Address[]; readonly originals: Int32Array } {
  const { files, idOf, edges: old } = graph
  const count = old.count + supposed.length
  const edges = { count, first: new Int32Array(files.length + 1), from: new Int32Array(count), to: new Int32Array(count), kind: new Uint8Array(count), fact: new Int32Array(count) }
  const originals = new Int32Array(count)
  const { ends, endOf } = endsWith(graph)
  const more = groupBy([...supposed.keys()], (index) => supposed[index]?.from ?? '')
  let next = 0
  for (const [file, path] of files.entries()) {
    edges.first[file] = next
    const [start, end] = [old.first[file] ?? 0, old.first[file + 1] ?? 0]
    for (const column of ['from', 'to', 'kind', 'fact'] as const) edges[column].set(old[column].subarray(start, end), next)
    for (let id = start; id < end; id++) originals[next++] = id
    for (const index of more.get(path) ?? []) {
      const { to, kind } = supposed[index] ?? { to: { kind: 'unjudged', specifier: '' }, kind: 'value' }
      edges.from[next] = file
      edges.to[next] = to.kind === 'file' ? idOf.get(to.path) ?? missing(to.path) : endOf(to)
      edges.kind[next] = importKinds.indexOf(kind)
      originals[next++] = -1 - index
    }
  }
  edges.first[files.length] = next
  return { edges, ends, originals }
}

function endsWith({ ends: known }: Graph): { readonly ends: readonly Address[]; readonly endOf: (end: Address) => number } {
  const ends = [...known]
  const numbers = new Map(ends.map((end, number) => [`${end.kind} ${atom(end)}`, number]))
  return {
    ends,
    endOf(end) {
      const key = `${end.kind} ${atom(end)}`
      const number = numbers.get(key) ?? ends.push(end) - 1
      numbers.set(key, number)
      return ~number
    },
  }
}

function missing(path: Path): never {
  throw new Error(`not in the graph: ${path}`)
}
