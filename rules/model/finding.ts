import type { Address } from './link.ts'
import type { Path, Place, Span } from './place.ts'

export type Severity = 'error' | 'warning' | 'info'
export type Level = Severity | 'off'

/** A line that says so: in the configuration, or in the code. */
export interface Because {
  readonly at: Place
  readonly note: string
}

/** An offer. `session.edits(fix)` computes the edits when someone takes it; a check never does. */
export interface Fix {
  readonly id: string
  /** Imperative, the object first: "Import charge from billing's api". */
  readonly title: string
  /** A safe fix leaves no finding of its rule and a file that parses. */
  readonly safety: 'safe' | 'review'
  /** Name of the rewrite that makes the edits. */
  readonly rewrite: string
  readonly arguments: Readonly<Record<string, string | number>>
}

export interface Breaker {
  readonly from: Path
  readonly to: Path
  readonly imports: number
}

/** The code breaks a rule. What a rule yields; check/ judges it. */
export interface Finding {
  readonly rule: string
  /** Id of the entry of the configuration that says so. */
  readonly entry?: string
  /** The entry's own severity; absent: that of the check. */
  readonly severity?: Severity
  readonly at: Place
  /** Of the import, for ignore comments; as `at` for a whole file. */
  readonly statement: Span
  /** Where the import leads that is wrong; absent where there is no end. People read it as `atom(target)`. */
  readonly target?: Address
  /** One clause, at most 100 characters, no full stop: what is wrong. */
  readonly message: string
  /** Why, and what else: a line each, for people. "instead: …", "locks in: …". */
  readonly help: readonly string[]
  readonly because: readonly Because[]
  /** Files between, in order; of a cycle between modules, modules. */
  readonly via: readonly Path[]
  readonly breakers?: readonly Breaker[]
  /** No set of fewer edges breaks the group, and none of as many for fewer imports. Beside `breakers`. */
  readonly breakersProven?: boolean
  /** The imports along a cycle, from the one that the finding stands at: the editor repeats it at the others. */
  readonly circle?: readonly Place[]
  /** Survives moved lines, and renames of files within their module. Findings may share it. */
  readonly key: string
  readonly fixes: readonly Fix[]
}

/** 'known' is in the baseline; 'allowed' by an exception or a comment. */
export type Status = 'new' | 'known' | 'allowed'

export interface JudgedFinding extends Finding {
  readonly severity: Severity
  readonly status: Status
}
