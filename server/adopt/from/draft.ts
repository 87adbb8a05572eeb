// A configuration on its way into bulkhead.yaml: what is said, and what could not be, each with a name that its reader knows.

import type { Finding } from '../../../rules/model/finding.ts'

export type Yaml = string | number | boolean | readonly Yaml[] | { readonly [key: string]: Yaml | undefined }

/** Sections in the order in which they are written. */
export const sections = ['version', 'include', 'ignore', 'imports', 'tags', 'layers', 'modules', 'rules', 'cycles', 'checks', 'exceptions', 'budgets', 'vendors'] as const
export type Section = typeof sections[number]

/** One line of the new configuration. */
export interface Entry {
  readonly section: Section
  /** What it was in the other configuration: a rule's name. */
  readonly what: string
  /** Of a section that is a map. */
  readonly key?: string
  readonly value: Yaml
  /** Said above it. */
  readonly remark?: string
  /** Says how the whole is meant, and translates no rule: it is not counted. */
  readonly isSetting?: true
}

export interface Unsaid {
  /** The rule, and the attribute where it is not all of it. */
  readonly what: string
  /** A clause. */
  readonly reason: string
  /** What would say it, had this version the words. */
  readonly meant?: Entry
  /** The section in which its comment stands. */
  readonly section?: Section
}

export interface Draft {
  /** Comments at the top, a line each. */
  readonly opening: readonly string[]
  readonly entries: readonly Entry[]
  readonly unsaid: readonly Unsaid[]
  /** Findings that the other tool was told to pass over; absent: none. */
  readonly isKnown?: (finding: Finding) => boolean
}

export interface Translation {
  /** Of bulkhead.yaml. */
  readonly text: string
  /** Rules of the other configuration that are said in full or in part. */
  readonly carried: number
  readonly unsaid: readonly Unsaid[]
  readonly isKnown?: (finding: Finding) => boolean
}
