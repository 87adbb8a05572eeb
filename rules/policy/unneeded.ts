// Which permissions of an entry no import needs. An import inside a module, to what is open to all, or by a test needs none.

import { behindBarrels, importerOf, isOwn, mayJudge, modeOf, permitsAnyway } from '../boundaries/breaks.ts'
import { isAsked, originsAsked } from '../boundaries/is-asked.ts'
import { isForTests } from '../boundaries/only-tests.ts'
import { permittedThroughOthers } from '../boundaries/reach.ts'
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
  for (const { end, from, bindings } of asking(project, entry)) {
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

function* asking(project: Project, entry: Entry): Iterable<Asking> {
  yield* entry.subjectSide === 'from' ? importersAsking(project, entry) : importedAsking(project, entry)
  if (entry.reach) yield* permittedThroughOthers(project, entry)
}

function* importersAsking(project: Project, entry: Entry): Iterable<Asking> {
  const { graph, policy } = project
  const subject = picker(project, entry.subject)
  for (const { id, from } of judgedImports(project, entry)) {
    const bindings = subject({ kind: 'file', path: from }, from)
    const end = graph.target(id)
    if (bindings !== undefined && mayJudge(policy, entry, from, end) && !permitsAnyway(project, entry, from, bindings)(end)) yield { end, from, bindings }
  }
}

function* importedAsking(project: Project, entry: Entry): Iterable<Asking> {
  const { policy } = project
  const subject = picker(project, entry.subject)
  const takenBehind = behindBarrels(project, entry.subject, subject)
  const asked = { graph: project.graph, origins: originsAsked(project, entry) }
  for (const { id, from } of judgedImports(project, entry)) {
    const end: Address = { kind: 'file', path: from }
    if (modeOf(policy, end) === 'common') continue
    const asks = (to: Address, via: readonly Path[]): boolean => {
      const bindings = subject(to, importerOf(to, from, via))
      return bindings !== undefined && mayJudge(policy, entry, from, to) && !isOwn(policy, entry, from, to, subject, bindings)
    }
    for (const { to, via } of brokenEnds(asked, id, takenBehind, asks)) yield { end, from, bindings: subject(to, importerOf(to, from, via)) ?? {} }
  }
}

function* judgedImports(project: Project, entry: Entry): Iterable<{ readonly id: EdgeId; readonly from: Path }> {
  const { graph: { files, edges }, policy } = project
  const forTests = isForTests(project, entry)
  for (const [file, from] of files.entries()) {
    if (policy.isTest(from) && !forTests) continue
    for (let id = edges.first[file] ?? 0; id < (edges.first[file + 1] ?? 0); id++) if (isAsked(project, id, entry)) yield { id, from }
  }
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
