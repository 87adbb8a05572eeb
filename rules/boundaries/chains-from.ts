// `from: S` with `reach`: from what is forbidden back to the subject; or, where only something is allowed, forward through that first.

import type { EdgeId, FileId } from '../model/graph.ts'
import { groupBy } from '../model/group-by.ts'
import { perPlan } from '../model/per-plan.ts'
import { picker } from '../model/picker.ts'
import type { Module } from '../model/policy.ts'
import { remembered } from '../model/remembered.ts'
import { importerOf, isOwn, modeOf, permits, permitsAnyway } from './breaks.ts'
import { ownKey, type Asking, type Chains } from './chains.ts'
import { addressOf, fileAt, subjectFiles, viaOf, type Subject } from './entry-subjects.ts'
import { isWordedSo } from './is-asked.ts'
import { importsOfObject, objectFiles } from './object-ends.ts'
import { oncePerEnd } from './once-per-end.ts'
import { outOf, reachedFrom, type Reached, type Travelled, type Ways } from './onward.ts'

export function chainsFrom(asking: Asking): readonly Chains[] {
  const { project: { graph: { files }, policy }, entry, isImporter } = asking
  const subjects = subjectFiles(asking.project, entry).filter(({ end }) => isImporter(end) && (entry.verb === 'forbid' || modeOf(policy, fileAt(files[end] ?? '')) !== 'open'))
  return [...groupBy(subjects, ({ key }) => key).values()].flatMap((alike) => {
    const taken = new Set(alike.map(({ end }) => end))
    if (entry.verb === 'forbid') return forbidden(asking, taken, alike)
    const isNamed = namedWhole(asking, alike)
    return [...groupBy(alike, (each) => ownKey(asking, each, isNamed)).values()].flatMap((group) => beyond(asking, taken, group))
  })
}

/** Inner files lie outside the subject. */
function forbidden(asking: Asking, taken: ReadonlySet<FileId>, group: readonly Subject[]): Chains | [] {
  const { project, project: { graph, graph: { files, edges } }, entry, isImporter, counting, counting: { holds }, ownerOf } = asking
  const [first] = group
  if (first === undefined) return []
  const ending = importsOfObject(project, asking, first.bindings, files[first.end] ?? '')
  if (ending.length === 0) return []
  const isVia = viaOf(project, entry, first.bindings)
  // Where only some imports of an end count, a chain that came to it by another goes no further.
  const stops = new Set(entry.names === undefined && entry.written === undefined ? [] : ending.map((id) => edges.to[id] ?? -1))
  const passes = oncePerEnd(files.length, (file) => !taken.has(file) && !stops.has(file) && isImporter(file) && isVia(file))
  const starts = group.map(({ end }) => end)
  return {
    counting, ownerOf, passes,
    lasts: () => ending.filter((id) => holds(id) && passes(edges.from[id] ?? -1) && isWordedSo(project, id, entry)),
    firsts: (ways) => leaving(project.graph, starts, ways, holds),
    arriving: () => reachedFrom(graph, starts, { holds, passes }).has,
    permitted: () => [],
  }
}

/** A chain goes on through what is allowed. Whom the same is asked of one's own has findings itself: no chain begins by it. */
function beyond(asking: Asking, taken: ReadonlySet<FileId>, group: readonly Subject[]): Chains | [] {
  const { project, project: { graph, graph: { files, edges }, policy }, entry, isImporter, counting, counting: { holds }, ownerOf } = asking
  const [first] = group
  if (first === undefined) return []
  const { bindings } = first
  const from = files[first.end] ?? ''
  const subject = picker(project, entry.subject)
  const mayImport = permits(project, entry, from, bindings)
  const isVia = viaOf(project, entry, bindings)
  const isAllowed = oncePerEnd(files.length, (end) => mayImport(addressOf(project, end)))
  const isBeyond = oncePerEnd(files.length, (end) => !isAllowed(end) && modeOf(policy, addressOf(project, end)) !== 'open')
  const { dependsOnImporter } = picker(project, entry.object, bindings)
  const isEnding = (id: EdgeId): boolean => {
    const to = edges.to[id] ?? -1
    return to >= 0 || !dependsOnImporter ? isBeyond(to) : !permits(project, entry, files[edges.from[id] ?? -1] ?? '', bindings)(graph.target(id))
  }
  const passes = oncePerEnd(files.length, (file) => isImporter(file) && isVia(file) && isAllowed(file) && modeOf(policy, addressOf(project, file)) !== 'open')
  const starts = group.map(({ end }) => end)
  const inside = (): Reached => reachedFrom(graph, starts, { holds, passes })
  let reached: Reached = { files: [], has: () => false }
  return {
    counting, ownerOf,
    passes: (file) => reached.has(file),
    lasts() {
      reached = inside()
      const found: EdgeId[] = []
      for (const file of reached.files) {
        for (let id = edges.first[file] ?? 0; id < (edges.first[file + 1] ?? 0); id++) if (isEnding(id) && holds(id) && isWordedSo(project, id, entry)) found.push(id)
      }
      return found.sort((a, b) => a - b)
    },
    *firsts(ways) {
      for (const id of leaving(graph, starts, ways, holds)) {
        const to = edges.to[id] ?? -1
        if (!taken.has(to) || !isOwn(policy, entry, files[edges.from[id] ?? -1] ?? '', addressOf(project, to), subject, bindings)) yield id
      }
    },
    arriving: () => reached.has,
    *permitted() {
      const needsNone = permitsAnyway(project, entry, from, bindings)
      for (const file of inside().files) for (const id of outOf(graph, file)) if (holds(id) && !needsNone(graph.target(id))) yield { end: graph.target(id), from: importerOf(graph.target(id), from, [files[file] ?? '']), bindings }
    },
  }
}

function* leaving(graph: Asking['project']['graph'], starts: readonly FileId[], ways: Ways, holds: Travelled['holds']): Iterable<EdgeId> {
  if (ways.size === 0) return
  for (const file of starts) for (const id of outOf(graph, file)) if (ways.has(graph.edges.to[id] ?? -1) && holds(id)) yield id
}

/** Whether an entry permits every file of a module by name: then it is the same question for all such modules. */
function namedWhole({ project, project: { graph: { files } }, entry }: Asking, alike: readonly Subject[]): (module: Module) => boolean {
  const [first] = alike
  const named = new Set(first === undefined ? [] : objectFiles(project, entry, first.bindings, files[first.end] ?? ''))
  return remembered((module) => filesOfModules(project).get(module)?.every((file) => named.has(file)) === true)
}

const filesOfModules = perPlan(({ files, policy }) => groupBy([...files.keys()], (file) => policy.moduleOf(files[file] ?? '')))
