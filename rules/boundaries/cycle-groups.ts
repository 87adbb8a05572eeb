import { filesTaken } from '../model/files-taken.ts'
import { importKinds } from '../model/facts.ts'
import type { EdgeId, FileId } from '../model/graph.ts'
import { perPlan } from '../model/per-plan.ts'
import type { CycleCheck } from '../model/policy.ts'
import { remembered } from '../model/remembered.ts'
import type { Project } from '../model/rule.ts'
import { counts, looks, mayCount } from './counts.ts'
import { nodesOf, type Nodes } from './cycle-nodes.ts'

/** Nodes that reach each other. */
export interface Group {
  /** Sorted. */
  readonly nodes: readonly number[]
  /** The import lies between two of them, and counts. */
  readonly holds: (id: EdgeId) => boolean
}

export interface Search {
  readonly nodes: Nodes
  /** Each group lies within one of these: what may count does so here. Costs no parse. */
  readonly candidates: () => readonly Group[]
  /** `isIn`: only imports from one of these files to another. `within`: only nodes of these candidates. */
  readonly groups: (isIn?: (file: FileId) => boolean, within?: readonly Group[]) => readonly Group[]
}

/** By edge: whether it counts. */
const no = 0, yes = 1, open = 2

/** Entries that count the same imports share what is found in all of them: only what an entry cuts out of that is looked for once more. */
export function searches(project: Project): (check: CycleCheck) => Search {
  const nodes = remembered((level: CycleCheck['level']) => nodesOf(project, level))
  const columns = new Map<string, Uint8Array>()
  const made = new Map<string, Search>()
  return (check) => {
    const { level, kinds } = check
    const isOfTests = namesTestsAlone(project, check)
    const imports = `${[...kinds].sort().join()}${isOfTests ? ' of tests' : ''}`
    const column = columns.get(imports) ?? counting(project, imports, kinds, isOfTests)
    columns.set(imports, column)
    const known = made.get(`${level} ${imports}`) ?? search(project, nodes(level), column, kinds)
    made.set(`${level} ${imports}`, known)
    return known
  }
}

function search(project: Project, nodes: Nodes, counting: Uint8Array, kinds: CycleCheck['kinds']): Search {
  const mayHold = (id: EdgeId): boolean => counting[id] !== no
  const candidates = once(() => nodes.ways.cycles(mayHold).map((group) => held(nodes, group, mayHold)))
  const all = once(() => settled(project, nodes, { counting, kinds, isIn: () => true }, candidates()))
  return {
    nodes, candidates,
    groups(isIn, within) {
      if (isIn === undefined) return all()
      const cut = { counting, kinds, isIn: isBetween(project, isIn) }
      return settled(project, nodes, cut, circles(nodes, cut, (within ?? candidates()).flatMap((group) => group.nodes)))
    },
  }
}

interface Cut {
  readonly counting: Uint8Array
  readonly kinds: CycleCheck['kinds']
  readonly isIn: (id: EdgeId) => boolean
}

/**
 * Which imports TypeScript drops may cost a parse of the file. So all that may hold a group together count at first. What costs little is
 * asked of all, then trees of a few files at a time, those with the most to ask first, and only of groups that are left: most large ones
 * fall apart long before the last of their files.
 */
function settled(project: Project, nodes: Nodes, cut: Cut, start: readonly Group[]): readonly Group[] {
  const { counting, kinds } = cut
  let groups = start
  for (let isFirst = true; ; isFirst = false) {
    const asking = openIn(project, nodes, cut, groups)
    if (asking.length === 0) return groups.map(({ nodes: members }) => held(nodes, members, (id) => counting[id] === yes && cut.isIn(id)))
    for (const id of asking.slice(0, isFirst ? undefined : Math.max(atOnce, asking.length / 4)).flat()) {
      const answer = isFirst ? looks(project, id, kinds) : counts(project, id, kinds)
      if (answer !== undefined) counting[id] = answer ? yes : no
    }
    // What is in no group now will be in none when fewer imports count.
    groups = circles(nodes, cut, groups.flatMap((group) => group.nodes))
  }
}

const atOnce = 8

function circles(nodes: Nodes, { counting, isIn }: Cut, among: readonly number[]): readonly Group[] {
  const mayHold = (id: EdgeId): boolean => counting[id] !== no && isIn(id)
  return nodes.ways.cycles(mayHold, among).map((group) => held(nodes, group, mayHold))
}

/** What has to be asked yet of imports inside groups: by importing file, those with the most first. */
function openIn(project: Project, nodes: Nodes, { counting }: Cut, groups: readonly Group[]): readonly (readonly EdgeId[])[] {
  const { from } = project.graph.edges
  const byFile = new Map<FileId, EdgeId[]>()
  for (const group of groups) for (const node of group.nodes) for (const id of nodes.ways.leaving(node)) {
    if (counting[id] !== open || !group.holds(id)) continue
    const ofFile = byFile.get(from[id] ?? -1)
    if (ofFile === undefined) byFile.set(from[id] ?? -1, [id])
    else ofFile.push(id)
  }
  return [...byFile.values()].sort((a, b) => b.length - a.length || (a[0] ?? 0) - (b[0] ?? 0))
}

function held(nodes: Nodes, members: readonly number[], isHeldBy: (id: EdgeId) => boolean): Group {
  const inside = new Set(members)
  return { nodes: members, holds: (id) => isHeldBy(id) && inside.has(nodes.from(id)) && inside.has(nodes.to(id)) }
}

function isBetween({ graph: { edges } }: Project, isIn: (file: FileId) => boolean): (id: EdgeId) => boolean {
  return (id) => isIn(edges.from[id] ?? -1) && isIn(edges.to[id] ?? -1)
}

const importers = perPlan(({ files, policy }) => files.flatMap((path, file) => policy.isTest(path) ? [] : file))

/** The columns are as long as all edges, and made again only where there are more: new ones for every key are too much garbage. */
const columnsOf = perPlan(() => new Map<string, Uint8Array>())

function columnFor(project: Project, name: string): Uint8Array {
  const columns = columnsOf(project)
  const { count } = project.graph.edges
  const known = columns.get(name)
  const column = known !== undefined && known.length >= count ? known.fill(no) : new Uint8Array(count)
  columns.set(name, column)
  return column
}

/**
 * Open is what TypeScript may drop or keep. Test files may import what they like, and nobody who ships waits for them: they close no circle
 * but one that an entry about nothing else asks for.
 */
function counting(project: Project, name: string, kinds: CycleCheck['kinds'], isOfTests: boolean): Uint8Array {
  const { files, edges: { first, kind } } = project.graph
  const byKind = Uint8Array.from(importKinds, (each) => ({ no, yes, 'asked of each': open })[mayCount(each, kinds)])
  const column = columnFor(project, name)
  for (const file of isOfTests ? files.keys() : importers(project)) {
    for (let id = first[file] ?? 0; id < (first[file + 1] ?? 0); id++) column[id] = byKind[kind[id] ?? 0] ?? no
  }
  return column
}

function namesTestsAlone(project: Project, { every, some, from }: CycleCheck): boolean {
  const { graph: { files }, policy } = project
  return [every, some, from].some((selector) => {
    const taken = selector === undefined ? [] : filesTaken(project)(selector).flatMap((group) => group.files)
    return taken.length > 0 && taken.every((file) => policy.isTest(files[file] ?? ''))
  })
}

function once<V>(find: () => V): () => V {
  let known: { readonly value: V } | undefined
  return () => (known ??= { value: find() }).value
}
