import type { Packages } from './packages.ts'
import type { Path } from './place.ts'

/** A workspace package: local code that others import by name. */
export interface Workspace {
  readonly name: string
  /** '' for the root package. */
  readonly folder: Path
  /** The source files that the manifest's `exports` lead to; absent where it has none. Sorted. */
  readonly exports?: readonly Path[]
  /** Names in dependencies, devDependencies, peerDependencies and optionalDependencies. */
  readonly declared: readonly string[]
}

/** What the project consists of, as far as the configuration needs to know. */
export interface Layout {
  /** All listed files, sources or not, sorted; include and ignore not yet applied. */
  readonly files: readonly Path[]
  readonly workspaces: readonly Workspace[]
  /** Absent where there is nothing to read. */
  readonly packages?: Packages
}
