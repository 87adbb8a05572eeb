import type { Finding, Level, Severity } from '../../../rules/model/finding.ts'
import { picker } from '../../../rules/model/picker.ts'
import type { Path } from '../../../rules/model/place.ts'
import type { Project, Rule } from '../../../rules/model/rule.ts'

export type Found = Finding & { readonly severity: Severity }

/** The entry's own severity, else that of `checks`, else the default. Without a configuration nothing is above warning. */
export function withSeverity(project: Project, rule: Pick<Rule, 'id' | 'level'>): (findings: Iterable<Finding>) => readonly Found[] {
  if (!isOn(project, rule)) return () => []
  const levelAt = levelsOf(project, rule)
  return (findings) => [...findings].flatMap((finding) => {
    const level = levelAt(finding.at.path)
    if (level === 'off') return []
    const severity = finding.severity ?? level
    // No line of a file that nobody wrote can be a reason.
    return project.policy.written ? { ...finding, severity } : { ...finding, severity: severity === 'error' ? 'warning' : severity, because: [] }
  })
}

/** Somewhere. */
export function isOn(project: Project, rule: Pick<Rule, 'id' | 'level'>): boolean {
  return levelOf(project, rule) !== 'off' || (project.policy.checks.get(rule.id)?.stricter ?? []).some(({ level }) => level !== 'off')
}

function levelOf({ policy }: Project, { id, level }: Pick<Rule, 'id' | 'level'>): Level {
  return policy.checks.get(id)?.level ?? level
}

/** Of each file the strictest that is said of it. */
function levelsOf(project: Project, rule: Pick<Rule, 'id' | 'level'>): (path: Path) => Level {
  const { in: files, stricter = [] } = project.policy.checks.get(rule.id) ?? {}
  const usual = levelOf(project, rule)
  if (files === undefined && stricter.length === 0) return () => usual
  const isJudged = files === undefined ? () => true : within(project, files)
  const others = stricter.map((each) => ({ level: each.level, takes: within(project, each.in) }))
  return (path) => {
    // A line of the configuration is none of the files judged.
    if (!project.graph.idOf.has(path)) return usual
    let strictest: Level = isJudged(path) ? usual : 'off'
    for (const { level, takes } of others) if (levels.indexOf(level) > levels.indexOf(strictest) && takes(path)) strictest = level
    return strictest
  }
}

const levels: readonly Level[] = ['off', 'info', 'warning', 'error']

function within(project: Project, selector: Parameters<typeof picker>[1]): (path: Path) => boolean {
  const pick = picker(project, selector)
  return (path) => pick({ kind: 'file', path }, path) !== undefined
}
