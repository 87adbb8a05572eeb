/** How code says its configuration. */
export interface CodeShape {
  /** The names under which it may be exported, the first that is there, `*` for any map; `default`, if absent. */
  readonly exported?: readonly string[]
  /** Functions and expressions say something, too: they come as `{ function }` and `{ regexp }`. */
  readonly keepsFunctions?: true
  /** Packages that are not loaded for it: by name, the functions that stand for theirs. They come as `{ function: NAME }`. */
  readonly standIns?: Readonly<Record<string, readonly string[]>>
}
