/* The catalog as a configuration has it: its own vendors before those that are known, and what it takes for portable. */
import type { Vendor, VendorCatalog, VendorPackage } from '../../rules/model/vendor.ts'
import type { CustomVendorConfig, PortableConfig, VendorsConfig } from './config.ts'

type Hit = NonNullable<ReturnType<VendorCatalog['of']>>

/** The same catalog where the configuration adds nothing to it. */
export function catalogOf(config: VendorsConfig | undefined, known: VendorCatalog): VendorCatalog {
  if (config === undefined || (config.custom.length === 0 && config.portable.length === 0)) return known
  const custom = customVendors(config.custom, known)
  const answers = new Map<string, Hit | undefined>()
  const find = (name: string): Hit | undefined => {
    const hit = ownOf(config.custom, custom, name) ?? known.of(name)
    return hit !== undefined && config.portable.some((each) => isMeant(each, name, hit)) ? { ...hit, entry: { ...hit.entry, level: 'portable' } } : hit
  }
  return {
    capabilities: known.capabilities,
    get vendors() { return [...custom.values(), ...known.vendors.filter(({ id }) => !custom.has(id))] },
    of(name) {
      if (!answers.has(name)) answers.set(name, find(name))
      return answers.get(name)
    },
  }
}

/** By id. One that the catalog knows as well has the packages of both. */
function customVendors(written: readonly CustomVendorConfig[], known: VendorCatalog): ReadonlyMap<string, Vendor> {
  const vendors = new Map<string, Vendor>()
  for (const config of written) {
    const other = vendors.get(config.vendor) ?? known.vendors.find(({ id }) => id === config.vendor)
    vendors.set(config.vendor, { id: config.vendor, name: other?.name ?? config.vendor, packages: [...config.packages.map(({ value }) => entryOf(config, value.written, known)), ...other?.packages ?? []] })
  }
  return vendors
}

/** A name beats a pattern, and the longer pattern the shorter: as in the catalog, their order does not matter. */
function ownOf(written: readonly CustomVendorConfig[], vendors: ReadonlyMap<string, Vendor>, name: string): Hit | undefined {
  const taking = written.flatMap(({ vendor, packages }) => packages.flatMap(({ value }) => (value.match(name) === undefined ? [] : { vendor, match: value.written })))
  const [best] = taking.sort((a, b) => Number(isPattern(a.match)) - Number(isPattern(b.match)) || b.match.length - a.match.length || (a.match < b.match ? -1 : 1))
  const vendor = best && vendors.get(best.vendor)
  const entry = vendor?.packages.find(({ match }) => match === best?.match)
  return vendor === undefined || entry === undefined ? undefined : { vendor, entry }
}

function isPattern(written: string): boolean {
  return /[*?{]/.test(written)
}

function entryOf({ vendor, capability, level, instead, why }: CustomVendorConfig, match: string, { capabilities }: VendorCatalog): VendorPackage {
  return {
    match, capability, level,
    spoken: capabilities[capability] ?? capability,
    why: why ?? `Only ${vendor} answers these calls.`,
    instead: instead.map((what) => ({ what, packages: [] })),
  }
}

function isMeant(portable: PortableConfig, name: string, { vendor, entry }: Hit): boolean {
  if (portable.kind === 'package') return portable.name.match(name) !== undefined
  return portable.vendor === vendor.id && (portable.service === undefined || portable.service === entry.service)
}
