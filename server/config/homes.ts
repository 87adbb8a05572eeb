/* Where a path lives: its module, its layers, and the folder that either took. */
import { groupBy } from '../../rules/model/group-by.ts'
import type { Layout } from '../../rules/model/layout.ts'
import type { Path } from '../../rules/model/place.ts'
import type { Module, Stack } from '../../rules/model/policy.ts'
import { remembered } from '../../rules/model/remembered.ts'
import type { Config } from './config.ts'
import { oneWay } from './module-api.ts'
import { declaredModules, type DeclaredModules } from './modules.ts'
import { below, laidStacks, type LaidStack, type LayerHome } from './stacks.ts'

export interface Homes {
  readonly declared: DeclaredModules
  /** As they stand in folders, outermost first. */
  readonly laid: readonly LaidStack[]
  readonly stacks: readonly Stack[]
  moduleOf(path: Path): Module | undefined
  folderOf(path: Path): Path | undefined
  /** One for each stack that has a layer for it, the outermost first. The same list for files that live alike. */
  layersOf(path: Path): readonly LayerHome[]
}

export function homes(config: Config, layout: Layout): Homes {
  const declared = declaredModules(config, layout)
  const laid = laidStacks(config.stacks, layout.files)
  const stacksAt = groupBy(laid, ({ folder }) => folder)
  const ownModules = new Map<Path, Module>()
  const workspaceAt = new Map(layout.workspaces.map((workspace) => [workspace.folder, workspace]))
  const oneList = interned<LayerHome>()

  const stacksAround = remembered((folder: Path): readonly LaidStack[] => {
    const own = stacksAt.get(folder)
    const outer = folder === '' ? [] : stacksAround(folder.slice(0, Math.max(0, folder.lastIndexOf('/'))))
    return own === undefined ? outer : [...outer, ...own]
  })

  function homeIn(stack: LaidStack, path: Path): LayerHome | undefined {
    const home = declared.of(path)
    const said = home?.module.layer === undefined ? undefined : stack.named(home.module.layer)
    return said ?? stack.byFiles(path) ?? stack.byNames(home === undefined || holds(home.folder, stack.folder) ? path : `${home.folder}/`)
  }

  const layersOf = remembered((path: Path) => oneList(stacksAround(path.slice(0, Math.max(0, path.lastIndexOf('/')))).flatMap((stack) => homeIn(stack, path) ?? [])))

  function layerIn({ layers }: LaidStack, path: Path): LayerHome | undefined {
    return layersOf(path).find(({ layer }) => layers.includes(layer))
  }

  /** The folder of a layer that no declared module covers stands as a module; of several the innermost. */
  function ownModule(path: Path): Module | undefined {
    const home = layersOf(path).findLast(({ folder }) => folder !== undefined && folder !== '')
    if (home?.folder === undefined) return undefined
    const known = ownModules.get(home.folder)
    if (known !== undefined) return known
    const exports = workspaceAt.get(home.folder)?.exports
    const module: Module = {
      name: home.folder, bindings: {}, layer: home.layer.name, tags: [], mode: 'checked', at: home.layer.at,
      api: exports === undefined ? 'open' : oneWay((file) => exports.includes(file), home.layer.at, 'exports'),
    }
    ownModules.set(home.folder, module)
    return module
  }

  function partOf(stack: LaidStack, path: Path): string | undefined {
    const home = declared.of(path)
    const folder = layerIn(stack, path)?.folder
    // A module that the whole stack lies in is no part of one of its layers.
    if (home !== undefined && (folder === undefined || !holds(home.folder, stack.folder))) return home.module.name
    const inside = folder === undefined ? undefined : below(folder, path)
    const slash = inside?.indexOf('/') ?? -1
    return inside === undefined || slash === -1 ? undefined : `${folder === '' ? '' : `${folder}/`}${inside.slice(0, slash)}`
  }

  return {
    declared, laid, layersOf,
    moduleOf: (path) => declared.of(path)?.module ?? ownModule(path),
    folderOf: (path) => declared.of(path)?.folder ?? layersOf(path).findLast(({ folder }) => folder !== undefined)?.folder,
    stacks: laid.map((stack): Stack => ({
      folder: stack.folder, layers: stack.layers, kinds: stack.config.kinds,
      ...(stack.config.reach !== undefined && { reach: stack.config.reach }),
      layerOf: (path) => layerIn(stack, path)?.layer,
      partOf: (path) => partOf(stack, path),
    })),
  }
}

function holds(outer: Path, folder: Path): boolean {
  return outer === '' || below(outer, folder) !== undefined
}

/** Lists of the same things are the same list. */
function interned<T>(): (list: readonly T[]) => readonly T[] {
  interface Node { readonly list: readonly T[]; readonly next: Map<T, Node> }
  const root: Node = { list: [], next: new Map() }
  return (list) => {
    let node = root
    for (const each of list) {
      const known: Node = node.next.get(each) ?? { list: [...node.list, each], next: new Map() }
      node.next.set(each, known)
      node = known
    }
    return node.list
  }
}
