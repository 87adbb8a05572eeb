import { importKinds, type Kinds } from './facts.ts'
import type { EdgeId, Graph } from './graph.ts'

/** Whether an import is of one of these kinds in its own words: what TypeScript drops of `value` is one of these. */
export function hasKind(graph: Pick<Graph, 'edges' | 'edge'>, id: EdgeId, kinds: Kinds): boolean {
  const kind = importKinds[graph.edges.kind[id] ?? 0] ?? 'value'
  return kinds.has(kind) || (kind === 'call' && kinds.has(`call:${graph.edge(id).called ?? ''}`))
}
