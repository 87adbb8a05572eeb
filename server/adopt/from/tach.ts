// Tach's configuration, said in bulkhead's words: each module by its dotted name.
// Source: docs/usage/{configuration,layers,interfaces,deprecate,unchecked-modules}.md of Tach 0.30 (checked 2026-11)

import type { Layout } from '../../../rules/model/layout.ts'
import type { Path } from '../../../rules/model/place.ts'
import { nameOf, nothingBeside, unreadBeside, type Beside } from './beside.ts'
import type { Draft, Entry, Unsaid, Yaml } from './draft.ts'
import { withIds } from './ids.ts'
import { leftover } from './leftover.ts'
import { pythonTree, unreadOpening, type PythonTree } from './python.ts'
import { isSettings, listIn, settingsIn, textIn, textsIn, type Settings } from './reading.ts'
import { sourceRoots, tachConfig, type TachModule } from './tach/config.ts'
import { interfacesOf, type Interfaces } from './tach/interfaces.ts'

export function speaksOfTach(config: unknown): boolean {
  return tachConfig(config, nothingBeside) !== undefined
}

export function isTachFile(path: Path): boolean {
  return nameOf(path) === 'tach.domain.toml'
}

const rootName = '<root>'
const unassigned = 'unassigned'

interface Scene {
  readonly settings: Settings
  readonly modules: readonly TachModule[]
  readonly layers: readonly { readonly name: string; readonly closed: boolean }[]
  readonly tree: PythonTree
  readonly interfaces: Interfaces
  readonly files: ReadonlySet<Path>
  /** Whether what lies in no module may be used by all. */
  readonly isRootFree: boolean
}

export function draftOf(config: unknown, { files }: Layout, beside: Beside): Draft {
  const { settings, modules: all, interfaces } = tachConfig(config, beside) ?? { settings: {}, modules: [], interfaces: [] }
  // What is said of one module later goes over what was said of it before.
  const modules = [...new Map(all.map((module) => [module.path, module])).values()]
  const scene: Scene = {
    settings, modules, files: new Set(files), tree: pythonTree(files, sourceRoots(settings)), interfaces: interfacesOf(interfaces, modules, (path) => selectorOf(path, modules)),
    layers: listIn(settings['layers']).flatMap((layer) => (typeof layer === 'string' ? [{ name: layer, closed: false }] : isSettings(layer) && textIn(layer['name']) !== undefined ? [{ name: String(layer['name']), closed: layer['closed'] === true }] : [])),
    isRootFree: settings['root_module'] === undefined || settings['root_module'] === 'ignore',
  }
  const usesFree = scene.isRootFree && modules.some((module) => Array.isArray(module.settings['depends_on']) && module.settings['unchecked'] !== true)
  return {
    opening: [...unreadOpening('x.py', 'Python')],
    entries: [
      { section: 'version', what: 'version', value: 1, isSetting: true },
      ...textsIn(settings['exclude']).map((value): Entry => ({ section: 'ignore', what: 'exclude', value: value.replace(/\/$/, ''), isSetting: true })),
      { section: 'imports', what: 'imports', value: { ...(settings['ignore_type_checking_imports'] !== false && { kinds: { any: 'all', not: 'type' } }), reexports: 'stop' }, isSetting: true, remark: 'Tach leaves out what is imported for type checking alone, and looks at what an import names, not at where the symbol is defined.' },
      { section: 'tags', what: 'tests', key: 'test', value: [], isSetting: true, remark: 'Tach judges tests as all other files; without this line they may import what they like.' },
      ...(usesFree ? [{ section: 'tags', what: 'root_module', key: unassigned, value: { any: '*', not: 'module:**' }, isSetting: true, remark: 'What lies in no module is used by all.' } satisfies Entry] : []),
      ...layersOf(scene), ...modules.map((module) => moduleOf(module, scene)), ...rootOf(scene),
      ...withIds(modules.flatMap((module) => rulesOf(module, modules))), ...checksOf(settings),
    ],
    unsaid: [...scene.interfaces.unsaid, ...modules.flatMap(unsaidOfModule), ...unsaidOf(settings), ...unreadBeside(beside)],
  }
}

function layersOf({ layers, modules, tree }: Scene): readonly Entry[] {
  return layers.map(({ name, closed }): Entry => {
    const files = modules.filter((module) => module.settings['layer'] === name).flatMap(({ path }) => filesOf(path, tree))
    return { section: 'layers', what: `layer ${name}`, value: files.length === 0 || closed ? { name, ...(files.length === 0 ? { files: [], optional: true } : { files: one(files) }), ...(closed && { closed: true }) } : { name, files: one(files) }, isSetting: true }
  })
}

function moduleOf(module: TachModule, scene: Scene): Entry {
  const { path, settings } = module
  const isOpen = settings['unchecked'] === true
  const isCommon = settings['utility'] === true
  const uses = usesOf(module, scene)
  const packages = settings['depends_on_external']
  const layer = textIn(settings['layer'])
  const visibility = settings['visibility']
  const api = settings['strict'] === true ? 'index' : scene.interfaces.apiOf(path, placeOf(path, scene))
  const value: { readonly [key: string]: Yaml } = {
    files: path === rootName ? '**' : one(filesOf(path, scene.tree)),
    ...(layer !== undefined && scene.layers.some(({ name }) => name === layer) && { layer }),
    ...(uses !== undefined && { uses: uses }),
    ...(Array.isArray(visibility) && !textsIn(visibility).includes('*') && { usedBy: textsIn(visibility).flatMap((each) => selectorOf(each, scene.modules) ?? []) }),
    ...(Array.isArray(packages) && { packages: [...textsIn(packages).map((name) => name.replaceAll('.', '/'))] }),
    ...(api !== undefined && { api }),
    ...((isOpen || isCommon) && { mode: isOpen ? 'open' : 'common' }),
    ...(path.includes('*') && { optional: true }),
  }
  return { section: 'modules', what: `module ${path}`, key: nameFor(path), value, ...(isOpen && { remark: 'Tach leaves only its own imports alone; here what others import of it is as free.' }) }
}

/** Lower layers need no word, the same layer does. What lies in no module is nobody's where the root is ignored. */
function usesOf({ settings }: TachModule, { modules, layers, isRootFree }: Scene): Yaml | undefined {
  const listed = settings['depends_on']
  if (!Array.isArray(listed) || settings['unchecked'] === true) return undefined
  const names = dependencies(listed).flatMap(({ path }) => selectorOf(path, modules) ?? [])
  const own = layers.findIndex(({ name }) => name === settings['layer'])
  return [...names, ...(own < 0 ? [] : layers.slice(own + 1).map(({ name }) => `layer:${name}`)), ...(isRootFree ? [`tag:${unassigned}`] : [])]
}

function rulesOf({ path, settings }: TachModule, modules: readonly TachModule[]): readonly Entry[] {
  const from = `module:${nameFor(path)}`
  const rule = (what: string, value: { readonly [key: string]: Yaml }): Entry => ({ section: 'rules', what: `module ${path}: ${what}`, value })
  const selectors = (list: readonly { readonly path: string }[]): Yaml => one(list.flatMap((each) => selectorOf(each.path, modules) ?? []))
  const deprecated = dependencies(settings['depends_on']).filter((each) => each.isDeprecated)
  const [not, packages] = [dependencies(settings['cannot_depend_on']), textsIn(settings['cannot_depend_on_external'])]
  return [
    ...(deprecated.length === 0 ? [] : [rule('deprecated dependencies', { id: `${path}-deprecated`, from, forbid: selectors(deprecated), severity: 'info', why: 'This dependency is to go' })]),
    ...(not.length === 0 ? [] : [rule('cannot_depend_on', { id: `${path}-not`, from, forbid: selectors(not) })]),
    ...(packages.length === 0 ? [] : [rule('cannot_depend_on_external', { id: `${path}-not-packages`, from, forbid: one(packages.map((name) => `pkg:${name.replaceAll('.', '/')}`)) })]),
  ]
}

function dependencies(list: unknown): readonly { readonly path: string; readonly isDeprecated: boolean }[] {
  return listIn(list).flatMap((each) => (typeof each === 'string' ? [{ path: each, isDeprecated: false }] : isSettings(each) && typeof each['path'] === 'string' ? [{ path: each['path'], isDeprecated: each['deprecated'] === true }] : []))
}

/** A module there is, or, with stars, those that it takes; undefined where there is none. */
function selectorOf(path: string, modules: readonly TachModule[]): string | undefined {
  if (path === rootName || modules.some((module) => module.path === path)) return `module:${nameFor(path)}`
  if (!path.includes('*')) return undefined
  const taken = new RegExp(`^${path.split('.').map((part) => (part === '**' ? '.+' : part === '*' ? '[^.]+' : part.replaceAll(/[\\^$|?*+()[\]{}]/g, '\\$&'))).join('\\.')}$`)
  return modules.some((module) => taken.test(module.path)) ? `module:${path.replaceAll('.', '/')}` : undefined
}

/** Dots become slashes, so that stars stop where names do. */
function nameFor(path: string): string {
  return path === rootName ? '.' : path.replaceAll('.', '/').replaceAll('**', 'all').replaceAll('*', 'each').replaceAll(/[:{}]/g, '-')
}

function filesOf(path: string, tree: PythonTree): readonly string[] {
  return tree.packageAt(path)
}

function placeOf(path: string, { tree, files }: Scene): Parameters<Interfaces['apiOf']>[1] {
  const folder = tree.folderOf(path)
  const isFile = files.has(`${folder}.py`)
  return { isFile, own: nameOf(`${folder}.py`), has: (inside) => files.has(`${folder}/${inside}`) }
}

function rootOf({ settings, modules }: Scene): readonly Entry[] {
  const treatment = textIn(settings['root_module'])
  const roots = sourceRoots(settings).map((root) => `path:${root === '' ? '.' : root}`)
  if (treatment === 'forbid') return [{ section: 'checks', what: 'root_module', key: 'boundaries/unassigned', value: { severity: 'error', in: one(roots) } }]
  if (treatment === undefined || treatment === 'ignore' || modules.some(({ path }) => path === rootName)) return []
  return [{ section: 'modules', what: 'root_module', key: '.', value: { files: '**', optional: true, ...(treatment === 'dependenciesonly' && { usedBy: [] }) } }]
}

const levels: Readonly<Record<string, string>> = { error: 'error', warn: 'warning', off: 'off' }

const exact: Entry = { section: 'checks', what: 'exact', key: 'policy/unneeded', value: 'error' }

/** Where nothing is read no import needs anything. */
function exactUnsaid(settings: Settings): readonly Unsaid[] {
  return settings['exact'] === true && unreadOpening('x.py', 'Python').length > 0 ? [{ what: 'exact', reason: 'as long as Python is not read, no import needs what is permitted', meant: exact, section: 'checks' }] : []
}

function checksOf(settings: Settings): readonly Entry[] {
  const rules = settingsIn(settings['rules'])
  const check = (key: string, value: unknown, what: string): readonly Entry[] => (typeof value === 'string' && Object.hasOwn(levels, value) ? [{ section: 'checks', what, key, value: levels[value] ?? 'off' }] : [])
  const excluded = textsIn(settingsIn(settings['external'])['exclude'])
  return [
    ...(settings['forbid_circular_dependencies'] === true ? [{ section: 'cycles', what: 'forbid_circular_dependencies', value: { level: 'module', kinds: 'all' } } satisfies Entry] : []),
    ...check('policy/stale', rules['unused_ignore_directives'], 'rules.unused_ignore_directives'), ...check('policy/reason', rules['require_ignore_directive_reasons'], 'rules.require_ignore_directive_reasons'),
    ...(settings['exact'] === true && unreadOpening('x.py', 'Python').length === 0 ? [exact] : []),
    ...(excluded.length === 0 ? [] : [{ section: 'exceptions', what: 'external.exclude', value: { rule: 'boundaries/undeclared', to: one(excluded.map((name) => `pkg:${name}`)), why: 'external.exclude', until: 'never' } } satisfies Entry]),
  ]
}

function unsaidOfModule({ path, settings }: TachModule): readonly Unsaid[] {
  return leftover(settings, `module ${path}: `, { read: ['path', 'paths', 'depends_on', 'cannot_depend_on', 'depends_on_external', 'cannot_depend_on_external', 'layer', 'visibility', 'utility', 'unchecked', 'strict'] }, 'modules')
}

function unsaidOf(settings: Settings): readonly Unsaid[] {
  return [
    ...exactUnsaid(settings), ...leftover(settings, '', {
      read: ['modules', 'interfaces', 'layers', 'exclude', 'source_roots', 'exact', 'ignore_type_checking_imports', 'forbid_circular_dependencies', 'root_module', 'rules', 'external'],
      idle: ['cache', 'map', 'disable_logging', ...(settings['respect_gitignore'] === false ? [] : ['respect_gitignore']), ...(settings['include_string_imports'] === true ? [] : ['include_string_imports']), ...(settings['use_regex_matching'] === true ? [] : ['use_regex_matching'])],
      unsaid: { respect_gitignore: 'bulkhead always leaves out what git ignores', include_string_imports: 'texts that look like modules are no imports to bulkhead', plugins: 'bulkhead knows no frameworks', use_regex_matching: 'exclude holds expressions then; they stand here as patterns' },
    }),
    ...leftover(settingsIn(settings['external']), 'external.', { read: ['exclude'], unsaid: { rename: 'bulkhead knows which package a module is of by the manifest alone' } }),
    ...leftover(settingsIn(settings['rules']), 'rules.', { read: ['unused_ignore_directives', 'require_ignore_directive_reasons'], unsaid: { unused_external_dependencies: 'bulkhead does not look for dependencies that nobody uses', local_imports: 'an import inside a function is an import like any other; kinds name it dynamic' } }),
  ]
}

function one(list: readonly string[]): Yaml {
  return list.length === 1 ? list[0] ?? '' : list
}
