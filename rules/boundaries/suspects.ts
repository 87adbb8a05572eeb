// Which entries an import may break, as far as its two ends tell one by one. Most entries have nothing to say of most imports, and a project
// has a hundred thousand of these: so each end has a row with a bit for each entry, and the rows of two ends tell of all entries at once.
// Who is suspected is judged exactly, elsewhere: a bit too many costs time, a bit too few a finding.

import { filesTaken } from '../model/files-taken.ts'
import type { EdgeId, FileId } from '../model/graph.ts'
import type { Address } from '../model/link.ts'
import { perPlan, type Plan } from '../model/per-plan.ts'
import { picker } from '../model/picker.ts'
import type { Entry } from '../model/policy.ts'
import { remembered } from '../model/remembered.ts'
import type { Project } from '../model/rule.ts'
import type { EndClass, Selector } from '../model/selector.ts'
import { bind, classesOf, classOf, dependsOnImporter, mayBeBound, take } from '../model/take.ts'

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
  const taken: Taken = { plan, all: [...files.keys()], by: remembered((selector) => filesTaken({ graph: plan, ...plan })(selector).flatMap((group) => group.files)) }
  const isTest = files.map(policy.isTest)
  for (const [index, entry] of entries.entries()) {
    const { subject, subjectSide } = entry
    const ends = subjectSide === 'from' ? filesOfObject(taken, entry) : filesBy(taken, subject)
    // Many forbid what is not there any more: whom that concerns need not be asked.
    if (ends.length === 0 && [...endClasses(entry)].every((sort) => sort === 'file')) continue
    const importers = subjectSide === 'from' ? filesBy(taken, subject) : filesOfObject(taken, entry)
    // A test file is judged only by an entry whose importing side takes nothing but tests.
    const named = subjectSide === 'from' ? importers : filesBy(taken, entry.object)
    const forTests = named.length > 0 && named.every((file) => isTest[file])
    for (const file of importers) if (forTests || isTest[file] !== true) set(importing, file * words, index)
    for (const file of ends) set(imported, file * words, index)
  }
  return {
    entries, words, importing, imported,
    moduleAt: files.map(policy.moduleOf),
    ofEnd: remembered((end: Address) => rowFor(entries, words, (entry) => mayJudgeEnd(plan, entry, end))),
    judgingInside: rowFor(entries, words, ({ judgesInside }) => judgesInside),
    // Whom one may ask, one may ask for what it hands on.
    followingBarrels: rowFor(entries, words, ({ subjectSide, verb }) => subjectSide === 'to' || verb === 'forbid'),
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
  readonly all: readonly FileId[]
  readonly by: (selector: Selector) => readonly FileId[]
}

function filesBy({ plan, all, by }: Taken, selector: Selector): readonly FileId[] {
  return picker(plan, selector).dependsOnImporter ? all : by(selector)
}

/** The files of which the entry says something where its subject is the other end. */
function filesOfObject(taken: Taken, entry: Entry): readonly FileId[] {
  const objects = objectsOf(taken.plan, entry)
  if (entry.verb === 'forbid') return objects === undefined ? taken.all : objects.flatMap((object) => filesBy(taken, object))
  if (entry.subjectSide === 'from' && !entry.classes.has('file')) return []
  const [object, ...others] = objects ?? []
  if (object === undefined || others.length > 0 || picker(taken.plan, object).dependsOnImporter) return taken.all
  const permitted = new Set(taken.by(object))
  return taken.all.filter((file) => !permitted.has(file))
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
