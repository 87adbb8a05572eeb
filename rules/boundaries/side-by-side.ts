import type { Ends } from '../model/graph.ts'
import { perPlan } from '../model/per-plan.ts'
import type { Path } from '../model/place.ts'
import type { Project } from '../model/rule.ts'

export interface SideBySide {
  /** Every folder that has files, or has such a folder; sorted. */
  readonly folders: readonly Path[]
  /** Of an import: the two folders of one parent that have an end of it each. A file directly in a folder that has the other end too stands beside none. */
  readonly ends: Ends
}

export function sideBySide(project: Project): SideBySide {
  const { edges } = project.graph
  const tree = treeOf(project)
  // Asked for one end after the other.
  let [asked, one, other] = [-1, -1, -1]
  const find = (id: number): void => {
    const to = edges.to[id] ?? -1
    asked = id
    one = tree.folderAt[edges.from[id] ?? 0] ?? -1
    other = to < 0 ? -1 : tree.folderAt[to] ?? -1
    while (tree.depthOf(one) > tree.depthOf(other)) one = tree.parentOf(one)
    while (tree.depthOf(other) > tree.depthOf(one)) other = tree.parentOf(other)
    if (one === other) one = other = -1
    while (tree.parentOf(one) !== tree.parentOf(other)) [one, other] = [tree.parentOf(one), tree.parentOf(other)]
  }
  return {
    folders: tree.folders,
    ends: {
      from(id) {
        if (asked !== id) find(id)
        return one
      },
      to(id) {
        if (asked !== id) find(id)
        return other
      },
    },
  }
}

/** The root is -1: it has nothing beside it. */
const treeOf = perPlan(({ files }) => {
  const found = new Set<Path>()
  for (const path of files) for (let folder = above(path); folder !== '' && !found.has(folder); folder = above(folder)) found.add(folder)
  const folders = [...found].sort()
  const numberOf = new Map(folders.map((folder, number) => [folder, number]))
  const parents = Int32Array.from(folders, (folder) => numberOf.get(above(folder)) ?? -1)
  const depths = Int32Array.from(folders, (folder) => folder.split('/').length)
  return {
    folders,
    folderAt: Int32Array.from(files, (path) => numberOf.get(above(path)) ?? -1),
    parentOf: (folder: number): number => folder < 0 ? -1 : parents[folder] ?? -1,
    depthOf: (folder: number): number => folder < 0 ? 0 : depths[folder] ?? 0,
  }
})

function above(path: Path): Path {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')))
}
