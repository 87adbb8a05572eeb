// `allowed`: an import has to fit one rule of the list. Permissions do not add up in bulkhead, prohibitions do: so for each group of files
// that the same rules are about, and for each group of kinds, whatever none of these rules allows is forbidden.

import type { Path } from '../../../../rules/model/place.ts'
import type { Entry, Unsaid } from '../draft.ts'
import { allOf, anyOf, everyFile, isNothing, type Selector } from '../selector.ts'
import { endsTaken, givensOf, importers, type Paths } from './ends.ts'
import { pathsOf } from './sides.ts'
import { written, type Kind } from './kinds.ts'
import { endsOf, restrictions } from './restrictions.ts'
import type { CruiserRule, RuleSet } from './rule-set.ts'
import { ending, type Said } from './said.ts'
import type { Setting } from './scene.ts'

const mostGroups = 64

/** One way to be allowed. */
interface Permission {
  readonly from: Selector
  /** The same where nothing of it is bound. */
  readonly plain: Selector
  readonly ends: Selector
  readonly kinds: ReadonlySet<Kind>
  isAbout(path: Path): boolean
}

export function allowedOf({ allowed, allowedSeverity }: RuleSet, setting: Setting): Said {
  if (allowed.length === 0 || allowedSeverity === 'ignore') return { entries: [], unsaid: [] }
  const permissions: Permission[] = []
  for (const [index, rule] of allowed.entries()) {
    const found = permissionsOf(rule, `r${index + 1}g`, setting)
    if ('unreadable' in found) return all(`its rule ${index + 1}: ${found.unreadable}`)
    permissions.push(...found)
  }
  const groups = groupsOf(permissions, setting.ground.files.filter(isSource))
  if (groups.length > mostGroups) return all(`its rules divide the files into ${groups.length} groups`)
  const entries = groups.flatMap((group) => kindGroups(permissions, setting.kinds).flatMap((kinds) => entryOf(permissions, group, kinds, allowedSeverity, setting)))
  return { entries, unsaid: [] }
}

function all(reason: string): Said {
  const unsaid: Unsaid = { what: 'not-in-allowed', reason: `${reason}; the rest of allowed without it would forbid what it allows` }
  return { entries: [], unsaid: [unsaid] }
}

const asked = ['reachable', 'circular', 'moreUnstable', 'via', 'viaOnly']

function permissionsOf(rule: CruiserRule, prefix: string, setting: Setting): readonly Permission[] | { readonly unreadable: string } {
  const whole = asked.find((key) => key in rule.to) ?? ('orphan' in rule.from ? 'orphan' : undefined)
  if (whole !== undefined) return { unreadable: `${whole} is nothing that an import is allowed by` }
  const paths = pathsOf(rule)
  if ('unreadable' in paths) return paths
  const from = importers(paths.from, setting, { prefix, asked: givensOf(paths.to.path, paths.to.pathNot) })
  const plain = importers(paths.from, setting)
  if (typeof from === 'object' && 'unreadable' in from) return from
  if (typeof plain === 'object' && 'unreadable' in plain) return plain
  const { ways, left } = restrictions(rule.to, setting.kinds, setting.calls)
  const alias = ways.some((way) => way.written !== undefined) ? 'it allows by alias, which no selector says' : left[0]
  if (alias !== undefined) return { unreadable: alias }
  return ways.map((way) => ({ from, plain, ends: endsTaken({ ...paths.to, ...endsOf(way), prefix }, setting), kinds: way.kinds, isAbout: aboutOf(paths.from, setting) }))
}

function aboutOf({ path, pathNot }: Paths, { unfollowed }: Setting): (file: Path) => boolean {
  return (file) => path?.regexp?.test(file) !== false && pathNot?.regexp?.test(file) !== true && unfollowed?.regexp?.test(file) !== true
}

function isSource(path: Path): boolean {
  return /\.(?:[cm]?[jt]sx?|vue|svelte|astro|coffee|json)$/.test(path)
}

/** The permissions that are about the same files: those of today's files, of each alone, and none. */
function groupsOf(permissions: readonly Permission[], files: readonly Path[]): readonly ReadonlySet<Permission>[] {
  const always = permissions.filter(({ plain }) => plain === everyFile)
  const found = new Map<string, ReadonlySet<Permission>>()
  const add = (group: readonly Permission[]): void => {
    const key = permissions.map((each) => (group.includes(each) ? '1' : '0')).join('')
    if (!found.has(key)) found.set(key, new Set(group))
  }
  for (const path of files) add(permissions.filter((each) => each.isAbout(path)))
  for (const each of permissions) add(permissions.filter((other) => always.includes(other) || JSON.stringify(other.plain) === JSON.stringify(each.plain)))
  add(always)
  return [...found.values()]
}

/** Kinds that the same permissions allow. */
function kindGroups(permissions: readonly Permission[], kinds: ReadonlySet<Kind>): readonly ReadonlySet<Kind>[] {
  const found = new Map<string, Kind[]>()
  for (const kind of kinds) {
    const key = permissions.map((each) => (each.kinds.has(kind) ? '1' : '0')).join('')
    found.set(key, [...found.get(key) ?? [], kind])
  }
  return [...found.values()].map((group) => new Set(group))
}

const everyEnd: Selector = ['*', 'pkg:*', 'builtin:*', 'unresolved:*']

function entryOf(permissions: readonly Permission[], group: ReadonlySet<Permission>, kinds: ReadonlySet<Kind>, severity: CruiserRule['severity'], setting: Setting): readonly Entry[] {
  const others = permissions.filter((each) => !group.has(each) && each.plain !== everyFile)
  const ends = anyOf([...group].filter((each) => [...kinds].every((kind) => each.kinds.has(kind))).map((each) => each.ends))
  if (JSON.stringify(ends) === JSON.stringify(everyEnd)) return []
  const from = allOf([...new Map([...group].map((each) => [JSON.stringify(each.from), each.from])).values()], others.map(({ plain }) => plain))
  return [{
    section: 'rules', what: 'not-in-allowed',
    value: {
      id: 'not-in-allowed', from, forbid: isNothing(ends) ? everyEnd : { any: everyEnd, not: ends },
      ...(kinds.size !== setting.kinds.size && { kinds: written(kinds) }),
      ...ending({ severity }), why: 'Only what was listed under allowed may be imported',
    },
  }]
}
