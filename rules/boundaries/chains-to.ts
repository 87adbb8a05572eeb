// `to: S` with `reach`: back from what is guarded, through what may stand between, to those who may not come there.

import type { EdgeId, FileId } from '../model/graph.ts'
import { groupBy } from '../model/group-by.ts'
import { picker } from '../model/picker.ts'
import { admits, admitsAnyway, modeOf } from './breaks.ts'
import { ownKey, type Asking, type Chains } from './chains.ts'
import { addressOf, fileAt, subjectEnds, viaOf, type Subject } from './entry-subjects.ts'
import { isWordedSo } from './is-asked.ts'
import { oncePerEnd } from './once-per-end.ts'
import { towardsImporters, waysFrom, type Ways } from './onward.ts'

export function chainsTo(asking: Asking): readonly Chains[] {
  const subjects = subjectEnds(asking.project, asking.entry, asking.into)
  return [...groupBy(subjects, ({ key }) => key).values()].flatMap((alike) => {
    const taken = new Set(alike.map(({ end }) => end))
    return [...groupBy(alike, (each) => ownKey(asking, each)).values()].flatMap((group) => chainsOf(asking, taken, group))
  })
}

/** Of ends that the same may import. `taken`: all of the subject for which the captures stand for the same. */
function chainsOf(asking: Asking, taken: ReadonlySet<number>, group: readonly Subject[]): Chains | [] {
  const { project, project: { graph, graph: { files, edges }, policy }, entry, counting, counting: { holds }, into, isImporter, ownerOf } = asking
  const [first] = group
  if (first === undefined) return []
  const { bindings } = first
  const to = addressOf(project, first.end)
  if (entry.verb === 'only' && modeOf(policy, to) === 'open') return []
  const object = picker(project, entry.object, bindings)
  const isVia = viaOf(project, entry, bindings)
  const mayImport = admits(project, entry, to, bindings)
  const isJudged = (path: string): boolean => entry.verb === 'forbid' || modeOf(policy, fileAt(path)) !== 'open'
  const isBreaking = oncePerEnd(files.length, (file: FileId): boolean => {
    const path = files[file] ?? ''
    return isImporter(file) && isJudged(path) && (entry.verb === 'forbid' ? object(fileAt(path), path) !== undefined : !mayImport(path))
  })
  const passes = oncePerEnd(files.length, (file: FileId): boolean => {
    const path = files[file] ?? ''
    return !taken.has(file) && isImporter(file) && isVia(file) && isJudged(path) && (entry.verb === 'forbid' || mayImport(path))
  })
  const subject = picker(project, entry.subject)
  const isTaken = (id: EdgeId): boolean => !subject.dependsOnImporter || subject(graph.target(id), files[edges.from[id] ?? -1] ?? '') !== undefined
  const lasts = (): readonly number[] => group.flatMap(({ end }) => [...into(end)].filter((id) => holds(id) && isTaken(id) && isWordedSo(project, id, entry))).sort((a, b) => a - b)
  const towards = function* (ways: Ways): Iterable<number> {
    for (const file of ways.keys()) for (const id of into(file)) if (holds(id) && isImporter(edges.from[id] ?? -1)) yield id
  }
  return {
    counting, ownerOf, passes, lasts,
    arriving: () => () => true,
    *firsts(ways) {
      for (const id of towards(ways)) if (isBreaking(edges.from[id] ?? -1)) yield id
    },
    *permitted() {
      const needsNone = admitsAnyway(project, entry, to, bindings)
      for (const id of towards(waysFrom({ direction: towardsImporters(graph, into), ownerOf, holds, passes }, lasts()))) {
        const from = files[edges.from[id] ?? -1] ?? ''
        if (!needsNone(from)) yield { end: fileAt(from), from, bindings }
      }
    },
  }
}
