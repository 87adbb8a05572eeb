import type { EdgeId, Graph } from '../../rules/model/graph.ts'
import type { Address } from '../../rules/model/link.ts'
import { bareDependency, outside, type Bare } from './cruise-dependency.ts'
import { instabilityOf } from './cruise-folders.ts'
import type { CruiseDependency, CruiseModule, CruiseRule, Hop } from './cruise-result.ts'
import type { Verdict } from './cruise-verdicts.ts'
import { groupBy } from '../../rules/model/group-by.ts'
import { importsOf, shownFiles, type GraphView } from './graph-view.ts'
import { waysHome } from './ways-home.ts'

/** Files, then what lies outside: packages, built-ins, and what leads nowhere. */
export function cruiseModules(view: GraphView, verdicts: readonly Verdict[]): readonly CruiseModule[] {
  const imports = importsByFile(view)
  const dependents = dependentsOf(imports)
  const instability = new Map([...imports].map(([source, found]) => [source, instabilityOf(found.length, dependents.get(source)?.length ?? 0)]))
  const said = groupBy(verdicts, ({ edge, finding }) => edge ?? finding.at.path)
  const cycleOf = cycles(view.graph)
  const dependency = ({ bare, ids }: Imported): CruiseDependency => {
    const cycle = ids.map(cycleOf)[0]
    return {
      ...bare, circular: cycle !== undefined, ...(cycle !== undefined && { cycle }),
      instability: instability.get(bare.resolved) ?? 0, ...validity(ids.flatMap((id) => said.get(id) ?? [])),
    }
  }
  const files = [...imports].map(([source, found]): CruiseModule => ({
    source,
    dependencies: found.map(dependency),
    dependents: dependents.get(source) ?? [],
    orphan: found.length === 0 && !dependents.has(source),
    instability: instability.get(source) ?? 0,
    ...validity(said.get(source) ?? []),
  }))
  return [...files, ...ends(imports, dependents)]
}

interface Imported {
  readonly bare: Bare
  readonly to: Address
  /** One, unless a file says the same twice. */
  readonly ids: readonly EdgeId[]
}

function importsByFile(view: GraphView): ReadonlyMap<string, readonly Imported[]> {
  const { graph } = view
  const byFile = new Map<string, readonly Imported[]>()
  for (const file of shownFiles(view)) byFile.set(graph.files[file] ?? '', importedBy(graph, importsOf(graph, file)))
  const targets = [...byFile.values()].flat().flatMap(({ to }) => (to.kind === 'file' && !byFile.has(to.path) ? [to.path] : []))
  for (const path of targets.sort()) byFile.set(path, [])
  return byFile
}

function importedBy(graph: Graph, ids: readonly EdgeId[]): readonly Imported[] {
  const found = new Map<string, Imported>()
  for (const id of ids) {
    const edge = graph.edge(id)
    const bare = bareDependency(edge)
    const key = JSON.stringify([bare.module, bare.dependencyTypes])
    const known = found.get(key)
    found.set(key, known === undefined ? { bare, to: edge.to, ids: [id] } : { ...known, ids: [...known.ids, id] })
  }
  return [...found.values()]
}

function dependentsOf(imports: ReadonlyMap<string, readonly Imported[]>): ReadonlyMap<string, readonly string[]> {
  const pairs = [...imports].flatMap(([source, found]) => [...new Set(found.map(({ bare }) => bare.resolved))].map((name) => ({ name, source })))
  return new Map([...groupBy(pairs, ({ name }) => name)].map(([name, all]) => [name, all.map(({ source }) => source)]))
}

function ends(imports: ReadonlyMap<string, readonly Imported[]>, dependents: ReadonlyMap<string, readonly string[]>): readonly CruiseModule[] {
  const found = new Map<string, Imported>()
  for (const imported of [...imports.values()].flat()) if (imported.to.kind !== 'file' && !found.has(imported.bare.resolved)) found.set(imported.bare.resolved, imported)
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([source, { bare, to }]) => ({
    source, followable: false, ...outside(to), dependencyTypes: bare.dependencyTypes,
    dependencies: [], dependents: dependents.get(source) ?? [], orphan: false, valid: true,
  }))
}

/** A shortest cycle through an import, from its end back to its start. */
function cycles(graph: Graph): (id: EdgeId) => readonly Hop[] | undefined {
  const { from, to } = graph.edges
  const groupOf = new Int32Array(graph.files.length).fill(-1)
  for (const [number, group] of graph.cycles((id) => (to[id] ?? -1) >= 0).entries()) for (const file of group) groupOf[file] = number
  const isCyclic = (id: EdgeId): boolean => {
    const end = to[id] ?? -1
    const group = end < 0 ? -1 : groupOf[end] ?? -1
    return group !== -1 && group === groupOf[from[id] ?? 0]
  }
  const wayHome = waysHome(graph.edges, graph.files.length, isCyclic)
  return (id) => {
    if (!isCyclic(id)) return undefined
    const back = wayHome(to[id] ?? 0, from[id] ?? 0) ?? []
    return [id, ...back].map((hopId) => hop(graph, hopId))
  }
}

function hop(graph: Graph, id: EdgeId): Hop {
  const { resolved, dependencyTypes } = bareDependency(graph.edge(id))
  return { name: resolved, dependencyTypes }
}

function validity(verdicts: readonly Verdict[]): Pick<CruiseDependency, 'valid' | 'rules'> {
  const rules = distinct(verdicts.map(({ rule }) => rule))
  return rules.length === 0 ? { valid: true } : { valid: false, rules }
}

const order = ['error', 'warn', 'info', 'ignore']

/** Its reporters colour by the first, which is the worst. */
function distinct(rules: readonly CruiseRule[]): readonly CruiseRule[] {
  const byText = new Map(rules.map((rule) => [`${order.indexOf(rule.severity)} ${rule.name}`, rule]))
  return [...byText].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, rule]) => rule)
}
