import type { Finding } from '../model/finding.ts'
import type { FileJudge } from '../model/rule.ts'

/** What several say of a file, one after the other. */
export function together(judges: readonly FileJudge[]): FileJudge {
  return (file) => {
    let found: readonly Finding[] = none
    for (const judge of judges) {
      const own = judge(file)
      if (own.length > 0) found = found.length === 0 ? own : [...found, ...own]
    }
    return found
  }
}

const none: readonly Finding[] = []
