import type { AskedMentions, Kinds } from './facts.ts'
import type { Level, Severity } from './finding.ts'
import type { Written } from './link.ts'
import type { Packages } from './packages.ts'
import type { NamePattern, PathPattern } from './pattern.ts'
import type { Path, Place } from './place.ts'
import type { Bindings, EndClass, Selector } from './selector.ts'
import type { VendorCatalog } from './vendor.ts'

/** A module as it stands in the project: a pattern with captures makes many of these. */
export interface Module {
  readonly name: string
  readonly bindings: Bindings
  readonly layer?: string
  /** Those written, and one for each capture ('domain:pay'). */
  readonly tags: readonly string[]
  readonly owner?: string
  readonly why?: string
  readonly mode: 'checked' | 'common' | 'open'
  /** What others may import; 'open' for all of it. */
  readonly api: 'open' | Api
  /** The entry in the configuration; of a layer's folder that stands as a module, the layer's. */
  readonly at: Place
}

/** What a module opens to others, in one way or several: what one of them permits is permitted. */
export interface Api {
  readonly ways: readonly ApiWay[]
  /** What files further down say of the module, too: what is open has to be open by each. */
  readonly also?: readonly Api[]
  readonly at: Place
  readonly written: string
}

/** Files that are open: to everybody, or to some; by every name, or by some. */
export interface ApiWay {
  readonly exposes: (path: Path) => boolean
  /** Absent: everybody. */
  readonly to?: Selector
  /** Absent: every name. */
  readonly names?: readonly NamePattern[]
  readonly at: Place
  readonly written: string
}

export interface Layer {
  readonly name: string
  readonly siblings: 'free' | 'forbid' | 'api'
  readonly closed: boolean
  /** 0 is the highest. Layers at one height may not use each other. */
  readonly height: number
  readonly at: Place
}

/** A list of layers, highest first, within a folder and without a say outside it. */
export interface Stack {
  readonly folder: Path
  readonly layers: readonly Layer[]
  /** Which imports count. */
  readonly kinds: Kinds
  /** Where it is said that chains of files in no layer of this stack count, too; absent: they do not. */
  readonly reach?: Place
  layerOf(path: Path): Layer | undefined
  /** Which part of its layer a file is in: a module's name, else a folder; undefined for files directly in the layer. */
  partOf(path: Path): string | undefined
}

/** An entry under `rules`, or a module's `uses`, `usedBy` or `packages`. */
export interface Entry {
  /** The rule's id, or NAME.uses, NAME.usedBy, NAME.packages. */
  readonly id: string
  /** Which end of an import the subject is. */
  readonly subjectSide: 'from' | 'to'
  readonly subject: Selector
  readonly verb: 'forbid' | 'only' | 'require'
  readonly object: Selector
  /** Of `only`: the classes of ends that it judges. */
  readonly classes: ReadonlySet<EndClass>
  /** A `forbid` whose both sides name files (`path:`, `re:`, `store:x`, `*`, tags of these): judges imports inside one module too. */
  readonly judgesInside: boolean
  /** The subject names no module, layer, or tag of them: its own is also what it takes with the same captures. */
  readonly ownByCaptures: boolean
  /** Which imports count; all but jsdoc, url and call where nothing was said. */
  readonly kinds: Kinds
  /** Only imports of a name that one of these takes; of a chain, its last. Absent: all. */
  readonly names?: readonly NamePattern[]
  /** Only imports that are written so; of a chain, its last. Absent: all. */
  readonly written?: ReadonlySet<Written>
  /** Chains of imports count, too. */
  readonly reach: boolean
  /** What every file inside a chain has to be. Absent: any. */
  readonly via?: Selector
  /** Of `require`: how many. */
  readonly count: Count
  /** Of `require`: asks each module and not each file, and counts modules. */
  readonly eachModule: boolean
  /** Absent where the entry does not say: then that of the check. */
  readonly severity?: Level
  readonly why?: string
  readonly owner?: string
  readonly at: Place
}

/** No fewer, and no more. */
export interface Count {
  readonly least: number
  readonly most: number
}

export const someAtLeast: Count = { least: 1, most: Infinity }

export interface CycleCheck {
  /** Of folders: those that stand side by side, each with all below it. */
  readonly level: 'file' | 'folder' | 'module'
  readonly kinds: Kinds
  /** Only cycles whose imports all lead from one of these files to another. */
  readonly every?: Selector
  /** Only groups with a member in it. */
  readonly some?: Selector
  /** As `some`; its captures stand for their values in `every` and `some`. */
  readonly from?: Selector
  /** Absent where it does not say: then that of the check. */
  readonly severity?: Severity
  readonly why?: string
  readonly at: Place
}

export interface CheckSetting {
  readonly level: Level
  /** The files judged; absent: all. */
  readonly in?: Selector
  readonly options: CheckOptions
  /** Files of which more is asked. */
  readonly stricter?: readonly { readonly level: Level; readonly in: Selector }[]
  /** Absent where nobody wrote it. */
  readonly at?: Place
}

/** What else can be said of checks, each of its own: absent where nobody said it, and then the check knows what holds. */
export interface CheckOptions {
  /** Of `undeclared`: the files that may import dev packages. */
  readonly dev?: Selector
  /** Of `self-import`: how an import of another module is written. */
  readonly style?: 'alias' | 'relative' | 'either'
  /** Of `orphans`. */
  readonly means?: 'unreached' | 'unused' | 'alone'
  /** Of `orphans`: files that are there for somebody outside. */
  readonly entries?: readonly PathPattern[]
  /** Of `stability`: what is compared. */
  readonly level?: 'module' | 'folder' | 'file'
}

export interface VendorPolicy {
  /**
   * Where a vendor's package may be held. Undefined: not judged (`allow` is absent). `by` finds the first entry that fits,
   * in the order vendor:service, capability:c, vendor, "*"; none: nowhere.
   */
  readonly allow?: { readonly by: (vendor: string, service: string | undefined, capability: string) => { readonly where: Selector; readonly written: string; readonly at: Place } | undefined; readonly at: Place }
  readonly levels: Readonly<Record<'proprietary-api' | 'depends-on-call' | 'vendor-hosted-open-protocol' | 'portable', Level>>
  readonly at: Place
}

export interface Exception {
  /** Ids of checks or entries. */
  readonly rules: readonly string[]
  readonly from?: Selector
  readonly to?: Selector
  readonly why: string
  readonly owner?: string
  /** 'YYYY-MM-DD': in force on that day, not after it. 'never': always. */
  readonly until: string
  /** A base says so, for many projects: here it may cover nothing. */
  readonly isInherited: boolean
  readonly at: Place
}

/** So many of what a selector picks, and no more. */
export interface Budget {
  /** 'vendor:aws.files' */
  readonly written: string
  readonly selector: Selector
  readonly of: 'files' | 'imports' | 'findings' | 'known'
  readonly most: number
  readonly at: Place
}

/**
 * The configuration, compiled for the files of a project. Answers are by path, for any path: one that does not exist is
 * answered as it would be if it did.
 */
export interface Policy {
  /** Whether a person wrote a configuration. Without one nothing is above warning. */
  readonly written: boolean
  readonly modules: readonly Module[]
  readonly stacks: readonly Stack[]
  readonly entries: readonly Entry[]
  readonly cycles: readonly CycleCheck[]
  readonly checks: ReadonlyMap<string, CheckSetting>
  /** Absent without a `vendors` block: SDKs are counted, as information. */
  readonly vendors?: VendorPolicy
  readonly exceptions: readonly Exception[]
  readonly budgets: readonly Budget[]
  /** Prohibitions see the file that defines a symbol; 'stop': only the one that the import names. */
  readonly reexports: 'follow' | 'stop'
  /** Which imports apis judge, and what a stack or an entry counts that does not say. */
  readonly kinds: Kinds
  /** Absent where nothing counts them. */
  readonly mentions?: AskedMentions
  /** Some selector asks for environment variables. */
  readonly asksEnv: boolean
  /** Some selector asks for module state. */
  readonly asksState: boolean
  /** In `include`, not in `ignore`, and in no project of its own further down. */
  isIncluded(path: Path): boolean
  /** The patterns of `isVirtual` that this project writes itself, each with where it stands: 'bulkhead.yaml:3'. */
  readonly virtual: readonly { readonly written: string; readonly spokenAt: string; takes(specifier: string): boolean }[]
  /** The build provides it: judged by nobody. */
  isVirtual(specifier: string): boolean
  moduleOf(path: Path): Module | undefined
  /** The folder from which the patterns of its module's api, and of `store:write`, start. */
  folderOf(path: Path): Path | undefined
  /** Of the file: its own, its module's, `layer:x` of each stack. */
  tagsOf(path: Path): ReadonlySet<string>
  isTest(path: Path): boolean
  /** Which package is whose: what the configuration says of that, and the catalog. */
  readonly catalog: VendorCatalog
  /** What selectors ask of packages. */
  readonly packages: Packages
}
