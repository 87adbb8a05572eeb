import type { EdgeId } from '../model/graph.ts'
import type { Project } from '../model/rule.ts'

/** './cart', '../billing'. Most imports are, and need not be made edges to be passed over. */
export function isWrittenAsPath({ graph: { files, edges }, facts }: Project, id: EdgeId): boolean {
  const fact = edges.fact[id] ?? -1
  return fact >= 0 && facts(files[edges.from[id] ?? 0] ?? '').imports[fact]?.specifier.startsWith('.') === true
}
