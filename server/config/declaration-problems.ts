/* What modules, layers and tags declare and the files do not bear out. */
import { pathPattern } from '../../rules/model/path-pattern.ts'
import type { Path, Place } from '../../rules/model/place.ts'
import type { Problem } from '../../rules/model/problem.ts'
import { take } from '../../rules/model/take.ts'
import { layersIn, type LayerConfig, type ModuleConfig, type Placed, type TagConfig } from './config.ts'
import { workspacesOf, type Source } from './modules.ts'
import { didYouMean, type Meant } from './nearest.ts'
import { nearest } from '../../rules/model/nearest.ts'
import { nearestPath } from './nearest-path.ts'
import { isInherited, spokenPlace, type Project } from './project.ts'
import { pathHint, type Findings } from './selector-problems.ts'
import { stackProblems } from './stack-problems.ts'
import { windowsHint } from './windows-path.ts'

export function checkDeclarations(project: Project, out: Findings): void {
  const owned = ownership(project)
  for (const module of project.config.modules) out.problems.push(...moduleProblems(project, module, owned))
  for (const { name, first, second } of project.homes.declared.namesakes) {
    out.problems.push({ kind: 'duplicate-name', message: `two modules are called ${name}: ${inFull(first)} and ${inFull(second)}`, at: second.at, hint: `${spokenPlace(project.config, first.at)} says the other` })
  }
  out.problems.push(...rivals(project), ...shadowedNames(project), ...stackProblems(project))
  for (const tag of project.config.tags) if (tag.name === 'test') noteTests(project, tag, out)
}

function inFull({ name, files }: ModuleConfig): string {
  return `${name} (${files.map(({ written }) => written).join(', ')})`
}

interface Ownership {
  readonly modules: ReadonlySet<ModuleConfig>
  readonly patterns: ReadonlySet<unknown>
}

/** Which declarations, and which of their patterns, have a file of their own. */
function ownership({ households }: Project): Ownership {
  const modules = new Set<ModuleConfig>()
  const patterns = new Set<unknown>()
  for (const { declared } of households) {
    if (declared === undefined) continue
    // What two have equal claims to is said as that.
    for (const source of [declared.source, ...declared.rivals]) {
      modules.add(source.config)
      patterns.add(source.files)
    }
  }
  return { modules, patterns }
}

function moduleProblems(project: Project, module: ModuleConfig, owned: Ownership): Problem[] {
  const problems: Problem[] = []
  if (module.layer !== undefined) problems.push(...layerName(project, module, module.layer))
  if (module.optional) return problems
  const empty = module.files.filter((files) => !owned.patterns.has(files) && !takesSome(project, files))
  for (const files of empty) problems.push({ kind: 'no-match', message: `${files.written} takes no file`, at: files.at, ...filesHint(project, files) })
  if (empty.length === 0 && !owned.modules.has(module)) problems.push({ kind: 'no-match', message: `${module.name} has no file of its own: more specific patterns take all of them`, at: module.at, hint: 'say optional: true, or make its pattern more specific' })
  return [...problems, ...(owned.modules.has(module) ? apiProblems(project, module) : [])]
}

function layerName({ config, households }: Project, module: ModuleConfig, { value, at }: Placed<string>): Problem[] {
  const names = layersIn(config).map(({ name }) => name)
  const own = households.filter(({ declared }) => declared?.source.config === module)
  if (names.includes(value)) {
    if (own.length === 0 || own.some(({ layers }) => layers.some(({ layer }) => layer.name === value))) return []
    return [{ kind: 'unknown-name', message: `${module.name} lies in no stack that has a layer ${value}`, at, hint: 'a layer has no say outside the folder of its stack' }]
  }
  return [{ kind: 'unknown-name', message: `no layer is called ${value}`, at, ...(names.length === 0 ? { hint: 'declare it under layers' } : didYouMean(value, names)) }]
}

function takesSome(project: Project, files: Source['files']): boolean {
  if (files.kind === 'workspace') return workspacesOf(files, project.layout).length > 0
  return takesSomeFile(project, files.written, files.glob.captures.includes('layer') ? layersIn(project.config) : undefined)
}

function takesSomeFile({ files }: Project, written: string, layers?: readonly LayerConfig[]): boolean {
  const pattern = pathPattern(written, 'folder')
  if ('mistake' in pattern) return false
  return files.some((path) => {
    const found = pattern.match(path)
    return found !== undefined && (layers === undefined || layers.some(({ name }) => name === found.bindings['layer']))
  })
}

function filesHint(project: Project, files: Source['files']): Meant {
  if (files.kind === 'glob') return pathHint(project, files.written)
  const names = project.layout.workspaces.map(({ name }) => name)
  if (names.length === 0) return { hint: 'the project has no workspace packages' }
  const like = nearest(files.written.slice('workspace:'.length), names)
  return like === undefined ? { hint: `there are ${names.slice(0, 6).join(', ')}` } : { hint: `did you mean workspace:${like}?`, instead: { word: files.written, by: `workspace:${like}` } }
}

function apiProblems(project: Project, module: ModuleConfig): Problem[] {
  const { api } = module
  if (api?.kind === 'exports' && !isWorkspace(project, module)) return [{ kind: 'no-match', message: `${module.name} is no workspace package, so it has no exports`, at: api.at, hint: 'write index, open, or a list of patterns' }]
  if (api?.kind !== 'list') return []
  const inside = project.households.flatMap(({ declared, paths }) => {
    if (declared?.source.config !== module) return []
    const { folder, module: { bindings } } = declared
    return paths.map((path) => ({ path: folder === '' ? path : path.slice(folder.length + 1), bindings }))
  })
  return api.entries.flatMap(({ files }) => files).flatMap(({ value, at }): Problem[] => {
    if (inside.some(({ path, bindings }) => value.bind(bindings).match(path) !== undefined)) return []
    const foreign = windowsHint(value.written)
    const like = nearestPath(value.written, inside.map(({ path }) => path))
    return [{ kind: 'no-match', message: `${value.written} takes no file of ${module.name}`, at, hint: foreign ?? (like === undefined ? "patterns of an api start at the module's folder" : `did you mean ${like}?`) }]
  })
}

function isWorkspace(project: Project, module: ModuleConfig): boolean {
  const folders = new Set(project.layout.workspaces.map(({ folder }) => folder))
  return project.households.some(({ declared }) => declared?.source.config === module && folders.has(declared.folder))
}

/** Two declarations with equal claims to one file: once for each two of them. */
function rivals({ config, households }: Project): Problem[] {
  const problems = new Map<string, Problem>()
  const clash = (path: Path, a: { readonly name: string; readonly at: Place }, b: { readonly name: string; readonly at: Place }): void => {
    // Of one's own file and a base, the file is where it can be put right.
    const isOrdered = isInherited(config, a.at) === isInherited(config, b.at) ? a.at.span.start <= b.at.span.start : isInherited(config, a.at)
    const [first, second] = isOrdered ? [a, b] : [b, a]
    const key = JSON.stringify([first.name, second.name])
    if (!problems.has(key)) problems.set(key, { kind: 'ambiguous', message: `${first.name} and ${second.name} both take ${path}, and neither is more specific`, at: second.at, hint: `${spokenPlace(config, first.at)} says the other: name one more folder in one of them` })
  }
  for (const { declared: home, layers, paths: [path] } of households) {
    const rival = home?.rivals.find(({ config: other }) => other !== home.source.config)
    if (home !== undefined && rival !== undefined) clash(path, { name: home.source.config.name, at: home.source.files.at }, { name: rival.config.name, at: rival.files.at })
    for (const { config: layer, rivals = [] } of layers) {
      const other = rivals.find((each) => each !== layer)
      if (other !== undefined) clash(path, { name: layer.name, at: layer.at }, { name: other.name, at: other.at })
    }
  }
  return [...problems.values()]
}

/** A declared module called as the folder of a layer that stands as a module itself. */
function shadowedNames({ config, households, homes }: Project): Problem[] {
  const folders = new Map<string, Place>()
  for (const { declared, module } of households) if (declared === undefined && module !== undefined) folders.set(module.name, module.at)
  return config.modules.flatMap((module): Problem[] => [...homes.declared.madeBy(module).keys()].flatMap((name) => {
    const at = folders.get(name)
    if (at === undefined) return []
    return [{ kind: 'duplicate-name', message: `two modules are called ${name}: this one, and the folder of a layer`, at: module.at, hint: `${spokenPlace(config, at)} takes the folder: give it to this module's files` }]
  }))
}

/** `test: []` ends the tag; any other that takes nothing is worth a word. */
function noteTests(project: Project, { selector, at }: TagConfig, out: Findings): void {
  if (selector.kind === 'any' && selector.of.length === 0) return
  if (project.files.some((path) => take(selector, { kind: 'file', path }, project.context) !== undefined)) return
  out.notes.push({ at, message: `the tag test takes no file (${spokenPlace(project.config, at)})` })
}
