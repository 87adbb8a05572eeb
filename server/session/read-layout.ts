import type { Path } from '../../rules/model/place.ts'
import { readPnpmWorkspace } from '../config/pnpm-workspace.ts'
import { decode, layoutOf, type ResolveLayout } from '../engine/index.ts'
import type { Files, Listing } from '../io/files.ts'

export interface ReadLayout extends ResolveLayout {
  /** A manifest, a tsconfig or whatever one extends, be it called what it will; also where it was looked for in vain. */
  wasReadFrom(path: Path): boolean
}

/** The listing, and what its manifests and tsconfigs say. */
export function readLayout(files: Files, listing: Listing, realPath: (path: Path) => Path): ReadLayout {
  const asked = new Set<Path>()
  const read = (path: Path): string | undefined => {
    asked.add(path)
    const reading = files.read(path)
    return reading.kind === 'bytes' ? decode(reading.bytes) : undefined
  }
  const pnpm = listing.files.filter((path) => path === 'pnpm-workspace.yaml' || path.endsWith('/pnpm-workspace.yaml'))
  const layout = layoutOf({
    files: listing.files, read, realPath,
    pnpmWorkspaces: new Map(pnpm.map((path) => [path.slice(0, Math.max(0, path.lastIndexOf('/'))), readPnpmWorkspace(read(path) ?? '')])),
  })
  return { ...layout, wasReadFrom: (path) => asked.has(path) }
}
