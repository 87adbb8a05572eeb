import type { Known } from '../../rules/model/known.ts'
import type { Layout } from '../../rules/model/layout.ts'
import type { Path } from '../../rules/model/place.ts'
import type { Policy } from '../../rules/model/policy.ts'
import type { Note, Problem } from '../../rules/model/problem.ts'
import { rulePages, vendors } from '../../rules/index.ts'
import { baselineName, readBaseline } from '../config/baseline.ts'
import { compile } from '../config/compile.ts'
import { readConfig } from '../config/read.ts'

export interface ReadPolicy {
  /** Absent where the configuration cannot be read at all. */
  readonly policy?: Policy
  readonly known: readonly Known[]
  readonly problems: readonly Problem[]
  readonly notes: readonly Note[]
  /** There is a file, be it right or wrong. */
  readonly isWritten: boolean
  /** Neither the configuration nor the baseline has a problem. */
  readonly isValid: boolean
}

/** The configuration, compiled for these files, and the baseline beside it. */
export function readPolicy(layout: Layout, configPath: Path, textOf: (path: Path) => string | undefined): ReadPolicy {
  const baseline = textOf(baselineName)
  const { known, problems: ofBaseline } = baseline === undefined ? { known: [], problems: [] } : readBaseline(baselineName, baseline)
  const text = textOf(configPath)
  const read = text === undefined ? undefined : readConfig(configPath, text)
  if (read !== undefined && read.config === undefined) return { known, problems: [...read.problems, ...ofBaseline], notes: [], isWritten: true, isValid: false }
  const compiled = compile(read?.config, layout, { vendors, checks: rulePages })
  const problems = [...compiled.problems, ...ofBaseline]
  return { policy: compiled.policy, known, problems, notes: compiled.notes, isWritten: text !== undefined, isValid: problems.length === 0 }
}
