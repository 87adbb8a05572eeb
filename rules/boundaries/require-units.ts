import { filesTaken } from '../model/files-taken.ts'
import { homeOf } from '../model/finding-at.ts'
import type { EdgeId, FileId } from '../model/graph.ts'
import { groupBy } from '../model/group-by.ts'
import { picker, type Picker } from '../model/picker.ts'
import type { Entry } from '../model/policy.ts'
import type { Project } from '../model/rule.ts'
import type { Bindings } from '../model/selector.ts'
import { bind } from '../model/take.ts'
import { capturesIn } from './bindings-asked.ts'
import { importersOf } from './chains.ts'
import { counts } from './counts.ts'
import { subjectFiles, viaOf } from './entry-subjects.ts'
import type { Incoming } from './incoming.ts'
import { takesOnlyTests } from './only-tests.ts'
import { ownersOf } from './owners.ts'

/** One of whom something is required: a module, or a file. */
export interface Unit {
  readonly name: string
  readonly owner: number
  /** Those that the subject takes, by name. */
  readonly files: readonly FileId[]
  readonly bindings: Bindings
  /** The same for all of whom the same is required. */
  readonly key: string
}

/** What an entry asks of all of them. */
export interface Requiring {
  readonly project: Project
  readonly entry: Entry
  readonly into: Incoming
  readonly isImporter: (file: FileId) => boolean
  readonly ownerOf: (end: number) => number
  readonly holds: (id: EdgeId) => boolean
  readonly objectOf: (unit: Unit) => Picker
  readonly isVia: (unit: Unit) => (file: FileId) => boolean
}

export function requiring(project: Project, entry: Entry, into: Incoming): Requiring {
  return {
    project, entry, into,
    isImporter: importersOf(project, entry),
    ownerOf: ownersOf(project, !entry.eachModule),
    holds: (id) => counts(project, id, entry.kinds),
    objectOf: (unit) => picker(project, entry.object, unit.bindings),
    isVia: (unit) => viaOf(project, entry, unit.bindings),
  }
}

/** Test files are free where the subject takes anything else. */
export function unitsOf(project: Project, entry: Entry): readonly Unit[] {
  const { graph: { files }, policy } = project
  const ofTests = takesOnlyTests(project, entry.subject)
  const ownerOf = ownersOf(project, !entry.eachModule)
  const subjects = subjectFiles(project, entry).filter(({ end }) => (ofTests || !policy.isTest(files[end] ?? '')) && (entry.subjectSide === 'to' || project.isSource(files[end] ?? '')))
  const units = [...groupBy(subjects, ({ end }) => ownerOf(end))].flatMap(([owner, group]): Unit | [] => {
    const [first] = group
    if (first === undefined) return []
    const path = files[first.end] ?? ''
    return { name: entry.eachModule ? homeOf(policy, path) : path, owner, files: group.map(({ end }) => end), bindings: first.bindings, key: first.key }
  })
  return entry.subjectSide === 'from' || capturesIn(entry.object).length === 0 ? units : units.filter((unit) => isSomeNamed(project, entry, unit, ownerOf))
}

/** Whom captures name may not be there in this place: then nobody is asked for. */
function isSomeNamed(project: Project, entry: Entry, { bindings, owner }: Unit, ownerOf: (end: number) => number): boolean {
  return filesTaken(project)(bind(entry.object, bindings)).some(({ files }) => files.some((file) => ownerOf(file) !== owner))
}
