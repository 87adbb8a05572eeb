import type { Finding, JudgedFinding } from '../../../rules/model/finding.ts'
import type { Known } from '../../../rules/model/known.ts'

/** The findings that the baseline knows, and the lines of it that know too much. `findings` stand in report order: of more than it knows, the last are new. */
export function knownFindings(findings: readonly JudgedFinding[], baseline: readonly Known[]): { readonly findings: readonly JudgedFinding[]; readonly stale: readonly Finding[] } {
  const left = new Map(baseline.map((line) => [line, line.count]))
  // The larger of two: what a union merge brings back must not make a finding new.
  const byKey = new Map(baseline.toSorted((a, b) => a.count - b.count).map((line) => [line.key, line]))
  const groups = baseline.filter((line) => isCycle(line.key)).map((line) => ({ line, members: membersOf(line.key) }))
  const usedGroups = new Set<Known>()
  const judged = findings.map((finding): JudgedFinding => {
    if (finding.status !== 'new') return finding
    const line = isCycle(finding.key) ? groups.find(({ line, members }) => levelOf(line.key) === levelOf(finding.key) && isWithin(membersOf(finding.key), members))?.line : byKey.get(finding.key)
    const count = line === undefined ? 0 : left.get(line) ?? 0
    if (line === undefined || count === 0) return finding
    // A group that fell apart leaves several, all of them known.
    if (!isCycle(line.key)) left.set(line, count - 1)
    else usedGroups.add(line)
    return { ...finding, status: 'known' }
  })
  return {
    findings: judged,
    stale: baseline.flatMap((line) => {
      if (isCycle(line.key)) return usedGroups.has(line) ? [] : stale(line, nothing)
      if (byKey.get(line.key) !== line) return stale(line, 'this line of the baseline stands there twice, and the larger number counts')
      const over = left.get(line) ?? 0
      return over === 0 ? [] : stale(line, over === line.count ? nothing : `this line of the baseline counts ${over} too many`)
    }),
  }
}

function isCycle(key: string): boolean {
  return key.startsWith('boundaries/cycles ')
}

/** A folder may be called as a module is. */
function levelOf(key: string): string {
  return key.slice(0, key.indexOf(': '))
}

/** A cycle's key lists its members: 'boundaries/cycles file: a.ts | b.ts'. */
function membersOf(key: string): ReadonlySet<string> {
  return new Set(key.slice(key.indexOf(': ') + 2).split(' | '))
}

/** A group of cycles is known while it has no member that the baseline's lacks. */
function isWithin(group: ReadonlySet<string>, known: ReadonlySet<string>): boolean {
  return [...group].every((member) => known.has(member))
}

const nothing = 'this line of the baseline covers nothing'

function stale(line: Known, message: string): Finding {
  return {
    rule: 'policy/stale', at: line.at, statement: line.at.span, message,
    help: ['put right since: run `bulkhead baseline` to remove what is over'],
    because: [], via: [], key: `policy/stale: ${line.key}`, fixes: [],
  }
}
