import { filesTaken } from '../model/files-taken.ts'
import type { FileId } from '../model/graph.ts'
import { picker } from '../model/picker.ts'
import type { Path } from '../model/place.ts'
import type { Entry } from '../model/policy.ts'
import type { Project } from '../model/rule.ts'
import type { Bindings } from '../model/selector.ts'
import { bind, classesOf } from '../model/take.ts'
import { addressOf } from './entry-subjects.ts'

/** The files that the other side of an entry takes, its captures bound; seen from an importer, where it asks for folders. */
export function objectFiles(project: Project, { object }: Entry, bindings: Bindings, importer: Path): readonly FileId[] {
  const { graph: { files } } = project
  const picks = picker(project, object, bindings)
  if (picks.dependsOnImporter) return [...files.keys()].filter((file) => picks(addressOf(project, file), importer) !== undefined)
  return [...new Set(filesTaken(project)(bind(object, bindings)).flatMap((group) => group.files))].sort((a, b) => a - b)
}

/** Packages and the like, too: a FileId, or ~i for `ends[i]`. */
export function objectEnds(project: Project, entry: Entry, bindings: Bindings, importer: Path): readonly number[] {
  const picks = picker(project, entry.object, bindings)
  const isOfFiles = [...classesOf(entry.object)].every((sort) => sort === 'file')
  const others = isOfFiles ? [] : project.graph.ends.flatMap((address, i) => picks(address, importer) === undefined ? [] : ~i)
  return [...objectFiles(project, entry, bindings, importer), ...others]
}
