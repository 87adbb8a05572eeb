import type { Path } from '../../rules/model/place.ts'
import type { Module } from '../../rules/model/policy.ts'
import type { Homes } from './homes.ts'
import type { DeclaredModule } from './modules.ts'
import type { LayerHome } from './stacks.ts'

/** Files that live alike. 5,000 files make some 200 of these: what is asked of where files live is asked of them. */
export interface Household {
  readonly declared: DeclaredModule | undefined
  /** Of each stack that has one for them, the outermost first. */
  readonly layers: readonly LayerHome[]
  /** The declared one, or the folder of a layer. */
  readonly module: Module | undefined
  /** Never empty, in the order of the files. */
  readonly paths: readonly [Path, ...Path[]]
}

/** In the order of their first files. */
export function householdsOf(files: readonly Path[], { declared, layersOf, moduleOf }: Homes): readonly Household[] {
  const byHome = new Map<DeclaredModule | undefined, Map<readonly LayerHome[], [Path, ...Path[]]>>()
  const households: Household[] = []
  for (const path of files) {
    const home = declared.of(path)
    const layers = layersOf(path)
    let byLayers = byHome.get(home)
    if (byLayers === undefined) byHome.set(home, byLayers = new Map())
    const others = byLayers.get(layers)
    if (others !== undefined) {
      others.push(path)
      continue
    }
    const paths: [Path, ...Path[]] = [path]
    byLayers.set(layers, paths)
    households.push({ declared: home, layers, module: moduleOf(path), paths })
  }
  return households
}
