// Which permissions of an entry no import needs. An import inside a module, to what is open to all, or by a test needs none.

import { counts } from '../boundaries/counts.ts'
import { isOutOfClass, isOwn, mayJudge, modeOf, subjectBehind } from '../boundaries/rules.ts'
import { describe } from '../model/describe.ts'
import type { Finding } from '../model/finding.ts'
import type { EdgeId } from '../model/graph.ts'
import { brokenEnds } from '../model/judged-ends.ts'
import type { Address } from '../model/link.ts'
import { picker } from '../model/picker.ts'
import type { Path } from '../model/place.ts'
import type { Entry } from '../model/policy.ts'
import type { Project, Rule } from '../model/rule.ts'
import type { Bindings, Selector } from '../model/selector.ts'
import { atomsOf } from '../model/take.ts'

export const unneeded: Rule = {
  id: 'policy/unneeded',
  title: 'No import needs a permission',
  level: 'off',
  judges: 'project',
  *check(project) {
    for (const entry of project.policy.entries) if (entry.verb === 'only' && entry.severity !== 'off') yield* judge(project, entry)
  },
}

function* judge(project: Project, entry: Entry): Iterable<Finding> {
  const left = new Set<Selector>(entry.object.kind === 'any' ? entry.object.of : [entry.object])
  const asks = entry.subjectSide === 'from' ? importersAsking(project, entry) : importedAsking(project, entry)
  for (const { end, from, bindings } of asks) {
    for (const permission of left) if (picker(project, permission, bindings)(end, from) !== undefined) left.delete(permission)
    if (left.size === 0) return
  }
  for (const permission of left) yield* finding(entry, permission)
}

/** An end that the object of an entry must take, or the import is forbidden. */
interface Asking {
  readonly end: Address
  readonly from: Path
  readonly bindings: Bindings
}

function* importersAsking(project: Project, entry: Entry): Iterable<Asking> {
  const { graph, policy } = project
  const subject = picker(project, entry.subject)
  for (const { id, from } of judgedImports(project, entry)) {
    const bindings = subject({ kind: 'file', path: from }, from)
    const end = graph.target(id)
    if (bindings === undefined || isOutOfClass(entry, end) || !mayJudge(policy, entry, from, end)) continue
    if (modeOf(policy, end) !== 'common' && !isOwn(policy, entry, from, end, subject, bindings)) yield { end, from, bindings }
  }
}

function* importedAsking(project: Project, entry: Entry): Iterable<Asking> {
  const { policy } = project
  const subject = picker(project, entry.subject)
  const takenBehind = subjectBehind(project, entry, subject)
  for (const { id, from } of judgedImports(project, entry)) {
    const end: Address = { kind: 'file', path: from }
    if (modeOf(policy, end) === 'common') continue
    const asks = (to: Address): boolean => {
      const bindings = subject(to, from)
      return bindings !== undefined && mayJudge(policy, entry, from, to) && !isOwn(policy, entry, from, to, subject, bindings)
    }
    for (const { to } of brokenEnds(project, id, takenBehind, asks)) yield { end, from, bindings: subject(to, from) ?? {} }
  }
}

function* judgedImports(project: Project, entry: Entry): Iterable<{ readonly id: EdgeId; readonly from: Path }> {
  const { graph: { files, edges }, policy } = project
  const isForTests = takesOnlyTests(project, entry)
  for (const [file, from] of files.entries()) {
    if (policy.isTest(from) && !isForTests) continue
    for (let id = edges.first[file] ?? 0; id < (edges.first[file + 1] ?? 0); id++) if (counts(project, id, entry.kinds)) yield { id, from }
  }
}

/** A test file is judged only by an entry whose importing side takes nothing but tests. */
function takesOnlyTests({ graph: { files }, policy, vendors }: Project, entry: Entry): boolean {
  const importing = picker({ policy, vendors }, entry.subjectSide === 'from' ? entry.subject : entry.object)
  const taken = files.filter((path) => importing({ kind: 'file', path }, path) !== undefined)
  return taken.length > 0 && taken.every((path) => policy.isTest(path))
}

function* finding(entry: Entry, permission: Selector): Iterable<Finding> {
  const [first] = atomsOf(permission)
  if (first === undefined) return
  const { at } = first.atom
  const named = describe(permission)
  yield {
    rule: 'policy/unneeded', at, statement: at.span,
    message: `${entry.id} permits ${named}, and no import needs it`,
    help: ['a door that nobody uses today is found open tomorrow', 'take it out: whoever needs it then will ask for it'],
    because: [], via: [], key: `policy/unneeded ${entry.id}: ${named}`, fixes: [],
  }
}
