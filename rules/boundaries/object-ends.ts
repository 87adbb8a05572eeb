import { filesTaken } from '../model/files-taken.ts'
import type { EdgeId, FileId } from '../model/graph.ts'
import { picker } from '../model/picker.ts'
import type { Path } from '../model/place.ts'
import type { Entry } from '../model/policy.ts'
import type { Project } from '../model/rule.ts'
import type { Bindings } from '../model/selector.ts'
import { bind, classesOf } from '../model/take.ts'
import { addressOf } from './entry-subjects.ts'
import type { Incoming } from './incoming.ts'

/** The files that the other side of an entry takes, its captures bound; seen from an importer, where it asks for folders. */
export function objectFiles(project: Project, { object }: Entry, bindings: Bindings, importer: Path): readonly FileId[] {
  const { graph: { files } } = project
  const picks = picker(project, object, bindings)
  if (picks.dependsOnImporter) return [...files.keys()].filter((file) => picks(addressOf(project, file), importer) !== undefined)
  return [...new Set(filesTaken(project)(bind(object, bindings)).flatMap((group) => group.files))].sort((a, b) => a - b)
}

/** The imports that lead to what it takes: to packages and the like, too, as each of their importers sees them. */
export function importsOfObject(project: Project, { entry, into }: { readonly entry: Entry; readonly into: Incoming }, bindings: Bindings, importer: Path): readonly EdgeId[] {
  const { files, edges, ends } = project.graph
  const picks = picker(project, entry.object, bindings)
  const isOfFiles = [...classesOf(entry.object)].every((sort) => sort === 'file')
  const others = isOfFiles ? [] : ends.flatMap((address, i) => [...into(~i)].filter((id) => picks(address, files[edges.from[id] ?? -1] ?? '') !== undefined))
  return [...objectFiles(project, entry, bindings, importer).flatMap((file) => [...into(file)]), ...others].sort((a, b) => a - b)
}
