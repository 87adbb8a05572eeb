import type { ImportKind } from '../../rules/model/facts.ts'
import type { Edge } from '../../rules/model/graph.ts'
import { packageSpecifier, type Address, type Written } from '../../rules/model/link.ts'
import type { CruiseDependency } from './cruise-result.ts'

/** What an import by itself says of a dependency; cycles, metrics and verdicts come from the whole. */
export type Bare = Omit<CruiseDependency, 'circular' | 'cycle' | 'instability' | 'valid' | 'rules'>

export function bareDependency({ specifier, kind, to, written }: Edge): Bare {
  const isNodeUrl = to.kind === 'builtin' && specifier.startsWith('node:')
  return {
    module: isNodeUrl ? specifier.slice('node:'.length) : specifier,
    moduleSystem: kind === 'require' || kind === 'call' ? 'cjs' : 'es6',
    dynamic: kind === 'dynamic',
    exoticallyRequired: kind === 'call',
    dependencyTypes: [...placeTypes(to, written), ...formTypes[kind]],
    ...(isNodeUrl && { protocol: 'node:' as const }),
    resolved: resolvedName(to),
    ...outside(to),
    followable: to.kind === 'file',
  }
}

/** The names by which modules and dependencies find each other. A package that is not installed stands where it would be. */
export function resolvedName(to: Address): string {
  switch (to.kind) {
    case 'file': return to.path
    case 'package': return to.path ?? `node_modules/${packageSpecifier(to)}`
    case 'builtin': case 'env': case 'state': return to.name
    case 'unknown': case 'unjudged': return to.specifier
  }
}

export function outside(to: Address): Pick<CruiseDependency, 'coreModule' | 'couldNotResolve' | 'matchesDoNotFollow'> {
  return { coreModule: to.kind === 'builtin', couldNotResolve: to.kind === 'unknown', matchesDoNotFollow: to.kind === 'package' }
}

/** Which manifest declares a package is not in the graph, so that 'npm' stands for all of npm's kinds. */
function placeTypes(to: Address, written: Written): readonly string[] {
  switch (to.kind) {
    case 'file': return [...aliasTypes[written], 'local']
    case 'package': return ['npm']
    case 'builtin': return ['core']
    case 'unknown': case 'env': case 'state': case 'unjudged': return ['unknown']
  }
}

const aliasTypes: Readonly<Record<Written, readonly string[]>> = {
  relative: [],
  package: [],
  paths: ['aliased', 'aliased-tsconfig', 'aliased-tsconfig-paths'],
  'base-url': ['aliased', 'aliased-tsconfig', 'aliased-tsconfig-base-url'],
  subpath: ['aliased', 'aliased-subpath-import'],
  workspace: ['aliased', 'aliased-workspace'],
}

const formTypes: Readonly<Record<ImportKind, readonly string[]>> = {
  value: ['import'],
  type: ['type-only', 'import'],
  elided: ['pre-compilation-only', 'import'],
  reexport: ['export'],
  require: ['require'],
  dynamic: ['dynamic-import'],
  jsdoc: ['jsdoc'],
  url: ['undetermined'],
  call: ['exotic-require'],
}
