// Which entries an import may break, as far as its two ends tell one by one. Most entries have nothing to say of most imports, and a project
// has a hundred thousand of these: so each end has a row with a bit for each entry, and the rows of two ends tell of all entries at once.
// Who is suspected is judged exactly, elsewhere: a bit too many costs time, a bit too few a finding.

import { filesTaken, type TakenFiles } from '../model/files-taken.ts'
import type { EdgeId, FileId } from '../model/graph.ts'
import type { Address } from '../model/link.ts'
import { perPlan, type Plan } from '../model/per-plan.ts'
import { picker } from '../model/picker.ts'
import type { Entry } from '../model/policy.ts'
import { remembered } from '../model/remembered.ts'
import type { Project } from '../model/rule.ts'
import type { EndClass, Selector } from '../model/selector.ts'
import { bind, classesOf, classOf, dependsOnImporter, mayBeBound, take } from '../model/take.ts'
import { looksBehindBarrels } from './is-asked.ts'

/** A bit for each entry. */
type Row = Int32Array

export interface Suspects {
  /** The importing file may break some entry. */
  readonly isAny: (file: FileId) => boolean
  readonly of: (file: FileId, id: EdgeId) => Iterable<Entry>
}

export function suspects(project: Project): Suspects {
  const { graph: { files, idOf, edges, target } } = project
  const { entries, words, moduleAt, importing, imported, ofEnd, judgingInside, followingBarrels } = sides(project)
  const none = new Int32Array(words)
  const behind = remembered((barrel: FileId): Row => {
    const ends = project.behind(files[barrel] ?? '')
    if (ends.length === 0) return none
    const row = new Int32Array(words)
    for (const end of ends) {
      const file = end.kind === 'file' ? idOf.get(end.path) : undefined
      const [rows, start] = file === undefined ? [ofEnd(end), 0] : [imported, file * words]
      for (let word = 0; word < words; word++) row[word] = at(row, word) | (at(rows, start + word) & at(followingBarrels, word))
    }
    return row
  })
  return {
    isAny: (file) => importing.subarray(file * words, (file + 1) * words).some((bits) => bits !== 0),
    of(file, id) {
      const found: Entry[] = []
      const to = edges.to[id] ?? -1
      const isInside = to >= 0 && moduleAt[to] !== undefined && moduleAt[to] === moduleAt[file]
      const named = to >= 0 ? imported : ofEnd(target(id))
      const handedOn = to >= 0 ? behind(to) : none
      for (let word = 0; word < words; word++) {
        const direct = at(named, to >= 0 ? to * words + word : word)
        let left = at(importing, file * words + word) & ((isInside ? direct & at(judgingInside, word) : direct) | at(handedOn, word))
        for (; left !== 0; left &= left - 1) {
          const entry = entries[word * 32 + 31 - Math.clz32(left & -left)]
          if (entry !== undefined) found.push(entry)
        }
      }
      return found
    },
  }
}

const sides = perPlan((plan) => {
  const { files, policy } = plan
  const entries = policy.entries.filter(({ severity, verb }) => severity !== 'off' && verb !== 'require')
  const words = Math.ceil(entries.length / 32)
  const importing = new Int32Array(files.length * words)
  const imported = new Int32Array(files.length * words)
  const taken: Taken = { plan, all: Int32Array.from(files.keys()), by: remembered((selector) => filesOf(filesTaken({ graph: plan, ...plan })(selector), files.length)) }
  const isTest = Uint8Array.from(files, (path) => (policy.isTest(path) ? 1 : 0))
  for (const [index, entry] of entries.entries()) {
    const { subject, subjectSide } = entry
    const ends = subjectSide === 'from' ? filesOfObject(taken, entry) : filesBy(taken, subject)
    // Many forbid what is not there any more: whom that concerns need not be asked.
    if (ends.length === 0 && [...endClasses(entry)].every((sort) => sort === 'file')) continue
    const importers = subjectSide === 'from' ? filesBy(taken, subject) : filesOfObject(taken, entry)
    // A test file is judged only by an entry whose importing side takes nothing but tests.
    const named = subjectSide === 'from' ? importers : filesBy(taken, entry.object)
    const forTests = named.length > 0 && named.every((file) => isTest[file] === 1)
    const [word, bit] = [index >> 5, 1 << (index & 31)]
    for (let i = 0; i < importers.length; i++) {
      const file = at(importers, i)
      if (forTests || isTest[file] === 0) importing[file * words + word] = at(importing, file * words + word) | bit
    }
    for (let i = 0; i < ends.length; i++) {
      const file = at(ends, i)
      imported[file * words + word] = at(imported, file * words + word) | bit
    }
  }
  return {
    entries, words, importing, imported,
    moduleAt: files.map(policy.moduleOf),
    ofEnd: remembered((end: Address) => rowFor(entries, words, (entry) => mayJudgeEnd(plan, entry, end))),
    judgingInside: rowFor(entries, words, ({ judgesInside }) => judgesInside),
    followingBarrels: rowFor(entries, words, looksBehindBarrels),
  }
})

/** Of the ends that may break it. */
function endClasses({ subject, object, subjectSide, verb, classes }: Entry): ReadonlySet<EndClass> {
  if (subjectSide === 'to') return classesOf(subject)
  return verb === 'forbid' ? classesOf(object) : classes
}

interface Taken {
  readonly plan: Plan
  /** Every file. */
  readonly all: Int32Array
  readonly by: (selector: Selector) => Int32Array
}

/** Each once, in their order. */
function filesOf(groups: readonly TakenFiles[], count: number): Int32Array {
  const isTaken = new Uint8Array(count)
  // By index: for-of costs ten times as much until the compiler has seen it often.
  for (const { files } of groups) for (let i = 0; i < files.length; i++) isTaken[files[i] ?? 0] = 1
  return marked(isTaken, 1)
}

function marked(marks: Uint8Array, mark: 0 | 1): Int32Array {
  const found = new Int32Array(marks.length)
  let count = 0
  for (let file = 0; file < marks.length; file++) if (marks[file] === mark) found[count++] = file
  return found.subarray(0, count)
}

function filesBy({ plan, all, by }: Taken, selector: Selector): Int32Array {
  return picker(plan, selector).dependsOnImporter ? all : by(selector)
}

/** The files of which the entry says something where its subject is the other end. */
function filesOfObject(taken: Taken, entry: Entry): Int32Array {
  const objects = objectsOf(taken.plan, entry)
  if (entry.verb === 'forbid') {
    if (objects === undefined) return taken.all
    const [object, ...others] = objects
    return object !== undefined && others.length === 0 ? filesBy(taken, object) : Int32Array.from(objects.flatMap((each) => [...filesBy(taken, each)]))
  }
  if (entry.subjectSide === 'from' && !entry.classes.has('file')) return new Int32Array(0)
  const [object, ...others] = objects ?? []
  if (object === undefined || others.length > 0 || picker(taken.plan, object).dependsOnImporter) return taken.all
  const isPermitted = new Uint8Array(taken.all.length)
  const permitted = taken.by(object)
  for (let i = 0; i < permitted.length; i++) isPermitted[at(permitted, i)] = 1
  return marked(isPermitted, 0)
}

/** The object, its captures bound in every way in which the subject binds them; undefined where that is not known, or too many. */
function objectsOf(plan: Plan, { subject, object, subjectSide }: Entry): readonly Selector[] | undefined {
  if (!mayBeBound(object)) return [object]
  if (subjectSide === 'to' && [...classesOf(subject)].some((sort) => sort !== 'file')) return undefined
  const bound = new Set(filesTaken({ graph: plan, ...plan })(subject).map(({ bindings }) => bind(object, bindings)))
  return bound.size > mostBound ? undefined : [...bound]
}

const mostBound = 20

/** An end that is no file. */
function mayJudgeEnd(plan: Plan, entry: Entry, end: Address): boolean {
  const sort = classOf(end)
  if (sort === undefined) return false
  const { policy, vendors } = plan
  const takes = (selector: Selector): boolean => classesOf(selector).has(sort) && take(selector, end, { policy, vendors }) !== undefined
  const isOpen = (selector: Selector): boolean => mayBeBound(selector) || dependsOnImporter(selector)
  const mayTake = (selector: Selector): boolean => (isOpen(selector) ? classesOf(selector).has(sort) : takes(selector))
  if (entry.subjectSide === 'to') return mayTake(entry.subject)
  if (entry.verb === 'forbid') return mayTake(entry.object)
  return entry.classes.has(sort) && (isOpen(entry.object) || !takes(entry.object))
}

function rowFor(entries: readonly Entry[], words: number, has: (entry: Entry) => boolean): Row {
  const row = new Int32Array(words)
  for (const [index, entry] of entries.entries()) if (has(entry)) set(row, 0, index)
  return row
}

function set(rows: Row, start: number, index: number): void {
  const word = start + (index >> 5)
  rows[word] = at(rows, word) | (1 << (index & 31))
}

/** Every index here is below the length by construction. */
function at(row: Row, index: number): number {
  return row[index] ?? 0
}
