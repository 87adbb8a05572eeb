// What `to` says besides paths: of the end, of the form of the import, and of the alias by which it is written.

import type { EndClass } from '../../../../rules/model/selector.ts'
import { textsIn, type Settings } from '../reading.ts'
import type { Selector } from '../selector.ts'
import { everyAlias, meaningOf, type Meaning } from './dependency-types.ts'
import { everyClass, type Ends } from './ends.ts'
import { only, without, type Kind } from './kinds.ts'
import { licensed } from './licenses.ts'
import { regexpOf } from './paths.ts'

/** One of the ways in which `to` may hold: the types that a rule lists are alternatives. */
export interface Way {
  readonly classes: ReadonlySet<EndClass>
  readonly attributes?: readonly string[]
  readonly attributesNot: readonly string[]
  readonly kinds: ReadonlySet<Kind>
  /** Absent: however it is written. */
  readonly written?: readonly string[]
  readonly folders?: Selector
}

export interface Restrictions {
  readonly ways: readonly Way[]
  /** Reasons for what is left out. */
  readonly left: readonly string[]
}

/** `calls`: functions that are taken for imports. */
export function restrictions(to: Settings, kinds: ReadonlySet<Kind>, calls: readonly string[]): Restrictions {
  const left: string[] = []
  let way: Way = { classes: everyClass, attributesNot: [], kinds: kindsOf(to, kinds, calls) }
  if (to['couldNotResolve'] === true) way = { ...way, classes: new Set(['unresolved']) }
  if (to['couldNotResolve'] === false) way = withoutClass(way, 'unresolved')
  if (to['moreThanOneDependencyType'] === true) way = { ...way, classes: meet(way.classes, 'package'), attributes: ['[declared=twice]'] }
  if (to['moreThanOneDependencyType'] === false) way = { ...way, attributesNot: [...way.attributesNot, '[declared=twice]'] }
  if (to['ancestor'] === true) way = { ...way, classes: meet(way.classes, 'file'), folders: 'folder:above' }
  if (to['ancestor'] === false) way = { ...withoutClass(withoutClass(way, 'builtin'), 'unresolved'), folders: { not: 'folder:above' } }
  for (const key of ['license', 'licenseNot'] as const) {
    const texts = textsIn(to[key])
    if (texts.length === 0) continue
    const licenses = licensed(texts)
    way = { ...way, classes: meet(way.classes, 'package') }
    if (licenses === undefined) left.push(`to.${key} is an expression that no glob over licenses says`)
    else if (key === 'license') way = { ...way, attributes: licenses }
    else way = { ...way, attributes: way.attributes ?? ['[license=*]'], attributesNot: [...way.attributesNot, ...licenses] }
  }
  for (const type of textsIn(to['dependencyTypesNot'])) {
    const meaning = meaningOf(type)
    if (meaning.by !== 'nothing') way = outside(way, meaning)
    else if (meaning.isUnseen !== true) left.push(`to.dependencyTypesNot: ${type}: ${meaning.reason}`)
  }
  const types = textsIn(to['dependencyTypes'])
  if (types.length === 0) return { ways: [way], left }
  return { ways: within(way, types.map(meaningOf)), left: [...left, ...types.flatMap((type) => reasonOf(type))] }
}

function reasonOf(type: string): readonly string[] {
  const meaning = meaningOf(type)
  return meaning.by === 'nothing' ? [`to.dependencyTypes: ${type}: ${meaning.reason}`] : []
}

function kindsOf(to: Settings, all: ReadonlySet<Kind>, calls: readonly string[]): ReadonlySet<Kind> {
  let kinds = all
  if (to['dynamic'] === true) kinds = only(kinds, ['dynamic'])
  if (to['dynamic'] === false) kinds = without(kinds, ['dynamic'])
  if (to['exoticallyRequired'] === true) kinds = only(kinds, ['call'])
  if (to['exoticallyRequired'] === false) kinds = without(kinds, ['call'])
  if (to['preCompilationOnly'] === true) kinds = only(kinds, ['type', 'elided'])
  if (to['preCompilationOnly'] === false) kinds = without(kinds, ['type', 'elided'])
  for (const key of ['exoticRequire', 'exoticRequireNot'] as const) {
    const texts = textsIn(to[key])
    if (texts.length === 0) continue
    const regexp = regexpOf(texts.join('|'))
    if ('unreadable' in regexp) return new Set()
    kinds = only(kinds, calls.filter((call) => regexp.test(call) === (key === 'exoticRequire')).map((call): Kind => `call:${call}`))
  }
  return kinds
}

/** One way for those that say where it leads, one for the forms, one for the aliases. */
function within(way: Way, meanings: readonly Meaning[]): readonly Way[] {
  const classes = new Set(meanings.flatMap((meaning) => (meaning.by === 'class' ? [meaning.of] : [])).filter((each) => way.classes.has(each)))
  const attributes = meanings.flatMap((meaning) => (meaning.by === 'package' ? [meaning.attribute] : []))
  const forms = meanings.flatMap((meaning) => (meaning.by === 'kind' ? meaning.kinds : []))
  const aliases = meanings.flatMap((meaning) => (meaning.by === 'alias' ? meaning.written : []))
  const isPackages = attributes.length > 0 && way.classes.has('package')
  const ends: Way = { ...way, classes: new Set([...classes, ...(isPackages ? ['package' as const] : [])]), ...(isPackages && { attributes: [...new Set(attributes)] }) }
  return [
    ...(ends.classes.size > 0 ? [ends] : []),
    ...(forms.length > 0 ? [{ ...way, kinds: only(way.kinds, [...new Set(forms)]) }] : []),
    ...(aliases.length > 0 ? [{ ...way, written: [...new Set(aliases)] }] : []),
  ]
}

function outside(way: Way, meaning: Meaning): Way {
  switch (meaning.by) {
    case 'class': return withoutClass(way, meaning.of)
    case 'package': return { ...way, attributesNot: [...new Set([...way.attributesNot, meaning.attribute])] }
    case 'kind': return { ...way, kinds: without(way.kinds, meaning.kinds) }
    case 'alias': return { ...way, written: (way.written ?? everyAlias).filter((each) => !meaning.written.includes(each)) }
    case 'nothing': return way
  }
}

function withoutClass(way: Way, left: EndClass): Way {
  return { ...way, classes: new Set([...way.classes].filter((each) => each !== left)) }
}

function meet(classes: ReadonlySet<EndClass>, one: EndClass): ReadonlySet<EndClass> {
  return new Set([...classes].filter((each) => each === one))
}

export function endsOf({ classes, attributes, attributesNot, folders }: Way): Pick<Ends, 'classes' | 'attributes' | 'attributesNot' | 'folders'> {
  return { classes, attributesNot, ...(attributes !== undefined && { attributes }), ...(folders !== undefined && { folders }) }
}
