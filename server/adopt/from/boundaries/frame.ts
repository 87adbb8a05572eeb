// Settings that say what the plugin looks at: kinds of imports, files that count, and how it finds its way.

import type { Path } from '../../../../rules/model/place.ts'
import type { Entry, Unsaid, Yaml } from '../draft.ts'
import { isSettings, listIn, settingsIn, textIn, textsIn, type Settings } from '../reading.ts'
import { allOf, anyOf, isNothing, type Selector } from '../selector.ts'
import { exactly } from './conditions.ts'
import { matches } from './glob.ts'
import type { Category } from './files.ts'
import type { BoundariesSettings } from './settings.ts'

export interface Frame {
  readonly kinds: readonly string[]
  /** Functions whose first argument counts as an import. */
  readonly calls: readonly string[]
  readonly unsaid: readonly Unsaid[]
}

const kindsOfNodes: Readonly<Record<string, readonly string[]>> = { import: ['value', 'type'], export: ['reexport', 'type'], require: ['require'], 'dynamic-import': ['dynamic'] }

export function frameOf({ settings, resolvers }: BoundariesSettings, version: 5 | 6 | 7): Frame {
  const unsaid: Unsaid[] = []
  const said = textsIn(settings['dependency-nodes'])
  // From version 6 on, all count where nothing is said.
  const nodes = Array.isArray(settings['dependency-nodes']) ? said : version === 5 ? ['import'] : Object.keys(kindsOfNodes)
  const calls: string[] = []
  for (const node of listIn(settings['additional-dependency-nodes'])) {
    const selector = isSettings(node) ? textIn(node['selector']) ?? '' : ''
    const call = calledIn(selector)
    if (call === undefined) unsaid.push({ what: 'boundaries/additional-dependency-nodes', reason: `no call of a function with a name stands for ${selector || 'it'}`, section: 'imports' })
    else calls.push(call)
  }
  for (const name of Object.keys(resolvers).filter((each) => each !== 'node' && each !== 'typescript')) unsaid.push({ what: `import/resolver: ${name}`, reason: 'bulkhead finds what is imported by itself, aliases by tsconfig.json and package.json; what it does not find is unresolved', section: 'imports' })
  if (isSettings(settings['alias'])) unsaid.push({ what: 'boundaries/alias', reason: 'bulkhead finds aliases by tsconfig.json and package.json', section: 'imports' })
  unsaid.push(...flagsUnsaid(settingsIn(settings['flag-as-external'])))
  return { kinds: [...new Set([...nodes.flatMap((node) => kindsOfNodes[node] ?? []), ...calls.map((call) => `call:${call}`)])], calls, unsaid }
}

/** `CallExpression[callee.object.name=jest][callee.property.name=requireActual] > Literal` */
function calledIn(selector: string): string | undefined {
  const [, object, property] = /^CallExpression\[callee\.object\.name=["']?([\w$]+)["']?\]\[callee\.property\.name=["']?([\w$]+)["']?\]\s*>\s*Literal(?::first-child)?$/.exec(selector) ?? []
  return object === undefined || property === undefined ? /^CallExpression\[callee\.name=["']?([\w$]+)["']?\]\s*>\s*Literal(?::first-child)?$/.exec(selector)?.[1] : `${object}.${property}`
}

function flagsUnsaid(flags: Settings): readonly Unsaid[] {
  const usual: Readonly<Record<string, unknown>> = { unresolvableAlias: true, inNodeModules: true, outsideRootPath: false }
  return Object.entries(flags).flatMap(([key, value]): readonly Unsaid[] => {
    const isUsual = key === 'customSourcePatterns' ? Array.isArray(value) && value.length === 0 : usual[key] === value
    return isUsual ? [] : [{ what: `boundaries/flag-as-external: ${key}`, reason: 'what lies in the project is local for bulkhead, and what is imported as a package is one', section: 'imports' }]
  })
}

/** The folder in which the plugin's paths start, with a slash at its end, or ''. */
export function rootOf(settings: Settings, files: readonly Path[]): { readonly root: string; readonly remark?: string } {
  const said = textIn(settings['root-path'])?.replaceAll('\\', '/').replace(/^\.\/?/, '').replace(/\/+$/, '')
  if (said === undefined || said === '') return { root: '' }
  const isFolder = (folder: string): boolean => files.some((path) => path.startsWith(`${folder}/`))
  if (!/^(?:\/|[A-Za-z]:)/.test(said)) return { root: isFolder(said) ? `${said}/` : '' }
  const segments = said.split('/').filter((each) => each !== '')
  const folder = segments.map((_each, index) => segments.slice(index).join('/')).find(isFolder)
  return { root: folder === undefined ? '' : `${folder}/`, remark: `boundaries/root-path was ${said}: taken for ${folder ?? 'the root of the project'}.` }
}

export interface Passed {
  readonly entries: readonly Entry[]
  /** The tag of files that only the plugin passes over. */
  readonly ignored: Selector
}

/**
 * `boundaries/include` and `boundaries/ignore`. Where a rule asks who imports what is ignored, or a pattern means only files,
 * a tag says it, since nobody judges what bulkhead ignores.
 */
export function passedOver(settings: Settings, root: string, isAsked: boolean, files: readonly Path[], unsaid: Unsaid[]): Passed {
  const read = (key: 'include' | 'ignore'): readonly Selector[] => textsIn(settings[key]).flatMap((pattern) => {
    const selector = exactly(`path:${root}`, pattern)
    // As a tag, what takes no file would be a mistake.
    if (key === 'ignore' && selector !== undefined && typeof selector !== 'string' && !files.some((path) => matches(path, [`${root}${pattern}`]) === true)) {
      unsaid.push({ what: 'boundaries/ignore', reason: `${pattern} takes no file here`, section: 'ignore' })
      return []
    }
    if (selector === undefined) unsaid.push({ what: `boundaries/${key}`, reason: `${pattern} has more than stars and choices`, section: 'ignore' })
    return selector ?? []
  })
  const [include, ignore] = [read('include'), read('ignore')]
  const plain = (selectors: readonly Selector[]): selectors is readonly string[] => selectors.every((each) => typeof each === 'string')
  if (!isAsked && plain(include) && plain(ignore)) {
    const lines = (section: 'include' | 'ignore', patterns: readonly string[]): readonly Entry[] => patterns.map((pattern) => ({ section, what: `boundaries/${section}`, value: pattern.replace(/^path:/, ''), isSetting: true }))
    return { entries: [...lines('include', include), ...lines('ignore', ignore)], ignored: [] }
  }
  const isTaking = include.length > 0 || files.some((path) => textsIn(settings['ignore']).some((pattern) => matches(path, [`${root}${pattern}`]) === true))
  if (!isTaking) return { entries: [], ignored: [] }
  const ignored = anyOf([...ignore, ...(include.length === 0 ? [] : [{ not: anyOf(include) }])])
  if (isNothing(ignored)) return { entries: [], ignored: [] }
  return { entries: [{ section: 'tags', what: 'boundaries/ignore', key: 'ignored', value: ignored as Yaml, isSetting: true, remark: 'What the plugin passes over. Under ignore, nobody would ask who imports it.' }], ignored: 'tag:ignored' }
}

export function frameEntries({ kinds, calls }: Frame, categories: readonly Category[]): readonly Entry[] {
  return [
    { section: 'version', what: 'version', value: 1, isSetting: true },
    { section: 'imports', what: 'boundaries/dependency-nodes', value: { kinds, ...(calls.length > 0 && { calls }), reexports: 'stop' }, isSetting: true, remark: 'What the plugin looks at. Without kinds, every import counts; without reexports: stop, no prohibition ends at a file that only hands on what another one defines. An import whose names are all types is of kind type here, also where only the names say so.' },
    { section: 'tags', what: 'tests', key: 'test', value: [], isSetting: true, remark: 'The plugin judges tests as all other files; without this line they may import what they like.' },
    ...categories.map(({ category, selector, isEmpty }): Entry => ({ section: 'tags', what: 'boundaries/files', key: `category-${category}`, value: (isEmpty ? [] : allOf([selector])) as Yaml, isSetting: true, ...(isEmpty && { remark: `No file is of this category yet: ${JSON.stringify(selector)}` }) })),
  ]
}
