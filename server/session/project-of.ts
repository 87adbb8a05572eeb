import type { Facts } from '../../rules/model/facts.ts'
import type { EdgeId, Graph } from '../../rules/model/graph.ts'
import type { Link } from '../../rules/model/link.ts'
import { wholeFile, type Path } from '../../rules/model/place.ts'
import type { Policy } from '../../rules/model/policy.ts'
import type { Project } from '../../rules/model/rule.ts'
import { isSource, namesOf, type Origins } from '../engine/index.ts'
import type { ReadLayout } from './read-layout.ts'
import type { Sources } from './sources.ts'

interface Parts {
  readonly graph: Graph
  readonly origins: Origins
  readonly policy: Policy
  readonly layout: ReadLayout
  readonly sources: Sources
  readonly resolve: (facts: Facts) => readonly Link[]
}

/** What rules are handed: values, and questions that are answered from the sources when a rule asks. */
export function projectOf({ graph, origins, policy, layout, sources, resolve }: Parts): Project {
  const { facts, symbols } = sources
  const importerOf = (edge: EdgeId): Path => graph.files[graph.edges.from[edge] ?? 0] ?? ''
  const factOf = (edge: EdgeId): number => graph.edges.fact[edge] ?? -1
  const isUsedAsTypeOnly = (edge: EdgeId): boolean => sources.isTypeOnly(importerOf(edge), factOf(edge))
  const mayElide = (edge: EdgeId): boolean => {
    const from = importerOf(edge)
    return /\.(?:[cm]?tsx?|vue)$/.test(from) && layout.tsconfigOf(from)?.keepsImports !== true
  }
  const leadsTo = (from: Path, specifier: string): Path | undefined => {
    const [link] = resolve({ path: from, imports: [{ specifier, kind: 'value', span: wholeFile, statement: wholeFile }], ignores: [], barrel: false, problems: [] })
    return link?.to.kind === 'file' ? link.to.path : undefined
  }
  return {
    graph, policy, vendors: policy.catalog, isSource, facts, symbols,
    packageAround: layout.packageAround,
    entries: layout.entries,
    names: (from, to) => namesOf(layout, from, to).filter((specifier) => leadsTo(from, specifier) === to),
    importedNames: (edge) => sources.imported(importerOf(edge))[factOf(edge)] ?? [],
    origins: (edge) => policy.reexports === 'stop' ? [] : origins.origins(edge),
    behind: (path) => policy.reexports === 'stop' ? [] : origins.behind(path),
    handedOn: origins.handedOn,
    origin: origins.origin,
    isElided: (edge) => mayElide(edge) && isUsedAsTypeOnly(edge),
    isElidedByItsLooks: (edge) => mayElide(edge) ? sources.looksTypeOnly(importerOf(edge), factOf(edge)) : false,
    isUsedAsTypeOnly,
  }
}
