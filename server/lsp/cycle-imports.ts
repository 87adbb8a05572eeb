import type { ImportKind } from '../../rules/model/facts.ts'
import type { Finding } from '../../rules/model/finding.ts'
import { homeOf } from '../../rules/model/finding-at.ts'
import type { Edge, FileId } from '../../rules/model/graph.ts'
import { perPlan } from '../../rules/model/per-plan.ts'
import type { Path } from '../../rules/model/place.ts'
import type { Project } from '../../rules/model/rule.ts'

const neverLoaded: ReadonlySet<ImportKind> = new Set(['type', 'elided', 'jsdoc', 'url', 'call'])

/** The other imports of a cycle: a finding stands at the first one alone, and whoever edits another of its files wants to see it there. */
export function cycleImports(project: Project, finding: Finding): readonly Edge[] {
  if (finding.rule !== 'boundaries/cycles') return []
  const isOfFiles = finding.via.every((name) => project.graph.idOf.has(name))
  const nodeOf = (path: Path): string => isOfFiles ? path : homeOf(project.policy, path)
  const first = nodeOf(finding.at.path)
  const between = edgesBetween(project, new Set([first, ...finding.via]), nodeOf)
  const way: Edge[] = []
  // `via` names the shortest way first, then the others of the group: the way is at its end where it leads back.
  for (const [index, name] of finding.via.entries()) {
    const back = between.get(`${name} > ${first}`)
    const next = back ?? between.get(`${name} > ${finding.via[index + 1]}`)
    if (next === undefined) return way
    way.push(next)
    if (back !== undefined) return way
  }
  return way
}

/** The first import from one node to another, one that runs before one of types alone. */
function edgesBetween(project: Project, nodes: ReadonlySet<string>, nodeOf: (path: Path) => string): ReadonlyMap<string, Edge> {
  const { graph } = project
  const between = new Map<string, Edge>()
  for (const file of filesIn(project, nodes)) {
    const from = nodeOf(graph.files[file] ?? '')
    for (let id = graph.edges.first[file] ?? 0; id < (graph.edges.first[file + 1] ?? 0); id++) {
      const target = graph.target(id)
      const to = target.kind === 'file' ? nodeOf(target.path) : undefined
      if (to === undefined || to === from || !nodes.has(to)) continue
      const edge = graph.edge(id)
      const known = between.get(`${from} > ${to}`)
      if (known === undefined || (neverLoaded.has(known.kind) && !neverLoaded.has(edge.kind))) between.set(`${from} > ${to}`, edge)
    }
  }
  return between
}

/** The files of these nodes, be they files or modules, in their order. */
function filesIn(project: Project, nodes: ReadonlySet<string>): readonly FileId[] {
  const homes = filesByHome(project)
  return [...nodes].flatMap((name) => project.graph.idOf.get(name) ?? homes.get(name) ?? []).sort((a, b) => a - b)
}

const filesByHome = perPlan(({ files, policy }) => {
  const homes = new Map<string, FileId[]>()
  for (const [file, path] of files.entries()) {
    const home = homeOf(policy, path)
    const known = homes.get(home)
    if (known === undefined) homes.set(home, [file])
    else known.push(file)
  }
  return homes
})
