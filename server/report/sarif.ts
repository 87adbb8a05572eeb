import type { Invocation, Log, Notification, ReportingDescriptor, Result, Run } from 'sarif'
import type { JudgedFinding, Level, Severity } from '../../rules/model/finding.ts'
import type { Problem } from '../../rules/model/problem.ts'
import type { Report } from '../../rules/model/report.ts'
import type { ReportOptions, RulePage } from './reporter.ts'
import { locationOf, sarifLocations } from './sarif-locations.ts'

/** GitHub takes no more of a run. https://docs.github.com/en/code-security/reference/code-scanning/sarif-files/sarif-support (checked 2026-11) */
const mostResults = 25_000

const schema = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json'
const levelOf: Readonly<Record<Severity, Result.level>> = { error: 'error', warning: 'warning', info: 'note' }

/** For code scanning: SARIF 2.1.0. */
export function renderSarif(report: Report, { version, rules }: Pick<ReportOptions, 'version' | 'rules'>): string {
  const shown = mostPressing(report.findings)
  const run: Run = {
    tool: { driver: { name: 'bulkhead', semanticVersion: version, rules: rules.map(descriptor) } },
    columnKind: 'utf16CodeUnits',
    originalUriBaseIds: { ROOT: { description: { text: "The project's root: the folder of its bulkhead.yaml" } } },
    invocations: [invocation(report, report.findings.length - shown.length)],
    results: results(report, shown, rules),
  }
  const log: Log = { $schema: schema, version: '2.1.0', runs: [run] }
  return `${JSON.stringify(log, undefined, 2)}\n`
}

function mostPressing(findings: readonly JudgedFinding[]): readonly JudgedFinding[] {
  if (findings.length <= mostResults) return findings
  const taken = new Set([...findings.filter(isNew), ...findings.filter((finding) => !isNew(finding))].slice(0, mostResults))
  return findings.filter((finding) => taken.has(finding))
}

function isNew({ status }: JudgedFinding): boolean {
  return status === 'new'
}

function descriptor({ id, title, level, page, href }: RulePage): ReportingDescriptor {
  return {
    id,
    shortDescription: { text: title },
    fullDescription: { text: title },
    ...(page === undefined ? {} : { help: { text: page, markdown: page } }),
    ...(href === undefined ? {} : { helpUri: href }),
    defaultConfiguration: ruleDefault(level),
  }
}

function ruleDefault(level: Level) {
  return level === 'off' ? { enabled: false } : { level: levelOf[level] }
}

function results(report: Report, findings: readonly JudgedFinding[], rules: readonly RulePage[]): Result[] {
  const indexOf = new Map(rules.map(({ id }, index) => [id, index]))
  const seen = new Map<string, number>()
  return findings.map((finding) => {
    const ordinal = (seen.get(finding.key) ?? 0) + 1
    seen.set(finding.key, ordinal)
    const ruleIndex = indexOf.get(finding.rule)
    return {
      ruleId: finding.rule,
      ...(ruleIndex === undefined ? {} : { ruleIndex }),
      level: levelOf[finding.severity],
      ...sarifLocations(report, finding),
      // GitHub tells alerts apart by the first of these alone; findings may share a key, alerts may not.
      partialFingerprints: { primaryLocationLineHash: `${finding.key}:${ordinal}`, 'bulkheadKey/v1': finding.key },
      // Of all results or of none, says section 3.27.23.
      suppressions: suppressions(finding),
      ...(finding.entry === undefined ? {} : { properties: { entry: finding.entry } }),
    }
  })
}

function suppressions({ status }: JudgedFinding): NonNullable<Result['suppressions']> {
  switch (status) {
    case 'new': return []
    case 'known': return [{ kind: 'external', justification: 'in the baseline' }]
    case 'allowed': return [{ kind: 'inSource', justification: 'by an ignore comment or an exception' }]
  }
}

function invocation(report: Report, leftOut: number): Invocation {
  return {
    executionSuccessful: report.isConfigValid,
    toolExecutionNotifications: [
      ...report.problems.map((problem) => problemNotification(report, problem)),
      ...report.notes.map(({ message }): Notification => ({ level: 'note', message: { text: message } })),
      ...(leftOut === 0 ? [] : [{ level: 'warning' as const, message: { text: `${leftOut} more findings are left out: a run holds ${mostResults}` } }]),
    ],
  }
}

function problemNotification(report: Report, { kind, message, at, hint }: Problem): Notification {
  return {
    descriptor: { id: kind },
    level: at !== undefined && at.path === report.configPath ? 'error' : 'warning',
    message: { text: hint === undefined ? message : `${message}: ${hint}` },
    ...(at === undefined ? {} : { locations: [locationOf(report, at)] }),
  }
}
