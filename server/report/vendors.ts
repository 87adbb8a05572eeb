import type { CensusRow } from '../../rules/vendors/census.ts'
import type { Paint } from './paint.ts'
import { plural } from './plural.ts'

/** Which vendor SDKs the code holds, for people. */
export function renderVendors(rows: readonly CensusRow[], paint: Paint): string {
  if (rows.length === 0) return 'no vendor SDK that the catalog knows is imported here\n'
  const vendors = new Set(rows.map(({ vendor }) => vendor.id)).size
  return `${rows.map((row) => renderRow(row, paint)).join('\n')}\n${plural(rows.length, 'SDK')} of ${plural(vendors, 'vendor')}\n`
}

function renderRow(row: CensusRow, paint: Paint): string {
  const lines = [
    `${paint('bold', row.package)}  ${row.vendor.name}, ${row.capability}, ${row.level}`,
    `    used by: ${row.modules.length > 0 ? row.modules.join(', ') : row.files.join(', ')} (${plural(row.files.length, 'file')})`,
    `    locks in: ${row.why}`,
    ...row.instead.map(({ what, packages }) => `    instead: ${what}${packages.length === 0 ? '' : ` (${packages.join(', ')})`}`),
  ]
  return `${lines.join('\n')}\n`
}

/** The same for scripts. */
export function renderVendorsJson(rows: readonly CensusRow[]): string {
  const vendors = rows.map(({ vendor, service, package: name, capability, level, why, instead, files, modules }) => ({
    vendor: vendor.id, ...(service !== undefined && { service }), package: name, capability, level, why, instead, files, modules,
  }))
  return `${JSON.stringify({ version: 1, vendors }, null, 2)}\n`
}
