// Into which parts the code can be divided, by its workspace packages and its folders alone. What the parts do to each other is asked elsewhere.

import type { Workspace } from '../../rules/model/layout.ts'
import type { Path } from '../../rules/model/place.ts'

/** What a layer or a module could be. */
export interface Part {
  readonly name: string
  readonly folder: Path
  /** Shipped sources in it. */
  readonly files: number
}

export interface Division {
  readonly kind: 'packages' | 'folders'
  /** Of 'folders': the folder whose folders they are. */
  readonly within: Path
  /** Sorted by name. */
  readonly parts: readonly Part[]
  /** Index of the part in which a file is; -1 for a file in none. */
  partOf(path: Path): number
}

/** The workspace packages that hold sources, if these are what the repository consists of. */
export function packages(workspaces: readonly Workspace[], sources: readonly Path[]): Division | undefined {
  const named = workspaces.filter(({ name, folder }) => folder !== '' && isNameable(name))
  const division = divided('packages', '', named, sources)
  return division.parts.length < 2 || filesIn(division) * 2 < sources.length ? undefined : division
}

function filesIn({ parts }: Division): number {
  return parts.reduce((sum, { files }) => sum + files, 0)
}

/** The folders in which packages lie side by side (apps, packages), if there are several. */
export function packageFolders(workspaces: readonly Workspace[], sources: readonly Path[]): Division | undefined {
  const division = divided('folders', '', inShort(foldersOfPackages(workspaces)), sources)
  return division.parts.length < 2 ? undefined : division
}

/** The same, where `isOneThing` says of a folder that its packages are one part; else each of its packages is. */
export function packagesIn(packages: Division, workspaces: readonly Workspace[], sources: readonly Path[], isOneThing: (inside: readonly number[]) => boolean): Division {
  const around = foldersOfPackages(workspaces)
  const parts = [...packages.parts.keys()]
  const aroundOf = (part: number): Path | undefined => around.find((folder) => packages.parts[part]?.folder.startsWith(`${folder}/`))
  const whole = around.filter((folder) => isOneThing(parts.filter((part) => aroundOf(part) === folder)))
  const single = parts.flatMap((part) => whole.includes(aroundOf(part) ?? '') ? [] : packages.parts[part] ?? [])
  return divided('packages', '', [...inShort(whole), ...single], sources)
}

function foldersOfPackages(workspaces: readonly Workspace[]): readonly Path[] {
  const folders = workspaces.map(({ folder }) => folder).filter((folder) => folder !== '')
  return outermostOf(outermostOf(folders).map(parentOf)).filter((folder) => folder !== '' && isNameable(folder))
}

function outermostOf(folders: readonly Path[]): readonly Path[] {
  return [...new Set(folders)].filter((folder) => !folders.some((other) => folder.startsWith(`${other}/`)))
}

/**
 * The folders into which most of the code is divided, innermost first: those of a folder that holds nearly everything, then those beside it.
 * None for a project that has none.
 */
export function folders(sources: readonly Path[], within: Path = ''): readonly Division[] {
  const inside = sources.filter((path) => within === '' || path.startsWith(`${within}/`))
  const counts = new Map<string, number>()
  for (const path of inside) {
    const [child, ...rest] = path.slice(within === '' ? 0 : within.length + 1).split('/')
    if (child !== undefined && rest.length > 0) counts.set(child, (counts.get(child) ?? 0) + 1)
  }
  const [largest] = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
  if (largest === undefined) return []
  const [child, count] = largest
  const deeper = count > inside.length * shareOfRoot(child) ? folders(sources, joined(within, child)) : []
  const named = [...counts.keys()].filter((name) => isNameable(name) && !name.startsWith('.')).map((name) => ({ name, folder: joined(within, name) }))
  const division = divided('folders', within, named, inside)
  return division.parts.length < 2 || filesIn(division) * 2 < inside.length ? deeper : [...deeper, division]
}

/** Beyond this share of the sources a folder is not one part of the code, but the place where its parts lie. */
function shareOfRoot(name: string): number {
  return name === 'src' || name === 'source' ? 0.5 : 0.8
}

function divided(kind: Division['kind'], within: Path, named: readonly { readonly name: string; readonly folder: Path }[], sources: readonly Path[]): Division {
  const owner = ownerAmong(new Set(named.map(({ folder }) => folder)))
  const counts = new Map<Path, number>()
  for (const path of sources) {
    const folder = owner(path)
    if (folder !== undefined) counts.set(folder, (counts.get(folder) ?? 0) + 1)
  }
  const parts = named.map(({ name, folder }) => ({ name, folder, files: counts.get(folder) ?? 0 }))
    .filter(({ files }) => files > 0)
    .sort((a, b) => (a.name < b.name ? -1 : 1))
  const indexOf = new Map(parts.map(({ folder }, index) => [folder, index]))
  return { kind, within, parts, partOf: (path) => indexOf.get(owner(path) ?? '') ?? -1 }
}

/** The nearest of these folders above a file. */
function ownerAmong(folders: ReadonlySet<Path>): (path: Path) => Path | undefined {
  return (path) => {
    for (let folder = parentOf(path); folder !== ''; folder = parentOf(folder)) if (folders.has(folder)) return folder
    return undefined
  }
}

/** Folders by their last segment where that says which, else by their path. */
export function inShort(folders: readonly Path[]): readonly { readonly name: string; readonly folder: Path }[] {
  const lastOf = (folder: Path): string => folder.slice(folder.lastIndexOf('/') + 1)
  return folders.map((folder) => {
    const isAmbiguous = folders.some((other) => other !== folder && lastOf(other) === lastOf(folder))
    return { folder, name: isAmbiguous ? folder : lastOf(folder) }
  })
}

/** Patterns have no escape, and names hold no ':' and no '*'. */
function isNameable(name: string): boolean {
  return name !== '' && !/[*?{}:]/.test(name)
}

function joined(folder: Path, name: string): Path {
  return folder === '' ? name : `${folder}/${name}`
}

function parentOf(path: Path): Path {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')))
}
