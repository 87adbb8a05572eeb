import type { Edit } from '../../rules/model/edit.ts'
import type { Fix } from '../../rules/model/finding.ts'
import type { Path } from '../../rules/model/place.ts'
import type { Problem } from '../../rules/model/problem.ts'
import { rewriteOf } from '../../rules/index.ts'
import { codeIn } from '../engine/index.ts'

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
  /** The nearest package.json above a file. */
  manifestOf(path: Path): Path | undefined
  /** How many files besides this one import a package. */
  othersImporting(name: string, path: Path): number
  manifestsDeclaring(name: string): readonly Path[]
  read(path: Path): string | undefined
}

/** Loads the rewrite that a fix names, and asks it for the edits. An exception that someone takes from an offer has no end until they give it one. */
export async function editsOf(fix: Fix, taken: Taken, surroundings: Surroundings): Promise<Rewritten> {
  const rewrite = await rewriteOf(fix.rewrite)
  const path = String(fix.arguments['path'])
  const text = surroundings.read(path)
  if (rewrite === undefined) throw new Error(`no rewrite '${fix.rewrite}'`)
  if (text === undefined) return { edits: [], problems: [{ kind: 'no-file', message: `${path} is no longer there` }] }
  const { configPath, today, read, manifestsDeclaring } = surroundings
  return rewrite.run({ path, text, code: codeIn(path, text), arguments: { config: configPath, until: 'never', ...aboutPackage(fix, path, surroundings), ...fix.arguments }, read, manifestsDeclaring, today, ...taken })
}

/** Who replaces a package changes the manifest, too, and removes it there where nobody else imports it. */
function aboutPackage(fix: Fix, path: Path, { manifestOf, othersImporting }: Surroundings): Record<string, string | number> {
  const name = fix.arguments['package']
  const manifest = manifestOf(path)
  return typeof name === 'string' && manifest !== undefined ? { manifest, others: othersImporting(name, path) } : {}
}
