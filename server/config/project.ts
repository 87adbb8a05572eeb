import type { Layout } from '../../rules/model/layout.ts'
import type { Level } from '../../rules/model/finding.ts'
import { spokenLine, type Path, type Place } from '../../rules/model/place.ts'
import { positionAt } from '../../rules/model/lines.ts'
import type { TakeContext } from '../../rules/model/take.ts'
import type { VendorCatalog } from '../../rules/model/vendor.ts'
import type { Config, TagConfig } from './config.ts'
import type { Homes } from './homes.ts'
import type { Household } from './households.ts'

/** What is known besides the configuration: whose packages are whose, and which checks there are. */
export interface Knowledge {
  readonly vendors: VendorCatalog
  readonly checks: readonly { readonly id: string; readonly level: Level; readonly options?: readonly string[] }[]
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
export function spokenPlace({ lines }: Pick<Config, 'lines'>, at: Place): string {
  return spokenLine(at, positionAt(lines.get(at.path) ?? [0], at.span.start).line0 + 1)
}

/** Whether a base says so: it may name what other projects have and this one lacks. */
export function isInherited({ bases }: Config, { path, preset }: Place): boolean {
  return preset !== undefined || bases.has(path)
}
