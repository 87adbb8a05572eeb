import { type Difference, differences } from './compare.ts'
import { ourImports } from './our-imports.ts'
import type { ReadImport } from './imports.ts'
import { typescriptImports } from './typescript-imports.ts'

/** What bulkhead reads in a project's sources, beside what TypeScript does. */
export interface Reading {
  readonly files: number
  /** As TypeScript counts them. */
  readonly imports: number
  /** Those that lead to files or to packages that a manifest declares. */
  readonly leading: number
  readonly unresolved: readonly ReadImport[]
  readonly differences: readonly Difference[]
}

export function readingOf(root: string): Reading {
  const { byFile, declared } = ourImports(root)
  const theirs = typescriptImports(root, [...byFile.keys()])
  const all = [...byFile.values()].flat()
  return {
    files: byFile.size,
    imports: [...theirs.values()].reduce((sum, { length }) => sum + length, 0),
    leading: all.filter(({ to }) => to.kind === 'file' || (to.kind === 'package' && declared.has(to.name))).length,
    unresolved: all.filter(({ to }) => to.kind === 'unknown'),
    differences: [...byFile].flatMap(([path, ours]) => differences(ours, theirs.get(path) ?? [])),
  }
}

/** The reason without its particulars, and how often it was given. */
export function reasonsOf(unresolved: readonly ReadImport[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { to } of unresolved) {
    const reason = to.kind === 'unknown' ? to.reason.replaceAll(/"[^"]*"|\S*[/.]\S*/g, '…') : to.kind
    counts.set(reason, (counts.get(reason) ?? 0) + 1)
  }
  return counts
}
