import { importKinds } from '../../../rules/model/facts.ts'
import type { Edge, EdgeId, FileId, Graph } from '../../../rules/model/graph.ts'
import type { Address } from '../../../rules/model/link.ts'
import type { Path } from '../../../rules/model/place.ts'
import { columns, type Columns, type GraphFile, type Rows } from './columns.ts'
import { interner } from './interner.ts'
import { between, ways } from './ways.ts'

/** A graph that can be had again with some of its sources changed, as long as its list of files is the same. */
export interface LivingGraph extends Graph {
  /** By file; undefined for what is imported but no source. */
  readonly rows: readonly (GraphFile | undefined)[]
  /** Sources with problems or ignore comments: few. */
  readonly noted: readonly FileId[]
  /**
   * The same graph with these in place of the sources of the same paths; undefined where that would add a file or take one away, and nothing
   * has changed then. It takes over the columns of this one, which is not to be used any more: new columns for each key would make the
   * garbage collector stop everything at every twentieth key in a project of 50,000 files. `ends` may keep some that nothing leads to any more.
   */
  with(changed: readonly GraphFile[]): LivingGraph | undefined
}

/** The graph of a whole project. */
export function graph(sources: readonly GraphFile[]): LivingGraph {
  const files = filesOf(sources)
  const bySource = new Map(sources.map((source) => [source.facts.path, source]))
  const roots = { files, idOf: new Map(files.map((path, id) => [path, id])), rows: files.map((path) => bySource.get(path)), ends: interner() }
  return grown({ ...roots, columns: columns(roots) }, [...roots.rows.keys()].filter((id) => isNoted(roots.rows[id])))
}

interface Roots extends Rows {
  readonly files: readonly Path[]
  readonly rows: (GraphFile | undefined)[]
  readonly columns: Columns
}

function grown(roots: Roots, noted: readonly FileId[]): LivingGraph {
  const { files, idOf, rows, ends, columns } = roots
  const edges = columns.edges()
  const fileAddresses: Address[] = []
  const target = (id: EdgeId): Address => {
    const to = edges.to[id] ?? 0
    return to >= 0 ? fileAddresses[to] ??= { kind: 'file', path: files[to] ?? missing(`file ${to}`) } : ends.all[~to] ?? missing(`end ${~to}`)
  }
  const edge = (id: EdgeId): Edge => {
    const file = edges.from[id] ?? -1
    const from = files[file] ?? missing(`edge ${id}`)
    const source = rows[file] ?? missing(from)
    const index = edges.fact[id] ?? 0
    const kind = importKinds[edges.kind[id] ?? 0] ?? 'value'
    if (index < 0) {
      const read = source.env[-1 - index] ?? source.state?.[-1 - index - source.env.length] ?? missing(from)
      return { id, from, to: target(id), kind, specifier: read.name, written: 'package', at: { path: from, span: read.span }, statement: read.statement }
    }
    const fact = source.facts.imports[index] ?? missing(from)
    const written = source.links[index]?.written ?? 'package'
    return { id, from, to: target(id), kind, specifier: fact.specifier, written, at: { path: from, span: fact.span }, statement: fact.statement, ...(fact.called !== undefined && { called: fact.called }) }
  }
  const isSource = (file: Path): boolean => rows[idOf.get(file) ?? -1] !== undefined
  return {
    files, idOf, rows, noted, ends: ends.all, edges, edge, target,
    ...ways({ size: files.length, from: edges.from, to: edges.to, first: edges.first, original: undefined }),
    collapse: (nodeOf, size) => {
      const group = (file: number): number => file < 0 ? -1 : nodeOf[file] ?? -1
      return ways(between({ from: (id) => group(edges.from[id] ?? -1), to: (id) => group(edges.to[id] ?? -1) }, edges.count, size))
    },
    between: (ends, size) => ways(between(ends, edges.count, size)),
    with(changed) {
      const leadsToSources = ({ links }: GraphFile): boolean => links.every(({ to }) => to.kind !== 'file' || isSource(to.path))
      const isSameList = changed.every((source) => {
        const before = rows[idOf.get(source.facts.path) ?? -1]
        return before !== undefined && leadsToSources(before) && leadsToSources(source)
      })
      // Words half typed lead nowhere, each to another end.
      if (!isSameList || ends.all.length > 2 * edges.count + files.length) return undefined
      const ids = changed.map((source) => idOf.get(source.facts.path) ?? missing(source.facts.path))
      for (const [i, id] of ids.entries()) {
        rows[id] = changed[i]
        columns.replace(id)
      }
      return grown(roots, [...noted.filter((id) => !ids.includes(id)), ...ids.filter((id) => isNoted(rows[id]))])
    },
  }
}

function isNoted(row: GraphFile | undefined): boolean {
  return row !== undefined && (row.facts.problems.length > 0 || row.facts.ignores.length > 0)
}

/** Every source and every file that one imports, sorted. */
function filesOf(sources: readonly GraphFile[]): readonly Path[] {
  const files = new Set<Path>()
  for (const source of sources) {
    files.add(source.facts.path)
    for (const { to } of source.links) if (to.kind === 'file') files.add(to.path)
  }
  return [...files].sort()
}

function missing(what: string): never {
  throw new Error(`not in the graph: ${what}`)
}
