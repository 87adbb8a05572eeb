import assert from 'node:assert/strict'
import { rewriteOf } from '../../rules/codemods/index.ts'
import type { RewriteInput, Rewritten } from '../../rules/model/rewrite.ts'
import { apply } from '../../server/engine/edit/apply.ts'

export interface Outcome {
  /** Of every file after the edits. */
  readonly texts: ReadonlyMap<string, string | undefined>
  readonly problems: readonly string[]
}

/** What a project's files are after a fix was taken in one of them. */
export async function take(id: string, path: string, files: Readonly<Record<string, string>>, options: Partial<Pick<RewriteInput, 'arguments' | 'reason'>> = {}): Promise<Outcome> {
  const { edits, problems } = await rewritten(id, path, files, options)
  const before = new Map(Object.entries(files))
  const applied = apply(before, edits)
  if (applied.kind === 'problem') assert.fail(applied.problem.message)
  return { texts: new Map([...before, ...applied.texts]), problems: problems.map(({ kind, message }) => `${kind}: ${message}`) }
}

async function rewritten(id: string, path: string, files: Readonly<Record<string, string>>, options: Partial<Pick<RewriteInput, 'arguments' | 'reason'>>): Promise<Rewritten> {
  const rewrite = await rewriteOf(id)
  assert.ok(rewrite, `a rewrite called ${id}`)
  return rewrite.run({ path, text: files[path] ?? '', arguments: {}, read: (other) => files[other], manifestsDeclaring: (name) => Object.keys(files).filter((other) => other.endsWith('package.json') && files[other]?.includes(`"${name}":`)), today: '2026-03-01', ...options })
}

/** The span of the first occurrence, as arguments. */
export function spanOf(text: string, part: string): { readonly start: number; readonly end: number } {
  const start = text.indexOf(part)
  assert.notEqual(start, -1, `${part} in ${text}`)
  return { start, end: start + part.length }
}
