// What `to` says besides paths: of the end, of the form of the import, and of the alias by which it is written.

import type { EndClass } from '../../../../rules/model/selector.ts'
import { textsIn, type Settings } from '../reading.ts'
import type { Selector } from '../selector.ts'
import { everyAlias, meaningOf, type Meaning } from './dependency-types.ts'
import { everyEnd, type Ends, type Paths } from './ends.ts'
import { only, without, type Kind } from './kinds.ts'
import { licensed, type Licensed } from './licenses.ts'
import { regexpOf } from './paths.ts'
import { builtinCall, type Setting } from './scene.ts'

/** One of the ways in which `to` may hold: the types that a rule lists are alternatives. */
export interface Way {
  readonly classes: ReadonlySet<EndClass>
  readonly attributes: Ends['attributes']
  readonly attributesNot: readonly string[]
  readonly packages: readonly Selector[]
  readonly packagesNot: readonly Selector[]
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

export function restrictions(to: Settings, setting: Setting): Restrictions {
  const left: string[] = []
  let way: Way = { ...everyEnd, kinds: kindsOf(to, setting) }
  if (to['couldNotResolve'] === true) way = { ...way, classes: new Set(['unresolved']) }
  if (to['couldNotResolve'] === false) way = withoutClass(way, 'unresolved')
  if (to['moreThanOneDependencyType'] === true) way = { ...way, classes: meet(way.classes, 'package'), attributes: [...way.attributes, ['[declared=twice]']] }
  if (to['moreThanOneDependencyType'] === false) way = { ...way, attributesNot: [...way.attributesNot, '[declared=twice]'] }
  if (to['ancestor'] === true) way = { ...way, classes: meet(way.classes, 'file'), folders: 'folder:above' }
  if (to['ancestor'] === false) way = { ...withoutClass(withoutClass(way, 'builtin'), 'unresolved'), folders: { not: 'folder:above' } }
  for (const key of ['license', 'licenseNot'] as const) {
    const texts = textsIn(to[key])
    if (texts.length === 0) continue
    const licenses = licensed(texts, setting.ground.licenses())
    way = { ...way, classes: meet(way.classes, 'package') }
    if (licenses === undefined) left.push(`to.${key} is an expression that no glob over licenses says, and that takes none of those at hand`)
    else way = key === 'license' ? withLicense(way, licenses) : withoutLicense(way, licenses)
  }
  const meaningOf = (type: string): Meaning => meaningIn(type, setting)
  for (const type of textsIn(to['dependencyTypesNot'])) {
    const meaning = meaningOf(type)
    if (meaning.by !== 'nothing') way = outside(way, meaning)
    else if (meaning.isUnseen !== true) left.push(`to.dependencyTypesNot: ${type}: ${meaning.reason}`)
  }
  const types = textsIn(to['dependencyTypes'])
  if (types.length === 0) return { ways: [way], left }
  const reasonOf = (type: string): readonly string[] => {
    const meaning = meaningOf(type)
    return meaning.by === 'nothing' ? [`to.dependencyTypes: ${type}: ${meaning.reason}`] : []
  }
  return { ways: within(way, types.map(meaningOf)), left: [...left, ...types.flatMap(reasonOf)] }
}

function meaningIn(type: string, setting: Setting): Meaning {
  if (type === 'exotic-require') return { by: 'kind', kinds: exoticKinds(setting) }
  return type === 'pre-compilation-only' && !setting.specifies ? { by: 'nothing', reason: unspecified, isUnseen: true } : meaningOf(type)
}

/** Why `preCompilationOnly` finds nothing there. */
export const unspecified = 'without tsPreCompilationDeps: specify dependency-cruiser does not look which imports are gone after compiling, and finds none'

function withLicense(way: Way, licenses: Licensed): Way {
  return licenses.by === 'attributes' ? { ...way, attributes: [...way.attributes, licenses.of] } : { ...way, packages: [...way.packages, licenses.of] }
}

/** What says nothing of its licence is not found. */
function withoutLicense(way: Way, licenses: Licensed): Way {
  const told: Way = { ...way, attributes: [...way.attributes, ['[license=*]']] }
  return licenses.by === 'attributes' ? { ...told, attributesNot: [...way.attributesNot, ...licenses.of] } : { ...told, packagesNot: [...way.packagesNot, licenses.of] }
}

function exoticKinds({ calls }: Setting): readonly Kind[] {
  return calls.includes(builtinCall) ? calls.filter((call) => call !== builtinCall).map((call): Kind => `call:${call}`) : ['call']
}

function kindsOf(to: Settings, setting: Setting): ReadonlySet<Kind> {
  let kinds = setting.kinds
  const exotic = exoticKinds(setting)
  if (to['dynamic'] === true) kinds = only(kinds, ['dynamic'])
  if (to['dynamic'] === false) kinds = without(kinds, ['dynamic'])
  if (to['exoticallyRequired'] === true) kinds = only(kinds, exotic)
  if (to['exoticallyRequired'] === false) kinds = without(kinds, exotic)
  if (to['preCompilationOnly'] === true) kinds = only(kinds, ['type', 'elided'])
  if (to['preCompilationOnly'] === false) kinds = without(kinds, ['type', 'elided'])
  for (const key of ['exoticRequire', 'exoticRequireNot'] as const) {
    const texts = textsIn(to[key])
    if (texts.length === 0) continue
    const regexp = regexpOf(texts.join('|'))
    if ('unreadable' in regexp) return new Set()
    kinds = only(kinds, setting.calls.filter((call) => call !== builtinCall && regexp.test(call) === (key === 'exoticRequire')).map((call): Kind => `call:${call}`))
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
  const ends: Way = { ...way, classes: new Set([...classes, ...(isPackages ? ['package' as const] : [])]), ...(isPackages && { attributes: [...way.attributes, [...new Set(attributes)]] }) }
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

export function endsOf({ classes, attributes, attributesNot, packages, packagesNot, folders }: Way): Omit<Ends, keyof Paths> {
  return { classes, attributes, attributesNot, packages, packagesNot, ...(folders !== undefined && { folders }) }
}
