import type { Vendor, VendorCatalog, VendorPackage } from '../model/vendor.ts'
import type { Knowledge, VendorSource } from './knowledge.ts'

type Hit = NonNullable<ReturnType<VendorCatalog['of']>>
/** An entry of a yaml file; undefined stands for an exemption. */
type Listed = { readonly source: VendorSource; readonly written: VendorSource['packages'][number]; readonly match: string } | undefined
interface Pattern { readonly start: string; readonly end: string; readonly listed: Listed }

/** The catalog over what was compiled. Costs nothing until it is first asked; entries are made for what is found. */
export function vendorCatalog(knowledge: Knowledge): VendorCatalog {
  let find: ((name: string) => Listed) | undefined
  let vendors: readonly Vendor[] | undefined
  const known = new Map<string, Hit | undefined>()

  const hitOf = (name: string): Hit | undefined => {
    const listed = (find ??= finder(knowledge))(name)
    return listed && { vendor: vendorOf(listed.source, knowledge), entry: entryOf(listed, name, knowledge) }
  }
  return {
    capabilities: knowledge.capabilities,
    get vendors() { return (vendors ??= knowledge.vendors.map((source) => vendorOf(source, knowledge))) },
    of(name) {
      if (!known.has(name)) known.set(name, hitOf(name))
      return known.get(name)
    },
  }
}

function finder(knowledge: Knowledge): (name: string) => Listed {
  const exact = new Map<string, Listed>()
  const patterns = new Map<string, Pattern[]>()
  const list = (match: string, listed: Listed): void => {
    const star = match.indexOf('*')
    if (star < 0) return void exact.set(match, listed)
    const start = match.slice(0, star)
    const group = patterns.get(scopeOf(start)) ?? []
    group.push({ start, end: match.slice(star + 1), listed })
    patterns.set(scopeOf(start), group)
  }
  for (const match of knowledge.exemptions) list(match, undefined)
  for (const source of knowledge.vendors) {
    for (const written of source.packages) for (const match of written.match) list(match, { source, written, match })
  }
  // The first that fits is then the most literal one; the sort is stable, and exemptions were listed first.
  for (const group of patterns.values()) group.sort((a, b) => literal(b) - literal(a))

  return (name) => {
    if (exact.has(name)) return exact.get(name)
    return patterns.get(scopeOf(name))?.find((pattern) => starIn(pattern, name) !== undefined)?.listed
  }
}

function vendorOf(source: VendorSource, knowledge: Knowledge): Vendor {
  let packages: readonly VendorPackage[] | undefined
  return {
    id: source.id,
    name: source.name,
    get packages() {
      return (packages ??= source.packages.flatMap((written) => written.match.map((match) => entryOf({ source, written, match }, match, knowledge))))
    },
  }
}

/** What the catalog says of a package, or of a pattern where that is the name. */
function entryOf({ source, written, match }: NonNullable<Listed>, name: string, { alternatives, capabilities }: Knowledge): VendorPackage {
  const service = written.service ?? serviceIn(name, source.services)
  return {
    match,
    ...(service !== undefined && { service }),
    capability: written.capability,
    spoken: capabilities[written.capability] ?? written.capability,
    level: written.level,
    why: written.why,
    instead: written.instead.flatMap((id) => alternatives[id] ?? []),
    ...(written.codemod !== undefined && { codemod: written.codemod }),
  }
}

/** The service that a name tells: '@google-cloud/kms' is 'kms' by '@google-cloud/*'. */
function serviceIn(name: string, services: readonly string[]): string | undefined {
  if (name.includes('*')) return undefined
  for (const pattern of services) {
    const [start = '', end = ''] = pattern.split('*')
    const service = starIn({ start, end }, name)
    if (service) return service
  }
  return undefined
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
