import type { Path } from '../model/place.ts'
import type { Project } from '../model/rule.ts'
import { lockIns, type Alternative, type LockIn } from '../model/vendor.ts'
import { holdings } from './holdings.ts'

/** One vendor package in use. */
export interface CensusRow {
  readonly vendor: { readonly id: string; readonly name: string }
  readonly service?: string
  readonly package: string
  readonly capability: string
  readonly level: LockIn
  readonly why: string
  readonly instead: readonly Alternative[]
  /** Files whose imports name the package, sorted. Who gets it through a barrel is not among them: leaving changes the barrel. */
  readonly files: readonly Path[]
  /** Modules of these files, sorted; files in no module have none. */
  readonly modules: readonly string[]
}

/** The vendor packages that the project's code holds, tests left out: the hardest to leave first, then by vendor and package. */
export function census(project: Project): readonly CensusRow[] {
  const rows = new Map<string, { readonly row: Omit<CensusRow, 'files' | 'modules'>; readonly files: Set<Path> }>()
  for (const { edge, package: held, vendor, entry, via } of holdings(project)) {
    if (via.length > 0) continue
    const { match: _match, spoken: _spoken, codemod: _codemod, ...told } = entry
    const found = rows.get(held.name) ?? { row: { ...told, vendor: { id: vendor.id, name: vendor.name }, package: held.name }, files: new Set<Path>() }
    found.files.add(project.graph.edge(edge).from)
    rows.set(held.name, found)
  }
  return [...rows.values()]
    .map(({ row, files }) => ({ ...row, files: [...files].sort(), modules: modulesOf(project, files) }))
    .sort((a, b) => lockIns.indexOf(a.level) - lockIns.indexOf(b.level) || compare(a.vendor.id, b.vendor.id) || compare(a.package, b.package))
}

function modulesOf({ policy }: Project, files: Iterable<Path>): readonly string[] {
  return [...new Set([...files].flatMap((path) => policy.moduleOf(path)?.name ?? []))].sort()
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
