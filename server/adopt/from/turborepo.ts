// Turborepo's boundaries, said in bulkhead's words: packages, their tags, and what the command checks unasked.
// Source: https://turborepo.dev/docs/reference/boundaries, crates/turborepo-boundaries/src/{lib,tags,imports}.rs (checked 2026-11)

import type { Layout } from '../../../rules/model/layout.ts'
import type { Path } from '../../../rules/model/place.ts'
import { nameOf, settingsBeside, unreadBeside, type Beside, type SettingsBeside } from './beside.ts'
import type { Draft, Entry, Unsaid, Yaml } from './draft.ts'
import { withIds } from './ids.ts'
import { leftover } from './leftover.ts'
import { isSettings, settingsIn, textsIn, type Settings } from './reading.ts'
import { anyOf, type Selector } from './selector.ts'
import { tagWord, unborneTags } from './tags.ts'

export function isTurboFile(path: Path): boolean {
  return /^turbo\.jsonc?$/.test(nameOf(path)) && path.includes('/')
}

interface Package {
  readonly name: string
  readonly path: Path
  readonly settings: Settings
}

export function draftOf(config: unknown, { workspaces }: Layout, beside: Beside): Draft {
  const root = settingsIn(config)
  const boundaries = settingsIn(root['boundaries'])
  const nameAt = new Map(workspaces.map(({ folder, name }) => [folder, name]))
  const files = [...settingsBeside(beside, 'turbo.json'), ...settingsBeside(beside, 'turbo.jsonc')]
  const packages = files.flatMap(({ path, folder, settings }): readonly Package[] => (nameAt.has(folder) ? [{ path, settings, name: nameAt.get(folder) ?? '' }] : []))
  const names = new Set(workspaces.map(({ name }) => name))
  const borne = new Map<string, string[]>()
  for (const { name, settings } of packages) for (const tag of textsIn(settings['tags'])) borne.set(tagWord(tag), [...borne.get(tagWord(tag)) ?? [], name])
  const rules = [
    ...Object.entries(settingsIn(boundaries['tags'])).flatMap(([tag, rule]) => permissions(rule, { what: `boundaries.tags.${tag}`, id: tag, subject: `tag:${tagWord(tag)}`, names })),
    ...packages.flatMap(({ name, path, settings }) => permissions(settings['boundaries'], { what: `${path}: boundaries`, id: name, subject: `module:${name}`, names })),
  ]
  const named = [...Object.keys(settingsIn(boundaries['tags'])).map(tagWord), ...rules.flatMap((entry) => [...JSON.stringify(entry.value).matchAll(/"tag:([^"]+)"/g)].map(([, tag]) => tag ?? ''))]
  return {
    opening: [],
    entries: [
      { section: 'version', what: 'version', value: 1, isSetting: true },
      { section: 'imports', what: 'imports', value: { reexports: 'stop' }, isSetting: true, remark: 'Turborepo looks at what an import names, not at where the symbol is defined.' },
      { section: 'tags', what: 'tests', key: 'test', value: [], isSetting: true, remark: 'Turborepo judges tests as all other files; without this line they may import what they like.' },
      ...[...borne].map(([tag, bearers]): Entry => ({ section: 'tags', what: `the tag ${tag}`, key: tag, value: bearers.map((name) => `module:${name}`), isSetting: true })),
      ...unborneTags(named, new Set(borne.keys())),
      { section: 'modules', what: 'packages', key: '{name}', value: { files: 'workspace:*' }, isSetting: true },
      ...withIds([...rules, { section: 'rules', what: 'imports that leave the package', value: { id: 'import-leaves-package', from: 'module:**', forbid: '*', written: 'relative' } }]),
      { section: 'checks', what: 'packages that are no dependencies', key: 'boundaries/undeclared', value: { severity: 'error', options: { dev: '*' } } },
      ...implicit(boundaries, undefined, 'boundaries.implicitDependencies', names),
      ...packages.flatMap(({ name, path, settings }) => implicit(settingsIn(settings['boundaries']), name, `${path}: implicitDependencies`, names)),
    ],
    unsaid: [
      { what: 'imports of @types packages that are not of types', reason: 'bulkhead has no such check; the compiler has' },
      ...leftover(root, '', { read: ['boundaries', 'tags'], idle: ofTasks, unsaid: {} }), ...leftover(boundaries, 'boundaries.', { read: ['tags', 'implicitDependencies'], unsaid: notOfRoot }),
      ...(root['tags'] === undefined ? [] : [{ what: 'tags', reason: 'the root package is not checked' }]),
      ...packages.flatMap(unsaidOfPackage), ...files.filter(({ folder }) => !nameAt.has(folder)).map(homeless), ...unreadBeside(beside),
    ],
  }
}

const ofTasks = [
  '$schema', 'extends', 'tasks', 'pipeline', 'globalDependencies', 'globalEnv', 'globalPassThroughEnv', 'globalDotEnv', 'global', 'cacheDir', 'cacheMaxAge', 'cacheMaxSize', 'daemon', 'envMode', 'ui', 'experimentalUI', 'concurrency', 'remoteCache',
  'futureFlags', 'noUpdateNotifier', 'dangerouslyDisablePackageManagerCheck', 'experimentalSpaces', 'experimentalObservability', 'experimentalCI', 'baseBranch', 'schema',
]
const notOfRoot = { dependencies: 'the root package is not checked', dependents: 'the root package is not checked' }

interface Subject {
  readonly what: string
  readonly id: string
  readonly subject: string
  /** Of packages, which rules may name like tags. */
  readonly names: ReadonlySet<string>
}

/** What it depends on, and what depends on it, by way of others too. */
function permissions(rule: unknown, { what, id, subject, names }: Subject): readonly Entry[] {
  if (!isSettings(rule)) return []
  const listed = (list: readonly string[]): Yaml => anyOf(list.map((each): Selector => (names.has(each) ? `module:${each}` : `tag:${tagWord(each)}`))) as Yaml
  return (['dependencies', 'dependents'] as const).flatMap((side) => {
    const permission = settingsIn(rule[side])
    const asked = side === 'dependencies' ? { from: subject } : { to: subject }
    const entry = (verb: 'only' | 'forbid', list: readonly string[]): Entry => ({ section: 'rules', what: `${what}.${side}`, value: { id: `${id}-${side}${verb === 'only' ? '' : '-not'}`, ...asked, [verb]: listed(list), reach: true } })
    const denied = textsIn(permission['deny'])
    return [...(Array.isArray(permission['allow']) ? [entry('only', textsIn(permission['allow']))] : []), ...(denied.length === 0 ? [] : [entry('forbid', denied)])]
  })
}

function implicit(boundaries: Settings, from: string | undefined, what: string, names: ReadonlySet<string>): readonly Entry[] {
  const list = textsIn(boundaries['implicitDependencies'])
  if (list.length === 0) return []
  const to = anyOf(list.map((name) => (names.has(name) ? `module:${name}` : `pkg:${name}`))) as Yaml
  return [{ section: 'exceptions', what, value: { rule: 'boundaries/undeclared', ...(from !== undefined && { from: `module:${from}` }), to, why: 'implicitDependencies', until: 'never' } }]
}

function unsaidOfPackage({ path, settings }: Package): readonly Unsaid[] {
  const boundaries = settingsIn(settings['boundaries'])
  const ofRules = (['dependencies', 'dependents'] as const).flatMap((side) => leftover(settingsIn(boundaries[side]), `${path}: boundaries.${side}.`, { read: ['allow', 'deny'] }))
  return [...leftover(settings, `${path}: `, { read: ['boundaries', 'tags'], idle: ofTasks }), ...leftover(boundaries, `${path}: boundaries.`, { read: ['dependencies', 'dependents', 'implicitDependencies'], unsaid: { tags: 'only the root\'s file has rules of tags' } }), ...ofRules]
}

function homeless({ path }: SettingsBeside): Unsaid {
  return { what: path, reason: 'its folder is no package of the workspace' }
}
