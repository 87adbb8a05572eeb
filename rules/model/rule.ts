import type { Facts, SymbolFacts } from './facts.ts'
import type { Finding, Level } from './finding.ts'
import type { EdgeId, FileId, Graph } from './graph.ts'
import type { Address } from './link.ts'
import type { PackageManifest } from './manifest.ts'
import type { Path } from './place.ts'
import type { CheckOptions, Policy } from './policy.ts'
import type { VendorCatalog } from './vendor.ts'

/** The file, or the package, that defines a name which an import brings in. */
export interface Origin {
  readonly to: Address
  /** The barrels on the way, first the one that was asked; empty where it defines the name itself. */
  readonly via: readonly Path[]
}

/** What a rule is handed. Values, and three questions that are answered when asked, since few files need them. */
export interface Project {
  readonly graph: Graph
  readonly policy: Policy
  readonly vendors: VendorCatalog
  /** Whether a file has imports to read: a style sheet that one imports is in the graph, and has none. */
  isSource(path: Path): boolean
  /** The package that a file lies in, by its manifest; undefined where there is none, or it cannot be read. */
  packageAround(path: Path): PackageManifest | undefined
  /** Where packages are entered from outside, as their manifests say: files, sorted. */
  entries(): readonly Path[]
  /** The specifiers by which a file could import another that are no paths: by a package of the workspace, by an alias. The best one first. */
  names(from: Path, to: Path): readonly string[]
  facts(path: Path): Facts
  /** Costs a parse of that file, once for each content. */
  symbols(path: Path): SymbolFacts
  /** Names that an import brings in, as its target exports them; '*' for a whole namespace. Mostly from its own words, at no cost. */
  importedNames(edge: EdgeId): readonly string[]
  /** Where the names of an import are defined, if that is elsewhere than where it leads. Empty for a namespace import, and with `reexports: stop`. */
  origins(edge: EdgeId): readonly Origin[]
  /** Everything that a barrel, and the barrels behind it, import: its names are defined there or in itself. Empty for a file that hands nothing on. Costs no parse. */
  behind(path: Path): readonly Address[]
  /** Where the names that a barrel hands on are defined. Costs a parse of the barrel and of those behind it. */
  handedOn(path: Path): readonly Origin[]
  /** Where a name that a file exports is defined: in the file itself, or behind it. Undefined where the file exports no such name. */
  origin(path: Path, name: string): Origin | undefined
  /** TypeScript drops this `value` import from the output, because the file uses its names as types only. */
  isElided(edge: EdgeId): boolean
  /** The same where it is told at little cost; undefined where only the file's tree tells. */
  isElidedByItsLooks(edge: EdgeId): boolean | undefined
  /** The file uses the names of this import as types only. Costs the file's whole tree, ten times a parse. */
  isUsedAsTypeOnly(edge: EdgeId): boolean
}

/** One check: a pure function of a project, with its default level and its page (the .md beside it). */
export type Rule = FileRule | ProjectRule

interface Described {
  /** 'boundaries/layers': also the name of its file and of its page. */
  readonly id: string
  /** One line, for lists. */
  readonly title: string
  readonly level: Level
  /** Those that `checks` may give it. */
  readonly options?: readonly (keyof CheckOptions)[]
}

/** Judges the imports of one file at a time: what it says of a file holds until that file changes, or one that hands names on to it. */
export interface FileRule extends Described {
  readonly judges: 'files'
  of(project: Project): FileJudge
  /** What, besides, only all files together show. */
  across?(project: Project): Iterable<Finding>
}

/** The findings in one file, in any order. */
export type FileJudge = (file: FileId) => readonly Finding[]

/** Judges what only all files together show. */
export interface ProjectRule extends Described {
  readonly judges: 'project'
  check(project: Project): Iterable<Finding>
}
