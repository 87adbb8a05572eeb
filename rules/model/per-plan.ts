import type { Graph } from './graph.ts'
import type { Path } from './place.ts'
import type { Policy } from './policy.ts'
import type { VendorCatalog } from './vendor.ts'

/** What stays as it is while imports change: the list of files, and what the configuration and the catalog say of them. */
export interface Plan {
  readonly files: readonly Path[]
  readonly policy: Policy
  readonly vendors: VendorCatalog
}

/** Whatever has a plan: a project, above all. */
export interface Planned {
  readonly graph: Pick<Graph, 'files'>
  readonly policy: Policy
  readonly vendors: VendorCatalog
}

/** Found once for as long as the plan stands: a key that is pressed leaves it as it was. */
export function perPlan<V>(find: (plan: Plan) => V): (of: Planned) => V {
  const found = new WeakMap<Plan['files'], { readonly policy: Policy; readonly value: V }>()
  return ({ graph: { files }, policy, vendors }) => {
    const known = found.get(files)
    if (known !== undefined && known.policy === policy) return known.value
    const value = find({ files, policy, vendors })
    found.set(files, { policy, value })
    return value
  }
}
