import type { Known } from '../../rules/model/known.ts'
import type { Layout } from '../../rules/model/layout.ts'
import type { Path } from '../../rules/model/place.ts'
import type { Policy } from '../../rules/model/policy.ts'
import type { Note, Problem } from '../../rules/model/problem.ts'
import type { VendorCatalog } from '../../rules/model/vendor.ts'
import { rules } from '../../rules/index.ts'
import { baselineName, readBaseline } from '../config/baseline.ts'
import { decode } from '../engine/index.ts'
import type { Files } from '../io/files.ts'

export interface ReadPolicy {
  readonly policy: Policy
  readonly known: readonly Known[]
  readonly problems: readonly Problem[]
  readonly notes: readonly Note[]
  /** Neither the configuration nor the baseline has a problem. */
  readonly isValid: boolean
}

/** The configuration, compiled for these files, and the baseline beside it. */
export function readPolicy(files: Files, layout: Layout, configPath: Path, vendors: VendorCatalog): ReadPolicy {
  throw new Error('pending')
}
