import knowledge from '../generated/knowledge.json' with { type: 'json' }
import { vendorCatalog } from './catalog/catalog.ts'
import type { Rule } from './model/rule.ts'
import type { VendorCatalog } from './model/vendor.ts'
import { sdk } from './vendors/sdk.ts'

/** All rules that look at a project, in the order in which lists show them. `policy/…` is judged where exceptions and comments are. */
export const rules: readonly Rule[] = [
  sdk,
]

/** Which package is whose. */
export const vendors: VendorCatalog = vendorCatalog(knowledge)

/** Rule id to its page, markdown. */
export const pages: Readonly<Record<string, string>> = knowledge.pages

/** Name of a preset to its yaml. */
export const presets: Readonly<Record<string, string>> = knowledge.presets
