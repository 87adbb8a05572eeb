import type { Vendor, VendorCatalog, VendorPackage } from '../model/vendor.ts'
import type { Knowledge, VendorSource } from './knowledge.ts'

interface Hit { readonly vendor: Vendor; readonly entry: VendorPackage }
interface Pattern { readonly start: string; readonly end: string; readonly hit: Hit | undefined }

/** The catalog over what was compiled. Costs nothing until it is first asked; then a few milliseconds, once. */
export function vendorCatalog(knowledge: Knowledge): VendorCatalog {
  let opened: VendorCatalog | undefined
  const open = (): VendorCatalog => (opened ??= openCatalog(knowledge))
  return {
    get vendors() { return open().vendors },
    of: (packageName) => open().of(packageName),
  }
}

function openCatalog(knowledge: Knowledge): VendorCatalog {
  const vendors = knowledge.vendors.map((source) => vendorOf(source, knowledge))
  // Undefined stands for an exemption.
  const exact = new Map<string, Hit | undefined>()
  const patterns = new Map<string, Pattern[]>()

  const list = (match: string, hit: Hit | undefined): void => {
    const star = match.indexOf('*')
    if (star < 0) return void exact.set(match, hit)
    const start = match.slice(0, star)
    const group = patterns.get(scopeOf(start)) ?? []
    group.push({ start, end: match.slice(star + 1), hit })
    patterns.set(scopeOf(start), group)
  }
  for (const match of knowledge.exemptions) list(match, undefined)
  vendors.forEach((vendor) => { for (const entry of vendor.packages) list(entry.match, { vendor, entry }) })
  // The first that fits is then the most literal one; the sort is stable, and exemptions were listed first.
  for (const group of patterns.values()) group.sort((a, b) => literal(b) - literal(a))

  const services = new Map(knowledge.vendors.map((source) => [source.id, source.services]))
  const byPattern = (name: string): Hit | undefined => {
    const hit = patterns.get(scopeOf(name))?.find((pattern) => starIn(pattern, name) !== undefined)?.hit
    return hit && { ...hit, entry: withService(hit.entry, name, services.get(hit.vendor.id) ?? []) }
  }
  const known = new Map<string, Hit | undefined>()
  return {
    vendors,
    of(name) {
      if (exact.has(name)) return exact.get(name)
      if (!known.has(name)) known.set(name, byPattern(name))
      return known.get(name)
    },
  }
}

function vendorOf(source: VendorSource, { alternatives, capabilities }: Knowledge): Vendor {
  return {
    id: source.id,
    name: source.name,
    packages: source.packages.flatMap(({ match, instead, ...entry }) => match.map((name) => withService({
      ...entry,
      match: name,
      spoken: capabilities[entry.capability] ?? entry.capability,
      instead: instead.flatMap((id) => alternatives[id] ?? []),
    }, name, source.services))),
  }
}

/** The service that an entry leaves to the name of the package: '@google-cloud/kms' is 'kms' by '@google-cloud/*'. */
function withService(entry: VendorPackage, name: string, services: readonly string[]): VendorPackage {
  if (entry.service !== undefined || name.includes('*')) return entry
  for (const pattern of services) {
    const [start = '', end = ''] = pattern.split('*')
    const service = starIn({ start, end }, name)
    if (service) return { ...entry, service }
  }
  return entry
}

/** What the star of a pattern stands for. */
function starIn({ start, end }: { readonly start: string; readonly end: string }, name: string): string | undefined {
  if (name.length < start.length + end.length || !name.startsWith(start) || !name.endsWith(end)) return undefined
  return name.slice(start.length, name.length - end.length)
}

/** '@aws-sdk/' for all names of that scope, '' for those of none: no pattern has a star in its scope. */
function scopeOf(name: string): string {
  return name.startsWith('@') ? name.slice(0, name.indexOf('/') + 1) : ''
}

function literal({ start, end }: Pattern): number {
  return start.length + end.length
}
