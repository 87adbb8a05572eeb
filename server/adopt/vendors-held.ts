import { brokenEnds, someBehind } from '../../rules/model/judged-ends.ts'
import type { Address } from '../../rules/model/link.ts'
import type { Path } from '../../rules/model/place.ts'
import { imports, type Survey } from './survey.ts'

/** One vendor's SDKs, and who holds them. */
export interface Held {
  /** As people call the vendor. */
  readonly vendor: string
  /** Who names the package. Sorted. */
  readonly files: readonly Path[]
  /** Who gets something of it from a file that hands it on. Sorted. */
  readonly reached: readonly Path[]
}

/** The vendors whose SDKs the code imports, sorted; those that any other host could stand in for are left out. */
export function vendorsHeld(survey: Survey): readonly Held[] {
  const { graph } = survey.project
  const found = new Map<string, { readonly files: Set<Path>; readonly reached: Set<Path> }>()
  const isSdk = (to: Address): boolean => vendorOf(survey, to) !== undefined
  const isSdkBehind = someBehind(survey.project, isSdk)
  for (const id of imports(survey)) {
    for (const { to, via } of brokenEnds(survey.project, id, isSdkBehind, isSdk)) {
      const vendor = vendorOf(survey, to) ?? ''
      const held = found.get(vendor) ?? { files: new Set(), reached: new Set() }
      found.set(vendor, held)
      const importers = via.length > 0 ? held.reached : held.files
      importers.add(graph.files[graph.edges.from[id] ?? 0] ?? '')
    }
  }
  return [...found].filter(([, { files }]) => files.size > 0).sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([vendor, { files, reached }]) => ({ vendor, files: [...files].sort(), reached: [...reached].sort() }))
}

function vendorOf({ project: { vendors } }: Survey, to: Address): string | undefined {
  const owner = to.kind === 'package' ? vendors.of(to.name) : undefined
  return owner === undefined || owner.entry.level === 'portable' ? undefined : owner.vendor.name
}
