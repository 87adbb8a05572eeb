import type { Fix, JudgedFinding, Severity } from '../../rules/model/finding.ts'
import { spokenLine, type Place } from '../../rules/model/place.ts'
import type { Problem } from '../../rules/model/problem.ts'
import type { Report } from '../../rules/model/report.ts'
import { styleOfSeverity, type Paint } from './paint.ts'
import { startOf } from './positions.ts'
import type { ReportOptions } from './reporter.ts'
import { summaryLine } from './summary.ts'
import { visible } from './visible.ts'

const indent = ' '.repeat(15)
/** Of a chain; the rest is a number. */
const mostFilesNamed = 6
const severities: readonly Severity[] = ['error', 'warning', 'info']

/** For people. Shows what is new; what is known or allowed is counted in the last line but one. */
export function renderText(report: Report, { paint }: Pick<ReportOptions, 'paint'>): string {
  const findings = report.findings.filter(({ status }) => status === 'new')
  const blocks = [
    ...findings.map((finding) => findingBlock(report, finding, paint)),
    ...report.problems.map((problem) => problemBlock(report, problem, paint)),
  ]
  const end = [summaryLine(report, paint), ...next(report, findings, paint)].join('\n')
  return `${[...blocks, end].join('\n\n')}\n`
}

/** For standard error. Empty where there is nothing to say. */
export function renderNotes(report: Report, { paint }: Pick<ReportOptions, 'paint'>): string {
  return report.notes.map(({ message }) => `${paint('dim', 'note')}  ${visible(message)}\n`).join('')
}

function findingBlock(report: Report, finding: JudgedFinding, paint: Paint): string {
  const severity = paint(styleOfSeverity[finding.severity], finding.severity)
  const head = `${paint('bold', where(report, finding.at))}  ${severity}  ${visible(finding.message)}   ${paint('dim', finding.rule)}`
  return [head, ...[...details(report, finding, paint)].map((line) => indent + line)].join('\n')
}

function* details(report: Report, finding: JudgedFinding, paint: Paint): Iterable<string> {
  for (const { at, note } of finding.because) yield `${visible(note)} ${paint('dim', `(${lineOf(report, at)})`)}`
  for (const line of finding.help) yield visible(line)
  // Of a cycle, the rule's own lines say how it runs and where to cut it.
  if (finding.via.length > 0 && finding.breakers === undefined) yield `through ${visible(few(finding.via))}`
  for (const { title, safety } of finding.fixes.filter(isWayOut)) yield `fix: ${visible(uncapitalized(title))}   ${paint('dim', `(${howToTake[safety]})`)}`
}

/** To allow or to ignore an import is open for every finding: said each time, it would bury what is particular to this one. */
function isWayOut({ rewrite }: Fix): boolean {
  return rewrite !== 'allow' && rewrite !== 'ignore'
}

const howToTake = { safe: 'bulkhead fix', review: 'offered in the editor' } as const

function problemBlock(report: Report, { at, kind, message, hint }: Problem, paint: Paint): string {
  const place = at === undefined ? '' : `${paint('bold', where(report, at))}  `
  const head = `${place}${paint('magenta', 'problem')}  ${visible(message)}   ${paint('dim', kind)}`
  return hint === undefined ? head : `${head}\n${indent}${visible(hint)}`
}

/** The one thing to do next, if there is one. */
function next(report: Report, findings: readonly JudgedFinding[], paint: Paint): readonly string[] {
  if (report.configPath === undefined) return [`Write a first bulkhead.yaml: ${paint('bold', 'bulkhead init')}`]
  const worst = severities.flatMap((severity) => findings.find((finding) => finding.severity === severity) ?? [])[0]
  return worst === undefined ? [] : [`Read about a rule: ${paint('bold', `bulkhead explain ${worst.rule}`)}`]
}

function where(report: Report, at: Place): string {
  const { line, column } = startOf(report.lines, at)
  return `${visible(at.path)}:${line}:${column}`
}

function lineOf(report: Report, at: Place): string {
  return visible(spokenLine(at, startOf(report.lines, at).line))
}

function few(paths: readonly string[]): string {
  if (paths.length <= mostFilesNamed) return paths.join(', ')
  return `${paths.slice(0, mostFilesNamed).join(', ')} and ${paths.length - mostFilesNamed} more`
}

function uncapitalized(title: string): string {
  return title.charAt(0).toLowerCase() + title.slice(1)
}
