// How one end leads to another by the imports that are there.

import type { Hop } from '../../rules/model/explained.ts'
import { edgesFrom } from '../../rules/model/edges-from.ts'
import type { EdgeId, Graph } from '../../rules/model/graph.ts'
import { atom } from '../../rules/model/link.ts'
import type { Path } from '../../rules/model/place.ts'
import type { TypedEnd } from './ends.ts'
import type { Snapshot } from './session.ts'

/** The imports that lead straight from one of these files to the end, in order. */
export function directHops(snapshot: Snapshot, from: readonly Path[], to: TypedEnd): readonly Hop[] {
  const leads = leadsTo(snapshot.project.graph, to)
  const own = new Set(from)
  return from.flatMap((path) => [...edgesFrom(snapshot.project.graph, path)].filter((id) => leads(id) && !isWithin(snapshot.project.graph, id, own)).map((id) => hop(snapshot, id)))
}

/** The shortest way there is. All files of one end are one node. */
export function wayNow(snapshot: Snapshot, from: readonly Path[], to: TypedEnd): readonly Hop[] | undefined {
  const { graph } = snapshot.project
  const [direct] = directHops(snapshot, from, to)
  if (direct !== undefined) return [direct]
  const leads = leadsTo(graph, to)
  const own = new Set(from)
  const lasts = to.kind === 'files' ? to.paths.filter((path) => !own.has(path)) : graph.files.filter((path) => [...edgesFrom(graph, path)].some(leads))
  const route = routeBetween(graph, from, lasts)
  if (route === undefined) return undefined
  const hops = route.map((id) => hop(snapshot, id))
  if (to.kind === 'files') return hops
  const out = [...edgesFrom(graph, hops.at(-1)?.to ?? '')].find(leads)
  return out === undefined ? hops : [...hops, hop(snapshot, out)]
}

function routeBetween(graph: Graph, from: readonly Path[], to: readonly Path[]): readonly EdgeId[] | undefined {
  const nodeOf = Int32Array.from(graph.files, (_path, file) => file)
  const merge = (paths: readonly Path[]): number | undefined => {
    const files = paths.flatMap((path) => graph.idOf.get(path) ?? [])
    for (const file of files) nodeOf[file] = files[0] ?? file
    return files[0]
  }
  const start = merge(from)
  const end = merge(to)
  if (start === undefined || end === undefined) return undefined
  return graph.collapse(nodeOf, graph.files.length).route(start, end, () => true)
}

function leadsTo(graph: Graph, to: TypedEnd): (id: EdgeId) => boolean {
  if (to.kind === 'files') {
    const files = new Set(to.paths.flatMap((path) => graph.idOf.get(path) ?? []))
    return (id) => files.has(graph.edges.to[id] ?? -1)
  }
  const wanted = atom(to.address)
  const isWanted = graph.ends.map((end) => atom(end) === wanted || (end.kind === to.address.kind && atom(end).startsWith(`${wanted}/`)))
  return (id) => isWanted[~(graph.edges.to[id] ?? 0)] === true
}

function isWithin(graph: Graph, id: EdgeId, own: ReadonlySet<Path>): boolean {
  const to = graph.target(id)
  return to.kind === 'file' && own.has(to.path)
}

function hop({ project: { graph }, report }: Snapshot, id: EdgeId): Hop {
  const { from, to, at } = graph.edge(id)
  return { from, to: to.kind === 'package' ? atom(to).slice('pkg:'.length) : atom(to), at, findings: report.findings.filter((finding) => finding.at.path === from && finding.at.span.start === at.span.start && finding.target !== undefined) }
}
