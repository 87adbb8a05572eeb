// Packwerk's packages, with the checkers of packwerk-extensions, said in bulkhead's words.
// Source: USAGE.md of Packwerk 3.3, README.md of packwerk-extensions (checked 2026-11)

import type { Layout } from '../../../rules/model/layout.ts'
import type { Path } from '../../../rules/model/place.ts'
import { isSource } from '../../engine/index.ts'
import { nameOf, settingsBeside, unreadBeside, type Beside } from './beside.ts'
import type { Draft, Entry, Unsaid, Yaml } from './draft.ts'
import { leftover } from './leftover.ts'
import { unreadOpening } from './python.ts'
import { settingsIn, textIn, textsIn, type Settings } from './reading.ts'

export function isPackwerkFile(path: Path): boolean {
  return nameOf(path) === 'package.yml' || nameOf(path) === 'package_todo.yml'
}

interface Pack {
  /** '' for the root. */
  readonly folder: Path
  readonly path: Path
  readonly settings: Settings
}

export function draftOf(config: unknown, _layout: Layout, beside: Beside): Draft {
  const settings = settingsIn(config)
  const paths = textsIn(settings['package_paths'])
  const isPack = packTaken(paths)
  const packs = settingsBeside(beside, 'package.yml').filter(({ folder }) => folder === '' || isPack(folder))
  const layers = textsIn(settings['layers'] ?? settings['architecture_layers'])
  return {
    opening: [...unreadOpening('x.rb', 'Ruby'), ...todos(beside)],
    entries: [
      { section: 'version', what: 'version', value: 1, isSetting: true },
      ...lists(settings),
      { section: 'imports', what: 'imports', value: { reexports: 'stop' }, isSetting: true, remark: 'Packwerk looks at where a constant is defined, which is the file that is named.' },
      { section: 'tags', what: 'tests', key: 'test', value: [], isSetting: true, remark: 'Packwerk judges tests as all other files; without this line they may use what they like.' },
      ...layersOf(layers, packs), ...packs.map((pack) => moduleOf(pack, { packs, layers })), ...packs.flatMap(strict),
    ],
    unsaid: [...packs.flatMap((pack) => unsaidOfPack(pack, packs, layers)), ...unsaidOf(settings), ...unreadBeside(beside)],
  }
}

/** Which folders' package.yml counts: patterns that end in a slash or not. */
function packTaken(paths: readonly string[]): (folder: Path) => boolean {
  const all = paths.map((path) => path.replace(/^\.\//, '').replace(/\/$/, ''))
  if (all.length === 0 || all.includes('**')) return () => true
  const taken = all.map((path) => new RegExp(`^${path.split('/').map((segment) => (segment === '**' ? '.+' : segment.replaceAll(/[\\^$.|?+()[\]{}]/g, '\\$&').replaceAll('*', '[^/]*'))).join('/')}$`))
  return (folder) => taken.some((pattern) => pattern.test(folder))
}

function nameFor(folder: Path): string {
  return folder === '' ? '.' : folder.replaceAll(/[:*{}]/g, '-')
}

function isOn(value: unknown): boolean {
  return value === true || value === 'strict'
}

interface Around {
  readonly packs: readonly Pack[]
  readonly layers: readonly string[]
}

function moduleOf({ folder, settings }: Pack, { packs, layers }: Around): Entry {
  const named = (list: readonly string[]): Yaml => list.map((name) => folderNamed(name)).filter((each) => packs.some((pack) => pack.folder === each)).map((each) => `module:${nameFor(each)}`)
  const usedBy = [
    ...(isOn(settings['enforce_visibility']) ? [named(textsIn(settings['visible_to']))] : []),
    ...(isOn(settings['enforce_folder_privacy']) ? [named(packs.map((pack) => pack.folder).filter((other) => isNear(folder, other)))] : []),
  ]
  const metadata = settingsIn(settings['metadata'])
  const owner = textIn(settings['owner']) ?? textIn(settings['team']) ?? textIn(metadata['owner']) ?? textsIn(metadata['stewards'])[0]
  const layer = textIn(settings['layer'])
  const publicPath = (textIn(settings['public_path']) ?? 'app/public').replace(/^\.?\/|\/$/g, '')
  const isPrivate = isOn(settings['enforce_privacy']) && textsIn(settings['private_constants']).length === 0
  const [first] = usedBy
  const value: { readonly [key: string]: Yaml } = {
    files: folder === '' ? '**' : folder,
    ...(layer !== undefined && layers.includes(layer) && isLayered(settings) && { layer }),
    ...(isOn(settings['enforce_dependencies']) && { uses: named(textsIn(settings['dependencies'])) }),
    ...(first !== undefined && { usedBy: usedBy.length === 1 ? first : { all: usedBy } }),
    ...(isPrivate && { api: [publicPath === '' ? '**' : publicPath] }),
    ...(owner !== undefined && { owner }),
  }
  return { section: 'modules', what: `package ${folder === '' ? '.' : folder}`, key: nameFor(folder), value: Object.keys(value).length === 1 ? value['files'] ?? folder : value }
}

function folderNamed(name: string): Path {
  return name === '.' ? '' : name.replace(/^\.?\/|\/$/g, '')
}

/** The root, folders above, and folders beside. */
function isNear(folder: Path, other: Path): boolean {
  const above = (path: Path): Path => path.slice(0, Math.max(0, path.lastIndexOf('/')))
  return other !== folder && (other === '' || above(other) === above(folder) || folder.startsWith(`${other}/`))
}

function isLayered(settings: Settings): boolean {
  return isOn(settings['enforce_layers'] ?? settings['enforce_architecture'])
}

function layersOf(layers: readonly string[], packs: readonly Pack[]): readonly Entry[] {
  return layers.map((name): Entry => {
    const files = packs.filter(({ settings }) => settings['layer'] === name && isLayered(settings)).map(({ folder }) => (folder === '' ? '**' : folder))
    return { section: 'layers', what: `layer ${name}`, value: { name, files: files.length === 1 ? files[0] ?? '' : files, ...(files.length === 0 && { optional: true }) }, isSetting: true }
  })
}

/** Strict takes no entry into the list of what is known. */
function strict({ folder, settings }: Pack): readonly Entry[] {
  const keys = ['enforce_dependencies', 'enforce_privacy', 'enforce_visibility', 'enforce_folder_privacy', 'enforce_layers', 'enforce_architecture'].filter((key) => settings[key] === 'strict')
  return keys.length === 0 ? [] : [{ section: 'budgets', what: `package ${folder === '' ? '.' : folder}: strict`, key: `module:${nameFor(folder)}.known`, value: 0, remark: `${keys.join(', ')}: strict` }]
}

function lists(settings: Settings): readonly Entry[] {
  const pattern = (value: string): string => value.replace(/\/\*\*\/\*$/, '/**')
  const listed = (section: 'include' | 'ignore', key: string): readonly Entry[] => textsIn(settings[key]).map((value): Entry => ({ section, what: key, value: pattern(value), isSetting: true }))
  return [...listed('include', 'include'), ...listed('ignore', 'exclude')]
}

/** How much is known, which a baseline counts once the language is read. */
function todos(beside: Beside): readonly string[] {
  const files = settingsBeside(beside, 'package_todo.yml')
  const count = files.flatMap(({ settings }) => Object.values(settings).flatMap((constants) => Object.values(settingsIn(constants)).map((violation) => textsIn(settingsIn(violation)['violations']).length * textsIn(settingsIn(violation)['files']).length))).reduce((sum, each) => sum + each, 0)
  if (files.length === 0) return []
  return [`${files.length === 1 ? '1 package_todo.yml knows' : `${files.length} package_todo.yml know`} ${count} violations${isSource('x.rb') ? ': bulkhead baseline' : '; once Ruby is read, bulkhead baseline'} takes them over, by what it finds itself.`]
}

function unsaidOfPack({ path, settings }: Pack, packs: readonly Pack[], layers: readonly string[]): readonly Unsaid[] {
  const say = (key: string, reason: string): Unsaid => ({ what: `${path}: ${key}`, reason, section: 'modules' })
  const missing = [...textsIn(settings['dependencies']), ...textsIn(settings['visible_to'])].filter((name) => !packs.some(({ folder }) => folder === folderNamed(name)))
  const layer = textIn(settings['layer'])
  return [
    ...missing.map((name) => say(name, 'there is no such package')),
    ...(layer !== undefined && !layers.includes(layer) ? [say('layer', `packwerk.yml has no layer ${layer}`)] : []),
    ...(layer !== undefined && layers.includes(layer) && !isLayered(settings) ? [say('layer', 'it is not enforced there, and a module in a layer is held to it')] : []),
    ...leftover(settings, `${path}: `, {
      read: ['enforce_dependencies', 'dependencies', 'enforce_privacy', 'public_path', 'enforce_visibility', 'visible_to', 'enforce_folder_privacy', 'enforce_layers', 'enforce_architecture', 'layer', 'owner', 'team'],
      idle: ['metadata'],
      unsaid: { private_constants: 'bulkhead opens files to others, not all constants but some', ignored_private_constants: 'bulkhead opens files to others, not constants', strict_privacy_ignored_patterns: 'a budget is for a whole module' },
    }, 'modules'),
  ]
}

function unsaidOf(settings: Settings): readonly Unsaid[] {
  const isKnown = textsIn(settings['require']).every((name) => /^packwerk(?:-extensions$|\/)/.test(name))
  return leftover(settings, '', {
    read: ['include', 'exclude', 'package_paths', 'layers', 'architecture_layers'], idle: ['parallel', 'cache', 'cache_directory', 'offenses_formatter', ...(isKnown ? ['require'] : [])],
    unsaid: {
      require: 'what is required is code; of checkers those of packwerk-extensions are carried over', custom_associations: 'bulkhead follows imports, not associations', associations_exclude: 'bulkhead follows imports, not associations',
    },
  })
}
