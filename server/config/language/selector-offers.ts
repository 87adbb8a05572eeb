/* Atoms of selectors, by what they begin with. */
import { colonOf, prefixes } from '../selector-syntax.ts'
import { prefixesNotYet } from '../not-yet.ts'
import { conditionOffers } from './condition-offers.ts'
import { nameOffers } from './name-offers.ts'
import type { Offer } from './offer.ts'
import { pathOffers } from './path-offers.ts'
import { fromStart, judgedFiles, type Surroundings } from './surroundings.ts'

const says: Readonly<Record<string, string>> = {
  layer: 'Files of the layers so named.',
  module: 'Files of the modules so named.',
  tag: 'What bears the tag, in whatever way.',
  path: "Files by their path from the project's root.",
  re: 'Files by an expression, found anywhere in the path.',
  pkg: 'A package and what lies below it.',
  builtin: 'A module of the runtime or the standard library.',
  vendor: "A vendor's packages, as the catalog knows them.",
  capability: 'Packages that offer this, as the catalog knows them.',
  env: 'An environment variable that is read.',
  state: 'Mutable state of a module.',
  unresolved: 'A specifier that leads nowhere.',
  folder: "Files in a folder above, in, or below the importing file's.",
}

/** `typed`: the atom up to the cursor. */
export function selectorOffers(around: Surroundings, typed: string): readonly Offer[] {
  const colon = colonOf(typed)
  if (colon === -1) return [...nameOffers(around, 'module'), ...nameOffers(around, 'layer'), ...prefixed('tag:', nameOffers(around, 'tag')), ...prefixOffers(), every]
  const [prefix, rest] = [typed.slice(0, colon), typed.slice(colon + 1)]
  const before = `${prefix}:`
  switch (prefix) {
    case 'layer': case 'module': case 'tag': return prefixed(before, nameOffers(around, prefix))
    case 'path': return pathOffers(fromStart(around, judgedFiles(around)), rest, before)
    case 'pkg': return conditionOffers(typed) ?? packageOffers(around, before)
    case 'builtin': return around.builtins.map((name) => ({ kind: 'builtin', label: name, text: `${before}${name}` }))
    case 'vendor': return vendorOffers(around, rest, before)
    case 'capability': return prefixed(before, capabilityOffers(around))
    case 'env': return around.env().map((name) => ({ kind: 'env', label: name, text: `${before}${name}` }))
    case 'unresolved': return around.project.graph.ends.flatMap((end) => (end.kind === 'unknown' ? { kind: 'specifier' as const, label: end.specifier, text: `${before}${end.specifier}` } : []))
    case 'folder': return ['above', 'same', 'below'].map((where) => ({ kind: 'word', label: where, text: `${before}${where}` }))
    case 're': case 'state': return []
    default: return insideOffers(around, prefix, rest)
  }
}

const every: Offer = { kind: 'word', label: '*', text: '*', says: 'Any file.' }

function prefixOffers(): readonly Offer[] {
  return prefixes.filter((prefix) => !prefixesNotYet.includes(prefix)).map((prefix) => ({ kind: 'prefix', label: `${prefix}:`, text: `${prefix}:`, goesOn: true, ...(says[prefix] !== undefined && { says: says[prefix] }) }))
}

export function prefixed(before: string, offers: readonly Offer[]): readonly Offer[] {
  return offers.map((offer) => ({ ...offer, text: `${before}${offer.text}`, label: `${before}${offer.label}` }))
}

/** Those that manifests declare, and those that are imported. */
export function packageOffers({ layout, project }: Surroundings, before = ''): readonly Offer[] {
  const manifests = layout.files.filter((path) => path === 'package.json' || path.endsWith('/package.json'))
  const declared = new Set(manifests.flatMap((path) => [...project.packageAround(path)?.lists.keys() ?? []]))
  const imported = project.graph.ends.flatMap((end) => (end.kind === 'package' ? end.name : []))
  return [...new Set([...declared, ...imported])].sort().map((name) => {
    const found = project.vendors.of(name)
    const detail = found === undefined ? (declared.has(name) ? undefined : 'not declared') : `${found.vendor.name}, ${found.entry.capability}`
    return { kind: 'package', label: name, text: `${before}${name}`, ...(detail !== undefined && { detail }) }
  })
}

/** Vendors, and behind one of them its services. */
export function vendorOffers({ project: { vendors, graph } }: Surroundings, typed: string, before = ''): readonly Offer[] {
  const colon = typed.indexOf(':')
  const vendor = colon === -1 ? undefined : vendors.vendors.find(({ id }) => id === typed.slice(0, colon))
  if (vendor !== undefined) {
    const services = new Map(vendor.packages.flatMap(({ service, capability }) => (service === undefined ? [] : [[service, capability] as const])))
    return [...services].map(([service, capability]) => ({ kind: 'vendor', label: service, text: `${before}${vendor.id}:${service}`, detail: capability }))
  }
  const used = new Set(graph.ends.flatMap((end) => (end.kind === 'package' ? vendors.of(end.name)?.vendor.id ?? [] : [])))
  return vendors.vendors.map(({ id, name }) => ({ kind: 'vendor', label: id, text: `${before}${id}`, detail: used.has(id) ? `${name}, used here` : name, ...(used.has(id) && { isFirst: true }) }))
}

export function capabilityOffers({ project: { vendors } }: Surroundings): readonly Offer[] {
  const names = new Set(vendors.vendors.flatMap(({ packages }) => packages.map(({ capability }) => capability)))
  return [...names].sort().map((name) => ({ kind: 'capability', label: name, text: name }))
}

/** Files inside the modules so named, from their folders. */
function insideOffers(around: Surroundings, module: string, typed: string): readonly Offer[] {
  return pathOffers(pathsInside(around, module), typed, `${module}:`)
}

export function pathsInside(around: Surroundings, module: string): readonly string[] {
  const { policy } = around.project
  return judgedFiles(around).flatMap((path) => {
    if (policy.moduleOf(path)?.name !== module) return []
    const folder = policy.folderOf(path) ?? ''
    return folder === '' ? path : path.slice(folder.length + 1)
  })
}
