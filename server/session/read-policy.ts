import type { Known } from '../../rules/model/known.ts'
import type { Layout } from '../../rules/model/layout.ts'
import type { Path } from '../../rules/model/place.ts'
import type { Policy } from '../../rules/model/policy.ts'
import type { Note, Problem } from '../../rules/model/problem.ts'
import { rulePages, vendors } from '../../rules/index.ts'
import { baselineName, readBaseline } from '../config/baseline.ts'
import { compile } from '../config/compile.ts'
import { readConfig } from '../config/read.ts'
import { decode } from '../engine/index.ts'
import type { Reading } from '../io/files.ts'

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

/** The configuration, compiled for these files, and the baseline beside it. What is there and cannot be read is no absence: nothing would be judged by it. */
export function readPolicy(layout: Layout, configPath: Path, read: (path: Path) => Reading): ReadPolicy {
  const unreadable: Problem[] = []
  const textOf = (path: Path): string | undefined => {
    const reading = read(path)
    if (reading.kind === 'problem') unreadable.push(reading.problem)
    return reading.kind === 'bytes' ? decode(reading.bytes) : undefined
  }
  const baseline = textOf(baselineName)
  const { known, problems: ofBaseline } = baseline === undefined ? { known: [], problems: [] } : readBaseline(baselineName, baseline)
  const text = textOf(configPath)
  const config = text === undefined ? undefined : readConfig(configPath, text)
  const isWritten = text !== undefined || unreadable.some(({ at }) => at?.path === configPath)
  if (config !== undefined && config.config === undefined) return { known, problems: [...unreadable, ...config.problems, ...ofBaseline], notes: [], isWritten, isValid: false }
  const compiled = compile(config?.config, layout, { vendors, checks: rulePages })
  const problems = [...unreadable, ...compiled.problems, ...ofBaseline]
  return { policy: compiled.policy, known, problems, notes: compiled.notes, isWritten, isValid: problems.length === 0 }
}
