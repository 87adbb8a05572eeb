import type { Path } from './place.ts'
import type { Bindings } from './selector.ts'

/** A pattern over paths from the project's root, as users write it. It takes what it matches and all below a folder that it matches. */
export interface PathPattern {
  readonly written: string
  /** Names of its captures, from the left. */
  readonly captures: readonly string[]
  /** Undefined where it does not take the path. `prefix` is the first part of the path that it matches: a folder, or the path itself. */
  match(path: Path): { readonly prefix: Path; readonly bindings: Bindings } | undefined
  /** Every path that it takes starts with one of these; absent where nothing is known of that. */
  readonly heads?: readonly string[]
  /** The same pattern with these captures replaced by their values, literally. */
  bind(bindings: Bindings): PathPattern
}

/** A pattern over names: of modules, tags, packages, variables. */
export interface NamePattern {
  readonly written: string
  readonly captures: readonly string[]
  match(name: string): Bindings | undefined
  bind(bindings: Bindings): NamePattern
}
