import type { JudgedFinding } from '../../rules/model/finding.ts'
import type { EdgeId, FileId, Graph } from '../../rules/model/graph.ts'
import type { Path } from '../../rules/model/place.ts'
import type { Policy } from '../../rules/model/policy.ts'
import type { Report } from '../../rules/model/report.ts'
import { groupBy } from '../../rules/model/group-by.ts'
import type { RulePage } from './reporter.ts'

export const graphLevels = ['file', 'folder', 'module', 'layer'] as const
export type GraphLevel = (typeof graphLevels)[number]

/** What a picture of the imports is drawn from. */
export interface GraphView {
  readonly graph: Graph
  readonly policy: Policy
  /** Whose findings mark the imports that break a rule. */
  readonly report?: Report
  /** Importing files to show, with all that they import; absent: all. */
  readonly shows?: (path: Path) => boolean
  /** Offsets at which the lines of a source start. */
  linesOf(path: Path): readonly number[]
}

export interface GraphOptions {
  readonly level: GraphLevel
  readonly rules: readonly RulePage[]
}

/** A format of `graph`. Pure, as a reporter is. */
export interface GraphReporter {
  readonly name: string
  readonly title: string
  /** The levels that it can draw. */
  readonly levels: readonly GraphLevel[]
  render(view: GraphView, options: GraphOptions): string
}

export function shownFiles({ graph, shows }: GraphView): readonly FileId[] {
  const files = graph.files.map((_path, file) => file)
  return shows === undefined ? files : files.filter((file) => shows(graph.files[file] ?? ''))
}

/** The imports of a file in source order: reads of environment variables are none, and what nobody judges is in no picture. */
export function importsOf(graph: Graph, file: FileId): readonly EdgeId[] {
  const ids: EdgeId[] = []
  for (let id = graph.edges.first[file] ?? 0; id < (graph.edges.first[file + 1] ?? 0); id++) {
    const { kind } = graph.target(id)
    if (kind !== 'env' && kind !== 'state' && kind !== 'unjudged') ids.push(id)
  }
  return ids
}

/** What is said of each import. A finding stands at its specifier; one about a whole file is at none. */
export function findingsByEdge({ graph, report }: GraphView): ReadonlyMap<EdgeId, readonly JudgedFinding[]> {
  const placed = (report?.findings ?? []).flatMap((finding) => {
    const id = edgeAt(graph, finding)
    return id === undefined ? [] : [{ id, finding }]
  })
  return new Map([...groupBy(placed, ({ id }) => id)].map(([id, all]) => [id, all.map(({ finding }) => finding)]))
}

/** The import that a finding stands at. */
export function edgeAt(graph: Graph, { at }: JudgedFinding): EdgeId | undefined {
  const file = graph.idOf.get(at.path)
  if (file === undefined) return undefined
  return importsOf(graph, file).find((id) => {
    const { span } = graph.edge(id).at
    return span.start === at.span.start && span.end === at.span.end
  })
}

/** A file has at most one layer of each stack; this is the outermost's, which shows most of the project at once. */
export function layerOf(policy: Policy, path: Path): { readonly folder: Path; readonly name: string; readonly height: number } | undefined {
  const own = policy.stacks.flatMap((stack) => {
    const layer = stack.layerOf(path)
    return layer === undefined ? [] : [{ folder: stack.folder, name: layer.name, height: layer.height }]
  })
  return own.sort((a, b) => a.folder.length - b.folder.length)[0]
}
