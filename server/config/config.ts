import type { Glob } from '../../rules/model/glob.ts'
import type { Kinds } from '../../rules/model/facts.ts'
import type { Level } from '../../rules/model/finding.ts'
import type { NamePattern, PathPattern } from '../../rules/model/pattern.ts'
import type { Path, Place } from '../../rules/model/place.ts'
import type { Budget, CheckOptions, CycleCheck, Entry, Exception, VendorPolicy } from '../../rules/model/policy.ts'
import type { Selector } from '../../rules/model/selector.ts'
import type { LockIn } from '../../rules/model/vendor.ts'

/** A configuration as it was written: every pattern and selector read, nothing yet asked of the project. Everything keeps its place. */
export interface Config {
  readonly path: Path
  /** Offsets at which lines start, of this file and of those that it extends. */
  readonly lines: ReadonlyMap<Path, readonly number[]>
  /** The files that it extends, and those that these do. */
  readonly bases: ReadonlySet<Path>
  readonly include: readonly Placed<PathPattern>[]
  readonly ignore: readonly Placed<PathPattern>[]
  readonly virtual: readonly Placed<NamePattern>[]
  readonly reexports: 'follow' | 'stop'
  /** What an entry counts that does not say. */
  readonly kinds: Kinds
  /** Functions whose first argument names a file, for the kind 'call'. */
  readonly calls: readonly string[]
  readonly stacks: readonly StackConfig[]
  readonly modules: readonly ModuleConfig[]
  readonly tags: readonly TagConfig[]
  readonly rules: readonly RuleConfig[]
  readonly cycles: readonly CycleCheck[]
  readonly checks: readonly CheckConfig[]
  readonly vendors?: VendorsConfig
  readonly exceptions: readonly ExceptionConfig[]
  readonly budgets: readonly Budget[]
  /** Files further down that say `inherit: true`. Their rules, stacks and cycles stand among those above. */
  readonly heirs: readonly HeirConfig[]
}

/** What a file further down says of its folder, which is a module where the outer configuration has none there. */
export interface HeirConfig {
  readonly path: Path
  readonly folder: Path
  /** Named by its path where the file does not say. */
  readonly module: ModuleConfig
  /** Where the file says its name. */
  readonly named?: Place
  readonly tagsAt?: Place
  readonly checks: readonly CheckConfig[]
  readonly at: Place
}

export interface Placed<T> {
  readonly value: T
  readonly at: Place
}

/** A list of layers: in each folder that a pattern takes. */
export interface StackConfig {
  readonly folders: Glob
  /** The folder from which the pattern starts. */
  readonly within: Path
  /** Highest first. */
  readonly layers: readonly LayerConfig[]
  readonly kinds: Kinds
  /** Where it says `reach: true`. */
  readonly reach?: Place
  readonly at: Place
}

/** Of all stacks. */
export function layersIn({ stacks }: Pick<Config, 'stacks'>): readonly LayerConfig[] {
  return stacks.flatMap(({ layers }) => layers)
}

export interface LayerConfig {
  readonly name: string
  /** 0 is the highest; those of an inner list stand at one height. */
  readonly height: number
  /** Absent: the folders of that name. */
  readonly files?: readonly Placed<Glob>[]
  readonly siblings: 'free' | 'forbid' | 'api'
  readonly closed: boolean
  readonly optional: boolean
  readonly at: Place
}

export interface ModuleConfig {
  /** With its captures, as written. */
  readonly name: string
  readonly template: Glob
  readonly at: Place
  readonly files: readonly FilesConfig[]
  readonly layer?: Placed<string>
  readonly tags: readonly string[]
  readonly owner?: string
  readonly why?: string
  readonly uses?: Placed<Selector | 'manifest'>
  readonly usedBy?: Placed<Selector>
  readonly packages?: Placed<Selector>
  readonly api?: ApiConfig
  readonly mode: 'checked' | 'common' | 'open'
  readonly optional: boolean
}

export type FilesConfig =
  | { readonly kind: 'glob'; readonly glob: Glob; readonly written: string; readonly at: Place }
  | { readonly kind: 'workspace'; readonly name: NamePattern; readonly written: string; readonly at: Place }

export type ApiConfig =
  | { readonly kind: 'index' | 'exports' | 'open'; readonly at: Place }
  | { readonly kind: 'list'; readonly entries: readonly ApiEntryConfig[]; readonly at: Place }

/** A pattern alone is one that says nothing of whom and by which names. */
export interface ApiEntryConfig {
  readonly files: readonly Placed<PathPattern>[]
  readonly to?: Selector
  readonly names?: readonly Placed<NamePattern>[]
  readonly at: Place
}

export interface TagConfig {
  readonly name: string
  readonly selector: Selector
  readonly at: Place
}

/** An entry as it stands there: what it means for names of modules and tags is told where these are known. */
export interface RuleConfig extends Omit<Entry, 'classes' | 'judgesInside' | 'ownByCaptures' | 'eachModule'> {
  readonly optional: boolean
  /** Of an heir: the subject as it says it. `subject` is that, cut to its folder. */
  readonly uncut?: Selector
}

export type ExceptionConfig = Omit<Exception, 'isInherited'>

export interface CheckConfig {
  readonly id: string
  readonly level?: Level
  readonly in?: Selector
  readonly options: Omit<CheckOptions, 'entries'> & { readonly entries?: readonly Placed<PathPattern>[] }
  /** Of each option that is said. */
  readonly optionsAt: ReadonlyMap<string, Place>
  readonly at: Place
}

export interface VendorsConfig {
  readonly allow?: { readonly at: Place; readonly entries: readonly AllowConfig[] }
  readonly levels: VendorPolicy['levels']
  readonly portable: readonly PortableConfig[]
  readonly custom: readonly CustomVendorConfig[]
  readonly at: Place
}

/** What is taken for portable. */
export type PortableConfig = { readonly at: Place } & (
  | { readonly kind: 'vendor'; readonly vendor: string; readonly service?: string }
  | { readonly kind: 'package'; readonly name: NamePattern }
)

/** Packages of a vendor that the catalog does not know, or that it knows otherwise. */
export interface CustomVendorConfig {
  readonly vendor: string
  readonly packages: readonly Placed<NamePattern>[]
  readonly capability: string
  readonly level: LockIn
  readonly instead: readonly string[]
  /** As a sentence. */
  readonly why?: string
  readonly at: Place
  readonly capabilityAt: Place
}

/** `key` is what stands in the map, '*' for a selector without one. */
export interface AllowConfig {
  readonly key: string
  readonly where: Selector
  readonly at: Place
}
