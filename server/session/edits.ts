import type { Edit } from '../../rules/model/edit.ts'
import type { Fix } from '../../rules/model/finding.ts'
import type { Path } from '../../rules/model/place.ts'
import type { Problem } from '../../rules/model/problem.ts'
import { rewriteOf } from '../../rules/index.ts'

/** What the person who takes a fix adds to it. */
export interface Taken {
  readonly reason?: string
}

export interface Rewritten {
  readonly edits: readonly Edit[]
  readonly problems: readonly Problem[]
}

/** What a rewrite must know that no rule does. */
export interface Surroundings {
  readonly configPath: Path
  readonly today: string
  read(path: Path): string | undefined
}

/** Loads the rewrite that a fix names, and asks it for the edits. An exception that someone takes from an offer has no end until they give it one. */
export async function editsOf(fix: Fix, taken: Taken, { configPath, today, read }: Surroundings): Promise<Rewritten> {
  const rewrite = await rewriteOf(fix.rewrite)
  const path = String(fix.arguments['path'])
  const text = read(path)
  if (rewrite === undefined) throw new Error(`no rewrite '${fix.rewrite}'`)
  if (text === undefined) return { edits: [], problems: [{ kind: 'no-file', message: `${path} is no longer there` }] }
  return rewrite.run({ path, text, arguments: { config: configPath, until: 'never', ...fix.arguments }, read, today, ...taken })
}
