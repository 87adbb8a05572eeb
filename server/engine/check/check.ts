// Judges what the rules found: severity, then status (an exception or a comment allows it, the baseline knows it), then order.
// Alone it knows what covered nothing, and how many findings there are, so that `policy/stale`, `policy/reason` and `policy/budget` are found here and not in rules/.

import type { Finding, JudgedFinding, Status } from '../../../rules/model/finding.ts'
import type { Known } from '../../../rules/model/known.ts'
import { atom } from '../../../rules/model/link.ts'
import type { Note } from '../../../rules/model/problem.ts'
import type { Project, Rule } from '../../../rules/model/rule.ts'
import { allowances, type WrittenIgnore } from './allowances.ts'
import { spent } from './budgets.ts'
import { foundInFiles, type Earlier, type FoundInFiles } from './found-in-files.ts'
import { idleVirtual } from './idle-virtual.ts'
import { knownFindings } from './known-findings.ts'
import { isOn, withSeverity } from './with-severity.ts'

export interface Given {
  readonly rules: readonly Rule[]
  /** Lines of the baseline. */
  readonly known: readonly Known[]
  /** 'YYYY-MM-DD': an input like any other, so that a report can be had again. */
  readonly today: string
  /** All of the project, in any order. */
  readonly comments: readonly WrittenIgnore[]
  readonly earlier?: Earlier
}

export interface Checked {
  /** Sorted by path, place and rule. */
  readonly findings: readonly JudgedFinding[]
  readonly found: FoundInFiles
  readonly notes: readonly Note[]
}

export function check(project: Project, given: Given): Checked {
  const inFiles = foundInFiles(project, given.rules, given.earlier)
  const ofProject = given.rules.flatMap((rule) => withSeverity(project, rule)(rule.judges === 'project' ? rule.check(project) : rule.across?.(project) ?? []))
  const found = [...[...inFiles.values()].flat(), ...ofProject].sort(inOrder)
  const allowed = allowances(project, found, { rules: given.rules.map(({ id }) => id), today: given.today, comments: given.comments })
  const judged = allowed.findings.map((finding): JudgedFinding => ({ ...finding, status: finding.allowed ? 'allowed' : 'new' }))
  const known = knownFindings(project, judged, given.known)
  const budgets = spent(project, known.findings)
  const about = [
    ...withSeverity(project, budgetCheck)(budgets.above),
    ...withSeverity(project, { id: 'policy/reason', level: 'error' })(allowed.withoutReason),
    ...withSeverity(project, { id: 'policy/stale', level: 'warning' })([...allowed.stale, ...known.stale]),
  ].map((finding): JudgedFinding => ({ ...finding, status: 'new' satisfies Status }))
  return { findings: [...known.findings, ...about].sort(inOrder), found: inFiles, notes: [...idleVirtual(project), ...isOn(project, budgetCheck) ? budgets.notes : []] }
}

const budgetCheck = { id: 'policy/budget', level: 'error' } as const

/** By path, place, rule; then by what is left, so that no two runs differ. Plain comparison of code units: locales do not agree. */
export function inOrder(a: Finding, b: Finding): number {
  return compare(a.at.path, b.at.path) || a.at.span.start - b.at.span.start || compare(a.rule, b.rule)
    || compare(a.entry ?? '', b.entry ?? '') || compare(a.target === undefined ? '' : atom(a.target), b.target === undefined ? '' : atom(b.target))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
