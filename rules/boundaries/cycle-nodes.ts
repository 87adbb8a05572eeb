import type { EdgeId, Ways } from '../model/graph.ts'
import type { Project } from '../model/rule.ts'

/** What a cycle is made of: files, or modules. */
export interface Nodes {
  readonly ways: Ways
  readonly nameOf: (node: number) => string
  /** -1 for a file outside every node. */
  readonly nodeOf: (file: number) => number
  readonly filesOf: (node: number) => readonly number[]
}

export function fileNodes(project: Project): Nodes {
  return { ways: project.graph, nameOf: (file) => project.graph.files[file] ?? '', nodeOf: (file) => file, filesOf: (node) => [node] }
}

export function moduleNodes(project: Project): Nodes {
  const { graph, policy } = project
  const names = [...new Set(graph.files.flatMap((path) => policy.moduleOf(path)?.name ?? []))].sort()
  const numberOf = new Map(names.map((name, node) => [name, node]))
  const nodeOf = Int32Array.from(graph.files, (path) => numberOf.get(policy.moduleOf(path)?.name ?? '') ?? -1)
  const filesOf: number[][] = names.map(() => [])
  for (const [file, node] of nodeOf.entries()) filesOf[node]?.push(file)
  return { ways: graph.collapse(nodeOf, names.length), nameOf: (node) => names[node] ?? '', nodeOf: (file) => nodeOf[file] ?? -1, filesOf: (node) => filesOf[node] ?? [] }
}

export function fromNode(project: Project, nodes: Nodes, id: EdgeId): number {
  return nodes.nodeOf(project.graph.edges.from[id] ?? 0)
}

export function toNode(project: Project, nodes: Nodes, id: EdgeId): number {
  const to = project.graph.edges.to[id] ?? -1
  return to < 0 ? -1 : nodes.nodeOf(to)
}
