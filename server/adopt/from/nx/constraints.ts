// `depConstraints`. All that are about a project hold, as all entries of `rules` do.

import type { Entry, Unsaid, Yaml } from '../draft.ts'
import { leftover } from '../leftover.ts'
import { isSettings, textIn, textsIn, type Settings } from '../reading.ts'
import { allOf, anyOf, isNothing, type Selector } from '../selector.ts'
import { anyProject, tagged } from './tagged.ts'

export interface Constraining {
  readonly severity: { readonly severity?: Yaml }
  /** Tags that projects have. */
  readonly tags: readonly string[]
  /** What may be imported whatever constraints say. */
  readonly allowed: readonly Selector[]
  /** `checkNestedExternalImports` */
  readonly isNested: boolean
}

export interface Constrained {
  readonly entries: readonly Entry[]
  readonly unsaid: readonly Unsaid[]
  /** The projects that a constraint is about. */
  readonly subjects: readonly Selector[]
  /** Tags in full that stand in them. */
  readonly named: readonly string[]
}

const keys = ['sourceTag', 'allSourceTags', 'onlyDependOnLibsWithTags', 'notDependOnLibsWithTags', 'allowedExternalImports', 'bannedExternalImports']

export function constraintOf(constraint: unknown, index: number, constraining: Constraining): Constrained {
  const what = `depConstraints[${index}]`
  if (!isSettings(constraint)) return { entries: [], unsaid: [{ what, reason: 'it is no constraint' }], subjects: [], named: [] }
  const sources = textIn(constraint['sourceTag']) === undefined ? textsIn(constraint['allSourceTags']) : textsIn(constraint['sourceTag'])
  const title = sources.join('+')
  if (sources.length === 0) return { entries: [], unsaid: [{ what, reason: 'it does not say which projects it is about' }], subjects: [], named: [] }
  const subject = sources.map((source) => tagged([source], constraining.tags))
  const from = allOf(subject.map(({ selector }) => selector))
  const named = [...sources, ...textsIn(constraint['onlyDependOnLibsWithTags']), ...textsIn(constraint['notDependOnLibsWithTags'])].flatMap((tag) => tagged([tag], constraining.tags).named)
  const entries = isNothing(from) ? [] : sidesOf(constraint, from, `${what} (${title})`, title === '*' ? 'any' : title, constraining)
  const isExpression = subject.some((each) => each.isExpression)
  return {
    entries: entries.map((entry, at) => (isExpression && at === 0 ? { ...entry, remark: `${title}: the tags that it takes today.` } : entry)),
    unsaid: [...(isNothing(from) ? [{ what, reason: `no tag of this workspace is ${title}` }] : []), ...leftover(constraint, `${what}.`, { read: keys })],
    subjects: [from], named,
  }
}

function sidesOf(constraint: Settings, from: Selector, what: string, title: string, { severity, tags, allowed, isNested }: Constraining): readonly Entry[] {
  const rule = (value: { readonly [key: string]: Yaml | undefined }, remark?: string): Entry => ({ section: 'rules', what, value: { ...value, ...severity }, ...(remark !== undefined && { remark }) })
  const forbidden = (selector: Selector): Yaml => (allowed.length === 0 ? selector : allOf([selector], allowed)) as Yaml
  const entries: Entry[] = []
  const only = constraint['onlyDependOnLibsWithTags']
  if (Array.isArray(only)) {
    const { selector, isExpression } = tagged(textsIn(only), tags)
    if (only.length === 0) entries.push(rule({ id: `${title}-only`, from: from as Yaml, forbid: forbidden('tag:**') }))
    else if (selector !== anyProject) entries.push(rule({ id: `${title}-only`, from: from as Yaml, only: anyOf([selector, ...allowed]) as Yaml }, isExpression ? 'An expression stands here for the tags that it takes today.' : undefined))
  }
  const not = textsIn(constraint['notDependOnLibsWithTags'])
  if (not.length > 0) {
    const { selector } = tagged(not, tags)
    if (!isNothing(selector)) entries.push(rule({ id: `${title}-not`, from: from as Yaml, forbid: forbidden(selector), reach: true }, 'Nx follows projects, bulkhead files: a project that could lead there through another of its files is none of its business.'))
  }
  const banned = textsIn(constraint['bannedExternalImports'])
  if (banned.length > 0) entries.push(rule({ id: `${title}-banned`, from: from as Yaml, forbid: anyOf(banned.map(packageNamed)) as Yaml, ...(isNested && { reach: true }) }))
  if (Array.isArray(constraint['allowedExternalImports'])) {
    const packages = textsIn(constraint['allowedExternalImports']).map(packageNamed)
    entries.push(rule(packages.length === 0 ? { id: `${title}-packages`, from: from as Yaml, forbid: 'pkg:**' } : { id: `${title}-packages`, from: from as Yaml, only: anyOf(packages) as Yaml }))
  }
  return entries
}

/** A star of Nx's takes slashes too; a package of bulkhead's has all below it. */
function packageNamed(pattern: string): string {
  const simple = pattern.replaceAll(/\.\*|\*+/g, '*')
  if (simple === '*') return 'pkg:**'
  return `pkg:${simple.startsWith('@') && !simple.includes('/') ? `${simple}/*` : simple}`
}
