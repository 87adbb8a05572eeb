import { importKinds, isMention } from '../model/facts.ts'
import type { EdgeId } from '../model/graph.ts'
import { someBehind } from '../model/judged-ends.ts'
import type { Address } from '../model/link.ts'
import type { Path } from '../model/place.ts'
import type { Project } from '../model/rule.ts'
import type { Vendor, VendorPackage } from '../model/vendor.ts'

type PackageAddress = Extract<Address, { kind: 'package' }>

/** An import that brings a vendor's SDK into a file: by naming the package, or by a name that barrels hand on. */
export interface Holding {
  readonly edge: EdgeId
  readonly package: PackageAddress
  readonly vendor: Vendor
  readonly entry: VendorPackage
  /** Barrels between; empty where the import names the package. */
  readonly via: readonly Path[]
}

/** All holdings of files that ship, in the order of edges; once for each import and package. Types count, tests do not. */
export function* holdings(project: Project): Iterable<Holding> {
  const { graph, policy } = project
  const direct = packagesHeld(project)
  if (direct.size === 0) return
  const handsOnSdk = someBehind(project, (end) => end.kind === 'package' && project.vendors.of(end.name) !== undefined)
  for (let edge = 0; edge < graph.edges.count; edge++) {
    if (!counts(project, edge) || policy.isTest(importerOf(project, edge))) continue
    const held = direct.get(edge)
    if (held) yield held
    else yield* throughBarrels(project, edge, handsOnSdk)
  }
}

/** Imports that name a vendor's package. */
function packagesHeld(project: Project): ReadonlyMap<EdgeId, Holding> {
  const { graph } = project
  const owners = graph.ends.map((end) => (end.kind === 'package' ? { end, owner: project.vendors.of(end.name) } : undefined))
  const held = new Map<EdgeId, Holding>()
  for (let edge = 0; edge < graph.edges.count; edge++) {
    const to = graph.edges.to[edge] ?? 0
    const found = to < 0 ? owners[~to] : undefined
    if (found?.owner && counts(project, edge)) held.set(edge, { edge, package: found.end, ...found.owner, via: [] })
  }
  return held
}

function* throughBarrels(project: Project, edge: EdgeId, handsOnSdk: (barrel: Path) => boolean): Iterable<Holding> {
  const target = project.graph.target(edge)
  if (target.kind !== 'file' || !handsOnSdk(target.path)) return
  const seen = new Set<string>()
  for (const { to, via } of project.origins(edge)) {
    if (to.kind !== 'package' || seen.has(to.name)) continue
    seen.add(to.name)
    const owner = project.vendors.of(to.name)
    if (owner) yield { edge, package: to, ...owner, via }
  }
}

/** JSDoc, `new URL` and calls count only where a configuration names them. */
function counts(project: Project, edge: EdgeId): boolean {
  return !isMention(importKinds[project.graph.edges.kind[edge] ?? 0] ?? 'value')
}

function importerOf({ graph }: Project, edge: EdgeId): Path {
  const path = graph.files[graph.edges.from[edge] ?? -1]
  if (path === undefined) throw new Error(`edge ${edge} leaves no file`)
  return path
}
