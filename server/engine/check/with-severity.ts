import type { Finding, Level, Severity } from '../../../rules/model/finding.ts'
import { picker } from '../../../rules/model/picker.ts'
import type { Path } from '../../../rules/model/place.ts'
import type { Project, Rule } from '../../../rules/model/rule.ts'

export type Found = Finding & { readonly severity: Severity }

/** The entry's own severity, else that of `checks`, else the default. Without a configuration nothing is above warning. */
export function withSeverity(project: Project, rule: Pick<Rule, 'id' | 'level'>): (findings: Iterable<Finding>) => readonly Found[] {
  const setting = project.policy.checks.get(rule.id)
  const level = levelOf(project, rule)
  if (level === 'off') return () => []
  const isJudged = setting?.in === undefined ? () => true : within(project, setting.in)
  return (findings) => [...findings].flatMap((finding) => {
    const severity = finding.severity ?? level
    // A line of the configuration is none of the files judged.
    if (project.graph.idOf.has(finding.at.path) && !isJudged(finding.at.path)) return []
    // No line of a file that nobody wrote can be a reason.
    return project.policy.written ? { ...finding, severity } : { ...finding, severity: severity === 'error' ? 'warning' : severity, because: [] }
  })
}

export function isOn(project: Project, rule: Pick<Rule, 'id' | 'level'>): boolean {
  return levelOf(project, rule) !== 'off'
}

function levelOf({ policy }: Project, { id, level }: Pick<Rule, 'id' | 'level'>): Level {
  return policy.checks.get(id)?.level ?? level
}

function within(project: Project, selector: Parameters<typeof picker>[1]): (path: Path) => boolean {
  const pick = picker(project, selector)
  return (path) => pick({ kind: 'file', path }, path) !== undefined
}
