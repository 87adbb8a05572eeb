import type { Path } from '../../rules/model/place.ts'
import { readPnpmWorkspace } from '../config/pnpm-workspace.ts'
import { decode, entryFiles, layoutOf, packagesIn, type ResolveLayout } from '../engine/index.ts'
import type { Files, Listing } from '../io/files.ts'

export interface ReadLayout extends ResolveLayout {
  /** Manifests, tsconfigs and whatever they extend, be it called what it will; also where one was looked for in vain. Grows while they are read. */
  readonly readFrom: ReadonlySet<Path>
  /** Where packages are entered from outside. Costs a reading of every manifest, once. */
  entries(): readonly Path[]
}

/** The listing, and what its manifests and tsconfigs say. `before`: what an earlier layout was read from, while answers of it stand. */
export function readLayout(files: Files, listing: Listing, realPath: (path: Path) => Path, before: ReadonlySet<Path> = new Set()): ReadLayout {
  const readFrom = new Set(before)
  const read = (path: Path): string | undefined => {
    readFrom.add(path)
    const reading = files.read(path)
    return reading.kind === 'bytes' ? decode(reading.bytes) : undefined
  }
  const pnpm = listing.files.filter((path) => path === 'pnpm-workspace.yaml' || path.endsWith('/pnpm-workspace.yaml'))
  const sources = {
    files: listing.files, read, realPath,
    pnpmWorkspaces: new Map(pnpm.map((path) => [path.slice(0, Math.max(0, path.lastIndexOf('/'))), readPnpmWorkspace(read(path) ?? '')])),
  }
  let entries: readonly Path[] | undefined
  const layout = layoutOf(sources)
  // By a layout of its own: a manifest that nobody imports by may be broken, and that is no problem of the project.
  return { ...layout, packages: packagesIn({ layout, read }), readFrom, entries: () => entries ??= entryFiles(layoutOf(sources)) }
}
