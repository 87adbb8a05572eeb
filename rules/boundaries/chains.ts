// What a chain of imports is asked where an entry says `reach`.

import type { EdgeId, FileId } from '../model/graph.ts'
import type { Address } from '../model/link.ts'
import type { Path } from '../model/place.ts'
import type { Entry, Module } from '../model/policy.ts'
import type { Project } from '../model/rule.ts'
import type { Bindings } from '../model/selector.ts'
import { counting, type Counting } from './counting.ts'
import type { Subject } from './entry-subjects.ts'
import type { Incoming } from './incoming.ts'
import type { Travelled, Ways } from './onward.ts'
import { oncePerEnd } from './once-per-end.ts'
import { isForTests } from './only-tests.ts'
import { ownersOf } from './owners.ts'

/** One entry, for one value of what its captures stand for. */
export interface Chains extends Pick<Travelled, 'ownerOf' | 'passes'> {
  readonly counting: Counting
  /** The imports that lead to a forbidden end, from files that may stand between; in order. */
  readonly lasts: () => readonly EdgeId[]
  /** The imports by which those who are judged enter a way. */
  readonly firsts: (ways: Ways) => Iterable<EdgeId>
  /** Whether those who are judged come to a file at all. */
  readonly arriving: () => (file: FileId) => boolean
  /** The ends of chains that the entry permits, or whom it permits them. */
  readonly permitted: () => Iterable<Permitted>
}

export interface Permitted {
  readonly end: Address
  readonly from: Path
  readonly bindings: Bindings
}

/** What holds for all questions of one entry. */
export interface Asking extends Pick<Chains, 'counting' | 'ownerOf'> {
  readonly project: Project
  readonly entry: Entry
  readonly into: Incoming
  /** Test files import what they like, and no chain leads on through them. */
  readonly isImporter: (file: FileId) => boolean
}

export function askingOf(project: Project, entry: Entry, into: Incoming): Asking {
  return { project, entry, into, isImporter: importersOf(project, entry), counting: counting(project, entry.kinds), ownerOf: ownersOf(project, entry.judgesInside) }
}

export function importersOf(project: Project, entry: Entry): (file: FileId) => boolean {
  const { graph: { files }, policy } = project
  const forTests = isForTests(project, entry)
  return oncePerEnd(files.length, (file) => project.isSource(files[file] ?? '') && (forTests || !policy.isTest(files[file] ?? '')))
}

/** Of `only`: what else is one's own depends on one's module and captures. `isNamed`: the entry names all of the module anyway. */
export function ownKey({ entry, ownerOf, project }: Asking, { end, bindings }: Subject, isNamed: (module: Module) => boolean = () => false): string {
  if (entry.verb === 'forbid') return ''
  const module = end >= 0 ? project.policy.moduleOf(project.graph.files[end] ?? '') : undefined
  return `${module === undefined || isNamed(module) ? -1 : ownerOf(end)} ${entry.ownByCaptures ? JSON.stringify(Object.entries(bindings).sort()) : ''}`
}
