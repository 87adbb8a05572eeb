import knowledge from '../generated/knowledge.json' with { type: 'json' }
import { api } from './boundaries/api.ts'
import { cycles } from './boundaries/cycles.ts'
import { layers } from './boundaries/layers.ts'
import { orphans } from './boundaries/orphans.ts'
import { rules as entries } from './boundaries/rules.ts'
import { selfImport } from './boundaries/self-import.ts'
import { stability } from './boundaries/stability.ts'
import { unassigned } from './boundaries/unassigned.ts'
import { undeclared } from './boundaries/undeclared.ts'
import { unresolved } from './boundaries/unresolved.ts'
import { vendorCatalog } from './catalog/catalog.ts'
import type { Level } from './model/finding.ts'
import type { Rule } from './model/rule.ts'
import type { VendorCatalog } from './model/vendor.ts'
import { unneeded } from './policy/unneeded.ts'
import { sdk } from './vendors/sdk.ts'

/** All rules that look at a project, in the order in which lists show them. Most of `policy/…` is judged where exceptions and comments are. */
export const rules: readonly Rule[] = [
  layers, entries, api, cycles, unassigned, unresolved, undeclared, selfImport, orphans, stability, unneeded, sdk,
]

/** Which package is whose. */
export const vendors: VendorCatalog = vendorCatalog(knowledge)

/** Checks that are judged where exceptions and comments are, in server/engine/check. */
export const policyChecks: readonly Pick<Rule, 'id' | 'title' | 'level' | 'options'>[] = [
  { id: 'policy/budget', title: 'A number is above its budget', level: 'error' },
  { id: 'policy/reason', title: 'An ignore comment gives no reason', level: 'error' },
  { id: 'policy/stale', title: 'An exception, ignore comment or line of the baseline covers nothing any more', level: 'warning' },
]

/** Rule id, and 'preset:layered', to its page, markdown. */
export const pages: Readonly<Record<string, string>> = knowledge.pages

/** Name of a preset to its yaml. */
export const presets: Readonly<Record<string, string>> = knowledge.presets

/** What each preset is for, and what it says. */
export const presetPages: readonly { readonly id: string; readonly title: string; readonly page: string }[] = Object.keys(presets).map((name) => {
  const page = pages[`preset:${name}`] ?? ''
  return { id: `preset:${name}`, title: page.split('\n')[2] ?? '', page }
})

/** All that can be found, with what is said of it where nothing else is known: for lists, formats and `explain`. */
export const rulePages: readonly { readonly id: string; readonly title: string; readonly level: Level; readonly options?: readonly string[]; readonly page?: string }[] =
  [...rules, ...policyChecks].map(({ id, title, level, options }) => ({ id, title, level, ...(options !== undefined && { options }), ...(pages[id] !== undefined && { page: pages[id] }) }))

export { rewriteIds, rewriteOf } from './codemods/index.ts'
