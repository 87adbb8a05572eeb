// Contracts that are entries of `rules`: forbidden, independence, protected; and acyclic_siblings, which is a check for cycles.
// Source: docs/contract_types/*.md of import-linter 2.12 (checked 2026-11)

import type { Entry, Unsaid, Yaml } from '../draft.ts'
import type { PythonTree } from '../python.ts'
import { isFalse, isTrue, linesOf, type Contract } from './contracts.ts'

export interface Said {
  readonly entries: readonly Entry[]
  readonly unsaid: readonly Unsaid[]
}

/** What modules are called in a contract, as selectors. */
export interface Naming {
  readonly tree: PythonTree
  isOwn(dotted: string): boolean
}

export function forbiddenOf(contract: Contract, naming: Naming): Said {
  const { options, id, name } = contract
  const isWhole = !isFalse(options['as_packages'])
  const forbidden = linesOf(options['forbidden_modules'])
  const sources = linesOf(options['source_modules'])
  const entries = grouped(sources, forbidden, isWhole).map(({ from, overlaps }): Entry => {
    const other = forbidden.filter((each) => !overlaps.includes(each))
    const forbid = selected(other.length === 0 ? forbidden : [...other, ...overlaps.filter((each) => each.includes('*'))], naming, isWhole)
    const own = overlaps.some((each) => each.includes('*')) ? { any: forbid, not: selected(from, naming, isWhole) } : forbid
    return { section: 'rules', what: name, value: { id, from: selected(from, naming, isWhole), forbid: own, ...(!isTrue(options['allow_indirect_imports']) && { reach: true }), why: name } }
  })
  return { entries, unsaid: [] }
}

/** A source may import what is forbidden where they share descendants: it has an entry of its own then. */
function grouped(sources: readonly string[], forbidden: readonly string[], isWhole: boolean): readonly { readonly from: readonly string[]; readonly overlaps: readonly string[] }[] {
  const each = sources.map((source) => ({ source, overlaps: forbidden.filter((other) => (isWhole ? isWithin(source, other) || isWithin(other, source) : source === other)) }))
  const plain = each.filter(({ overlaps }) => overlaps.length === 0).map(({ source }) => source)
  return [...(plain.length === 0 ? [] : [{ from: plain, overlaps: [] }]), ...each.filter(({ overlaps }) => overlaps.length > 0 && overlaps.length + (overlaps.some((other) => other.includes('*')) ? 0 : 1) <= forbidden.length).map(({ source, overlaps }) => ({ from: [source], overlaps }))]
}

function isWithin(inner: string, outer: string): boolean {
  const [a, b] = [inner.split('.'), outer.split('.')]
  return a.length >= b.length && b.every((segment, index) => segment === '**' || segment === '*' || segment === a[index])
}

export function independenceOf({ options, id, name }: Contract, naming: Naming): Said {
  const modules = linesOf(options['modules'])
  const rule = (from: Yaml, forbid: Yaml): Entry => ({ section: 'rules', what: name, value: { id, from, forbid, reach: true, why: name } })
  const [starred] = modules
  // Of one pattern, what its stars take binds the two sides.
  if (modules.length === 1 && starred?.includes('*') === true && !starred.includes('**')) {
    let index = 0
    const bound = naming.tree.folderOf(starred).replaceAll('*', () => `{m${++index}}`)
    return { entries: [rule(`path:${bound}`, { any: `path:${naming.tree.folderOf(starred)}`, not: `path:${bound}` })], unsaid: [] }
  }
  return { entries: modules.map((module) => rule(selected([module], naming, true), selected(modules.filter((other) => other !== module), naming, true))), unsaid: [] }
}

export function protectedOf({ options, id, name }: Contract, naming: Naming): Said {
  const isWhole = !isFalse(options['as_packages'])
  const only = selected(linesOf(options['allowed_importers']), naming, isWhole)
  return { entries: linesOf(options['protected_modules']).map((module): Entry => ({ section: 'rules', what: name, value: { id, to: selected([module], naming, isWhole), only, why: name } })), unsaid: [] }
}

const deepest = 10

export function acyclicOf({ options, name }: Contract, naming: Naming): Said {
  const depth = options['depth']
  const unsaid: Unsaid[] = []
  if (depth !== undefined && Number(depth) !== deepest) unsaid.push({ what: `${name}: depth`, reason: 'bulkhead looks at all depths', section: 'cycles' })
  if (linesOf(options['skip_descendants']).length > 0) unsaid.push({ what: `${name}: skip_descendants`, reason: `folders within ${linesOf(options['skip_descendants']).join(', ')} are looked at like all others`, section: 'cycles' })
  return { entries: linesOf(options['ancestors']).map((ancestor): Entry => ({ section: 'cycles', what: name, value: { level: 'folder', every: selected([ancestor], naming, true), kinds: 'all', why: name } })), unsaid }
}

/** A package outside of what is looked at is one that is installed. */
export function selected(modules: readonly string[], { tree, isOwn }: Naming, isWhole: boolean): Yaml {
  const all = [...new Set(modules.flatMap((module) => (isOwn(module) ? (isWhole ? tree.packageAt(module) : tree.moduleAt(module)).map((path) => `path:${path}`) : [`pkg:${module.replaceAll('.', '/')}`])))]
  return all.length === 1 ? all[0] ?? '' : all
}
