// `@nx/enforce-module-boundaries`, with the tags that the projects bear, said in bulkhead's words.
// Source: packages/eslint-plugin/src/rules/enforce-module-boundaries.ts of Nx 22 (checked 2026-11)

import type { Layout } from '../../../rules/model/layout.ts'
import type { Path } from '../../../rules/model/place.ts'
import { nameOf, settingsBeside, unreadBeside, type Beside } from './beside.ts'
import type { Draft, Entry, Unsaid, Yaml } from './draft.ts'
import { eslintLevel, eslintParts, type EslintLevel } from './eslint.ts'
import { withIds } from './ids.ts'
import { leftover } from './leftover.ts'
import { allowedImports } from './nx/allowed-imports.ts'
import { constraintOf } from './nx/constraints.ts'
import { projectsOf, type NxProject } from './nx/projects.ts'
import { anyProject, tagged } from './nx/tagged.ts'
import { listIn, settingsIn, textsIn, type Settings } from './reading.ts'
import { allOf, anyOf } from './selector.ts'
import { tagWord, unborneTags } from './tags.ts'

const names = ['@nx/enforce-module-boundaries', '@nrwl/nx/enforce-module-boundaries']

/** Names of files that say something about a project. */
export function isNxFile(path: Path): boolean {
  const name = nameOf(path)
  return name === 'project.json' || name === 'package.json' || (name === '.eslintrc.json' && path !== name) || ['nx.json', 'workspace.json', 'angular.json', 'tsconfig.base.json', 'tsconfig.json'].includes(path)
}

export function speaksOfNx(config: unknown): boolean {
  return configured(config) !== undefined
}

interface Configured {
  readonly level: EslintLevel
  readonly options: Settings
  readonly isPartly: boolean
}

export function draftOf(config: unknown, layout: Layout, beside: Beside): Draft {
  const said = configured(config)
  const projects = projectsOf(layout, beside)
  if (said === undefined || said.level === 'off') return { opening: [], entries: [], unsaid: [{ what: names[0] ?? '', reason: said === undefined ? 'this configuration does not set it' : 'it is off' }] }
  const { options, level, isPartly } = said
  const allowed = allowedImports(textsIn(options['allow']), layout, beside)
  const tags = [...new Set(projects.flatMap((project) => project.tags))].sort()
  const severity = level === 'error' ? {} : { severity: level }
  const constraints = listIn(options['depConstraints']).map((each, index) => constraintOf(each, index, { severity, tags, allowed: allowed.selectors, isNested: options['checkNestedExternalImports'] === true }))
  const named = constraints.flatMap((each) => each.named)
  const borne = new Set(tags.map(tagWord))
  return {
    opening: ['Of a package that a rule names, what lies below it is meant too.'],
    entries: [
      { section: 'version', what: 'version', value: 1, isSetting: true },
      { section: 'imports', what: 'imports', value: { reexports: 'stop' }, isSetting: true, remark: 'Nx looks at what an import names, not at where the symbol is defined.' },
      { section: 'tags', what: 'tests', key: 'test', value: [], isSetting: true, remark: 'Nx judges tests as all other files; without this line they may import what they like.' },
      ...unborneTags(named, borne),
      ...modulesOf(projects, { marksBuildable: options['enforceBuildableLibDependency'] === true, buildTargets: buildTargets(options), hasVisibility: named.some((tag) => tag.startsWith('npm:')) }),
      ...withIds([...constraints.flatMap((each) => each.entries), ...unconstrained(constraints.flatMap((each) => each.subjects), severity), ...projectRules(projects, options, severity)]),
      ...cyclesOf(options, level, projects),
    ],
    unsaid: [
      ...(isPartly ? [{ what: names[0] ?? '', reason: 'it is set for some files otherwise than for others; what was set last is carried over' }] : []),
      ...allowed.unsaid, ...constraints.flatMap((each) => each.unsaid), ...optionsUnsaid(options), ...elsewhere(beside), ...unreadBeside(beside),
    ],
  }
}

function configured(config: unknown): Configured | undefined {
  const found = eslintParts(config).flatMap((part) => Object.entries(settingsIn(part['rules'])).filter(([name]) => names.includes(name)).map(([, value]) => value))
  const last = found.findLast((value) => Array.isArray(value) && value.length > 1) ?? found.at(-1)
  if (last === undefined) return undefined
  const [level, options] = Array.isArray(last) ? last : [last]
  return { level: eslintLevel(level), options: settingsIn(options), isPartly: new Set(found.map((value) => JSON.stringify(value))).size > 1 }
}

interface Marks {
  readonly marksBuildable: boolean
  readonly buildTargets: readonly string[]
  /** Whether a constraint asks which packages are private. */
  readonly hasVisibility: boolean
}

const [application, library, buildable] = ['nx:application', 'nx:library', 'nx:buildable']

function modulesOf(projects: readonly NxProject[], { marksBuildable, buildTargets, hasVisibility }: Marks): readonly Entry[] {
  return projects.map(({ name, folder, tags, kind, targets }): Entry => {
    const own = tags.filter((tag) => hasVisibility || !tag.startsWith('npm:')).map(tagWord)
    const marks = [...(kind === 'application' ? [application] : []), ...(marksBuildable && kind === 'library' ? [library] : []), ...(marksBuildable && targets.some((target) => buildTargets.includes(target)) ? [buildable] : [])]
    const all = [...own, ...marks]
    const value: Yaml = { files: folder === '' ? '**' : folder, ...(all.length > 0 && { tags: all.length === 1 ? all[0] ?? '' : all }), api: 'open' }
    return { section: 'modules', what: `project ${name}`, key: name.replaceAll(/[:*{}]/g, '-'), value, isSetting: true }
  })
}

function buildTargets(options: Settings): readonly string[] {
  return options['buildTargets'] === undefined ? ['build'] : textsIn(options['buildTargets'])
}

type Severity = { readonly severity?: Yaml }

/** Whom no constraint is about may not import other projects at all. */
function unconstrained(subjects: readonly ReturnType<typeof anyOf>[], severity: Severity): readonly Entry[] {
  if (subjects.length === 0 || subjects.some((each) => each === anyProject)) return []
  return [{ section: 'rules', what: 'projects without a constraint', value: { id: 'without-constraint', from: allOf([anyProject], subjects) as Yaml, only: [], optional: true, ...severity }, isSetting: true }]
}

/** What holds between any two projects. */
function projectRules(projects: readonly NxProject[], options: Settings, severity: Severity): readonly Entry[] {
  const rule = (value: { readonly [key: string]: Yaml }, what: string): Entry => ({ section: 'rules', what, value: { ...value, ...severity } })
  const applications = projects.some(({ kind }) => kind === 'application') ? [rule({ id: 'no-imports-of-apps', from: anyProject, forbid: `tag:${application}` }, 'imports of apps')] : []
  const relative = rule({ id: 'no-relative-imports-across-projects', from: anyProject, forbid: anyProject, written: 'relative' }, 'relative imports across projects')
  const unbuildable = options['enforceBuildableLibDependency'] === true ? [rule({ id: 'buildable-on-buildable', from: { all: [`tag:${library}`, `tag:${buildable}`] }, forbid: { any: `tag:${library}`, not: `tag:${buildable}` } }, 'enforceBuildableLibDependency')] : []
  return [...applications, relative, ...unbuildable]
}

function cyclesOf(options: Settings, level: EslintLevel, projects: readonly NxProject[]): readonly Entry[] {
  const pairs = listIn(options['ignoredCircularDependencies']).map(textsIn).filter((pair) => pair.length === 2)
  const check = (key: string, value: Yaml, what: string): Entry => ({ section: 'checks', what, key, value })
  return [
    { section: 'cycles', what: 'circular dependencies', value: { level: 'module', kinds: 'all', ...(level === 'warning' && { severity: level }) } },
    check('boundaries/self-import', options['allowCircularSelfDependency'] === true ? 'off' : level, 'allowCircularSelfDependency'),
    ...(options['banTransitiveDependencies'] === true ? [check('boundaries/undeclared', level, 'banTransitiveDependencies')] : []),
    ...pairs.flatMap((pair) => [pair, [...pair].reverse()].map(([from, to], way): Entry => ({
      section: 'exceptions', what: `ignoredCircularDependencies (${pair.join(', ')})${way === 0 ? '' : ', the other way'}`,
      value: { rule: 'boundaries/cycles', from: projectNamed(from ?? '', projects), to: projectNamed(to ?? '', projects), why: `ignoredCircularDependencies: ${pair.join(', ')}`, until: 'never' },
    }))),
  ]
}

/** A name, a name with stars, or `tag:…`. */
function projectNamed(written: string, projects: readonly NxProject[]): Yaml {
  if (written === '*') return anyProject
  if (written.startsWith('tag:')) return tagged([written.slice(4)], projects.flatMap(({ tags }) => tags)).selector as Yaml
  return `module:${written.replaceAll(/[:{}]/g, '-')}`
}

function optionsUnsaid(options: Settings): readonly Unsaid[] {
  return [
    ...leftover(options, 'options.', {
      read: ['allow', 'buildTargets', 'depConstraints', 'enforceBuildableLibDependency', 'allowCircularSelfDependency', 'ignoredCircularDependencies', 'banTransitiveDependencies', 'checkNestedExternalImports'],
      unsaid: { checkDynamicDependenciesExceptions: 'bulkhead has no rule about what is loaded lazily' },
    }),
    { what: 'static imports of lazy-loaded libraries', reason: 'bulkhead has no rule about what is loaded lazily' },
  ]
}

/** A project's own configuration may say it otherwise. */
function elsewhere(beside: Beside): readonly Unsaid[] {
  return settingsBeside(beside, '.eslintrc.json').flatMap(({ path, settings }) => {
    const own = eslintParts(settings).some((part) => names.some((name) => settingsIn(part['rules'])[name] !== undefined))
    return own ? [{ what: path, reason: 'it sets the rule for its own folder; only the root\'s is carried over' }] : []
  })
}
