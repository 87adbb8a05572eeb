import type { Path } from './place.ts'

/** Where an import leads. */
export type Address =
  | { readonly kind: 'file'; readonly path: Path }
  /** `subpath` without a leading slash, '' for the package itself; `path` where it was found, when it was. */
  | { readonly kind: 'package'; readonly name: string; readonly subpath: string; readonly path?: Path }
  /** Without 'node:'. */
  | { readonly kind: 'builtin'; readonly name: string }
  | { readonly kind: 'env'; readonly name: string }
  /** A variable of the importing file itself, which outlives its calls. */
  | { readonly kind: 'state'; readonly name: string }
  /** A path, alias or workspace target that leads to no file. `nearest`: an existing path that looks like it. */
  | { readonly kind: 'unknown'; readonly specifier: string; readonly reason: string; readonly nearest?: Path }
  /** Ignored, gitignored, not included, virtual, or would be if it existed: judged by nobody. */
  | { readonly kind: 'unjudged'; readonly specifier: string }

/** How a specifier is written: by which mechanism it was understood. */
export type Written = 'relative' | 'paths' | 'base-url' | 'subpath' | 'workspace' | 'package'

/** One import, resolved. Parallel to the `imports` of its file's facts. */
export interface Link {
  readonly to: Address
  readonly written: Written
}

/** An address as users write and read it: a path, or an atom such as 'pkg:lodash/fp'. */
export function atom(address: Address): string {
  switch (address.kind) {
    case 'file': return address.path
    case 'package': return `pkg:${packageSpecifier(address)}`
    case 'builtin': return `builtin:${address.name}`
    case 'env': case 'state': return `${address.kind}:${address.name}`
    case 'unknown': case 'unjudged': return `unresolved:${address.specifier}`
  }
}

export function packageSpecifier(address: { readonly name: string; readonly subpath: string }): string {
  return address.subpath === '' ? address.name : `${address.name}/${address.subpath}`
}
