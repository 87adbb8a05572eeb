import type { Path } from '../../rules/model/place.ts'
import type { Module } from '../../rules/model/policy.ts'
import type { Homes, LayerHome } from './homes.ts'
import type { DeclaredModule } from './modules.ts'

/** Files that live alike. 5,000 files make some 200 of these: what is asked of where files live is asked of them. */
export interface Household {
  readonly declared: DeclaredModule | undefined
  readonly layer: LayerHome | undefined
  /** The declared one, or the folder of a layer. */
  readonly module: Module | undefined
  /** Never empty, in the order of the files. */
  readonly paths: readonly [Path, ...Path[]]
}

/** In the order of their first files. */
export function householdsOf(files: readonly Path[], { declared, layerOf, moduleOf }: Homes): readonly Household[] {
  const byHome = new Map<DeclaredModule | undefined, Map<LayerHome | undefined, [Path, ...Path[]]>>()
  const households: Household[] = []
  for (const path of files) {
    const home = declared.of(path)
    const layer = layerOf(path)
    let byLayer = byHome.get(home)
    if (byLayer === undefined) byHome.set(home, byLayer = new Map())
    const others = byLayer.get(layer)
    if (others !== undefined) {
      others.push(path)
      continue
    }
    const paths: [Path, ...Path[]] = [path]
    byLayer.set(layer, paths)
    households.push({ declared: home, layer, module: moduleOf(path), paths })
  }
  return households
}
