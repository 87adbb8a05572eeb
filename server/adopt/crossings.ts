import type { EdgeId } from '../../rules/model/graph.ts'
import type { Division } from './division.ts'
import type { Flow } from './fewest-upward.ts'
import { imports, type Survey } from './survey.ts'

/** An import from one part into another. */
export interface Crossing {
  readonly id: EdgeId
  /** Indexes into the division's parts. */
  readonly from: number
  readonly to: number
}

/** In the order of files and places. */
export function crossings(survey: Survey, division: Division): readonly Crossing[] {
  const { graph } = survey.project
  const partOf = graph.files.map((path) => survey.sources.has(path) ? division.partOf(path) : -1)
  const found: Crossing[] = []
  for (const id of imports(survey)) {
    const from = partOf[graph.edges.from[id] ?? -1] ?? -1
    const to = partOf[graph.edges.to[id] ?? -1] ?? -1
    if (from !== -1 && to !== -1 && from !== to) found.push({ id, from, to })
  }
  return found
}

export function flowOf(division: Division, all: readonly Crossing[]): Flow {
  const flow = division.parts.map(() => division.parts.map(() => 0))
  for (const { from, to } of all) {
    const row = flow[from]
    if (row !== undefined) row[to] = (row[to] ?? 0) + 1
  }
  return flow
}
