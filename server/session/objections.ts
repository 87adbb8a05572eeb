// What there is to say against an import between two ends: by which lines, and what is found of them now.

import type { ByStatus, Hop, Objection } from '../../rules/model/explained.ts'
import type { JudgedFinding } from '../../rules/model/finding.ts'
import { atom } from '../../rules/model/link.ts'
import type { Project } from '../../rules/model/rule.ts'
import { exceptionsFor } from '../engine/index.ts'
import { byStatus } from './explain-entry.ts'
import { lineOf } from './whom.ts'

/** Each line of the configuration once, whatever it is about. */
export function objections(project: Project, today: string, judged: readonly (readonly JudgedFinding[])[], imports: readonly Hop[]): readonly Objection[] {
  const found = new Map<string, Objection>()
  const there = imports.flatMap(({ findings }) => findings)
  for (const finding of judged.flat()) {
    const line = lineOf(finding)
    const key = JSON.stringify(line)
    const known = found.get(key)
    const exceptions = finding.status === 'allowed' ? exceptionsFor(project, finding, today).map(({ at, why, until }) => ({ at, note: `${why}${until === 'never' ? '' : `, until ${until}`}` })) : []
    // Where one is allowed by an exception and another is not, it is told of both.
    const others = known?.exceptions ?? []
    const news = exceptions.filter(({ at }) => !others.some((other) => other.at.span.start === at.span.start && other.at.path === at.path))
    const { severity, message, because, help } = finding
    found.set(key, {
      ...line, severity, message, because: project.policy.written ? because : [], help, reach: isReaching(project, finding), ...chainOf(finding), ...known,
      exceptions: [...others, ...news], now: known?.now ?? nowOf(finding, there),
    })
  }
  return [...found.values()]
}

function nowOf({ rule, entry }: JudgedFinding, there: readonly JudgedFinding[]): ByStatus {
  return byStatus(there.filter((finding) => finding.rule === rule && finding.entry === entry))
}

function isReaching({ policy: { entries, stacks } }: Project, { entry, because: [line] }: JudgedFinding): boolean {
  if (entry !== undefined) return entries.some(({ id, reach }) => id === entry && reach)
  return line !== undefined && stacks.some(({ reach, layers }) => reach !== undefined && layers.some(({ at }) => at === line.at))
}

function chainOf({ via, target }: JudgedFinding): { readonly chain?: readonly string[] } {
  return via.length === 0 || target === undefined ? {} : { chain: [...via, atom(target)] }
}
