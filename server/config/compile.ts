/* A configuration, compiled for the files of a project: names become modules, words become matrices' questions, answered by path. */
import type { Layout } from '../../rules/model/layout.ts'
import { noPackages } from '../../rules/model/packages.ts'
import { literalPath } from '../../rules/model/path-pattern.ts'
import type { Path, Place } from '../../rules/model/place.ts'
import type { CheckSetting, Entry, Module, Policy } from '../../rules/model/policy.ts'
import type { Note, Problem } from '../../rules/model/problem.ts'
import type { Atom, Selector } from '../../rules/model/selector.ts'
import { atomsOf } from '../../rules/model/take.ts'
import { byPlace } from './by-place.ts'
import { checkMeaning } from './check-meaning.ts'
import type { Config } from './config.ts'
import { defaultConfig } from './default-config.ts'
import { entriesOf } from './entries.ts'
import { homes as homesOf } from './homes.ts'
import { householdsOf, type Household } from './households.ts'
import { idleBases } from './idle-bases.ts'
import { inclusion, projectsBelow } from './included.ts'
import { isInherited, spokenPlace, type Knowledge, type Project } from './project.ts'
import { tagsByPath, tagsIn, withTags } from './tags.ts'
import { catalogOf } from './vendor-catalog.ts'
import { vendorPolicy } from './vendor-policy.ts'

export interface Compiled {
  readonly policy: Policy
  /** By place. */
  readonly problems: readonly Problem[]
  readonly notes: readonly Note[]
}

/** Without a configuration, what config.md says of no file at all. */
export function compile(written: Config | undefined, layout: Layout, known: Knowledge): Compiled {
  const config = written ?? defaultConfig(layout)
  const catalog = catalogOf(config.vendors, known.vendors)
  const knowledge: Knowledge = { ...known, vendors: catalog }
  const homes = homesOf(config, layout)
  const below = projectsBelow(config, layout)
  const isIncluded = inclusion(config, below)
  const files = layout.files.filter(isIncluded)
  const households = householdsOf(files, homes)
  const tags = tagsIn(config)
  const tagsOf = tagsByPath(tags, config.heirs, homes, knowledge.vendors)
  const entries = entriesOf(config, layout, homes, tags)
  const exceptions = config.exceptions.map((exception) => ({ ...exception, isInherited: isInherited(config, exception.at), ...withTagsIn(exception, (selector) => withTags(selector, tags)) }))
  const budgets = config.budgets.map((budget) => ({ ...budget, selector: withTags(budget.selector, tags) }))
  const asked = new Set([...entries.flatMap(({ subject, object }) => [subject, object]), ...exceptions.flatMap(({ to }) => to ?? []), ...budgets.map(({ selector }) => selector)].flatMap(kindsIn))
  const policy: Policy = {
    written: written !== undefined,
    modules: modulesIn(households),
    stacks: homes.stacks,
    entries, exceptions, budgets,
    cycles: config.cycles.map((check) => ({ ...check, ...withTagsIn(check, (selector) => withTags(selector, tags)) })),
    checks: checksOf(config, knowledge, (selector) => withTags(selector, tags)),
    ...(config.vendors === undefined ? {} : { vendors: vendorPolicy(config.vendors, tags) }),
    reexports: config.reexports,
    kinds: config.kinds,
    ...mentionsAsked(config, entries),
    asksEnv: asked.has('env'),
    asksState: asked.has('state'),
    isIncluded,
    virtual: config.virtual.filter(({ at }) => !isInherited(config, at)).map(({ value, at }) => ({ written: value.written, spokenAt: spokenPlace(config, at), takes: (specifier) => value.match(specifier) !== undefined })),
    isVirtual: config.virtual.length === 0 ? () => false : (specifier) => config.virtual.some(({ value }) => value.match(specifier) !== undefined),
    moduleOf: homes.moduleOf,
    folderOf: homes.folderOf,
    tagsOf,
    isTest: (path) => tagsOf(path).has('test'),
    catalog,
    packages: layout.packages ?? noPackages,
  }
  if (written === undefined) return { policy, problems: [], notes: [] }
  const project: Project = { config, layout, knowledge, homes, tags, files, households, context: { policy, vendors: knowledge.vendors } }
  const found = checkMeaning(project)
  const leftOut = below.map((folder): Note => ({ message: `${folder} has a bulkhead.yaml of its own, and is left out here` }))
  const problems = found.problems.filter(({ kind, at }) => at === undefined || !isInherited(config, at) || !lacks.has(kind))
  const notes = found.notes.filter(({ at }) => !isInherited(config, at)).map(({ message }): Note => ({ message }))
  return { policy, problems: byPlace(problems), notes: [...leftOut, ...idleBases(project), ...notes] }
}

/** That this project has nothing of a name or pattern: no problem of a base that is written for many. */
const lacks: ReadonlySet<string> = new Set(['no-match', 'unknown-name', 'unknown-tag'])

function withTagsIn(said: { readonly [key in Named]?: Selector }, write: (selector: Selector) => Selector): { readonly [key in Named]?: Selector } {
  return Object.fromEntries(named.flatMap((key) => said[key] === undefined ? [] : [[key, write(said[key])]]))
}

const named = ['from', 'to', 'every', 'some'] as const
type Named = typeof named[number]

/** Those that have files, by name. */
function modulesIn(households: readonly Household[]): readonly Module[] {
  const modules = new Set(households.flatMap(({ module }) => module ?? []))
  return [...modules].sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** All that are known, at the level they have here. */
function checksOf(config: Config, { checks }: Knowledge, write: (selector: Selector) => Selector): ReadonlyMap<string, CheckSetting> {
  const said = new Map(config.checks.map((check) => [check.id, check]))
  return new Map(checks.map(({ id, level }) => {
    const check = said.get(id)
    const { dev, entries, ...options } = check?.options ?? {}
    const stricter = config.heirs.flatMap(({ folder, checks: own, at }) => own.filter((each) => each.id === id).map((each) => ({ level: each.level ?? level, in: below(folder, at, each.in && write(each.in)) })))
    return [id, {
      level: check?.level ?? level,
      ...(stricter.length > 0 && { stricter }),
      ...(check === undefined ? {} : { at: check.at }),
      ...(check?.in === undefined ? {} : { in: write(check.in) }),
      options: { ...options, ...(dev === undefined ? {} : { dev: write(dev) }), ...(entries === undefined ? {} : { entries: entries.map(({ value }) => value) }) },
    }]
  }))
}

function below(folder: Path, at: Place, files: Selector | undefined): Selector {
  const inFolder: Selector = { kind: 'path', pattern: literalPath(folder), at }
  return files === undefined ? inFolder : { kind: 'all', of: [files, inFolder] }
}

function mentionsAsked({ kinds, stacks, cycles, calls }: Config, entries: readonly Entry[]): Pick<Policy, 'mentions'> {
  const asked = new Set([kinds, ...[...entries, ...cycles, ...stacks].map((each) => each.kinds)].flatMap((each) => [...each]))
  const functions = calls.filter((name) => asked.has('call') || asked.has(`call:${name}`))
  const mentions = (['jsdoc', 'url'] as const).filter((kind) => asked.has(kind))
  return mentions.length === 0 && functions.length === 0 ? {} : { mentions: { kinds: new Set([...mentions, ...functions.length > 0 ? ['call' as const] : []]), calls: functions } }
}

function kindsIn(selector: Selector): readonly Atom['kind'][] {
  return [...atomsOf(selector)].map(({ atom }) => atom.kind)
}
