import type { Path } from '../../rules/model/place.ts'
import { importerOf, isImport, shippedSources, type Code } from './code.ts'

/** One vendor's SDKs, and who names them. */
export interface Held {
  /** As people call the vendor. */
  readonly vendor: string
  /** Sorted. */
  readonly files: readonly Path[]
}

/** The vendors whose SDKs the code imports, sorted; those that any other host could stand in for are left out. */
export function vendorsHeld(code: Code): readonly Held[] {
  const { graph, vendors } = code.project
  const shipped = new Set(shippedSources(code))
  const files = new Map<string, Set<Path>>()
  for (let id = 0; id < graph.edges.count; id++) {
    const end = (graph.edges.to[id] ?? 0) < 0 ? graph.target(id) : undefined
    if (end?.kind !== 'package' || !isImport(code, id) || !shipped.has(importerOf(code, id))) continue
    const owner = vendors.of(end.name)
    if (owner === undefined || owner.entry.level === 'portable') continue
    const held = files.get(owner.vendor.name) ?? new Set()
    files.set(owner.vendor.name, held.add(importerOf(code, id)))
  }
  return [...files].sort(([a], [b]) => (a < b ? -1 : 1)).map(([vendor, held]) => ({ vendor, files: [...held].sort() }))
}
