/* Where a path lives: its module, its layer, and the folder that either took. */
import type { Layout } from '../../rules/model/layout.ts'
import type { Path } from '../../rules/model/place.ts'
import type { Layer, Module, Stack } from '../../rules/model/policy.ts'
import type { Config, LayerConfig, Placed } from './config.ts'
import type { Glob } from '../../rules/model/glob.ts'
import { declaredModules, oneWay, type DeclaredModules } from './modules.ts'
import { mostSpecific, type Taken } from './most-specific.ts'

export interface Homes {
  readonly declared: DeclaredModules
  readonly stacks: readonly Stack[]
  moduleOf(path: Path): Module | undefined
  folderOf(path: Path): Path | undefined
  layerOf(path: Path): LayerHome | undefined
}

export interface LayerHome {
  readonly layer: Layer
  readonly config: LayerConfig
  /** What the layer took; absent where the path's module says its layer. */
  readonly folder?: Path
  /** The pattern that took it. */
  readonly files?: Placed<Glob>
  /** Other layers whose patterns have as good a claim. */
  readonly rivals?: readonly LayerConfig[]
}

export function homes(config: Config, layout: Layout): Homes {
  const declared = declaredModules(config, layout)
  const layers = new Map(config.layers.flatMap((row, height) => row.map((each) => [each, layerAt(each, height)] as const)))
  const byName = new Map([...layers].map(([each, layer]) => [each.name, { config: each, layer }]))
  const named = new Map([...byName].filter(([, { config: each }]) => each.files === undefined))
  const layerTaking = layerPatterns(config)
  const layerFolders = new Map<Path, LayerHome>()
  const layerAnswers = new Map<Path, LayerHome | undefined>()
  const ownModules = new Map<Path, Module>()
  const workspaceAt = new Map(layout.workspaces.map((workspace) => [workspace.folder, workspace]))

  function findLayer(path: Path): LayerHome | undefined {
    const home = declared.of(path)
    const said = home?.module.layer === undefined ? undefined : byName.get(home.module.layer)
    if (said !== undefined) return said
    const taken = layerTaking(path)
    const layer = taken === undefined ? undefined : layers.get(taken.owner.layer)
    if (taken !== undefined && layer !== undefined) return { config: taken.owner.layer, layer, files: taken.owner.files, rivals: taken.rivals.map((rival) => rival.layer), ...(taken.prefix === path ? {} : { folder: taken.prefix }) }
    const found = home === undefined || home.folder === '' ? byFolderName(path, named) : byFolderName(`${home.folder}/`, named)
    return found?.folder === undefined ? found : sameFor(found.folder, found)
  }

  /** All below one folder have one home. */
  function sameFor(folder: Path, home: LayerHome): LayerHome {
    const known = layerFolders.get(folder) ?? home
    layerFolders.set(folder, known)
    return known
  }

  function layerOf(path: Path): LayerHome | undefined {
    let answer = layerAnswers.get(path)
    if (answer === undefined && !layerAnswers.has(path)) layerAnswers.set(path, answer = findLayer(path))
    return answer
  }

  /** The folder of a layer that no declared module covers stands as a module. */
  function ownModule(path: Path): Module | undefined {
    const home = layerOf(path)
    if (home?.folder === undefined || home.folder === '') return undefined
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

  function partOf(path: Path): string | undefined {
    const home = declared.of(path)
    if (home !== undefined) return home.module.name
    const folder = layerOf(path)?.folder
    if (folder === undefined) return undefined
    const below = folder === '' ? path : path.slice(folder.length + 1)
    const slash = below.indexOf('/')
    return slash === -1 ? undefined : `${folder === '' ? '' : `${folder}/`}${below.slice(0, slash)}`
  }

  return {
    declared, layerOf,
    moduleOf: (path) => declared.of(path)?.module ?? ownModule(path),
    folderOf: (path) => declared.of(path)?.folder ?? layerOf(path)?.folder,
    stacks: layers.size === 0 ? [] : [{ folder: '', layers: [...layers.values()], layerOf: (path) => layerOf(path)?.layer, partOf }],
  }
}

function layerAt({ name, siblings, closed, at }: LayerConfig, height: number): Layer {
  return { name, siblings, closed, height, at }
}

function layerPatterns(config: Config): (path: Path) => Taken<{ readonly layer: LayerConfig; readonly files: Placed<Glob> }> | undefined {
  return mostSpecific(config.layers.flat().flatMap((layer) => (layer.files ?? []).flatMap((files) => {
    const owner = { layer, files }
    return files.value.branches.map((branch) => ({ owner, branch }))
  })))
}

/** The outermost folder so named; of Python, a file of that name too. A path that ends in `/` is a folder. */
function byFolderName(path: Path, named: ReadonlyMap<string, { readonly config: LayerConfig; readonly layer: Layer }>): LayerHome | undefined {
  if (named.size === 0) return undefined
  for (let start = 0, slash = path.indexOf('/'); slash !== -1; start = slash + 1, slash = path.indexOf('/', start)) {
    const found = named.get(path.slice(start, slash))
    if (found !== undefined) return { ...found, folder: path.slice(0, slash) }
  }
  return path.endsWith('.py') ? named.get(path.slice(path.lastIndexOf('/') + 1, -3)) : undefined
}
