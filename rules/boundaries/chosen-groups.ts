// Which groups an entry speaks of: those that stay within `every`, with a member in `some` and in `from`, whose captures bind in both.
// Folders and modules are taken where their files are: the files in which an import of the cycle starts or ends.

import { filesTaken } from '../model/files-taken.ts'
import { noBindings } from '../model/glob-match.ts'
import type { FileId } from '../model/graph.ts'
import { perPlan, type Plan } from '../model/per-plan.ts'
import { picker } from '../model/picker.ts'
import type { CycleCheck } from '../model/policy.ts'
import { remembered } from '../model/remembered.ts'
import type { Project } from '../model/rule.ts'
import type { Bindings, Selector } from '../model/selector.ts'
import { bind, mayBeBound } from '../model/take.ts'
import type { Group, Search } from './cycle-groups.ts'

export function chosenGroups(project: Project, check: CycleCheck, search: Search): readonly Group[] {
  const { from, every, some } = check
  const bindingsIn = (group: Group): ReadonlyMap<string, Bindings> => from === undefined ? free : taken(project, search, group, from)
  const hasSome = (group: Group, bindings: Bindings): boolean => some === undefined || has(project, search, group, bind(some, bindings))
  if (from === undefined || every === undefined || !mayBeBound(every)) {
    return search.groups(every && within(project)(every)).filter((group) => [...bindingsIn(group).values()].some((bindings) => hasSome(group, bindings)))
  }
  // Each group once, though files outside it may stand for other captures.
  const found = new Map<string, Group>()
  for (const candidate of search.candidates()) for (const [key, bindings] of bindingsIn(candidate)) {
    const groups = search.groups(within(project)(bind(every, bindings)), [candidate])
    for (const group of groups) if (!found.has(group.nodes.join()) && bindingsIn(group).has(key) && hasSome(group, bindings)) found.set(group.nodes.join(), group)
  }
  return [...found.values()]
}

const free: ReadonlyMap<string, Bindings> = new Map([['', noBindings]])

/** In how many ways a member is taken: what the captures stand for, each once. */
function taken(project: Project, search: Search, group: Group, selector: Selector): ReadonlyMap<string, Bindings> {
  const ways = new Map<string, Bindings>()
  const pick = picker(project, selector)
  for (const file of filesIn(project, search, group)) {
    const path = project.graph.files[file] ?? ''
    const bindings = pick({ kind: 'file', path }, path)
    if (bindings !== undefined) ways.set(JSON.stringify(Object.entries(bindings).sort(([a], [b]) => (a < b ? -1 : 1))), bindings)
  }
  return ways
}

function has(project: Project, search: Search, group: Group, selector: Selector): boolean {
  const pick = picker(project, selector)
  for (const file of filesIn(project, search, group)) {
    const path = project.graph.files[file] ?? ''
    if (pick({ kind: 'file', path }, path) !== undefined) return true
  }
  return false
}

/** Those in which an import of the group starts or ends. */
function filesIn(project: Project, { nodes }: Search, group: Group): ReadonlySet<FileId> {
  const known = filesOf.get(group)
  if (known !== undefined) return known
  const { from, to } = project.graph.edges
  const files = new Set<FileId>()
  for (const node of group.nodes) for (const id of nodes.ways.leaving(node)) if (group.holds(id)) files.add(from[id] ?? -1).add(to[id] ?? -1)
  filesOf.set(group, files)
  return files
}

const filesOf = new WeakMap<Group, ReadonlySet<FileId>>()

/** A bit for each file that the selector takes. */
const within = perPlan((plan: Plan) => {
  const find = filesTaken({ graph: plan, ...plan })
  return remembered((selector: Selector) => {
    const bits = new Uint8Array((plan.files.length >> 3) + 1)
    for (const { files } of find(selector)) for (const file of files) bits[file >> 3] = (bits[file >> 3] ?? 0) | (1 << (file & 7))
    return (file: FileId): boolean => file >= 0 && ((bits[file >> 3] ?? 0) & (1 << (file & 7))) !== 0
  })
})
