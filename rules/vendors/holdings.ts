import { importKinds, isMention } from '../model/facts.ts'
import type { EdgeId, FileId } from '../model/graph.ts'
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
export function holdings(project: Project): readonly Holding[] {
  const of = holdingsOf(project)
  return project.graph.files.flatMap((_, file) => of(file))
}

/** The same, of one file at a time. */
export function holdingsOf(project: Project): (file: FileId) => readonly Holding[] {
  const { graph, graph: { files, edges }, policy, vendors } = project
  const owners = graph.ends.map((end) => (end.kind === 'package' ? { end, owner: vendors.of(end.name) } : undefined))
  // Where nobody names an SDK, nobody hands one on.
  if (!owners.some((each) => each?.owner)) return () => []
  const handsOnSdk = someBehind(project, (end) => end.kind === 'package' && vendors.of(end.name) !== undefined)
  return (file) => {
    const held: Holding[] = []
    if (policy.isTest(files[file] ?? '')) return held
    for (let edge = edges.first[file] ?? 0; edge < (edges.first[file + 1] ?? 0); edge++) {
      if (!counts(project, edge)) continue
      const to = edges.to[edge] ?? 0
      const named = to < 0 ? owners[~to] : undefined
      if (named?.owner) held.push({ edge, package: named.end, ...named.owner, via: [] })
      else if (to >= 0) held.push(...throughBarrels(project, edge, files[to] ?? '', handsOnSdk))
    }
    return held
  }
}

function* throughBarrels(project: Project, edge: EdgeId, barrel: Path, handsOnSdk: (barrel: Path) => boolean): Iterable<Holding> {
  if (!handsOnSdk(barrel)) return
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
