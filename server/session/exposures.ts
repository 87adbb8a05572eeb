// What a module opens to others.

import type { Exposure } from '../../rules/model/explained.ts'
import type { Path } from '../../rules/model/place.ts'
import type { Module, Policy } from '../../rules/model/policy.ts'

/** Somebody outside its module may import the file, as far as the api says. */
export function isOpenToSome(policy: Policy, path: Path): boolean {
  const module = policy.moduleOf(path)
  return module === undefined || module.mode === 'open' || module.api === 'open' || module.api.exposes(path)
}

/** Empty where all is open. */
export function exposuresOf({ api }: Module): readonly Exposure[] {
  return api === 'open' ? [] : [{ written: api.written, at: api.at }]
}
