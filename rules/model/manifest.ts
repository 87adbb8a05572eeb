import type { Path } from './place.ts'

/** Where a package.json may name another package. */
export type DependencyList = 'dependencies' | 'devDependencies' | 'peerDependencies' | 'optionalDependencies'

/** What a package.json says of its package, as far as rules ask. */
export interface PackageManifest {
  readonly path: Path
  readonly folder: Path
  readonly name?: string
  /** Private, and the root of a workspace: its own files are the workspace's tools. */
  readonly shipsNothing: boolean
  /** Whether a file of the package, from the root, is published by `files`; absent where the manifest has none, and all is. */
  readonly isPublished?: (path: Path) => boolean
  /** Every package that it declares, with the lists that do. */
  readonly lists: ReadonlyMap<string, readonly DependencyList[]>
  /** Keys of `engines`: a program that runs the package may provide a module of its own name, as `vscode` does. */
  readonly engines: readonly string[]
}
