import type { Layout, Workspace } from '../../../rules/model/layout.ts'
import type { Path } from '../../../rules/model/place.ts'
import type { Problem } from '../../../rules/model/problem.ts'
import { remembered } from '../../../rules/model/remembered.ts'
import { tsconfigBase } from './tsconfig-base.ts'
import { knownFiles } from './known-files.ts'
import type { KnownFiles } from './known-files.ts'
import { manifestOf } from './manifest.ts'
import type { Manifest } from './manifest.ts'
import { openedFiles } from './opened-files.ts'
import { folderOf, isInside, join, nameOf } from './posix-path.ts'
import type { Output } from './source-of.ts'
import { tsconfigOf } from './tsconfig.ts'
import type { Tsconfig } from './tsconfig.ts'
import { tsconfigChains } from './tsconfig-chain.ts'
import { byName, workspaceWorlds } from './workspaces.ts'

export interface LayoutSources {
  /** All listed files, sorted. */
  readonly files: readonly Path[]
  /** A manifest's or a tsconfig's text, those in node_modules too; undefined where there is none. Asked at most once for each path. */
  readonly read: (path: Path) => string | undefined
  /** Where a file lies once symbolic links are followed. Asked of bases of tsconfigs in node_modules only. */
  readonly realPath: (path: Path) => Path
  /** `packages` of each pnpm-workspace.yaml, by its folder. The one who calls reads YAML. */
  readonly pnpmWorkspaces: ReadonlyMap<Path, readonly string[]>
}

/** What resolution asks of the project. Manifests and tsconfigs are read when something first asks for them. */
export interface ResolveLayout extends Layout {
  readonly known: KnownFiles
  /** Grows while manifests and tsconfigs are read: complete once all imports are resolved. In no order. */
  readonly problems: readonly Problem[]
  manifestIn(folder: Path): Manifest | undefined
  /** The manifest of the nearest folder that has one. */
  manifestAbove(folder: Path): Manifest | undefined
  /**
   * The package that a file lies in; a manifest that neither names nor declares anything marks a folder as modules, and makes none. Undefined
   * where the manifest is broken: whom that is a problem for is known to who resolves.
   */
  packageAround(path: Path): Manifest | undefined
  /** A workspace package by name, as a folder sees it: a repository may hold several worlds, and the inner one counts. */
  workspace(name: string, from: Path): Manifest | undefined
  /** The nearest config above a file; of several that it refers to, the one that includes the file. */
  tsconfigOf(path: Path): Tsconfig | undefined
  /** Where the compiler puts what it makes of a package. */
  outputsIn(folder: Path): readonly Output[]
  /** The same for the projects that a config refers to. */
  outputsReferred(config: Tsconfig): readonly Output[]
}

export function layoutOf(sources: LayoutSources): ResolveLayout {
  const { files } = sources
  const read = remembered(sources.read)
  const known = knownFiles(files)
  const problems: Problem[] = []
  const packageFolders = files.filter(path => path.endsWith('package.json') && nameOf(path) === 'package.json').map(folderOf)
  const hasManifest = new Set(packageFolders)

  const parsed = remembered((folder: Path): Manifest | Problem | undefined => {
    const source = hasManifest.has(folder) ? read(join(folder, 'package.json')) : undefined
    return source === undefined ? undefined : manifestOf(folder, source, sources.pnpmWorkspaces.get(folder))
  })
  const manifestIn = remembered((folder: Path): Manifest | undefined => {
    const manifest = parsed(folder)
    if (manifest === undefined || !('kind' in manifest)) return manifest
    problems.push(manifest)
    return undefined
  })
  const manifestAbove = remembered((folder: Path): Manifest | undefined =>
    manifestIn(folder) ?? (folder === '' ? undefined : manifestAbove(folderOf(folder))))

  const packageIn = remembered((folder: Path): Manifest | undefined => {
    const manifest = parsed(folder)
    if (manifest !== undefined && 'kind' in manifest) return undefined
    if (manifest !== undefined && (manifest.name !== undefined || manifest.lists.size > 0)) return manifest
    return folder === '' ? undefined : packageIn(folderOf(folder))
  })

  const roots = [...new Set([...sources.pnpmWorkspaces.keys(), ...packageFolders])].sort()
  const worlds = workspaceWorlds(roots, folder => {
    const pnpm = sources.pnpmWorkspaces.get(folder)
    // The text is searched first, since most manifests outside of workspaces are fixtures, and may well be broken.
    return pnpm ?? (read(join(folder, 'package.json'))?.includes('"workspaces"') ? manifestIn(folder)?.workspaces : undefined) ?? []
  }).map(world => ({ root: world.root, packages: byName([world.root, ...world.folders].map(manifestIn).filter(manifest => manifest !== undefined)) }))

  function workspace(name: string, from: Path): Manifest | undefined {
    return worlds.findLast(({ root, packages }) => packages.has(name) && isInside(root, from))?.packages.get(name)
  }

  const chainOf = tsconfigChains({
    read, problem: problem => problems.push(problem),
    base: tsconfigBase({ exists: path => known.has(path) || read(path) !== undefined, read, realPath: sources.realPath, workspace: (name, from) => workspace(name, from)?.folder }),
  })
  const configAt = remembered((path: Path): Tsconfig | undefined => {
    const chain = chainOf(path)
    return chain && tsconfigOf(chain)
  })
  const configPathAbove = remembered((folder: Path): Path | undefined =>
    ['tsconfig.json', 'jsconfig.json'].map(name => join(folder, name)).find(known.has) ?? (folder === '' ? undefined : configPathAbove(folderOf(folder))))

  function configOf(path: Path): Tsconfig | undefined {
    const nearest = configPathAbove(folderOf(path))
    const config = nearest === undefined ? undefined : configAt(nearest)
    if (!config || config.references.length === 0 || (!config.isEmpty && config.includes(path))) return config
    return referred(config, path, new Set([config.path])) ?? config
  }

  function referred(config: Tsconfig, path: Path, seen: Set<Path>): Tsconfig | undefined {
    for (const reference of config.references) {
      if (seen.has(reference)) continue
      seen.add(reference)
      const one = configAt(reference)
      if (one?.includes(path)) return one
      const further = one && referred(one, path, seen)
      if (further) return further
    }
    return undefined
  }

  const configPaths = files.filter(path => path.endsWith('.json') && /^tsconfig(?:\..+)?\.json$/.test(nameOf(path)))
  const configsIn = new Map<Path, Path[]>()
  for (const path of configPaths) configsIn.set(folderOf(path), [...configsIn.get(folderOf(path)) ?? [], path])
  const outputsIn = remembered((folder: Path): readonly Output[] => configsIn.get(folder)?.flatMap(path => configAt(path)?.outputs ?? []) ?? [])

  const outputsReferred = (config: Tsconfig): readonly Output[] => config.references.flatMap(path => configAt(path)?.outputs ?? [])

  const layout = { files, known, problems, manifestIn, manifestAbove, packageAround: (path: Path) => packageIn(folderOf(path)), workspace, tsconfigOf: configOf, outputsIn, outputsReferred }
  return { ...layout, workspaces: worlds.flatMap(({ packages }) => [...packages.values()]).map(manifest => workspaceOf(layout, manifest)) }
}

function workspaceOf(layout: Omit<ResolveLayout, 'workspaces'>, manifest: Manifest): Workspace {
  let exports: readonly Path[] | undefined
  const workspace = { name: manifest.name ?? '', folder: manifest.folder, declared: manifest.declared }
  // Asked of few packages, and dear where `exports` has patterns.
  const map = manifest.exports
  return map === undefined ? workspace : { ...workspace, get exports() { return exports ??= openedFiles(layout, manifest, map) } }
}
