// Judges what the rules found: severity, then status (an exception or a comment allows it, the baseline knows it), then order.
// Alone it knows what covered nothing, so that `policy/stale` and `policy/reason` are found here and not in rules/.

import type { Finding, JudgedFinding, Level, Severity, Status } from '../../../rules/model/finding.ts'
import type { Known } from '../../../rules/model/known.ts'
import { atom } from '../../../rules/model/link.ts'
import { picker } from '../../../rules/model/picker.ts'
import type { Path } from '../../../rules/model/place.ts'
import type { Project, Rule } from '../../../rules/model/rule.ts'
import { allowances } from './allowances.ts'
import { knownFindings } from './known-findings.ts'

export interface Given {
  readonly rules: readonly Rule[]
  /** Lines of the baseline. */
  readonly known: readonly Known[]
  /** 'YYYY-MM-DD': an input like any other, so that a report can be had again. */
  readonly today: string
}

/** The findings of a project, judged; sorted by path, place and rule. */
export function check(project: Project, given: Given): readonly JudgedFinding[] {
  const found = given.rules.flatMap((rule) => withSeverity(project, rule.id, rule.level, rule.check(project)))
  const allowed = allowances(project, found.sort(inOrder), { rules: given.rules.map(({ id }) => id), today: given.today })
  const judged = allowed.findings.map((finding): JudgedFinding => ({ ...finding, status: finding.allowed ? 'allowed' : 'new' }))
  const known = knownFindings(judged, given.known)
  const about = [
    ...withSeverity(project, 'policy/reason', 'error', allowed.withoutReason),
    ...withSeverity(project, 'policy/stale', 'warning', [...allowed.stale, ...known.stale]),
  ].map((finding): JudgedFinding => ({ ...finding, status: 'new' satisfies Status }))
  return [...known.findings, ...about].sort(inOrder)
}

/** The entry's own severity, else that of `checks`, else the default. Without a configuration nothing is above warning. */
function withSeverity(project: Project, rule: string, usual: Level, findings: Iterable<Finding>): (Finding & { severity: Severity })[] {
  const setting = project.policy.checks.get(rule)
  const level = setting?.level ?? usual
  const isJudged = setting?.in === undefined ? () => true : within(project, setting.in)
  const judged: (Finding & { severity: Severity })[] = []
  if (level === 'off') return judged
  for (const finding of findings) {
    const severity = finding.severity ?? level
    if (!isJudged(finding.at.path)) continue
    // No line of a file that nobody wrote can be a reason.
    judged.push(project.policy.written ? { ...finding, severity } : { ...finding, severity: severity === 'error' ? 'warning' : severity, because: [] })
  }
  return judged
}

function within(project: Project, selector: Parameters<typeof picker>[1]): (path: Path) => boolean {
  const pick = picker(project, selector)
  return (path) => pick({ kind: 'file', path }, path) !== undefined
}

/** By path, place, rule; then by what is left, so that no two runs differ. Plain comparison of code units: locales do not agree. */
export function inOrder(a: Finding, b: Finding): number {
  return compare(a.at.path, b.at.path) || a.at.span.start - b.at.span.start || compare(a.rule, b.rule)
    || compare(a.entry ?? '', b.entry ?? '') || compare(a.target === undefined ? '' : atom(a.target), b.target === undefined ? '' : atom(b.target))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
