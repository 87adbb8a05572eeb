import type { EdgeId } from '../model/graph.ts'
import { groupBy } from '../model/group-by.ts'
import { isWordedSo } from './is-asked.ts'
import { importsOfObject, objectFiles } from './object-ends.ts'
import { outOf, towardsImported, towardsImporters, waysFrom } from './onward.ts'
import type { Requiring, Unit } from './require-units.ts'

/** Of units that need a way to the object, or from it, those that have none. One pass for all of whom the same is required. */
export function withoutWay(asked: Requiring, units: readonly Unit[]): readonly Unit[] {
  return [...groupBy(units, ({ key }) => key).values()].flatMap((alike) => {
    const [first] = alike
    if (first === undefined) return []
    const hasWay = asked.entry.subjectSide === 'from' ? waysOut(asked, first) : waysIn(asked, first)
    return alike.filter((unit) => !hasWay(unit))
  })
}

function waysOut(asked: Requiring, first: Unit): (unit: Unit) => boolean {
  const { project, project: { graph, graph: { files, edges } }, entry, into, ownerOf, isImporter, holds } = asked
  const isVia = asked.isVia(first)
  const lasts = new Set(importsOfObject(project, asked, first.bindings, files[first.files[0] ?? -1] ?? '').filter((id) => isWordedSo(project, id, entry) && holds(id)))
  const ways = waysFrom({ direction: towardsImporters(graph, into), ownerOf, holds, passes: (file) => isImporter(file) && isVia(file) }, lasts)
  const leads = (id: EdgeId, owner: number): boolean => {
    const to = edges.to[id] ?? -1
    return (lasts.has(id) && ownerOf(to) !== owner) || (ways.get(to)?.some((way) => way.owner !== owner) === true && holds(id))
  }
  return ({ files: own, owner }) => own.some((file) => [...outOf(graph, file)].some((id) => leads(id, owner)))
}

function waysIn(asked: Requiring, first: Unit): (unit: Unit) => boolean {
  const { project, project: { graph, graph: { edges } }, entry, into, ownerOf, isImporter, holds } = asked
  const isVia = asked.isVia(first)
  const users = new Set(objectFiles(project, entry, first.bindings, '').filter(isImporter))
  const starts = [...users].flatMap((file) => [...outOf(graph, file)].filter(holds))
  const ways = waysFrom({ direction: towardsImported(graph), ownerOf, holds, passes: (file) => isImporter(file) && isVia(file) }, starts)
  const leads = (id: EdgeId, owner: number): boolean => {
    const from = edges.from[id] ?? -1
    const comes = (users.has(from) && ownerOf(from) !== owner) || ways.get(from)?.some((way) => way.owner !== owner) === true
    return comes && isWordedSo(project, id, entry) && holds(id)
  }
  return ({ files: own, owner }) => own.some((file) => [...into(file)].some((id) => leads(id, owner)))
}
