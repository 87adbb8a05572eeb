// `allowed`: an import has to fit one rule of the list. Permissions do not add up in bulkhead, prohibitions do: so for each group of files
// that the same rules are about, and for each group of kinds, whatever none of these rules allows is forbidden.

import type { Path } from '../../../../rules/model/place.ts'
import type { Entry, Unsaid } from '../draft.ts'
import { allOf, anyOf, everyFile, isList, isNothing, type Selector } from '../selector.ts'
import { everyAlias } from './dependency-types.ts'
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
  readonly written: ReadonlySet<string>
  isAbout(path: Path): boolean
}

export function allowedOf({ allowed, allowedSeverity }: RuleSet, setting: Setting): Said {
  if (allowed.length === 0 || allowedSeverity === 'ignore') return { entries: [], unsaid: [] }
  const permissions: Permission[] = []
  const unsaid: Unsaid[] = []
  let isAboutImports = false
  for (const [index, rule] of allowed.entries()) {
    const attribute = aboutModules(rule)
    // Of these each file has to fit one, whatever it imports: they allow no import, and without them the others mean the same.
    if (attribute !== undefined) unsaid.push({ what: 'not-in-allowed', reason: `its rule ${index + 1}: ${attribute} asks something of each file, which no import is allowed by` })
    if (attribute !== undefined) continue
    isAboutImports = true
    const found = permissionsOf(rule, `r${index + 1}g`, setting)
    if ('unreadable' in found) return all(`its rule ${index + 1}: ${found.unreadable}`)
    permissions.push(...found)
  }
  if (!isAboutImports) return { entries: [], unsaid }
  const groups = groupsOf(permissions, setting.ground.files.filter(isSource))
  if (groups.length > mostGroups) return all(`its rules divide the files into ${groups.length} groups`)
  const entries = groups.flatMap((group) => formsOf([...group], setting).flatMap((form) => entryOf(permissions, group, form, allowedSeverity, setting)))
  return { entries, unsaid }
}

function all(reason: string): Said {
  const unsaid: Unsaid = { what: 'not-in-allowed', reason: `${reason}; the rest of allowed without it would forbid what it allows` }
  return { entries: [], unsaid: [unsaid] }
}

function aboutModules({ from, to }: CruiserRule): string | undefined {
  return 'reachable' in to ? 'reachable' : 'orphan' in from ? 'orphan' : undefined
}

const asked = ['circular', 'moreUnstable', 'via', 'viaOnly']

function permissionsOf(rule: CruiserRule, prefix: string, setting: Setting): readonly Permission[] | { readonly unreadable: string } {
  const whole = asked.find((key) => key in rule.to)
  if (whole !== undefined) return { unreadable: `${whole} is nothing that an import is allowed by` }
  const paths = pathsOf(rule)
  if ('unreadable' in paths) return paths
  const from = importers(paths.from, setting, { prefix, asked: givensOf(paths.to.path, paths.to.pathNot) })
  const plain = importers(paths.from, setting)
  if (typeof from === 'object' && 'unreadable' in from) return from
  if (typeof plain === 'object' && 'unreadable' in plain) return plain
  const { ways, left } = restrictions(rule.to, setting)
  const [unsayable] = left
  if (unsayable !== undefined) return { unreadable: unsayable }
  return ways.map((way) => ({ from, plain, ends: endsTaken({ ...paths.to, ...endsOf(way), prefix }, setting), kinds: way.kinds, written: new Set(way.written ?? everyAlias), isAbout: aboutOf(paths.from, setting) }))
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

/** How an import may be written. */
interface Form {
  readonly kinds: ReadonlySet<Kind>
  readonly written: ReadonlySet<string>
}

/** Those that the same permissions allow are one. */
function formsOf(permissions: readonly Permission[], { kinds }: Setting): readonly Form[] {
  const aliases = alike(everyAlias, permissions.map((each) => each.written))
  return alike([...kinds], permissions.map((each) => each.kinds)).flatMap((group) => aliases.map((written) => ({ kinds: group, written })))
}

function alike<T>(all: readonly T[], sets: readonly ReadonlySet<T>[]): readonly ReadonlySet<T>[] {
  const found = new Map<string, T[]>()
  for (const one of all) {
    const key = sets.map((each) => (each.has(one) ? '1' : '0')).join('')
    found.set(key, [...found.get(key) ?? [], one])
  }
  return [...found.values()].map((group) => new Set(group))
}

const everyEnd = ['*', 'pkg:*', 'builtin:*', 'unresolved:*']

function entryOf(permissions: readonly Permission[], group: ReadonlySet<Permission>, form: Form, severity: CruiserRule['severity'], setting: Setting): readonly Entry[] {
  const others = permissions.filter((each) => !group.has(each) && each.plain !== everyFile)
  const ends = anyOf([...group].filter((each) => [...form.kinds].every((kind) => each.kinds.has(kind)) && [...form.written].every((alias) => each.written.has(alias))).map((each) => each.ends))
  const atoms = isList(ends) ? ends : [ends]
  if (everyEnd.every((each) => atoms.includes(each))) return []
  const from = allOf([...new Map([...group].map((each) => [JSON.stringify(each.from), each.from])).values()], others.map(({ plain }) => plain))
  return [{
    section: 'rules', what: 'not-in-allowed',
    value: {
      id: 'not-in-allowed', from, forbid: isNothing(ends) ? everyEnd : { any: everyEnd, not: ends },
      ...(form.kinds.size !== setting.kinds.size && { kinds: written(form.kinds) }),
      ...(form.written.size !== everyAlias.length && { written: [...form.written] }),
      ...ending({ severity }), why: 'Only what was listed under allowed may be imported',
    },
  }]
}
