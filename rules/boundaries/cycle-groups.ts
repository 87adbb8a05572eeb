import { importKinds } from '../model/facts.ts'
import type { EdgeId } from '../model/graph.ts'
import { perPlan } from '../model/per-plan.ts'
import type { CycleCheck } from '../model/policy.ts'
import type { Project } from '../model/rule.ts'
import { counts, looks } from './counts.ts'
import { fromNode, toNode, type Nodes } from './cycle-nodes.ts'

export interface Groups {
  readonly groups: readonly (readonly number[])[]
  readonly holds: (id: EdgeId) => boolean
}

/** By edge: whether it counts. */
const no = 0, yes = 1, open = 2

/**
 * Which imports TypeScript drops may cost a parse of the file. So all that may hold a group together count at first. What costs little is
 * asked of all, then trees of a few files at a time, those with the most to ask first, and only of groups that are left: most large ones
 * fall apart long before the last of their files.
 */
export function groupsOf(project: Project, check: CycleCheck, nodes: Nodes): Groups {
  const counting = countingOf(project, check)
  let among: readonly number[] | undefined
  for (let isFirst = true; ; isFirst = false) {
    const groups = nodes.ways.cycles((id) => counting[id] !== no, among)
    // What is in no group now will be in none when fewer imports count.
    among = groups.flat()
    const inside = insideOf(project, check, nodes, groups)
    const asking = inside.edges.map((ids) => ids.filter((id) => counting[id] === open)).filter((ids) => ids.length > 0)
    if (asking.length === 0) return { groups, holds: (id) => counting[id] === yes && inside.has(id) }
    asking.sort((a, b) => b.length - a.length)
    for (const id of asking.slice(0, isFirst ? undefined : Math.max(atOnce, asking.length / 4)).flat()) {
      const answer = isFirst ? looks(project, id, check.kinds) : counts(project, id, check.kinds)
      if (answer !== undefined) counting[id] = answer ? yes : no
    }
  }
}

const atOnce = 8

const importers = perPlan(({ files, policy }) => files.flatMap((path, file) => policy.isTest(path) ? [] : file))

/** The column is as long as all edges, and made again only where there are more: new ones for every key are too much garbage. */
const columnOf = perPlan(() => new Map<CycleCheck, Uint8Array>())

function columnFor(project: Project, check: CycleCheck): Uint8Array {
  const columns = columnOf(project)
  const { count } = project.graph.edges
  const known = columns.get(check)
  const column = known !== undefined && known.length >= count ? known.fill(no) : new Uint8Array(count)
  columns.set(check, column)
  return column
}

/** Open is what TypeScript may drop or keep. Test files may import what they like, and nobody who ships waits for them: they close no circle. */
function countingOf(project: Project, check: CycleCheck): Uint8Array {
  const { kinds } = check
  const { graph } = project
  const tellsElided = kinds.has('value') !== kinds.has('elided')
  const byKind = Uint8Array.from(importKinds, (kind) => kind === 'value' && tellsElided ? open : kinds.has(kind) ? yes : no)
  const counting = columnFor(project, check)
  for (const file of importers(project)) {
    for (let id = graph.edges.first[file] ?? 0; id < (graph.edges.first[file + 1] ?? 0); id++) counting[id] = byKind[graph.edges.kind[id] ?? 0] ?? no
  }
  return counting
}

/** The edges between the nodes of one group: by importing file. */
function insideOf(project: Project, check: CycleCheck, nodes: Nodes, groups: readonly (readonly number[])[]): { readonly edges: readonly (readonly EdgeId[])[]; has(id: EdgeId): boolean } {
  const { first } = project.graph.edges
  const groupOf = new Map(groups.flatMap((group, index) => group.map((node) => [node, index] as const)))
  const has = (id: EdgeId): boolean => {
    const from = fromNode(project, nodes, id)
    const to = toNode(project, nodes, id)
    const group = groupOf.get(from)
    return group !== undefined && group === groupOf.get(to) && (check.level === 'file' || from !== to)
  }
  const edges = groups.flat().flatMap(nodes.filesOf).map((file) => {
    const start = first[file] ?? 0
    return Array.from({ length: (first[file + 1] ?? 0) - start }, (_, i) => start + i).filter(has)
  })
  return { edges, has }
}
