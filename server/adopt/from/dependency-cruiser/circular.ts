// `circular`: dependency-cruiser reports each import of a cycle, bulkhead each group of files that reach each other, once.

import { isSettings, textsIn, type Settings } from '../reading.ts'
import type { Yaml } from '../draft.ts'
import { meaningOf } from './dependency-types.ts'
import { importers, givensOf, pathsIn, wholly, type Paths } from './ends.ts'
import { isSame, only, without, written, type Kind } from './kinds.ts'
import { restrictions } from './restrictions.ts'
import type { CruiserRule } from './rule-set.ts'
import { cannot, inOneLine, levelOf, type Said } from './said.ts'
import type { Setting } from './scene.ts'
import { allOf, everyFile, type Selector } from '../selector.ts'
import { filesTaken, nothingAsked } from './paths.ts'
import type { Unreadable } from '../expression/parse.ts'

export function cyclesOf(rule: CruiserRule, setting: Setting): Said {
  if (rule.severity === 'ignore') return cannot(rule, 'it is switched off there: its severity is ignore')
  const parts = partsOf(rule, setting)
  if ('unreadable' in parts) return cannot(rule, parts.unreadable)
  const members = membersIn(parts)
  if (members === undefined) return cannot(rule, 'cycles have one from and one some, and this asks for members of three sorts: from, to.path and to.via')
  const value: Yaml = {
    ...(rule.isAboutFolders && { level: 'folder' }),
    ...members,
    ...(parts.every !== undefined && { every: parts.every }),
    kinds: written(parts.kinds),
    ...(rule.severity !== 'error' && { severity: levelOf(rule.severity) }),
    why: [rule.name, ...(rule.comment === undefined ? [] : [inOneLine(rule.comment)])].join(': '),
  }
  return { entries: [{ section: 'cycles', what: rule.name, value }], unsaid: parts.left.map((reason) => ({ what: rule.name, reason, section: 'cycles' })) }
}

/** `from` and `some` each ask for a member, so that two of three can be said. What captures is `from`. */
function membersIn({ from, to, some, binds }: Parts): { readonly from?: Selector; readonly some?: Selector } | undefined {
  const [one, other, third] = [from === everyFile ? undefined : from, to, some].filter((each) => each !== undefined)
  if (third !== undefined) return undefined
  if (other !== undefined) return { ...(one !== undefined && { from: one }), some: other }
  if (one === undefined) return {}
  return binds ? { from: one } : { some: one }
}

interface Parts {
  readonly from: Selector
  /** A member that the import in the cycle leads to. */
  readonly to?: Selector
  readonly some?: Selector
  readonly every?: Selector
  readonly kinds: ReadonlySet<Kind>
  /** Groups of `from` are named elsewhere. */
  readonly binds: boolean
  readonly left: readonly string[]
}

function partsOf(rule: CruiserRule, setting: Setting): Parts | Unreadable {
  const [own, other] = [pathsIn(rule.from, { givens: false }), pathsIn(rule.to, { givens: true })]
  const [via, viaOnly] = [viaIn(rule.to['via']), viaIn(rule.to['viaOnly'])]
  for (const paths of [own, other, via, viaOnly]) if ('unreadable' in paths) return paths
  if ('unreadable' in own || 'unreadable' in other || 'unreadable' in via || 'unreadable' in viaOnly) return { unreadable: '' }
  const asked = givensOf(other.path, other.pathNot, via.path, via.pathNot, viaOnly.path, viaOnly.pathNot)
  const { unfollowed, ...scene } = setting
  const from = importers(asked.size === 0 ? wholly(own, setting.ground) : own, scene, { prefix: 'g', asked })
  if (typeof from === 'object' && 'unreadable' in from) return from
  const [to, some, every] = [member(other, setting), member(via, setting), member(viaOnly, setting)]
  const { ways, left } = restrictions(rule.to, setting)
  const [way] = ways
  const kinds = kindsVia(rule.to['viaOnly'], way?.kinds ?? setting.kinds)
  const isNarrowed = ways.length > 1 || (way !== undefined && !isSame(way.kinds, setting.kinds))
  const followed = unfollowed === undefined ? [] : [{ not: filesTaken(unfollowed, setting.ground, nothingAsked) }]
  const staying = [...(every === undefined ? [] : [every]), ...followed]
  return {
    from, kinds, binds: asked.size > 0,
    ...(to !== undefined && { to }), ...(some !== undefined && { some }), ...(staying.length > 0 && { every: allOf(staying) }),
    left: [
      ...left,
      ...(isNarrowed ? ['there its attribute is about the reported import alone, and in bulkhead about each one in the cycle: to.viaOnly says so there, too'] : []),
      ...typesOf(rule.to['via']),
    ],
  }
}

function viaIn(value: unknown): Paths | Unreadable {
  return value === undefined ? {} : pathsIn(isSettings(value) ? value : { path: value }, { givens: true })
}

/** Undefined where nothing is said of it. */
function member(paths: Paths, setting: Setting): Selector | undefined {
  if (paths.path === undefined && paths.pathNot === undefined) return undefined
  const { unfollowed: _every, ...scene } = setting
  const taken = importers(wholly(paths, setting.ground), scene)
  return typeof taken === 'object' && 'unreadable' in taken ? undefined : taken
}

/** `viaOnly`: of each import in the cycle. */
function kindsVia(viaOnly: unknown, kinds: ReadonlySet<Kind>): ReadonlySet<Kind> {
  if (!isSettings(viaOnly)) return kinds
  const [types, not] = [kindsIn(viaOnly, 'dependencyTypes'), kindsIn(viaOnly, 'dependencyTypesNot')]
  return without(types.length === 0 ? kinds : only(kinds, types), not)
}

function kindsIn(via: Settings, key: string): readonly Kind[] {
  return textsIn(via[key]).flatMap((type) => {
    const meaning = meaningOf(type)
    return meaning.by === 'kind' ? meaning.kinds : []
  })
}

function typesOf(via: unknown): readonly string[] {
  if (!isSettings(via) || (via['dependencyTypes'] === undefined && via['dependencyTypesNot'] === undefined)) return []
  return ['to.via.dependencyTypes asks for some import of a kind in the cycle; in bulkhead kinds are those of each']
}
