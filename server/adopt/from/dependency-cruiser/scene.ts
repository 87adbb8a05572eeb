// The options of dependency-cruiser: what it reads, and what of that it looks at.

import type { Layout } from '../../../../rules/model/layout.ts'
import { builtins } from '../../../engine/index.ts'
import type { Entry, Unsaid, Yaml } from '../draft.ts'
import { isSettings, textsIn, type Settings } from '../reading.ts'
import { isList } from '../selector.ts'
import type { Scene } from './ends.ts'
import type { CruiserRule, RuleSet } from './rule-set.ts'
import { all, isSame, runtime, without, written, type Kind } from './kinds.ts'
import { idleOptions, unsaidOptions } from './options.ts'
import { filesTaken, isAboutPackages, nothingAsked, pathTest, type Ground, type PathTest } from './paths.ts'

export interface Setting extends Scene {
  /** The imports that it sees. */
  readonly kinds: ReadonlySet<Kind>
  /** Functions that it takes for imports, besides those of JavaScript itself. */
  readonly calls: readonly string[]
  /** Whether it looks which imports are gone after compiling. */
  readonly specifies: boolean
  readonly entries: readonly Entry[]
  readonly unsaid: readonly Unsaid[]
  /** Of options that change nothing of what is found. */
  readonly remarks: readonly string[]
}

export function settingOf({ options, ...rules }: RuleSet, layout: Layout, imported: readonly string[]): Setting {
  const ground: Ground = { files: layout.files, declared: [...new Set([...layout.workspaces.flatMap(({ declared }) => declared), ...imported])].sort(), licenses: licensesIn(layout, imported) }
  const unsaid: Unsaid[] = []
  const read = (key: string): PathTest | undefined => {
    const option = options[key]
    const test = pathTest(isSettings(option) ? option['path'] : option, { givens: false })
    if (test === undefined || !('unreadable' in test)) return test
    unsaid.push({ what: `options.${key}`, reason: test.unreadable, section: 'ignore' })
    return undefined
  }
  const [hidden, shown, unfollowed] = [read('exclude'), read('includeOnly'), read('doNotFollow')]
  const kinds = kindsOf(options)
  const calls = callsOf(options)
  const { regexp } = unfollowed ?? {}
  return {
    ground, kinds, calls, specifies: options['tsPreCompilationDeps'] === 'specify',
    builtins, added: addedTo(options),
    ...(hidden !== undefined && { hidden }), ...(shown !== undefined && { shown }),
    // What lies in node_modules bulkhead never follows.
    ...(unfollowed !== undefined && regexp !== undefined && layout.files.some((path) => regexp.test(path)) && { unfollowed }),
    entries: [
      { section: 'version', what: 'version', value: 1, isSetting: true },
      ...patterns('ignore', hidden, ground, unsaid), ...patterns('include', shown, ground, unsaid),
      { section: 'imports', what: 'options', value: importsOf(kinds, calls), isSetting: true, remark: 'What dependency-cruiser looks at. Without reexports: stop, no prohibition ends at a file that only hands on what another one defines.' },
      { section: 'tags', what: 'options', key: 'test', value: [], isSetting: true, remark: 'dependency-cruiser judges tests as it judges all other files; without this line they may import what they like.' },
    ],
    unsaid: [...unsaid, ...unsaidOptions(options, { asksManifests: [...rules.forbidden, ...rules.allowed].some(isAboutManifests) })],
    remarks: idleOptions(options),
  }
}

/** Read when a rule asks for it, once. */
function licensesIn({ workspaces, packages }: Layout, imported: readonly string[]): Ground['licenses'] {
  let known: ReadonlyMap<string, readonly string[]> | undefined
  return () => {
    if (known !== undefined) return known
    const found = new Map<string, Set<string>>()
    for (const { folder, declared } of [{ folder: '', declared: [] }, ...workspaces]) for (const name of new Set([...declared, ...imported])) {
      const license = packages?.license(name, folder === '' ? 'package.json' : `${folder}/package.json`)
      if (license !== undefined) found.set(license, (found.get(license) ?? new Set()).add(name))
    }
    return known = new Map([...found].map(([license, names]) => [license, [...names].sort()]))
  }
}

function isAboutManifests({ to }: CruiserRule): boolean {
  return 'moreThanOneDependencyType' in to || [...textsIn(to['dependencyTypes']), ...textsIn(to['dependencyTypesNot'])].some((type) => type.startsWith('npm'))
}

function kindsOf(options: Settings): ReadonlySet<Kind> {
  const { exclude } = options
  const typed = options['tsPreCompilationDeps'] === true || options['tsPreCompilationDeps'] === 'specify' ? all : runtime
  const calls = callsOf(options)
  const called: readonly Kind[] = calls.includes(builtinCall) ? calls.map((name): Kind => `call:${name}`) : calls.length > 0 ? ['call'] : []
  const seen = new Set<Kind>([...typed, ...(options['detectJSDocImports'] === true ? ['jsdoc' as const] : []), ...called])
  const systems = textsIn(options['moduleSystems'])
  const ofSystems = systems.length === 0 ? seen : without(seen, [...(systems.includes('cjs') ? [] : ['require', ...called] as const), ...(systems.includes('es6') ? [] : ['value', 'elided', 'type', 'reexport', 'dynamic'] as const)])
  return isSettings(exclude) && exclude['dynamic'] === true ? without(ofSystems, ['dynamic']) : ofSystems
}

/** It asks for built-ins alone, and is no exotic require. */
export const builtinCall = 'process.getBuiltinModule'

function callsOf(options: Settings): readonly string[] {
  return [...textsIn(options['exoticRequireStrings']), ...(options['detectProcessBuiltinModuleCalls'] === true ? [builtinCall] : [])]
}

function importsOf(kinds: ReadonlySet<Kind>, calls: readonly string[]): Yaml {
  return { ...(!isSame(kinds, all) && { kinds: written(kinds) }), reexports: 'stop', ...(calls.length > 0 && { calls }) }
}

/** Built-ins of other runtimes, which are packages to bulkhead. */
function addedTo(options: Settings): readonly string[] {
  const own = options['builtInModules']
  return isSettings(own) ? [...new Set([...textsIn(own['override']), ...textsIn(own['add'])])].filter((name) => !builtins.includes(name) && /^(?:@[\w.-]+\/)?[\w.-]+$/.test(name)) : []
}

/** `ignore` and `include` are lists of patterns, each by itself. Packages have no part in them. */
function patterns(section: 'ignore' | 'include', test: PathTest | undefined, ground: Ground, unsaid: Unsaid[]): readonly Entry[] {
  const what = section === 'ignore' ? 'options.exclude' : 'options.includeOnly'
  return (test?.alternatives ?? []).filter((each) => !isAboutPackages(each)).flatMap((each): readonly Entry[] => {
    const taken = filesTaken({ ...test, alternatives: [each], givens: new Set() }, ground, nothingAsked)
    const [pattern] = isList(taken) ? taken : [taken]
    if (typeof pattern === 'string') return pattern === '*' ? [] : [{ section, what, value: pattern.replace(/^path:/, ''), isSetting: true }]
    unsaid.push({ what, reason: `${section} takes patterns, and this is one without another`, section })
    return []
  })
}
