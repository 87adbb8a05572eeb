import type { EdgeId } from '../model/graph.ts'
import type { Project } from '../model/rule.ts'

/** As it is written, of an import; undefined of what is none. Most need not be made edges to be passed over. */
export function specifierAt({ graph: { files, edges }, facts }: Project, id: EdgeId): string | undefined {
  const fact = edges.fact[id] ?? -1
  return fact < 0 ? undefined : facts(files[edges.from[id] ?? 0] ?? '').imports[fact]?.specifier
}
