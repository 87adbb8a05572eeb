import { existsSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { copyOf } from '../real/copy.ts'
import type { RealPackage } from '../real/packages.ts'

/** What is measured: a folder, and what each tool has to be told of it. */
export interface BenchProject {
  readonly name: string
  /** Absolute. */
  readonly root: string
  /** The same tree, where it may be written to. Absolute. */
  readonly writable: string
  /** Folders with sources, from the root. */
  readonly sources: readonly string[]
  /** From the root; absent where there is none at the root. */
  readonly tsconfig?: string
}

/** A published package as its authors have it. */
export function packageProject(real: RealPackage): BenchProject {
  const root = copyOf(real)
  return { name: real.name, root, writable: root, sources: real.sources, tsconfig: real.tsconfig }
}

/** `sources`: files that lie in it, from the root. */
export function folderProject(root: string, writable: string, sources: readonly string[]): BenchProject {
  const folders = new Set(sources.map((path) => path.split('/')[0] ?? ''))
  const hasTsconfig = existsSync(join(root, 'tsconfig.json'))
  return {
    name: basename(root), root, writable,
    sources: readdirSync(root).filter((entry) => folders.has(entry)).sort(),
    ...(hasTsconfig && { tsconfig: 'tsconfig.json' }),
  }
}
