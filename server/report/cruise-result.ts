/**
 * dependency-cruiser's documented cruise result, as far as bulkhead can fill it in.
 * Source: types/cruise-result.d.mts of dependency-cruiser 18.7.2 (checked 2026-11). What its types require and its schema does not
 * (the environment of a cruise, for one) would be made up here, and is left out.
 */
export interface CruiseResult {
  readonly modules: readonly CruiseModule[]
  readonly folders: readonly CruiseFolder[]
  readonly summary: CruiseSummary
}

export type CruiseSeverity = 'error' | 'warn' | 'info' | 'ignore'

export interface CruiseRule {
  readonly severity: CruiseSeverity
  readonly name: string
}

export interface Hop {
  readonly name: string
  readonly dependencyTypes: readonly string[]
}

export interface CruiseDependency {
  readonly module: string
  readonly moduleSystem: 'es6' | 'cjs'
  readonly dynamic: boolean
  readonly exoticallyRequired: boolean
  readonly dependencyTypes: readonly string[]
  readonly protocol?: 'node:'
  readonly resolved: string
  readonly coreModule: boolean
  readonly couldNotResolve: boolean
  readonly followable: boolean
  readonly matchesDoNotFollow: boolean
  readonly circular: boolean
  /** From the dependency back to the module, both included. */
  readonly cycle?: readonly Hop[]
  readonly instability: number
  readonly valid: boolean
  readonly rules?: readonly CruiseRule[]
}

export interface CruiseModule {
  readonly source: string
  readonly followable?: boolean
  readonly coreModule?: boolean
  readonly couldNotResolve?: boolean
  readonly matchesDoNotFollow?: boolean
  readonly dependencyTypes?: readonly string[]
  readonly dependencies: readonly CruiseDependency[]
  readonly dependents: readonly string[]
  readonly orphan: boolean
  /** Of files alone. */
  readonly instability?: number
  readonly valid: boolean
  readonly rules?: readonly CruiseRule[]
}

export interface CruiseFolder {
  readonly name: string
  readonly dependencies: readonly { readonly name: string; readonly instability: number; readonly circular: boolean; readonly cycle?: readonly Hop[]; readonly valid: boolean }[]
  readonly dependents: readonly { readonly name: string }[]
  readonly moduleCount: number
  readonly afferentCouplings: number
  readonly efferentCouplings: number
  readonly instability: number
}

export interface CruiseViolation {
  readonly type: 'dependency' | 'cycle' | 'reachability' | 'module'
  readonly from: string
  readonly to: string
  readonly unresolvedTo?: string
  readonly dependencyTypes?: readonly string[]
  readonly rule: CruiseRule
  readonly cycle?: readonly Hop[]
  readonly via?: readonly Hop[]
  readonly comment: string
}

export interface CruiseSummary {
  readonly violations: readonly CruiseViolation[]
  readonly error: number
  readonly warn: number
  readonly info: number
  readonly ignore: number
  readonly totalCruised: number
  readonly totalDependenciesCruised: number
  readonly optionsUsed: { readonly args: string; readonly metrics: true; readonly tsPreCompilationDeps: true }
  readonly ruleSetUsed: { readonly forbidden: readonly CruiseForbidden[] }
}

/** Its restrictions are bulkhead's own; they say no more here than how its violations are to be read. */
export interface CruiseForbidden {
  readonly name: string
  readonly severity: CruiseSeverity
  readonly comment: string
  readonly from: Readonly<Record<string, never>>
  readonly to: { readonly circular?: true; readonly reachable?: true }
}
