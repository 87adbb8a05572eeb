import { homeOf } from '../model/finding-at.ts'
import type { EdgeId, FileId } from '../model/graph.ts'
import { importerOf } from './breaks.ts'
import { addressOf, fileAt } from './entry-subjects.ts'
import { isWordedSo } from './is-asked.ts'
import { outOf } from './onward.ts'
import { spoken } from './spoken.ts'
import type { Requiring, Unit } from './require-units.ts'

/** What of the object a unit imports, or is imported by; with `reach` through others, too. Names, sorted, of the same sort as the unit. */
export function foundBy(asked: Requiring, unit: Unit): readonly string[] {
  const found = asked.entry.subjectSide === 'from' ? imported(asked, unit) : importing(asked, unit)
  return [...found].sort()
}

function imported(asked: Requiring, unit: Unit): ReadonlySet<string> {
  const { project, project: { graph }, entry, ownerOf, isImporter, holds } = asked
  const object = asked.objectOf(unit)
  const isVia = asked.isVia(unit)
  const from = graph.files[unit.files[0] ?? -1] ?? ''
  const found = new Set<string>()
  const open = new Set<FileId>(unit.files)
  for (const file of open) {
    for (const id of outOf(graph, file)) {
      const to = graph.edges.to[id] ?? -1
      if (isFound(to, id, file)) found.add(nameOf(asked, to))
      if (entry.reach && to >= 0 && !open.has(to) && isImporter(to) && isVia(to) && holds(id)) open.add(to)
    }
  }
  return found

  function isFound(to: number, id: EdgeId, importer: FileId): boolean {
    const end = addressOf(project, to)
    return ownerOf(to) !== unit.owner && object(end, importerOf(end, from, [graph.files[importer] ?? ''])) !== undefined && isWordedSo(project, id, entry) && holds(id)
  }
}

function importing(asked: Requiring, unit: Unit): ReadonlySet<string> {
  const { project, project: { graph: { files, edges } }, entry, into, ownerOf, isImporter, holds } = asked
  const object = asked.objectOf(unit)
  const isVia = asked.isVia(unit)
  const own = new Set(unit.files)
  const found = new Set<string>()
  const open = new Set<FileId>(unit.files)
  for (const file of open) {
    for (const id of into(file)) {
      const from = edges.from[id] ?? -1
      if (!isImporter(from) || (own.has(file) && !isWordedSo(project, id, entry)) || !holds(id)) continue
      const path = files[from] ?? ''
      if (ownerOf(from) !== unit.owner && object(fileAt(path), path) !== undefined) found.add(nameOf(asked, from))
      if (entry.reach && isVia(from)) open.add(from)
    }
  }
  return found
}

/** A package counts once, by whatever path it is imported. */
function nameOf({ project, project: { graph: { files }, policy }, entry }: Requiring, end: number): string {
  if (end >= 0) return entry.eachModule ? homeOf(policy, files[end] ?? '') : files[end] ?? ''
  const address = addressOf(project, end)
  return address.kind === 'package' ? address.name : spoken(address)
}
