// Judges every import by every entry: those under `rules`, and a module's `uses`, `usedBy` and `packages`.
// Entries do not know of each other: an import must satisfy them all, so their order cannot matter.

import { describeEntry } from '../model/describe.ts'
import type { Finding } from '../model/finding.ts'
import { findingAt, homeOf } from '../model/finding-at.ts'
import type { EdgeId } from '../model/graph.ts'
import { brokenEnds, someBehind, type JudgedEnd } from '../model/judged-ends.ts'
import { packageSpecifier, type Address } from '../model/link.ts'
import { picker, type Picker } from '../model/picker.ts'
import type { Path } from '../model/place.ts'
import type { Entry, Policy } from '../model/policy.ts'
import { remembered } from '../model/remembered.ts'
import type { Project, Rule } from '../model/rule.ts'
import type { Bindings } from '../model/selector.ts'
import { classesOf, classOf } from '../model/take.ts'
import { aboutPackage } from './about-package.ts'
import { counts } from './counts.ts'
import { suspects } from './suspects.ts'

export const rules: Rule = {
  id: 'boundaries/rules',
  title: 'An entry under `rules`, or a module\'s `uses`, `usedBy` or `packages`, forbids the import',
  level: 'error',
  judges: 'files',
  of(project) {
    const { graph: { files, edges } } = project
    const suspected = suspects(project)
    const breaksOf = remembered((entry: Entry) => (entry.subjectSide === 'from' ? byImporter(project, entry) : byImported(project, entry)))
    return (file) => {
      if (!suspected.isAny(file)) return none
      const found: Finding[] = []
      const from = files[file] ?? ''
      const breaks = remembered((entry: Entry) => breaksOf(entry)(from) ?? breaksNothing)
      for (let id = edges.first[file] ?? 0; id < (edges.first[file + 1] ?? 0); id++) {
        for (const entry of suspected.of(file, id)) {
          if (counts(project, id, entry.kinds)) for (const end of breaks(entry)(id)) found.push(finding(project, entry, id, from, end))
        }
      }
      return found
    }
  },
}

const none: readonly Finding[] = []

/** The ends of one import that break the entry. */
type Breaks = (id: EdgeId) => readonly JudgedEnd[]

const breaksNothing: Breaks = () => []

/** `from: S`: what S imports. Undefined for a file that is none of S. */
function byImporter(project: Project, entry: Entry): (from: Path) => Breaks | undefined {
  const { policy } = project
  const subject = picker(project, entry.subject)
  const behind = new Map<Picker, (barrel: Path) => boolean>()
  return (from) => {
    const bindings = subject({ kind: 'file', path: from }, from)
    if (bindings === undefined) return undefined
    const object = picker(project, entry.object, bindings)
    if (entry.verb === 'forbid') {
      const takenBehind = behind.get(object) ?? someBehind(project, (to) => object(to, from) !== undefined)
      // What depends on the importer is not remembered for the next one.
      if (!object.dependsOnImporter) behind.set(object, takenBehind)
      return (id) => brokenEnds(project, id, takenBehind, (to) => object(to, from) !== undefined && mayJudge(policy, entry, from, to))
    }
    const isAllowed = (to: Address): boolean => isOutOfClass(entry, to) || modeOf(policy, to) === 'common'
      || object(to, from) !== undefined || isOwn(policy, entry, from, to, subject, bindings)
    // Whom one may ask, one may ask for what it hands on.
    return (id) => {
      const to = project.graph.target(id)
      return !isAllowed(to) && mayJudge(policy, entry, from, to) ? [{ to, via: [] }] : []
    }
  }
}

/** `to: S`: who imports S. */
function byImported(project: Project, entry: Entry): (from: Path) => Breaks {
  const { policy } = project
  const subject = picker(project, entry.subject)
  const takenBehind = subjectBehind(project, entry, subject)
  return (from) => {
    const importer: Address = { kind: 'file', path: from }
    const breaks = (to: Address): boolean => {
      const bindings = subject(to, from)
      if (bindings === undefined || !mayJudge(policy, entry, from, to)) return false
      const isNamed = picker(project, entry.object, bindings)(importer, from) !== undefined
      if (entry.verb === 'forbid') return isNamed
      return !isNamed && modeOf(policy, importer) !== 'common' && !isOwn(policy, entry, from, to, subject, bindings)
    }
    return (id) => brokenEnds(project, id, takenBehind, breaks)
  }
}

/** Whether a barrel may hand on some of the subject: to whom is not known yet. */
export function subjectBehind(project: Project, entry: Entry, subject: Picker): (barrel: Path) => boolean {
  const classes = classesOf(entry.subject)
  return someBehind(project, subject.dependsOnImporter ? (to) => classes.has(classOf(to) ?? 'file') : (to) => subject(to, '') !== undefined)
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

function isSameModule(policy: Policy, a: Path, b: Path): boolean {
  const module = policy.moduleOf(a)
  return module !== undefined && module === policy.moduleOf(b)
}

export function modeOf(policy: Policy, address: Address): 'checked' | 'common' | 'open' {
  return address.kind === 'file' ? policy.moduleOf(address.path)?.mode ?? 'checked' : 'checked'
}

function finding(project: Project, entry: Entry, id: EdgeId, from: Path, end: JudgedEnd): Finding {
  const importer = homeOf(project.policy, from)
  const imported = nameOf(project.policy, end.to)
  const isSameName = importer === imported
  return findingAt(project, id, {
    rule: 'boundaries/rules',
    entry: entry.id,
    ...(entry.severity !== undefined && entry.severity !== 'off' && { severity: entry.severity }),
    message: isSameName ? `${from} may not use ${atomPath(end.to)}` : `${importer} may not use ${imported}`,
    because: [{ at: entry.at, note: entry.why ?? describeEntry(entry) }],
    help: aboutPackage(project, entry, end.to, from),
    via: end.via,
    target: end.to,
  })
}

function nameOf(policy: Policy, to: Address): string {
  return to.kind === 'file' ? homeOf(policy, to.path) : atomPath(to)
}

function atomPath(to: Address): string {
  switch (to.kind) {
    case 'file': return to.path
    case 'package': return packageSpecifier(to)
    case 'builtin': return `${to.name} (built-in)`
    case 'env': return `the variable ${to.name}`
    case 'state': return `the module state ${to.name}`
    case 'unknown': case 'unjudged': return to.specifier
  }
}
