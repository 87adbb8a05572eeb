// Which ends of an import break an entry.

import type { EdgeId } from '../model/graph.ts'
import { brokenEnds, someBehind, type JudgedEnd } from '../model/judged-ends.ts'
import type { Address } from '../model/link.ts'
import { picker, type Picker } from '../model/picker.ts'
import type { Path } from '../model/place.ts'
import type { Entry, Policy } from '../model/policy.ts'
import type { Project } from '../model/rule.ts'
import type { Bindings, Selector } from '../model/selector.ts'
import { classesOf, classOf } from '../model/take.ts'
import { originsAsked } from './is-asked.ts'

/** The ends of one import that break the entry. */
export type Breaks = (id: EdgeId) => readonly JudgedEnd[]

/** By importing file; undefined where the entry says nothing of it. */
export function breaksOf(project: Project, entry: Entry): (from: Path) => Breaks | undefined {
  const asked: Asked = { graph: project.graph, origins: originsAsked(project, entry) }
  return entry.subjectSide === 'from' ? byImporter(project, entry, asked) : byImported(project, entry, asked)
}

type Asked = Pick<Project, 'graph' | 'origins'>

/** `from: S`: what S imports. Undefined for a file that is none of S. */
function byImporter(project: Project, entry: Entry, asked: Asked): (from: Path) => Breaks | undefined {
  const { policy } = project
  const subject = picker(project, entry.subject)
  const behind = new Map<Picker, (barrel: Path) => boolean>()
  return (from) => {
    const bindings = subject({ kind: 'file', path: from }, from)
    if (bindings === undefined) return undefined
    const object = picker(project, entry.object, bindings)
    if (entry.verb === 'forbid') {
      const takenBehind = behind.get(object) ?? behindBarrels(project, entry.object, object)
      behind.set(object, takenBehind)
      return (id) => brokenEnds(asked, id, takenBehind, (to, via) => object(to, importerOf(to, from, via)) !== undefined && mayJudge(policy, entry, from, to))
    }
    const isAllowed = permits(project, entry, from, bindings)
    // Whom one may ask, one may ask for what it hands on.
    return (id) => {
      const to = project.graph.target(id)
      return !isAllowed(to) && mayJudge(policy, entry, from, to) ? [{ to, via: [] }] : []
    }
  }
}

/** `from … only`: what an importer may import, its own and what the entry does not judge included. */
export function permits(project: Project, entry: Entry, from: Path, bindings: Bindings): (to: Address) => boolean {
  const object = picker(project, entry.object, bindings)
  const anyway = permitsAnyway(project, entry, from, bindings)
  return (to) => object(to, from) !== undefined || anyway(to)
}

/** Without a word of the entry. */
export function permitsAnyway(project: Project, entry: Entry, from: Path, bindings: Bindings): (to: Address) => boolean {
  const { policy } = project
  const subject = picker(project, entry.subject)
  return (to) => isOutOfClass(entry, to) || modeOf(policy, to) === 'common' || isOwn(policy, entry, from, to, subject, bindings)
}

/** `to … only`: who may import an end. */
export function admits(project: Project, entry: Entry, to: Address, bindings: Bindings): (from: Path) => boolean {
  const object = picker(project, entry.object, bindings)
  const anyway = admitsAnyway(project, entry, to, bindings)
  return (from) => object({ kind: 'file', path: from }, from) !== undefined || anyway(from)
}

export function admitsAnyway(project: Project, entry: Entry, to: Address, bindings: Bindings): (from: Path) => boolean {
  const { policy } = project
  const subject = picker(project, entry.subject)
  return (from) => modeOf(policy, { kind: 'file', path: from }) === 'common' || isOwn(policy, entry, from, to, subject, bindings)
}

/** `to: S`: who imports S. */
function byImported(project: Project, entry: Entry, asked: Asked): (from: Path) => Breaks {
  const { policy } = project
  const subject = picker(project, entry.subject)
  const takenBehind = behindBarrels(project, entry.subject, subject)
  return (from) => {
    const importer: Address = { kind: 'file', path: from }
    const breaks = (to: Address, via: readonly Path[]): boolean => {
      const bindings = subject(to, importerOf(to, from, via))
      if (bindings === undefined || !mayJudge(policy, entry, from, to)) return false
      return entry.verb === 'forbid' ? picker(project, entry.object, bindings)(importer, from) !== undefined : !admits(project, entry, to, bindings)(from)
    }
    return (id) => brokenEnds(asked, id, takenBehind, breaks)
  }
}

/** Whether a barrel may hand on something that is picked: to whom is not known yet. */
export function behindBarrels(project: Project, selector: Selector, picked: Picker): (barrel: Path) => boolean {
  const classes = classesOf(selector)
  return someBehind(project, picked.dependsOnImporter ? (to) => classes.has(classOf(to) ?? 'file') : (to) => picked(to, '') !== undefined)
}

/** Whose view of an end counts: of a file that of the first who imports, of a package that of the last, whose manifest has to declare it. */
export function importerOf(end: Address, from: Path, via: readonly Path[]): Path {
  return end.kind === 'file' ? from : via.at(-1) ?? from
}

export function mayJudge(policy: Policy, entry: Entry, from: Path, to: Address): boolean {
  if (classOf(to) === undefined) return false
  if (to.kind === 'file' && (to.path === from || (!entry.judgesInside && isSameModule(policy, from, to.path)))) return false
  return entry.verb === 'forbid' || (modeOf(policy, { kind: 'file', path: from }) !== 'open' && modeOf(policy, to) !== 'open')
}

export function isOutOfClass(entry: Entry, to: Address): boolean {
  const sort = classOf(to)
  return sort === undefined || !entry.classes.has(sort)
}

/** The same module; where the subject names files, also those that it takes with the same captures. */
export function isOwn(policy: Policy, entry: Entry, from: Path, to: Address, subject: Picker, bindings: Bindings): boolean {
  if (to.kind !== 'file') return false
  if (isSameModule(policy, from, to.path)) return true
  if (!entry.ownByCaptures) return false
  const other = subject(entry.subjectSide === 'from' ? to : { kind: 'file', path: from }, from)
  return other !== undefined && Object.entries(bindings).every(([name, value]) => other[name] === value)
}

export function isSameModule(policy: Policy, a: Path, b: Path): boolean {
  const module = policy.moduleOf(a)
  return module !== undefined && module === policy.moduleOf(b)
}

export function modeOf(policy: Policy, address: Address): 'checked' | 'common' | 'open' {
  return address.kind === 'file' ? policy.moduleOf(address.path)?.mode ?? 'checked' : 'checked'
}
