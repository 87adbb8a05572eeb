import type { Finding, JudgedFinding } from '../../../rules/model/finding.ts'
import type { Known } from '../../../rules/model/known.ts'
import type { Project } from '../../../rules/model/rule.ts'
import { isCycle, levelOf, membersOf, outgrown } from './outgrown.ts'

/** The findings that the baseline knows, and the lines of it that know too much. `findings` stand in report order: of more than it knows, the last are new. */
export function knownFindings(project: Project, findings: readonly JudgedFinding[], baseline: readonly Known[]): { readonly findings: readonly JudgedFinding[]; readonly stale: readonly Finding[] } {
  const left = new Map(baseline.map((line) => [line, line.count]))
  // The larger of two: what a union merge brings back must not make a finding new.
  const byKey = new Map(baseline.toSorted((a, b) => a.count - b.count).map((line) => [line.key, line]))
  const groups = baseline.filter((line) => isCycle(line.key) && byKey.get(line.key) === line).map((line) => ({ line, members: membersOf(line.key) }))
  const usedGroups = new Set<Known>()
  const judged = findings.map((finding): JudgedFinding => {
    if (finding.status !== 'new') return finding
    const line = byKey.get(finding.key) ?? groups.find(({ line, members }) => isCycle(finding.key) && levelOf(line.key) === levelOf(finding.key) && isWithin(project, finding.key, members))?.line
    const count = line === undefined ? 0 : left.get(line) ?? 0
    if (line === undefined || count === 0) return finding
    // A group that fell apart leaves several, all of them known.
    if (!isCycle(line.key)) left.set(line, count - 1)
    else usedGroups.add(line)
    return { ...finding, status: 'known' }
  })
  const isOutgrown = outgrown(judged)
  return {
    findings: judged,
    stale: baseline.flatMap((line) => {
      if (byKey.get(line.key) !== line) return stale(line, 'this line of the baseline stands there twice, and the larger number counts')
      if (isCycle(line.key)) return usedGroups.has(line) || isOutgrown(line) ? [] : stale(line, nothing)
      const over = left.get(line) ?? 0
      return over === 0 ? [] : stale(line, over === line.count ? nothing : `this line of the baseline counts ${over} too many`)
    }),
  }
}

/** A group of cycles is known while it has no member that the baseline's lacks; a file may stand in for one of its module that is gone. */
function isWithin({ graph, policy }: Project, key: string, known: ReadonlySet<string>): boolean {
  const came = [...membersOf(key)].filter((member) => !known.has(member))
  if (came.length === 0 || levelOf(key) !== 'boundaries/cycles file') return came.length === 0
  const gone = new Map<string, number>()
  for (const member of known) {
    const module = graph.idOf.has(member) ? undefined : policy.moduleOf(member)?.name
    if (module !== undefined) gone.set(module, (gone.get(module) ?? 0) + 1)
  }
  return came.every((member) => {
    const module = policy.moduleOf(member)?.name ?? ''
    const left = gone.get(module) ?? 0
    gone.set(module, left - 1)
    return left > 0
  })
}

const nothing = 'this line of the baseline covers nothing'

function stale(line: Known, message: string): Finding {
  return {
    rule: 'policy/stale', at: line.at, statement: line.at.span, message,
    help: ['put right since: run `bulkhead baseline` to remove what is over'],
    because: [], via: [], key: `policy/stale: ${line.key}`, fixes: [],
  }
}
