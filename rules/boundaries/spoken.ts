import { homeOf } from '../model/finding-at.ts'
import { packageSpecifier, type Address } from '../model/link.ts'
import type { Path } from '../model/place.ts'
import type { Policy } from '../model/policy.ts'

/** By their modules, where these tell them apart. */
export function endsSpoken(policy: Policy, from: Path, to: Address): readonly [string, string] {
  const importer = homeOf(policy, from)
  const imported = to.kind === 'file' ? homeOf(policy, to.path) : spoken(to)
  return importer === imported ? [from, spoken(to)] : [importer, imported]
}

export function spoken(to: Address): string {
  switch (to.kind) {
    case 'file': return to.path
    case 'package': return packageSpecifier(to)
    case 'builtin': return `${to.name} (built-in)`
    case 'env': return `the variable ${to.name}`
    case 'state': return `the module state ${to.name}`
    case 'unknown': case 'unjudged': return to.specifier
  }
}
