import type { LockIn } from '../model/vendor.ts'

/** What build/knowledge.mjs compiles from the yaml and markdown under rules/ into generated/knowledge.json. */
export interface Knowledge {
  readonly vendors: readonly VendorSource[]
  readonly alternatives: Readonly<Record<string, { readonly what: string; readonly packages: readonly string[] }>>
  /** Id of a capability to how it reads in 'the AWS … SDK'; '' where it says nothing. */
  readonly capabilities: Readonly<Record<string, string>>
  /** Names and patterns of packages that are nobody's SDK. */
  readonly exemptions: readonly string[]
  /** Rule id to its page, markdown. */
  readonly pages: Readonly<Record<string, string>>
  /** Name of a preset to its yaml. */
  readonly presets: Readonly<Record<string, string>>
}

/** One yaml of the catalog, as written but for lists: what may be one or several is several. */
export interface VendorSource {
  readonly id: string
  readonly name: string
  /** Patterns whose star is the service, where an entry names none. */
  readonly services: readonly string[]
  readonly packages: readonly {
    readonly match: readonly string[]
    readonly service?: string
    readonly capability: string
    readonly level: LockIn
    readonly why: string
    /** Ids of alternatives. */
    readonly instead: readonly string[]
    readonly codemod?: string
  }[]
}
