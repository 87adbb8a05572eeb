import type { Problem } from '../../rules/model/problem.ts'

/** Nobody reads more, and a slip at the top can cause thousands. */
const most = 100

/** Problems of one file by place; of very many, the first. */
export function byPlace(problems: readonly Problem[]): readonly Problem[] {
  return [...problems].sort((a, b) => (a.at?.span.start ?? 0) - (b.at?.span.start ?? 0)).slice(0, most)
}
