/* Which stacks of layers there are: one for each folder that a pattern takes, and what each takes for its layers. */
import { compileBranch, type Matcher } from '../../rules/model/glob-match.ts'
import type { Branch, Glob } from '../../rules/model/glob.ts'
import type { Path } from '../../rules/model/place.ts'
import { groupBy } from '../../rules/model/group-by.ts'
import type { Layer } from '../../rules/model/policy.ts'
import { remembered } from '../../rules/model/remembered.ts'
import type { LayerConfig, Placed, StackConfig } from './config.ts'
import { mostSpecific, type Taken } from './most-specific.ts'
import { bySpecificity } from './specificity.ts'

export interface LaidStack {
  readonly config: StackConfig
  readonly folder: Path
  readonly layers: readonly Layer[]
  /** Another whose pattern has as good a claim to the folder. */
  readonly rival?: StackConfig
  named(name: string): LayerHome | undefined
  /** By the patterns of the layers; of a path below the folder. */
  byFiles(path: Path): LayerHome | undefined
  /** The outermost folder of a layer's name; of Python, a file of that name, too. A path that ends in `/` is a folder. */
  byNames(path: Path): LayerHome | undefined
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

/** By their folders, outermost first. What is said from different folders holds side by side. */
export function laidStacks(configs: readonly StackConfig[], files: readonly Path[]): readonly LaidStack[] {
  const said = [...groupBy(configs, ({ within }) => within).values()]
  const folders = [...new Set(files.map(folderOf))]
  return said.flatMap((from) => laidFrom(from, folders.filter((folder) => below(from[0]?.within ?? '', folder) !== undefined))).sort((a, b) => (a.folder < b.folder ? -1 : a.folder > b.folder ? 1 : 0))
}

/** Of two patterns that take one folder the more specific lays it out. */
function laidFrom(configs: readonly StackConfig[], folders: readonly Path[]): readonly LaidStack[] {
  const claims = new Map<Path, Claim[]>()
  const claimants = configs.flatMap(claimantsOf)
  for (const folder of folders) {
    for (const { config, branch, folderIn } of claimants) {
      const taken = folderIn(folder)
      if (taken === undefined) continue
      const known = claims.get(taken)
      if (known === undefined) claims.set(taken, [{ config, branch }])
      else if (!known.some((claim) => claim.branch === branch)) known.push({ config, branch })
    }
  }
  return [...claims].flatMap(([folder, all]) => {
    const [first, second] = all.sort((a, b) => bySpecificity(a.branch, b.branch) || a.config.at.span.start - b.config.at.span.start)
    if (first === undefined) return []
    const isRival = second !== undefined && second.config !== first.config && bySpecificity(first.branch, second.branch) === 0
    return laid(first.config, folder, isRival ? second.config : undefined)
  })
}

interface Claim {
  readonly config: StackConfig
  readonly branch: Branch
}

interface Claimant extends Claim {
  /** The first folder on a way that the pattern takes: '' for the root. */
  folderIn(folder: Path): Path | undefined
}

function claimantsOf(config: StackConfig): readonly Claimant[] {
  const { folders, within } = config
  return folders.branches.map((branch) => {
    const matches: Matcher = compileBranch(branch, { extent: 'first-segments', lone: 'folder' })
    return {
      config, branch,
      folderIn(folder) {
        const own = below(within, folder)
        if (own === undefined || own === '') return own === '' && branch.segments.length === 0 ? within : undefined
        // What a slash follows is a folder, and may be what a pattern ends with.
        const found = matches(`${own}/`)
        return found && join(within, own.slice(0, found.end))
      },
    }
  })
}

function laid(config: StackConfig, folder: Path, rival: StackConfig | undefined): LaidStack {
  const homes = config.layers.map((each): LayerHome => ({ config: each, layer: layerAt(each) }))
  const byName = new Map(homes.map((home) => [home.config.name, home]))
  const names = new Map([...byName].filter(([, home]) => home.config.files === undefined))
  const layerOf = new Map(homes.map((home) => [home.config, home.layer]))
  const taking = layerPatterns(config)
  const takenBy = remembered((owner: LayerFiles) => remembered((prefix: Path | undefined): LayerHome | undefined => {
    const layer = layerOf.get(owner.layer)
    return layer && { config: owner.layer, layer, files: owner.files, ...(prefix !== undefined && { folder: join(folder, prefix) }) }
  }))
  const inFolder = remembered((taken: Path): LayerHome | undefined => {
    const home = names.get(taken.slice(taken.lastIndexOf('/') + 1))
    return home && { ...home, folder: taken }
  })
  return {
    config, folder, layers: homes.map(({ layer }) => layer),
    ...(rival !== undefined && { rival }),
    named: (name) => byName.get(name),
    byFiles(path) {
      const own = below(folder, path)
      const taken = own === undefined ? undefined : taking(own)
      const home = taken && takenBy(taken.owner)(taken.prefix === own ? undefined : taken.prefix)
      return home === undefined || taken === undefined || taken.rivals.length === 0 ? home : { ...home, rivals: taken.rivals.map((rival) => rival.layer) }
    },
    byNames(path) {
      if (names.size === 0) return undefined
      const start = folder === '' ? 0 : folder.length + 1
      for (let from = start, slash = path.indexOf('/', start); slash !== -1; from = slash + 1, slash = path.indexOf('/', from)) {
        if (names.has(path.slice(from, slash))) return inFolder(path.slice(0, slash))
      }
      return path.endsWith('.py') ? names.get(path.slice(path.lastIndexOf('/') + 1, -3)) : undefined
    },
  }
}

function layerAt({ name, siblings, closed, height, at }: LayerConfig): Layer {
  return { name, siblings, closed, height, at }
}

interface LayerFiles {
  readonly layer: LayerConfig
  readonly files: Placed<Glob>
}

function layerPatterns({ layers }: StackConfig): (path: Path) => Taken<LayerFiles> | undefined {
  return mostSpecific(layers.flatMap((layer) => (layer.files ?? []).flatMap((files) => {
    const owner = { layer, files }
    return files.value.branches.map((branch) => ({ owner, branch }))
  })))
}

/** The way from a folder to what lies in it; undefined for what does not. */
export function below(folder: Path, path: Path): Path | undefined {
  if (folder === '') return path
  if (path === folder) return ''
  return path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : undefined
}

export function join(folder: Path, own: Path): Path {
  return folder === '' || own === '' ? folder + own : `${folder}/${own}`
}

function folderOf(path: Path): Path {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')))
}
