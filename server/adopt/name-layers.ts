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

export interface NamedLayers {
  /** The folder of the stack; '' for a list that speaks for the whole project. */
  readonly within: Path
  /** Highest first, a list for each height. */
  readonly heights: readonly (readonly ProposedLayer[])[]
}

export const noLayers: NamedLayers = { within: '', heights: [] }

/** More names than this are no name. */
const fewNames = 3

/** What the layers are called: as their folders. A layer takes the folders of its name at any depth, so that where others bear it too, the list must speak for less. */
export function nameLayers(division: Division, arrangement: Arrangement, sources: readonly Path[]): NamedLayers {
  const everywhere = namedWithin('', division, arrangement, sources)
  if (division.within === '' || isPlain(everywhere)) return everywhere
  const below = namedWithin(division.within, division, arrangement, sources.filter((path) => path.startsWith(`${division.within}/`)))
  return writtenIn(below) < writtenIn(everywhere) ? below : everywhere
}

function namedWithin(within: Path, division: Division, { heights }: Arrangement, sources: readonly Path[]): NamedLayers {
  const short = new Map(inShort(division.parts.map(({ folder }) => folder)).map(({ folder, name }) => [folder, name]))
  const nameOf = (folder: Path): string => short.get(folder) ?? folder
  const foldersOf = (parts: readonly number[]): readonly Path[] => parts.map((part) => division.parts[part]?.folder ?? '')
  const single = heights.flat().filter((parts) => parts.length === 1).flatMap(foldersOf)
  const several = heights.flat().filter((parts) => parts.length > 1).flatMap(foldersOf)
  const plain = takingOnlyTheirOwn(new Map(single.map((folder) => [folder, nameOf(folder)])), several, sources, within)
  const size = (folder: Path): number => division.parts.find((part) => part.folder === folder)?.files ?? 0
  return {
    within,
    heights: heights.map((side) => side.map((parts) => {
      const folders = foldersOf(parts)
      const [largest = ''] = [...folders].sort((a, b) => size(b) - size(a))
      const name = folders.length > fewNames ? `${nameOf(largest)}-and-others` : folders.map(nameOf).join('-')
      return { name, folders, parts, isWritten: !folders.every((folder) => plain.has(folder)) }
    })),
  }
}

/** Folders that their names alone take: the outermost folder on a file's path that bears a layer's name counts, unless the folder of a layer is written. */
function takingOnlyTheirOwn(nameOf: ReadonlyMap<Path, string>, written: readonly Path[], sources: readonly Path[], within: Path): ReadonlySet<Path> {
  const start = within === '' ? 0 : within.length + 1
  const plain = new Map([...nameOf].filter(([, name]) => !name.includes('/')).map(([folder, name]) => [name, folder]))
  for (let size = -1; size !== plain.size;) {
    size = plain.size
    const apart = [...written, ...[...nameOf].flatMap(([folder, name]) => plain.get(name) === folder ? [] : [folder])]
    for (const path of sources) {
      const segments = path.slice(start).split('/').slice(0, -1)
      const outermost = segments.findIndex((segment) => plain.has(segment))
      if (outermost < 0 || apart.some((folder) => path.startsWith(`${folder}/`))) continue
      const name = segments[outermost] ?? ''
      const taken = path.slice(0, start) + segments.slice(0, outermost + 1).join('/')
      if (plain.get(name) !== taken) plain.delete(name)
    }
  }
  return new Set(plain.values())
}

function isPlain(named: NamedLayers): boolean {
  return writtenIn(named) === 0
}

function writtenIn({ heights }: NamedLayers): number {
  return heights.flat().filter(({ isWritten }) => isWritten).length
}
