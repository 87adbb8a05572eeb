import type { ImportKind } from './facts.ts'
import type { Because, JudgedFinding, Severity } from './finding.ts'
import type { Written } from './link.ts'
import type { Path, Place } from './place.ts'
import type { Module } from './policy.ts'

/** What holds for a file. */
export interface FileExplained extends Standing {
  readonly path: Path
  readonly isTest: boolean
  /** Some others may import this file, as far as its module's api says. */
  readonly isOpen: boolean
  readonly imports: number
  readonly importedBy: readonly Path[]
}

/** What holds for files that have a name together: a module, a layer, a tag, a folder, or whatever a selector takes. */
export interface PartExplained extends Standing {
  readonly sort: PartSort
  readonly name: string
  /** What else the name could have meant. */
  readonly note?: string
  readonly files: readonly Path[]
  /** Of a module: those of its files that its api opens. Absent where all are open. */
  readonly open?: readonly Path[]
  /** Of others: the modules that they are in. */
  readonly modules: readonly string[]
  /** With how many imports, the most first: what is imported now, and who imports it. */
  readonly uses: readonly Counted[]
  readonly usedBy: readonly Counted[]
}

/** A file may be a part, too, where it is one of two ends. */
export type PartSort = 'module' | 'layer' | 'tag' | 'folder' | 'selector'

export interface Counted {
  readonly name: string
  readonly imports: number
}

/** What holds for one file or for many alike. */
interface Standing {
  readonly module?: Module
  /** What its module opens to others, in one way or several; empty where all of it is open. */
  readonly api: readonly Exposure[]
  readonly layers: readonly { readonly name: string; readonly at: Place }[]
  readonly tags: readonly string[]
  /** Entries whose subject takes it, then those whose other side names it. */
  readonly entries: readonly EntryNamed[]
  readonly mayUse: Circle
  readonly mayUsePackages: Circle
  readonly mayBeUsedBy: Circle
  readonly findings: readonly JudgedFinding[]
}

export interface Exposure {
  /** With whom and by which names, where it is not for all. */
  readonly written: string
  readonly at: Place
  /** Absent: to everybody. */
  readonly to?: string
  /** Patterns; absent: by every name. */
  readonly names?: readonly string[]
}

/** Parts of the project (modules, else layers and their parts), or packages that it imports. */
export interface Circle {
  readonly allowed: readonly string[]
  readonly forbidden: readonly { readonly name: string; readonly by: readonly Line[] }[]
}

/** A line of the configuration that says so. */
export interface Line {
  readonly rule: string
  readonly entry?: string
  readonly at?: Place
}

/** What an entry of the configuration demands. */
export interface EntryExplained {
  readonly id: string
  readonly says: string
  readonly why?: string
  readonly owner?: string
  readonly at: Place
}

export interface EntryNamed extends EntryExplained {
  readonly side: 'subject' | 'object'
  /** Of `require`, where it asks these: what they lack now; empty where they lack nothing. */
  readonly lacks?: readonly JudgedFinding[]
}

/** The same, with what it comes to in this project. */
export interface EntryInForce extends EntryExplained {
  readonly severity: Severity | 'off'
  readonly findings: ByStatus
  readonly subject: Taken
  readonly object: Taken
}

/** What one side of an entry takes: files, and ends that are none, as they are imported now. */
export interface Taken {
  readonly written: string
  readonly files: readonly Path[]
  readonly others: readonly string[]
}

export interface ByStatus {
  readonly new: number
  readonly known: number
  readonly allowed: number
}

/** What is outside the project: a package, a builtin, a variable. */
export interface OutsideExplained {
  readonly name: string
  readonly vendor?: string
  readonly importedBy: readonly Path[]
  readonly entries: readonly EntryNamed[]
  readonly mayBeUsedBy: Circle
}

/**
 * 'forbidden' and 'noted' (as information) by what would be found; 'excepted' where exceptions allow all of that; 'partly' where some files may
 * and some may not; 'unjudged' where nobody asks: tests, a project without a configuration; 'self': nobody asks leave of himself.
 */
export type EndsVerdict = 'allowed' | 'forbidden' | 'noted' | 'excepted' | 'partly' | 'unjudged' | 'self'

/** Whether one end may use another. */
export interface EndsExplained {
  readonly from: string
  readonly to: string
  /** What else the names could have meant. */
  readonly notes: readonly string[]
  readonly verdict: EndsVerdict
  /** What would be said of an import from one to the other; empty: it is allowed. */
  readonly against: readonly Objection[]
  /** Where an import is allowed if nobody asks how it is worded: how it must not be. */
  readonly otherWords: readonly OtherWords[]
  /** Of 'partly': how many of how many files that import, and that are imported, may. */
  readonly share?: { readonly importers: Share; readonly imported: Share }
  /** What would be found of imports that are there and lead on from one end to the other: chains that are forbidden. */
  readonly opens: readonly JudgedFinding[]
  /** The imports from one straight to the other that are there, with what is found of them. */
  readonly imports: readonly Hop[]
  /** The shortest way that there is; absent where there is none. */
  readonly way?: readonly Hop[]
  /** The shortest way that nothing forbids, over what may stand between: files, and what is no file last; absent where there is none. */
  readonly allowedWay?: readonly Stop[]
  /** How many files import what is no file, by whatever name. */
  readonly importers?: number
}

/** Imports that a line forbids: those of which all that is said here holds. */
export interface OtherWords {
  readonly kinds?: readonly ImportKind[]
  /** Patterns. */
  readonly names?: readonly string[]
  /** Patterns of those that an api opens: every other name is forbidden. */
  readonly onlyNames?: readonly string[]
  readonly written?: readonly Written[]
  readonly by: Line
}

export interface Objection extends Line {
  readonly severity: Severity
  readonly message: string
  readonly because: readonly Because[]
  readonly help: readonly string[]
  /** Chains of imports count, too. */
  readonly reach: boolean
  /** The import itself is allowed, and not what it leads on to: the files between, then the end. */
  readonly chain?: readonly string[]
  /** The exceptions that allow it. */
  readonly exceptions: readonly Because[]
  /** Findings of the imports that are there. */
  readonly now: ByStatus
}

export interface Share {
  readonly may: number
  readonly of: number
  /** Some that may, if some may not. */
  readonly examples: readonly Path[]
}

export interface Hop {
  readonly from: Path
  readonly to: string
  /** Of the specifier. */
  readonly at: Place
  readonly findings: readonly JudgedFinding[]
}

export interface Stop {
  /** A file, or what is none. */
  readonly name: string
  readonly module?: string
  /** This very file is meant, and not any of its module: others may import it alone. */
  readonly isDoor: boolean
}
