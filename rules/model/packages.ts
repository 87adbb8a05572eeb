import type { DependencyList } from './manifest.ts'
import type { Path } from './place.ts'

/** What selectors ask of a package, as a file that imports it sees it. Told when asked: it costs a reading of manifests and lock files. */
export interface Packages {
  /** The lists of the nearest manifest that name it; undefined where there is no manifest, or it cannot be read. */
  lists(name: string, importer: Path): readonly DependencyList[] | undefined
  /** As the package says it, an SPDX expression by rights; undefined where it is not installed, or says none. */
  license(name: string, importer: Path): string | undefined
  /** Why nobody should use it any more; '' where it is said without a word, undefined where it is not said. */
  deprecation(name: string, importer: Path): string | undefined
}

/** Where nothing is known of any. */
export const noPackages: Packages = { lists: () => undefined, license: () => undefined, deprecation: () => undefined }
