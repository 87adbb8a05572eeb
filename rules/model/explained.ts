import type { Because } from './finding.ts'
import type { Path, Place } from './place.ts'
import type { Module } from './policy.ts'

/** What holds for a file. */
export interface FileExplained {
  readonly path: Path
  readonly module?: Module
  readonly layers: readonly { readonly name: string; readonly at: Place }[]
  readonly tags: readonly string[]
  readonly isTest: boolean
  /** Others may import this file. */
  readonly isOpen: boolean
  /** Entries whose subject takes the file. */
  readonly entries: readonly EntryExplained[]
  readonly imports: number
  readonly importedBy: readonly Path[]
}

/** What an entry of the configuration demands. */
export interface EntryExplained {
  readonly id: string
  readonly says: string
  readonly why?: string
  readonly at: Place
}

/** Whether one end may use another. */
export interface EndsExplained {
  readonly from: string
  readonly to: string
  /** Both are the same: nobody asks leave of himself. */
  readonly isSelf: boolean
  /** What would be said of an import from one to the other; empty: it is allowed. */
  readonly against: readonly { readonly rule: string; readonly entry?: string; readonly message: string; readonly because: readonly Because[]; readonly help: readonly string[] }[]
  /** The shortest way there is: files, and what is no file last; absent where there is none. */
  readonly way?: readonly string[]
  /** How many files import what is no file, by whatever name. */
  readonly importers?: number
}
