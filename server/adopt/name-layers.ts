import type { Path } from '../../rules/model/place.ts'
import type { Arrangement } from './arrange.ts'
import { inShort, type Division } from './division.ts'

export interface ProposedLayer {
  readonly name: string
  readonly folders: readonly Path[]
  /** The name alone would not take these folders and no others: they must be written. */
  readonly isWritten: boolean
  /** Indexes into the division's parts. */
  readonly parts: readonly number[]
}

/** More names than this are no name. */
const fewNames = 3

/** What the layers are called, highest first, a list for each height: as their folders, where a layer takes the folders of its name at any depth. */
export function nameLayers(division: Division, { heights }: Arrangement, sources: readonly Path[]): readonly (readonly ProposedLayer[])[] {
  const short = new Map(inShort(division.parts.map(({ folder }) => folder)).map(({ folder, name }) => [folder, name]))
  const nameOf = (folder: Path): string => short.get(folder) ?? folder
  const foldersOf = (parts: readonly number[]): readonly Path[] => parts.map((part) => division.parts[part]?.folder ?? '')
  const single = heights.flat().filter((parts) => parts.length === 1).flatMap(foldersOf)
  const several = heights.flat().filter((parts) => parts.length > 1).flatMap(foldersOf)
  const plain = takingOnlyTheirOwn(new Map(single.map((folder) => [folder, nameOf(folder)])), several, sources)
  const size = (folder: Path): number => division.parts.find((part) => part.folder === folder)?.files ?? 0
  return heights.map((side) => side.map((parts) => {
    const folders = foldersOf(parts)
    const [largest = ''] = [...folders].sort((a, b) => size(b) - size(a))
    const name = folders.length > fewNames ? `${nameOf(largest)}-and-others` : folders.map(nameOf).join('-')
    return { name, folders, parts, isWritten: !folders.every((folder) => plain.has(folder)) }
  }))
}

/** Folders that their names alone take: the outermost folder on a file's path that bears a layer's name counts, unless the folder of a layer is written. */
function takingOnlyTheirOwn(nameOf: ReadonlyMap<Path, string>, written: readonly Path[], sources: readonly Path[]): ReadonlySet<Path> {
  const folders = [...nameOf.keys(), ...written]
  const isInner = (folder: Path): boolean => folders.some((other) => folder.startsWith(`${other}/`))
  const plain = new Map([...nameOf].filter(([folder, name]) => !name.includes('/') && !isInner(folder)).map(([folder, name]) => [name, folder]))
  for (let size = -1; size !== plain.size;) {
    size = plain.size
    const apart = [...written, ...[...nameOf].flatMap(([folder, name]) => plain.get(name) === folder ? [] : [folder])]
    for (const path of sources) {
      const segments = path.split('/').slice(0, -1)
      const outermost = segments.findIndex((segment) => plain.has(segment))
      if (outermost < 0 || apart.some((folder) => path.startsWith(`${folder}/`))) continue
      const name = segments[outermost] ?? ''
      const taken = segments.slice(0, outermost + 1).join('/')
      if (plain.get(name) !== taken) plain.delete(name)
    }
  }
  return new Set(plain.values())
}
