/* Which module a path is in, as the configuration declares them. Folders that a layer took are added in homes.ts. */
import { fillGlob, type Branch } from '../../rules/model/glob.ts'
import type { Layout, Workspace } from '../../rules/model/layout.ts'
import type { Path } from '../../rules/model/place.ts'
import type { Module } from '../../rules/model/policy.ts'
import type { Bindings } from '../../rules/model/selector.ts'
import { layersIn, type Config, type FilesConfig, type HeirConfig, type ModuleConfig } from './config.ts'
import { apiOf, both } from './module-api.ts'
import { mostSpecific, type Owned, type Taken } from './most-specific.ts'

/** A declaration with one of its patterns. */
export interface Source {
  readonly config: ModuleConfig
  readonly files: FilesConfig
  /** Of `workspace:`. */
  readonly workspace?: Workspace
}

export interface DeclaredModule {
  readonly module: Module
  /** The folder from which its api's patterns start. */
  readonly folder: Path
  readonly source: Source
  /** Other declarations that have as good a claim. */
  readonly rivals: readonly Source[]
}

export interface DeclaredModules {
  of(path: Path): DeclaredModule | undefined
  /** The modules that a declaration has made so far, by name. */
  madeBy(config: ModuleConfig): ReadonlyMap<string, Module>
  /** Two modules of one name, met so far. */
  readonly namesakes: readonly { readonly name: string; readonly first: ModuleConfig; readonly second: ModuleConfig }[]
}

export function declaredModules(config: Config, layout: Layout): DeclaredModules {
  const layerNames = layersIn(config).map(({ name }) => name)
  const workspaceAt = new Map(layout.workspaces.map((workspace) => [workspace.folder, workspace]))
  const takenBy = mostSpecific(config.modules.flatMap((module) => ownedBy(module, layout, layerNames)))
  // An heir's folder is a module as far as the project has none there: it cannot take its files out of what holds for them.
  const leftFor = mostSpecific(config.heirs.flatMap(({ module }) => ownedBy(module, layout, layerNames)))
  const byName = new Map<string, { readonly module: Module; readonly config: ModuleConfig; readonly key: string }>()
  const made = new Map<ModuleConfig, Map<string, Module>>()
  const namesakes: DeclaredModules['namesakes'][number][] = []
  const answers = new Map<Path, DeclaredModule | undefined>()
  const homes = new Map<Source, Map<Path, DeclaredModule>>()

  function find(path: Path): DeclaredModule | undefined {
    const taken = takenBy(path) ?? leftFor(path)
    if (taken === undefined) return undefined
    const { owner: source, prefix, rivals } = taken
    const folder = prefix === path ? folderOf(path) : prefix
    const inFolder = homes.get(source) ?? new Map<Path, DeclaredModule>()
    homes.set(source, inFolder)
    // What is matched is the folder, so all below it have one answer.
    const known = prefix === path ? undefined : inFolder.get(prefix)
    if (known !== undefined && rivals.length === 0 && known.rivals.length === 0) return known
    const bindings = bindingsOf(taken)
    const home: DeclaredModule = { module: moduleOf(source, bindings, folder), folder, source, rivals }
    if (prefix !== path) inFolder.set(prefix, home)
    return home
  }

  /** Of a module that the project declares, those who say more of the same folder. */
  function heirsOf(name: string, written: ModuleConfig): readonly HeirConfig[] {
    return config.heirs.filter((heir) => {
      const taken = heir.module === written ? undefined : takenBy(heir.path)
      return taken?.owner.config === written && taken.prefix === heir.folder && fillGlob(written.template, bindingsOf(taken)) === name
    })
  }

  function moduleOf(source: Source, bindings: Bindings, folder: Path): Module {
    const name = fillGlob(source.config.template, bindings)
    const key = JSON.stringify(Object.entries(bindings).sort())
    const known = byName.get(name)
    if (known !== undefined) {
      if ((known.config !== source.config || known.key !== key) && !namesakes.some((pair) => pair.name === name)) namesakes.push({ name, first: known.config, second: source.config })
      return known.module
    }
    const module = makeModule(source, name, bindings, folder)
    byName.set(name, { module, config: source.config, key })
    made.set(source.config, (made.get(source.config) ?? new Map<string, Module>()).set(name, module))
    return module
  }

  function makeModule({ config: written }: Source, name: string, bindings: Bindings, folder: Path): Module {
    const heirs = heirsOf(name, written)
    const layer = written.layer?.value ?? (layerNames.includes(bindings['layer'] ?? '') ? bindings['layer'] : undefined) ?? heirs.find((heir) => heir.module.layer !== undefined)?.module.layer?.value
    const [owner, why] = (['owner', 'why'] as const).map((key) => written[key] ?? heirs.find((heir) => heir.module[key] !== undefined)?.module[key])
    const inside = (path: Path): Path => below(declared.of(path)?.folder ?? '', path)
    const open = (of: ModuleConfig): Module['api'] => apiOf(of, bindings, workspaceAt.get(folder), inside)
    return {
      name, bindings,
      ...(layer === undefined ? {} : { layer }),
      tags: [...written.tags, ...Object.entries(bindings).map(([capture, value]) => `${capture}:${value}`)],
      ...(owner === undefined ? {} : { owner }),
      ...(why === undefined ? {} : { why }),
      mode: written.mode,
      api: heirs.reduce((api, heir) => (heir.module.api === undefined ? api : both(api, open(heir.module), heir.folder)), open(written)),
      at: written.at,
    }
  }

  const declared: DeclaredModules = {
    of(path) {
      let answer = answers.get(path)
      if (answer === undefined && !answers.has(path)) answers.set(path, answer = find(path))
      return answer
    },
    madeBy: (module) => made.get(module) ?? new Map(),
    namesakes,
  }
  return declared
}

function bindingsOf({ owner, bindings }: Taken<Source>): Bindings {
  return owner.workspace === undefined ? bindings : { name: owner.workspace.name, ...bindings, ...scopeBindings(owner) }
}

function ownedBy(config: ModuleConfig, layout: Layout, layerNames: readonly string[]): Owned<Source>[] {
  return config.files.flatMap((files): Owned<Source>[] => {
    if (files.kind === 'glob') return files.glob.branches.map((branch) => ({ owner: { config, files }, branch, matched: onlyLayers(branch, layerNames) }))
    return workspacesOf(files, layout).flatMap((workspace) => literalBranch(workspace.folder).map((branch) => ({ owner: { config, files, workspace }, branch })))
  })
}

/** The workspace packages so named. The root is one only where it is named in full, or it would take whatever no package has. */
export function workspacesOf(files: Extract<FilesConfig, { kind: 'workspace' }>, layout: Layout): readonly Workspace[] {
  const glob = files.written.slice('workspace:'.length)
  return layout.workspaces.filter(({ name, folder }) => (folder === '' ? glob === name : workspaceBindings(files, name) !== undefined))
}

/** A `*` in front takes a scope too. */
function workspaceBindings(files: Extract<FilesConfig, { kind: 'workspace' }>, name: string): Bindings | undefined {
  const bindings = files.name.match(name)
  if (bindings !== undefined || !files.written.startsWith('workspace:*')) return bindings
  return name.startsWith('@') ? files.name.match(name.slice(name.indexOf('/') + 1)) : undefined
}

function scopeBindings({ files, workspace }: Source): Bindings {
  return files.kind === 'workspace' && workspace !== undefined ? (workspaceBindings(files, workspace.name) ?? {}) : {}
}

export function literalBranch(folder: Path): readonly Branch[] {
  if (folder === '') return [{ segments: [], captures: [] }]
  return [{ segments: folder.split('/').map((text) => ({ kind: 'single', form: 'literal', pieces: [{ kind: 'text', text }] })), captures: [] }]
}

/** A capture called `layer` takes layers' names only, and is compared as the capture it looks like. */
function onlyLayers(branch: Branch, layerNames: readonly string[]): Branch {
  if (!branch.captures.includes('layer')) return branch
  const of = layerNames.map((text) => [{ kind: 'text' as const, text }])
  return {
    captures: branch.captures,
    segments: branch.segments.map((segment) => {
      if (segment.kind === 'many') return segment.capture === 'layer' ? { kind: 'single', form: 'lone', pieces: [{ kind: 'capture', name: 'layer', of }] } : segment
      return { ...segment, pieces: segment.pieces.map((piece) => (piece.kind === 'capture' && piece.name === 'layer' && piece.of === undefined ? { ...piece, of } : piece)) }
    }),
  }
}

export function folderOf(path: Path): Path {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')))
}

function below(folder: Path, path: Path): Path {
  return folder === '' ? path : path.slice(folder.length + 1)
}
