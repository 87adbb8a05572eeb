// What there is to say of one import: where it leads, whether it may, and what says so. For hovers, and whoever asks alike.

import type { JudgedFinding } from '../../rules/model/finding.ts'
import type { Edge } from '../../rules/model/graph.ts'
import { edgesFrom } from '../../rules/model/edges-from.ts'
import { atom, type Address } from '../../rules/model/link.ts'
import { isOpenTo, isOpenToSome } from '../../rules/model/opened.ts'
import type { Path } from '../../rules/model/place.ts'
import type { Module } from '../../rules/model/policy.ts'
import type { Project } from '../../rules/model/rule.ts'
import type { Vendor, VendorPackage } from '../../rules/model/vendor.ts'
import type { Snapshot } from './session.ts'

/** One side of an import. */
export interface End {
  readonly address: Address
  /** As people call it: its module, else its path or atom. */
  readonly name: string
  readonly module?: Module
  /** Of each stack that it is in. */
  readonly layers: readonly string[]
  /** The api of its module names it, or everything there is open. Undefined where it is in no module. */
  readonly isOpen?: boolean
}

/**
 * 'forbidden' and 'noted' (as information) by a finding that counts; 'known' by the baseline, 'excepted' by an exception or comment;
 * 'unjudged' where nobody asks: a test, an ignored target, a project without a configuration.
 */
export type Verdict = 'forbidden' | 'noted' | 'known' | 'excepted' | 'allowed' | 'unjudged'

export interface ExplainedImport {
  readonly edge: Edge
  readonly from: End
  readonly to: End
  /** The names that it brings in, as the target exports them. */
  readonly names: readonly string[]
  /** Where those names are defined, if not where the import leads. */
  readonly origins: readonly End[]
  readonly verdict: Verdict
  /** All about this import, whatever their status. */
  readonly findings: readonly JudgedFinding[]
  /** Whose SDK it brings in, be it through a barrel. */
  readonly vendor?: { readonly vendor: Vendor; readonly entry: VendorPackage }
  /** How many files import the same. */
  readonly importers: number
}

/** The import, or the environment variable, at an offset of a file; undefined where there is none. Costs a pass over all edges. */
export function explainImport({ project, report }: Snapshot, path: Path, offset: number): ExplainedImport | undefined {
  const edge = edgeAt(project, path, offset)
  if (edge === undefined) return undefined
  const findings = report.findings.filter(({ at }) => at.path === path && at.span.start === edge.at.span.start)
  const origins = project.origins(edge.id).map(({ to }) => to)
  const vendor = [edge.to, ...origins].map((to) => to.kind === 'package' ? project.vendors.of(to.name) : undefined).find((of) => of !== undefined)
  return {
    edge, findings,
    from: endOf(project, { kind: 'file', path }),
    to: endOf(project, edge.to, edge),
    names: project.importedNames(edge.id),
    origins: origins.map((to) => endOf(project, to)),
    verdict: verdictOf(project, edge, findings),
    ...(vendor !== undefined && { vendor }),
    importers: importersOf(project, edge),
  }
}

function edgeAt(project: Project, path: Path, offset: number): Edge | undefined {
  for (const id of edgesFrom(project.graph, path)) {
    const edge = project.graph.edge(id)
    if (edge.at.span.start <= offset && offset <= edge.at.span.end) return edge
  }
  return undefined
}

function endOf(project: Project, address: Address, edge?: Edge): End {
  const { policy } = project
  if (address.kind !== 'file') return { address, name: atom(address), layers: [] }
  const module = policy.moduleOf(address.path)
  const layers = policy.stacks.flatMap((stack) => stack.layerOf(address.path)?.name ?? [])
  if (module === undefined) return { address, name: address.path, layers }
  const isOpen = edge === undefined ? isOpenToSome(module.api, address.path) : isOpenTo(project, module.api, address.path, { importer: edge.from, names: () => project.importedNames(edge.id) })
  return { address, name: module.name, module, layers, isOpen: module.mode === 'open' || isOpen }
}

function verdictOf({ policy }: Project, edge: Edge, findings: readonly JudgedFinding[]): Verdict {
  const counting = findings.filter(({ status }) => status === 'new')
  if (counting.some(({ severity }) => severity !== 'info')) return 'forbidden'
  if (counting.length > 0) return 'noted'
  if (findings.some(({ status }) => status === 'known')) return 'known'
  if (findings.length > 0) return 'excepted'
  return !policy.written || edge.to.kind === 'unjudged' || policy.isTest(edge.from) ? 'unjudged' : 'allowed'
}

function importersOf({ graph: { edges } }: Project, { id: edge }: Edge): number {
  const importers = new Set<number>()
  for (let id = 0; id < edges.count; id++) if (edges.to[id] === edges.to[edge]) importers.add(edges.from[id] ?? 0)
  return importers.size
}
