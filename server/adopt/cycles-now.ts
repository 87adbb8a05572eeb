import { importKinds } from '../../rules/model/facts.ts'
import type { EdgeId, Ways } from '../../rules/model/graph.ts'
import type { Code } from './survey.ts'
import type { Division } from './division.ts'

/** How many groups of files import each other when they are loaded. */
export function fileCycles(code: Code): number {
  const { graph } = code.project
  return count(code, graph, (file) => file)
}

/** The same of the parts. */
export function partCycles(code: Code, division: Division): number {
  const { graph } = code.project
  const nodeOf = Int32Array.from(graph.files, (path) => division.partOf(path))
  return count(code, graph.collapse(nodeOf, division.parts.length), (file) => nodeOf[file] ?? -1)
}

/** Which imports TypeScript drops costs a parse of the file, so that only those of a candidate group are asked. */
function count({ project }: Code, ways: Ways, nodeOf: (file: number) => number): number {
  const { edges, files } = project.graph
  const isTest = files.map(project.policy.isTest)
  const isLoad = (id: EdgeId): boolean => isTest[edges.from[id] ?? -1] !== true && ['value', 'reexport', 'require'].includes(importKinds[edges.kind[id] ?? 0] ?? '')
  const isElided = (id: EdgeId): boolean => importKinds[edges.kind[id] ?? 0] === 'value' && project.isElided(id)
  const node = (file: number | undefined): number => file === undefined || file < 0 ? -1 : nodeOf(file)
  return ways.cycles(isLoad).reduce((sum, group) => {
    const members = new Set(group)
    const isInside = (id: EdgeId): boolean => members.has(node(edges.from[id])) && members.has(node(edges.to[id]))
    return sum + ways.cycles((id) => isInside(id) && isLoad(id) && !isElided(id)).length
  }, 0)
}
