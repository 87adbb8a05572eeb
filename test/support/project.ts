import type { Path } from '../../rules/model/place.ts'
import type { Report } from '../../rules/model/report.ts'
import type { Files } from '../../server/io/files.ts'
import { Session } from '../../server/session/session.ts'
import { asLine, readProject, type Expectation } from './read-project.ts'

/** The day of every test. */
export const today = '2026-01-15'

/** A session over files that are nowhere but here: no disk, no git; of node_modules what the project writes there itself. */
export function inMemory(files: ReadonlyMap<Path, string>): Session {
  const encoder = new TextEncoder()
  return sessionOver(filesInMemory(new Map([...files].map(([path, text]) => [path, encoder.encode(text)]))))
}

export function filesInMemory(bytes: ReadonlyMap<Path, Uint8Array>): Files {
  return {
    list: () => ({ files: [...bytes.keys()].filter(isListed).sort(), isIgnored: () => false, problems: [] }),
    listed: (paths) => paths.filter((path) => bytes.has(path) && isListed(path)),
    read(path) {
      const found = bytes.get(path)
      return found === undefined ? { kind: 'missing' } : { kind: 'bytes', bytes: found }
    },
    stamp: () => undefined,
  }
}

export function sessionOver(files: Files): Session {
  return new Session({ files, lookup: () => undefined, realPath: (path) => path, configPath: 'bulkhead.yaml', today: () => today })
}

function isListed(path: Path): boolean {
  return !path.includes('node_modules/')
}

export interface Judged {
  readonly session: Session
  readonly report: Report
  /** What the project says of itself, and what bulkhead says of it, a line each: equal when bulkhead is right. */
  readonly expected: readonly string[]
  readonly found: readonly string[]
}

/** A small project, as readProject understands it, and the report on it. */
export function project(text: string): Judged {
  const { files, expected } = readProject(text)
  const session = inMemory(files)
  const report = session.apply([])
  const findings = report.findings.filter(({ status }) => status === 'new').map(({ at, rule, severity, message }) => ({ ...at, rule, severity, message }))
  return {
    session, report,
    expected: lines(files, expected),
    found: lines(files, findings.map((finding) => asToldBy(expected, finding))),
  }
}

/** Where the example does not care about the severity, it is left out. */
function asToldBy(expected: readonly Expectation[], { severity, ...finding }: Required<Expectation>): Expectation {
  const cares = expected.some((each) => each.severity !== undefined && each.rule === finding.rule && each.path === finding.path && each.span.start === finding.span.start)
  return cares ? { ...finding, severity } : finding
}

function lines(files: ReadonlyMap<Path, string>, expectations: readonly Expectation[]): readonly string[] {
  return expectations.map((each) => asLine(files.get(each.path) ?? '', each)).sort()
}
