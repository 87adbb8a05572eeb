// What a module opens to others.

import { describe } from '../../rules/model/describe.ts'
import type { Exposure } from '../../rules/model/explained.ts'
import { isOpenToSome as isOpenByApi } from '../../rules/model/opened.ts'
import type { Path } from '../../rules/model/place.ts'
import type { Module, Policy } from '../../rules/model/policy.ts'

/** Somebody outside its module may import the file, as far as the api says. */
export function isOpenToSome(policy: Policy, path: Path): boolean {
  const module = policy.moduleOf(path)
  return module === undefined || module.mode === 'open' || isOpenByApi(module.api, path)
}

/** Empty where all is open. */
export function exposuresOf({ api }: Module): readonly Exposure[] {
  if (api === 'open') return []
  return [api, ...api.also ?? []].flatMap(({ ways }) => ways).map(({ written, at, to, names }): Exposure => ({
    written, at,
    ...(to !== undefined && { to: describe(to) }),
    ...(names !== undefined && { names: names.map((name) => name.written) }),
  }))
}
