// The options of dependency-cruiser: what it reads, and what of that it looks at.

import type { Layout } from '../../../../rules/model/layout.ts'
import { builtins } from '../../../engine/index.ts'
import type { Entry, Unsaid, Yaml } from '../draft.ts'
import { isSettings, textsIn, type Settings } from '../reading.ts'
import { isList } from '../selector.ts'
import type { Scene } from './ends.ts'
import { all, isSame, runtime, without, written, type Kind } from './kinds.ts'
import { filesTaken, isAboutPackages, nothingAsked, pathTest, type Ground, type PathTest } from './paths.ts'

export interface Setting extends Scene {
  /** The imports that it sees. */
  readonly kinds: ReadonlySet<Kind>
  /** Functions that it takes for imports, besides those of JavaScript itself. */
  readonly calls: readonly string[]
  readonly entries: readonly Entry[]
  readonly unsaid: readonly Unsaid[]
}

export function settingOf(options: Settings, layout: Layout): Setting {
  const ground: Ground = { files: layout.files, declared: [...new Set(layout.workspaces.flatMap(({ declared }) => declared))].sort() }
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
    ground, kinds, calls,
    builtins: builtinsOf(options),
    ...(hidden !== undefined && { hidden }), ...(shown !== undefined && { shown }),
    // What lies in node_modules bulkhead never follows.
    ...(unfollowed !== undefined && regexp !== undefined && layout.files.some((path) => regexp.test(path)) && { unfollowed }),
    entries: [
      { section: 'version', what: 'version', value: 1, isSetting: true },
      ...patterns('ignore', hidden, ground, unsaid), ...patterns('include', shown, ground, unsaid),
      { section: 'imports', what: 'options', value: importsOf(kinds, calls), isSetting: true, remark: 'What dependency-cruiser looks at. Without reexports: stop, no prohibition ends at a file that only hands on what another one defines.' },
      { section: 'tags', what: 'options', key: 'test', value: [], isSetting: true, remark: 'dependency-cruiser judges tests as it judges all other files; without this line they may import what they like.' },
    ],
    unsaid: [...unsaid, ...others(options)],
  }
}

function kindsOf(options: Settings): ReadonlySet<Kind> {
  const { exclude } = options
  const typed = options['tsPreCompilationDeps'] === true || options['tsPreCompilationDeps'] === 'specify' ? all : runtime
  const called: readonly Kind[] = callsOf(options).length > 0 ? ['call'] : []
  const seen = new Set<Kind>([...typed, ...(options['detectJSDocImports'] === true ? ['jsdoc' as const] : []), ...called])
  const systems = textsIn(options['moduleSystems'])
  const ofSystems = systems.length === 0 ? seen : without(seen, [...(systems.includes('cjs') ? [] : ['require', 'call'] as const), ...(systems.includes('es6') ? [] : ['value', 'elided', 'type', 'reexport', 'dynamic'] as const)])
  return isSettings(exclude) && exclude['dynamic'] === true ? without(ofSystems, ['dynamic']) : ofSystems
}

function callsOf(options: Settings): readonly string[] {
  return [...textsIn(options['exoticRequireStrings']), ...(options['detectProcessBuiltinModuleCalls'] === true ? ['process.getBuiltinModule'] : [])]
}

function importsOf(kinds: ReadonlySet<Kind>, calls: readonly string[]): Yaml {
  return { ...(!isSame(kinds, all) && { kinds: written(kinds) }), reexports: 'stop', ...(calls.length > 0 && { calls }) }
}

function builtinsOf(options: Settings): readonly string[] {
  const own = options['builtInModules']
  if (!isSettings(own)) return builtins
  return [...(own['override'] === undefined ? builtins : textsIn(own['override'])), ...textsIn(own['add'])]
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

const reasons: Readonly<Record<string, string>> = {
  maxDepth: 'bulkhead always reads the whole project',
  collapse: 'bulkhead judges files; rules about folders say level: folder',
  webpackConfig: 'bulkhead reads the aliases of tsconfig and package.json, and none of webpack',
  babelConfig: 'bulkhead reads sources as they are written',
  knownViolations: 'what is known now is written by bulkhead baseline',
  extraExtensionsToScan: 'bulkhead judges files that import; others can only be imported',
  baseDir: 'patterns start at the folder of bulkhead.yaml',
}

/** Options that change what is found. Those of output, cache and progress do not. */
function others(options: Settings): readonly Unsaid[] {
  return Object.entries(reasons).filter(([key]) => isMeant(options[key])).map(([key, reason]) => ({ what: `options.${key}`, reason, section: 'imports' }))
}

function isMeant(value: unknown): boolean {
  return value !== undefined && value !== false && value !== 0 && !(Array.isArray(value) && value.length === 0)
}
