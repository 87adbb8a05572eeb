// What an entry of the configuration demands, and what that comes to.

import { describe, describeEntry } from '../../rules/model/describe.ts'
import type { ByStatus, EntryExplained, EntryInForce, Taken } from '../../rules/model/explained.ts'
import type { JudgedFinding, Level } from '../../rules/model/finding.ts'
import { atom } from '../../rules/model/link.ts'
import { picker } from '../../rules/model/picker.ts'
import type { Entry, Policy } from '../../rules/model/policy.ts'
import type { Project } from '../../rules/model/rule.ts'
import type { Selector } from '../../rules/model/selector.ts'
import type { Snapshot } from './session.ts'

export function explainEntry(entry: Entry): EntryExplained {
  return { id: entry.id, says: describeEntry(entry), ...(entry.why !== undefined && { why: entry.why }), ...(entry.owner !== undefined && { owner: entry.owner }), at: entry.at }
}

export function explainEntryInForce({ project, report }: Snapshot, entry: Entry): EntryInForce {
  return {
    ...explainEntry(entry),
    severity: severityOf(project.policy, entry),
    findings: byStatus(report.findings.filter((finding) => finding.entry === entry.id)),
    subject: takenBy(project, entry.subject),
    object: takenBy(project, entry.object),
  }
}

export function severityOf({ checks }: Policy, { severity }: Entry): Level {
  return severity ?? checks.get('boundaries/rules')?.level ?? 'error'
}

export function byStatus(findings: readonly JudgedFinding[]): ByStatus {
  const count = (wanted: JudgedFinding['status']): number => findings.filter(({ status }) => status === wanted).length
  return { new: count('new'), known: count('known'), allowed: count('allowed') }
}

function takenBy(project: Project, selector: Selector): Taken {
  const pick = picker(project, selector)
  return {
    written: describe(selector),
    files: pick.dependsOnImporter ? [] : project.graph.files.filter((path) => pick({ kind: 'file', path }, path) !== undefined),
    others: [...new Set(project.graph.ends.filter((end) => pick(end, '') !== undefined).map(atom))].sort(),
  }
}
