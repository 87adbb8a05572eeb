import type { Path } from '../../rules/model/place.ts'
import { imports, type Survey } from './survey.ts'

/** One vendor's SDKs, and who names them. */
export interface Held {
  /** As people call the vendor. */
  readonly vendor: string
  /** Sorted. */
  readonly files: readonly Path[]
}

/** The vendors whose SDKs the code imports, sorted; those that any other host could stand in for are left out. */
export function vendorsHeld(survey: Survey): readonly Held[] {
  const { graph, vendors } = survey.project
  const files = new Map<string, Set<Path>>()
  for (const id of imports(survey)) {
    const end = (graph.edges.to[id] ?? 0) < 0 ? graph.target(id) : undefined
    const owner = end?.kind === 'package' ? vendors.of(end.name) : undefined
    if (owner === undefined || owner.entry.level === 'portable') continue
    const held = files.get(owner.vendor.name) ?? new Set()
    files.set(owner.vendor.name, held.add(graph.files[graph.edges.from[id] ?? 0] ?? ''))
  }
  return [...files].sort(([a], [b]) => (a < b ? -1 : 1)).map(([vendor, held]) => ({ vendor, files: [...held].sort() }))
}
