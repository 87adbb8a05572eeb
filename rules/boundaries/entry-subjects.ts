import { filesTaken } from '../model/files-taken.ts'
import type { FileId } from '../model/graph.ts'
import { atom, type Address } from '../model/link.ts'
import { picker } from '../model/picker.ts'
import type { Path } from '../model/place.ts'
import type { Entry } from '../model/policy.ts'
import type { Project } from '../model/rule.ts'
import type { Bindings } from '../model/selector.ts'
import { classOf } from '../model/take.ts'
import { bindingsAsked } from './bindings-asked.ts'
import type { Incoming } from './incoming.ts'

/** One end that the subject of an entry takes. */
export interface Subject {
  /** A FileId, or ~i for `ends[i]`. */
  readonly end: number
  readonly bindings: Bindings
  /** The same for all of whom the entry asks the same. */
  readonly key: string
}

/** The first alternative that takes a file binds it. */
export function subjectFiles(project: Project, entry: Entry): readonly Subject[] {
  const { graph: { files } } = project
  const keyOf = bindingsAsked(project, entry)
  const found = new Map<FileId, Subject>()
  for (const { files: taken, bindings } of filesTaken(project)(entry.subject)) {
    for (const end of taken) if (!found.has(end)) found.set(end, { end, bindings, key: keyOf(bindings, files[end] ?? '') })
  }
  return [...found.values()].sort((a, b) => a.end - b.end)
}

/** Packages and the like, too. */
export function subjectEnds(project: Project, entry: Entry, into: Incoming): readonly Subject[] {
  const { files, edges } = project.graph
  const subject = picker(project, entry.subject)
  /** What is asked about how a package is declared, is asked where it is imported. */
  const importersOf = (end: number): readonly Path[] => subject.dependsOnImporter ? [...into(end)].map((id) => files[edges.from[id] ?? -1] ?? '') : ['']
  const keyOf = bindingsAsked(project, entry)
  const others = project.graph.ends.flatMap((address, i) => {
    const bindings = classOf(address) === undefined ? undefined : importersOf(~i).map((from) => subject(address, from)).find((each) => each !== undefined)
    return bindings === undefined ? [] : { end: ~i, bindings, key: keyOf(bindings, ''), name: atom(address) }
  })
  // They are numbered in the order in which they were met.
  return [...subjectFiles(project, entry), ...others.sort((a, b) => (a.name < b.name ? -1 : 1))]
}

export function addressOf({ graph: { files, ends } }: Project, end: number): Address {
  return end >= 0 ? fileAt(files[end] ?? '') : ends[~end] ?? fileAt('')
}

export function fileAt(path: Path): Address {
  return { kind: 'file', path }
}

/** `via`: whether a file may stand inside a chain. */
export function viaOf(project: Project, { via }: Entry, bindings: Bindings | undefined): (file: FileId) => boolean {
  if (via === undefined) return () => true
  const pick = picker(project, via, bindings)
  return (file) => pick(addressOf(project, file), '') !== undefined
}
