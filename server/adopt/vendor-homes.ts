import type { Path } from '../../rules/model/place.ts'
import type { Division } from './division.ts'
import type { ProposedLayer } from './name-layers.ts'
import type { Held } from './vendors-held.ts'

/** More places than this are no place: then a person has to say where vendors belong. */
const few = 3

export interface VendorHomes {
  /** Selectors of the places whose files import SDKs: packages and folders that are modules, else layers, else files. Sorted. */
  readonly places: readonly string[]
  /** How many files elsewhere get an SDK from files that hand it on. */
  readonly reached: number
}

/** Undefined where nothing is held, or nearly everywhere: a permission for all guards nothing. */
export function vendorHomes(held: readonly Held[], layers: readonly ProposedLayer[], modules: Division | undefined): VendorHomes | undefined {
  const homeOf = (path: Path): string => {
    const module = modules?.parts[modules.partOf(path)]
    return module?.name ?? layers.find(({ folders }) => folders.some((folder) => path.startsWith(`${folder}/`)))?.name ?? `path:${path}`
  }
  const homes = new Set(held.flatMap(({ files }) => files.map(homeOf)))
  const places = modules?.parts.length ?? layers.length
  const isEverywhere = places > 0 && [...homes].filter((home) => !home.startsWith('path:')).length >= places
  if (homes.size === 0 || homes.size > few || isEverywhere) return undefined
  const reached = new Set(held.flatMap(({ reached }) => reached.filter((path) => !homes.has(homeOf(path)))))
  return { places: [...homes].sort(), reached: reached.size }
}
