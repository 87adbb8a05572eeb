// tach.toml, with what tach.domain.toml files add: their names start at their folder, '//' in front of a name at the source root.
// Source: docs/usage/configuration.md and src/config/domain.rs of Tach 0.30 (checked 2026-11)

import type { Path } from '../../../../rules/model/place.ts'
import type { Beside } from '../beside.ts'
import { settingsBeside } from '../beside.ts'
import { isSettings, listIn, settingsIn, textIn, textsIn, type Settings } from '../reading.ts'

export interface TachModule {
  readonly path: string
  readonly settings: Settings
}

export interface TachConfig {
  readonly settings: Settings
  readonly modules: readonly TachModule[]
  readonly interfaces: readonly Settings[]
}

export function tachConfig(config: unknown, beside: Beside): TachConfig | undefined {
  if (!isSettings(config)) return undefined
  const inPyproject = settingsIn(config['tool'])['tach']
  const isOwn = config['tool'] === undefined && config['project'] === undefined
  const settings = isSettings(inPyproject) ? inPyproject : isOwn ? config : undefined
  if (settings === undefined) return undefined
  const roots = sourceRoots(settings)
  const domains = settingsBeside(beside, 'tach.domain.toml').map(({ folder, settings: own }) => ({ name: dottedIn(folder, roots), own }))
  return {
    settings,
    modules: [...modulesIn(settings), ...domains.flatMap(({ name, own }) => domainModules(name, own))],
    interfaces: [...listIn(settings['interfaces']).filter(isSettings), ...domains.flatMap(({ name, own }) => listIn(own['interfaces']).filter(isSettings).map((each) => ({ ...each, from: textsIn(each['from']).map((from) => (from === '<domain_root>' ? name : `${name}.${from}`)), ...(each['visibility'] !== undefined && { visibility: textsIn(each['visibility']).map((path) => resolved(path, name)) }) })))],
  }
}

export function sourceRoots(settings: Settings): readonly Path[] {
  const roots = textsIn(settings['source_roots']).map((root) => root.replace(/^\.\/?/, '').replace(/\/$/, ''))
  return roots.length === 0 ? [''] : roots
}

/** `paths` stands for several of the same. */
function modulesIn(settings: Settings): readonly TachModule[] {
  return listIn(settings['modules']).filter(isSettings).flatMap((module) => [...(textIn(module['path']) === undefined ? [] : [String(module['path'])]), ...textsIn(module['paths'])].map((path) => ({ path, settings: module })))
}

function domainModules(name: string, own: Settings): readonly TachModule[] {
  const inDomain = (settings: Settings): Settings => ({
    ...settings,
    ...Object.fromEntries(['depends_on', 'cannot_depend_on'].filter((key) => Array.isArray(settings[key])).map((key) => [key, listIn(settings[key]).map((each) => (isSettings(each) ? { ...each, path: resolved(String(each['path']), name) } : resolved(String(each), name)))])),
    ...(Array.isArray(settings['visibility']) && { visibility: textsIn(settings['visibility']).map((path) => resolved(path, name)) }),
  })
  return [...(isSettings(own['root']) ? [{ path: name, settings: inDomain(own['root']) }] : []), ...modulesIn(own).map(({ path, settings }) => ({ path: `${name}.${path}`, settings: inDomain(settings) }))]
}

function resolved(path: string, domain: string): string {
  if (path.startsWith('//')) return path.slice(2)
  return path === '<domain_root>' ? domain : path === '*' ? path : `${domain}.${path}`
}

function dottedIn(folder: Path, roots: readonly Path[]): string {
  const root = [...roots].sort((a, b) => b.length - a.length).find((each) => each === '' || folder === each || folder.startsWith(`${each}/`)) ?? ''
  return folder.slice(root === '' ? 0 : root.length + 1).replaceAll('/', '.')
}
