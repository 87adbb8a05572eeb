import type { JudgedFinding } from '../../rules/model/finding.ts'
import { atom } from '../../rules/model/link.ts'
import type { Problem } from '../../rules/model/problem.ts'
import type { Report } from '../../rules/model/report.ts'
import { rangeOf, startOf } from './positions.ts'

/** For scripts. Keys and their order are a promise: others compare these bytes. */
export function renderJson(report: Report): string {
  const { files, edges, unresolved, unassigned } = report.stats
  const value = {
    version: 1,
    root: '.',
    stats: { files, edges, unresolved, unassigned },
    findings: report.findings.map((finding) => findingJson(report, finding)),
    problems: report.problems.map((problem) => problemJson(report, problem)),
    notes: report.notes.map(({ message }) => ({ message })),
  }
  return `${JSON.stringify(value, undefined, 2)}\n`
}

function findingJson(report: Report, finding: JudgedFinding) {
  // An undefined value leaves its key out.
  return {
    rule: finding.rule,
    entry: finding.entry,
    severity: finding.severity,
    status: finding.status,
    message: finding.message,
    path: finding.at.path,
    range: rangeOf(report.lines, finding.at),
    target: finding.target === undefined ? undefined : atom(finding.target),
    because: finding.because.map(({ at, note }) => ({ path: at.path, line: startOf(report.lines, at).line, preset: at.preset, note })),
    via: finding.via,
    breakers: finding.breakers?.map(({ from, to, imports }) => ({ from, to, imports })),
    breakersProven: finding.breakersProven,
    key: finding.key,
    fixes: finding.fixes.map(({ id, title, safety }) => ({ id, title, safety })),
  }
}

function problemJson(report: Report, { kind, message, at, hint }: Problem) {
  const place = at === undefined ? {} : { path: at.path, ...startOf(report.lines, at) }
  return { kind, message, ...place, hint }
}
