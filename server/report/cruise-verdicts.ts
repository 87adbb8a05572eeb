import type { JudgedFinding } from '../../rules/model/finding.ts'
import type { EdgeId } from '../../rules/model/graph.ts'
import type { CruiseRule } from './cruise-result.ts'
import { edgeAt, type GraphView } from './graph-view.ts'

/** A finding with what it is hung on: a dependency, or the module as a whole. */
export interface Verdict {
  readonly finding: JudgedFinding
  readonly rule: CruiseRule
  /** Absent where the finding is about the file as a whole. */
  readonly edge?: EdgeId
}

export function verdictsOf(view: GraphView): readonly Verdict[] {
  const findings = (view.report?.findings ?? []).filter(({ at }) => view.shows?.(at.path) ?? true)
  return findings.map((finding) => {
    const edge = edgeAt(view.graph, finding)
    return { finding, rule: ruleOf(finding), ...(edge !== undefined && { edge }) }
  })
}

export const severities = { error: 'error', warning: 'warn', info: 'info' } as const

function ruleOf({ rule, entry, severity, status }: JudgedFinding): CruiseRule {
  // What its own baseline holds has this severity there.
  return { severity: status === 'new' ? severities[severity] : 'ignore', name: entry ?? rule }
}
