import type { JudgedFinding } from './finding.ts'
import type { Path } from './place.ts'
import type { Note, Problem } from './problem.ts'

export interface Stats {
  /** Sources that were read. */
  readonly files: number
  /** Imports. */
  readonly edges: number
  readonly unresolved: number
  /** Sources in no module. */
  readonly unassigned: number
  /** Test files, which may import what they like. */
  readonly tests: number
}

/** What bulkhead says of a project. Findings sorted by path, place and rule; problems by path and place. */
export interface Report {
  readonly revision: number
  readonly findings: readonly JudgedFinding[]
  readonly problems: readonly Problem[]
  readonly notes: readonly Note[]
  readonly stats: Stats
  /** Absent where there is none. */
  readonly configPath?: Path
  /** False where the configuration or the baseline has problems: the last good one is in force, or nothing is judged. */
  readonly isConfigValid: boolean
  /** Offsets at which lines start, of every file that a finding or a problem points into. */
  readonly lines: ReadonlyMap<Path, readonly number[]>
}
