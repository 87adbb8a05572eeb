import type { Severity } from '../../rules/model/finding.ts'
import type { Report } from '../../rules/model/report.ts'
import { styleOfSeverity, type Paint } from './paint.ts'
import { plural } from './plural.ts'

/** What was found, in how much code, and what was passed over: so that silence is never taken for a check that was not made. */
export function summaryLine(report: Report, paint: Paint): string {
  const { files, edges } = report.stats
  const found = foundNow(report, paint)
  const head = found.length > 0 ? found.join(', ') : paint('green', anyPassedOver(report) ? 'Nothing new' : 'No findings')
  return [`${head} in ${plural(files, 'file')} (${plural(edges, 'import')})`, ...passedOver(report)].join('; ')
}

function foundNow(report: Report, paint: Paint): readonly string[] {
  const count = (severity: Severity) => report.findings.filter((f) => f.status === 'new' && f.severity === severity).length
  const counts = [
    { count: count('error'), text: plural(count('error'), 'error'), style: styleOfSeverity.error },
    { count: count('warning'), text: plural(count('warning'), 'warning'), style: styleOfSeverity.warning },
    { count: count('info'), text: `${count('info')} for information`, style: styleOfSeverity.info },
    { count: report.problems.length, text: plural(report.problems.length, 'problem'), style: 'magenta' as const },
  ]
  return counts.filter(({ count }) => count > 0).map(({ text, style }) => paint(style, text))
}

function passedOver(report: Report): readonly string[] {
  const { tests, unassigned, unresolved } = report.stats
  const fixable = report.findings.filter((f) => f.status === 'new' && f.fixes.some(({ safety }) => safety === 'safe')).length
  const judged = (['known', 'allowed'] as const)
    .map((status) => ({ status, count: report.findings.filter((f) => f.status === status).length }))
    .filter(({ count }) => count > 0)
    .map(({ status, count }) => `${count} ${status}`)
  return [
    ...(fixable > 0 ? [`${fixable} fixable`] : []),
    ...(judged.length > 0 ? [judged.join(', ')] : []),
    ...(tests > 0 ? [`${plural(tests, 'test file')} may import what ${tests === 1 ? 'it likes' : 'they like'}`] : []),
    ...(unassigned > 0 ? [`${plural(unassigned, 'file')} in no module`] : []),
    ...(unresolved > 0 ? [`${plural(unresolved, 'import')} unresolved`] : []),
  ]
}

function anyPassedOver(report: Report): boolean {
  return report.findings.some(({ status }) => status !== 'new')
}
