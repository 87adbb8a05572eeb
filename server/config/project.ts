import type { Layout } from '../../rules/model/layout.ts'
import type { Level } from '../../rules/model/finding.ts'
import type { Path, Place } from '../../rules/model/place.ts'
import { positionAt } from '../../rules/model/lines.ts'
import type { TakeContext } from '../../rules/model/take.ts'
import type { VendorCatalog } from '../../rules/model/vendor.ts'
import type { Config, TagConfig } from './config.ts'
import type { Homes } from './homes.ts'
import type { Household } from './households.ts'

/** What is known besides the configuration: whose packages are whose, and which checks there are. */
export interface Knowledge {
  readonly vendors: VendorCatalog
  readonly checks: readonly { readonly id: string; readonly level: Level }[]
}

/** A configuration against the files of its project: what the parts of compile ask. */
export interface Project {
  readonly config: Config
  readonly layout: Layout
  readonly knowledge: Knowledge
  readonly homes: Homes
  readonly tags: readonly TagConfig[]
  /** The files judged; sorted. */
  readonly files: readonly Path[]
  readonly households: readonly Household[]
  readonly context: TakeContext
}

/** 'bulkhead.yaml:7' */
export function spokenPlace(config: Config, at: Place): string {
  return `${at.path}:${positionAt(config.lines, at.span.start).line0 + 1}`
}
