import type { Known } from '../../rules/model/known.ts'
import type { Layout } from '../../rules/model/layout.ts'
import type { Path } from '../../rules/model/place.ts'
import type { Policy } from '../../rules/model/policy.ts'
import type { Note, Problem } from '../../rules/model/problem.ts'
import { presets, rulePages, vendors } from '../../rules/index.ts'
import type { ReadText } from '../config/bases.ts'
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
  /** The configuration and all that it extends, or would if it were there. */
  readonly readFrom: ReadonlySet<Path>
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
  const readFrom = new Set([configPath])
  const readBase = (path: Path): ReadText => {
    readFrom.add(path)
    const reading = read(path)
    return reading.kind === 'bytes' ? { kind: 'text', text: decode(reading.bytes) } : reading
  }
  const config = text === undefined ? undefined : readConfig(configPath, text, { presets, read: readBase })
  const isWritten = text !== undefined || unreadable.some(({ at }) => at?.path === configPath)
  if (config !== undefined && config.config === undefined) return { known, problems: [...unreadable, ...config.problems, ...ofBaseline], notes: [], isWritten, readFrom, isValid: false }
  const compiled = compile(config?.config, layout, { vendors, checks: rulePages })
  const problems = [...unreadable, ...compiled.problems, ...ofBaseline]
  return { policy: compiled.policy, known, problems, notes: compiled.notes, isWritten, readFrom, isValid: problems.length === 0 }
}
