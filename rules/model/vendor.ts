/** How hard it is to leave. See rules/catalog/README.md. */
export type LockIn = 'proprietary-api' | 'depends-on-call' | 'vendor-hosted-open-protocol' | 'portable'

export const lockIns: readonly LockIn[] = ['proprietary-api', 'depends-on-call', 'vendor-hosted-open-protocol', 'portable']

/** What one pattern of package names offers, and what it costs to leave. */
export interface VendorPackage {
  /** An exact npm package name, or one with `*` (any characters, `/` too). */
  readonly match: string
  readonly service?: string
  readonly capability: string
  /** How the capability reads in 'the AWS secrets SDK'; empty where it says nothing ('the AWS SDK'), absent where as its id. */
  readonly spoken?: string
  readonly level: LockIn
  /** Why it locks in, as a sentence; ends with a full stop. */
  readonly why: string
  /** Portable ways out, in order of preference. */
  readonly instead: readonly Alternative[]
  /** Id of the codemod that makes the change. */
  readonly codemod?: string
}

export interface Alternative {
  /** 'object storage over the S3 API': reads after "instead:". */
  readonly what: string
  readonly packages: readonly string[]
}

/** One vendor's entry in the catalog: one yaml file, whose name is the id. */
export interface Vendor {
  readonly id: string
  readonly name: string
  readonly packages: readonly VendorPackage[]
}

/** The catalog, compiled: which package is whose. */
export interface VendorCatalog {
  readonly vendors: readonly Vendor[]
  /** Id to how it reads in 'the AWS secrets SDK'. */
  readonly capabilities: Readonly<Record<string, string>>
  /**
   * Whose SDK an npm package is; undefined for exempt packages (types, lint rules, emulators) and for those nobody listed.
   * An exact name beats a pattern; of patterns the one with more literal characters wins; an exemption wins a tie.
   */
  of(packageName: string): { readonly vendor: Vendor; readonly entry: VendorPackage } | undefined
}
