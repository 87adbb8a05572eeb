import type { PackageCondition } from './package-condition.ts'
import type { PathPattern, NamePattern } from './pattern.ts'
import type { Place } from './place.ts'

/** What captures stand for: `{domain}` is 'pay'. */
export type Bindings = Readonly<Record<string, string>>

/** The classes of ends. A `not` picks the rest of the classes that it names; `only` judges the classes that its selector names. */
export type EndClass = 'file' | 'package' | 'builtin' | 'env' | 'state' | 'unresolved'

/** Ends of imports that an entry of the configuration picks. The tree of what was written. */
export type Selector =
  | { readonly kind: 'any'; readonly of: readonly Selector[] }
  | { readonly kind: 'all'; readonly of: readonly Selector[] }
  | { readonly kind: 'not'; readonly of: Selector }
  | Atom

export type Atom = { readonly at: Place } & (
  /** `*`: any file. */
  | { readonly kind: 'every' }
  /** A bare name, `layer:n` or `module:n`: files of the layers and modules so named. */
  | { readonly kind: 'group'; readonly sort: 'layer' | 'module' | 'either'; readonly name: NamePattern }
  | { readonly kind: 'tag'; readonly name: NamePattern }
  | { readonly kind: 'path'; readonly pattern: PathPattern }
  /** `store:write`: files inside a module, from its folder. */
  | { readonly kind: 'inside'; readonly module: NamePattern; readonly pattern: PathPattern }
  /** A package and what lies below, where all the conditions hold. */
  | { readonly kind: 'package'; readonly name: NamePattern; readonly conditions?: readonly PackageCondition[] }
  | { readonly kind: 'builtin'; readonly name: NamePattern }
  | { readonly kind: 'vendor'; readonly vendor: NamePattern; readonly service?: NamePattern }
  /** Packages of vendors that offer it. */
  | { readonly kind: 'capability'; readonly name: NamePattern }
  | { readonly kind: 'env'; readonly name: NamePattern }
  | { readonly kind: 'state'; readonly name: NamePattern }
  | { readonly kind: 'unresolved'; readonly specifier: NamePattern }
  /** Files in a folder above, in, or below the importing file's. */
  | { readonly kind: 'folder'; readonly where: 'above' | 'same' | 'below' }
)
