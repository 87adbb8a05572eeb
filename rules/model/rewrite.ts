import type { Edit } from './edit.ts'
import type { Fix } from './finding.ts'
import type { Path, Span } from './place.ts'
import type { Problem } from './problem.ts'

/** A file as a parser takes it: the path says the language, and what is no code is blank, so that all places are those of the file. */
export interface Code {
  readonly path: Path
  readonly text: string
  /** Where the file is code. */
  readonly scripts: readonly Span[]
}

export interface RewriteInput {
  /** The file in which the finding stands. */
  readonly path: Path
  readonly text: string
  /** Absent where the file is code from end to end. */
  readonly code?: Code
  /** As the fix gave them. */
  readonly arguments: Fix['arguments']
  /** The text of another file of the project as it is now; undefined where there is none. */
  readonly read: (path: Path) => string | undefined
  /** The manifests of the workspace that declare a package, the root's first. */
  readonly manifestsDeclaring: (name: string) => readonly Path[]
  /** What the person who took the fix gave as a reason, where the rewrite asks for one. */
  readonly reason?: string
  /** 'YYYY-MM-DD' */
  readonly today: string
}

/**
 * Edits against the texts as they were handed in; none where nothing could be done, and then a problem says why.
 * A problem beside edits is something that was left as it was, or differs afterwards: it is said in a comment in the new text, too.
 */
export interface Rewritten {
  readonly edits: readonly Edit[]
  readonly problems: readonly Problem[]
}

/** (a file's text, arguments) → edits. Pure. Applied to its own result it changes nothing. */
export interface Rewrite {
  readonly id: string
  run(input: RewriteInput): Promise<Rewritten>
}
