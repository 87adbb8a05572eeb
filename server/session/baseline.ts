import type { JudgedFinding } from '../../rules/model/finding.ts'
import { isKnowable } from '../../rules/model/known.ts'
import type { Path } from '../../rules/model/place.ts'
import type { Report } from '../../rules/model/report.ts'
import { baselineName, writeBaseline } from '../config/baseline.ts'
import { outgrown } from '../engine/index.ts'
import type { Session } from './session.ts'

export interface BaselineChange {
  readonly files: ReadonlyMap<Path, string>
  /** Findings that the new baseline knows. */
  readonly known: number
  readonly added: number
  readonly removed: number
}

/** What the baseline becomes, and `.gitattributes` with it: neighbouring deletions on two branches conflict without a union. */
export function withBaseline(session: Session, report: Report, adds: boolean): BaselineChange {
  // What is added takes the place of what it has outgrown.
  const held = new Map(adds ? [] : session.known.filter(outgrown(report.findings)).map(({ key, count }) => [key, count]))
  const found = nextCounts(report.findings, adds)
  const counts = new Map([...held, ...found])
  const before = sum(session.known.map(({ count }) => count))
  const kept = report.findings.filter(({ status }) => status === 'known').length
  const attributes = session.text('.gitattributes') ?? ''
  return {
    files: new Map([[baselineName, writeBaseline(counts)], ...withUnion(attributes)]),
    known: sum(counts.values()), added: sum(found.values()) - kept,
    // One line may know several groups, and a group stand in for a larger one.
    removed: Math.max(0, before - kept - sum(held.values())),
  }
}

/** Of what the baseline knows, the findings that are still there; with `adds`, all that are there. */
function nextCounts(findings: readonly JudgedFinding[], adds: boolean): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const finding of findings) {
    if (isKnowable(finding) && (adds || finding.status === 'known')) counts.set(finding.key, (counts.get(finding.key) ?? 0) + 1)
  }
  return counts
}

function withUnion(attributes: string): readonly (readonly [Path, string])[] {
  const line = `${baselineName} merge=union`
  if (attributes.split(/\r?\n/).includes(line)) return []
  return [['.gitattributes', `${attributes}${attributes === '' || attributes.endsWith('\n') ? '' : '\n'}${line}\n`]]
}

function sum(numbers: Iterable<number>): number {
  let total = 0
  for (const number of numbers) total += number
  return total
}
