import type { VendorPolicy } from '../../rules/model/policy.ts'
import type { AllowConfig, TagConfig, VendorsConfig } from './config.ts'
import { withTags } from './tags.ts'

export function vendorPolicy({ allow, levels, at }: Pick<VendorsConfig, 'allow' | 'levels' | 'at'>, tags: readonly TagConfig[]): VendorPolicy {
  return { levels, at, ...(allow === undefined ? {} : { allow: { at: allow.at, by: permissions(allow.entries, tags) } }) }
}

/** The first that fits of vendor:service, capability:c, vendor, "*"; in whatever order they are written. */
function permissions(entries: readonly AllowConfig[], tags: readonly TagConfig[]): NonNullable<VendorPolicy['allow']>['by'] {
  const byKey = new Map(entries.map(({ key, where, at }) => [key, { where: withTags(where, tags), written: key, at }]))
  return (vendor, service, capability) =>
    (service === undefined ? undefined : byKey.get(`${vendor}:${service}`)) ?? byKey.get(`capability:${capability}`) ?? byKey.get(vendor) ?? byKey.get('*')
}
