import type { Ends, FileId, Ways } from '../model/graph.ts'
import { perPlan } from '../model/per-plan.ts'
import type { Path } from '../model/place.ts'
import type { CycleCheck } from '../model/policy.ts'
import type { Project } from '../model/rule.ts'
import { sideBySide } from './side-by-side.ts'

/** What a cycle is made of: files, folders or modules. Numbered in the order of their names. */
export interface Nodes extends Ends {
  readonly ways: Ways
  readonly nameOf: (node: number) => string
}

export function nodesOf(project: Project, level: CycleCheck['level']): Nodes {
  switch (level) {
    case 'file': return fileNodes(project)
    case 'folder': return folderNodes(project)
    case 'module': return moduleNodes(project)
  }
}

function fileNodes({ graph }: Project): Nodes {
  const { files, edges } = graph
  return { ways: graph, nameOf: (file) => files[file] ?? '', from: (id) => edges.from[id] ?? -1, to: (id) => Math.max(-1, edges.to[id] ?? -1) }
}

/** An import leads between the two folders that stand side by side and have one end of it each, be it far below. */
function folderNodes(project: Project): Nodes {
  const { folders, ends } = sideBySide(project)
  return { ways: project.graph.between(ends, folders.length), nameOf: (folder) => folders[folder] ?? '', ...ends }
}

function moduleNodes(project: Project): Nodes {
  const { graph, graph: { edges } } = project
  const { names, moduleAt } = modulesOf(project)
  const at = (file: FileId): number => file < 0 ? -1 : moduleAt[file] ?? -1
  return { ways: graph.collapse(moduleAt, names.length), nameOf: (node) => names[node] ?? '', from: (id) => at(edges.from[id] ?? -1), to: (id) => at(edges.to[id] ?? -1) }
}

const modulesOf = perPlan(({ files, policy }) => {
  const nameOf = (path: Path): string | undefined => policy.moduleOf(path)?.name
  const names = [...new Set(files.flatMap((path) => nameOf(path) ?? []))].sort()
  const numberOf = new Map(names.map((name, node) => [name, node]))
  return { names, moduleAt: Int32Array.from(files, (path) => numberOf.get(nameOf(path) ?? '') ?? -1) }
})
