import type { JudgedFinding } from '../../../rules/model/finding.ts'
import { isKnowable, type Known } from '../../../rules/model/known.ts'

/**
 * Whether a group of cycles that the baseline knows stands in a larger one now, which is new. Its line covers nothing, and nothing is put
 * right either: without the file that joined, the group would be known again.
 */
export function outgrown(findings: readonly JudgedFinding[]): (line: Known) => boolean {
  const groups = findings.filter((finding) => isCycle(finding.key) && finding.status === 'new' && isKnowable(finding)).map(({ key }) => ({ level: levelOf(key), members: membersOf(key) }))
  return ({ key }) => isCycle(key) && groups.some(({ level, members }) => level === levelOf(key) && [...membersOf(key)].filter((member) => members.has(member)).length > 1)
}

export function isCycle(key: string): boolean {
  return key.startsWith('boundaries/cycles ')
}

/** A folder may be called as a module is. */
export function levelOf(key: string): string {
  return key.slice(0, key.indexOf(': '))
}

/** A cycle's key lists its members: 'boundaries/cycles file: a.ts | b.ts'. */
export function membersOf(key: string): ReadonlySet<string> {
  return new Set(key.slice(key.indexOf(': ') + 2).split(' | '))
}
