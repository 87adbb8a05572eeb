import type { Problem } from '../../rules/model/problem.ts'

/** Nobody reads more, and a slip at the top can cause thousands. */
const most = 100

/** Of very many, the first. */
export function byPlace(problems: readonly Problem[]): readonly Problem[] {
  return [...problems].sort((a, b) => compare(a.at?.path ?? '', b.at?.path ?? '') || (a.at?.span.start ?? 0) - (b.at?.span.start ?? 0)).slice(0, most)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
