// Who may import what, by policies of which the last that fits decides: as entries that hold in any order.

import type { Entry, Unsaid, Yaml } from '../draft.ts'
import { allOf, anyOf, isNothing, type Selector } from '../selector.ts'
import { byCaptures, cellsOf, type Cell, type Importers } from './cells.ts'
import { folded } from './folded.ts'
import { anyElement, selectorOf } from './groups.ts'
import { everyPackage } from './packages.ts'
import { ending, knownFiles, remarkOf, subjectOf, withoutIgnored, type Judged, type Scene } from './scene.ts'
import { stepsOf, type Step } from './steps.ts'
import type { Way } from './ways.ts'

export interface Asked extends Judged {
  readonly base: 'allow' | 'disallow'
  readonly policies: readonly unknown[]
  /** Which ends the rule judges. */
  readonly judges: { readonly files: boolean; readonly packages: boolean; readonly unknown: boolean; readonly elementsOnly: boolean }
}

export interface Said {
  readonly entries: readonly Entry[]
  readonly unsaid: readonly Unsaid[]
}

export function verdictsOf(scene: Scene, asked: Asked): Said & { readonly steps: readonly Step[] } {
  const what = `boundaries/${asked.name}`
  const steps = stepsOf({ listed: asked.policies, hasLegacyTemplates: scene.hasLegacyTemplates, kinds: scene.kinds }, scene)
  if ('reason' in steps) return { entries: [], unsaid: [{ what: `${what}: rule ${steps.index}`, reason: steps.reason }], steps: [] }
  const [entries, unsaid]: [Entry[], Unsaid[]] = [[], []]
  for (const importers of importersOf(scene, steps).flatMap((each) => byCaptures(each, steps))) {
    const cells = cellsOf(importers, steps)
    if (cells === undefined) unsaid.push({ what, reason: `of ${importers.name}, more conditions at once than can be told apart` })
    for (const cell of cells ?? []) {
      const reason = unsayable(cell, asked)
      if (reason === undefined) entries.push(...(asked.judges.files ? entriesOf(scene, asked, cell, 'files') : []), ...(asked.judges.packages ? entriesOf(scene, asked, cell, 'packages') : []))
      else unsaid.push({ what, reason: `of ${cell.name || 'all'}, ${reason}` })
    }
  }
  return { entries, unsaid, steps }
}

/** One for each sort of elements; one for all where nothing tells them apart. */
export function importersOf(scene: Scene, steps: readonly Step[]): readonly Importers[] {
  const isForAll = steps.every(({ from, to }) => from.some(({ groups, conditions }) => conditions.length === 0 && (groups === undefined || (groups.length === scene.groups.length && scene.categories.length === 0))) && to.every(({ conditions }) => conditions.every(({ needs }) => needs.length === 0)))
  if (isForAll) return [{ name: '', selector: knownFiles(scene), group: undefined }]
  const alone = scene.categories.map(({ category }) => `tag:category-${category}`)
  return [
    ...scene.groups.map((group): Importers => ({ name: group.name, selector: group.selector, group })),
    ...(alone.length === 0 ? [] : [{ name: 'files', selector: allOf([anyOf(alone)], [anyElement]), group: undefined }]),
  ]
}

function unsayable({ steps }: Cell, { base }: Asked): string | undefined {
  for (const { effect, names } of steps) {
    if (names !== undefined && effect === 'allow' && (base === 'disallow' || steps.some((other) => other.effect === 'disallow'))) return 'what is not among some names cannot be forbidden alone'
  }
  return undefined
}

function entriesOf(scene: Scene, asked: Asked, cell: Cell, ends: 'files' | 'packages'): readonly Entry[] {
  const pick = ends === 'files' ? (step: Step): Selector => filesTaken(scene, asked, cell, step.to) : (step: Step): Selector => anyOf(step.to.map(({ packages }) => packages))
  const steps = cell.steps.map((step) => ({ step, what: pick(step) })).filter(({ what }) => !isNothing(what))
  return kindsApart(scene.kinds, cell.steps).flatMap((kinds) => {
    const own = steps.filter(({ step }) => step.kinds === undefined || kinds === undefined || kinds.some((kind) => step.kinds?.includes(kind)))
    const said = folded(asked.base, own.flatMap(({ step, what }) => (step.names === undefined ? [{ effect: step.effect, what }] : [])), ends === 'packages' ? everyPackage : asked.judges.unknown ? '*' : knownFiles(scene))
    const verb = ends === 'files' ? verbOfFiles(scene, asked, said) : verbOfPackages(said)
    const named = own.flatMap(({ step, what }, index): readonly Entry[] => {
      if (step.names === undefined || step.effect === 'allow') return []
      const later = own.slice(index + 1).flatMap((other) => (other.step.effect === 'allow' && other.step.names === undefined ? [other.what] : []))
      return [entry(scene, asked, cell, { forbid: withoutIgnored(scene, later.length === 0 ? what : allOf([what], later)), names: step.names.length === 1 ? step.names[0] ?? [] : step.names }, kinds, namesRemark)]
    })
    return [...(verb === undefined ? [] : [entry(scene, asked, cell, verb, kinds)]), ...named]
  })
}

const namesRemark = 'Of a namespace import bulkhead counts every name, the plugin none; of what is exported on, the name that it has, the plugin the one that it gets.'

function entry(scene: Scene, asked: Asked, cell: Cell, verb: { readonly [key: string]: Yaml }, kinds: readonly string[] | undefined, remark?: string): Entry {
  const bound = boundIn(verb).filter((capture) => cell.captures.has(capture)).map((capture) => `tag:${capture}:{${capture}}`)
  const subject = subjectOf(scene, asked, allOf([cell.from, ...bound]))
  return {
    section: 'rules', what: `boundaries/${asked.name}`, ...remarkOf(asked), ...(remark !== undefined && { remark }),
    value: { id: cell.name === '' ? asked.name : `${asked.name}/${cell.name}`, from: subject, ...verb, ...(kinds !== undefined && { kinds: kinds.length === 1 ? kinds[0] ?? [] : kinds }), ...ending(asked) },
  }
}

/** Names that stand for what the importer's element captured. */
function boundIn(verb: unknown): readonly string[] {
  return [...new Set([...JSON.stringify(verb).matchAll(/\{([A-Za-z][\w-]*)\}/g)].flatMap(([, name]) => name ?? []))]
}

/** Kinds of imports of which different policies speak. */
function kindsApart(all: readonly string[], steps: readonly Step[]): readonly (readonly string[] | undefined)[] {
  if (steps.every(({ kinds }) => kinds === undefined)) return [undefined]
  const bySteps = new Map<string, string[]>()
  for (const kind of all) {
    const key = String(steps.map(({ kinds }) => kinds?.includes(kind) ?? true))
    bySteps.set(key, [...bySteps.get(key) ?? [], kind])
  }
  return [...bySteps.values()]
}

function filesTaken(scene: Scene, { judges }: Asked, { captures }: Cell, ways: readonly Way[]): Selector {
  return anyOf(ways.flatMap(({ groups, conditions, isLocal }): readonly Selector[] => {
    if (!isLocal || conditions.some(({ needs }) => needs.some((need) => !captures.has(need)))) return []
    const some = groups === undefined ? judges.unknown ? '*' : knownFiles(scene) : selectorOf(groups, scene.groups)
    const asked = conditions.map(({ selector }) => selector)
    if (isNothing(some)) return []
    // What only files have of which the plugin knows something needs no further word.
    if (asked.some((each) => isOfKnown(each) && (groups === undefined || !String(each).startsWith('tag:category-'))) && (groups === undefined || some === anyElement)) return [allOf(asked)]
    return [asked.length === 0 ? some : allOf([some, ...asked])]
  }))
}

function isOfKnown(selector: Selector): boolean {
  return typeof selector === 'string' && selector.startsWith('tag:')
}

type Folding = ReturnType<typeof folded>

function verbOfFiles(scene: Scene, { judges }: Asked, { base, but }: Folding): { readonly [key: string]: Yaml } | undefined {
  if (base === 'all') return isNothing(but) ? undefined : { forbid: withoutIgnored(scene, but) }
  const free: readonly Selector[] = judges.unknown ? [] : [{ not: judges.elementsOnly ? anyElement : knownFiles(scene) }]
  return { only: anyOf([but, ...free, ...(isNothing(scene.ignored) ? [] : [scene.ignored])]) as Yaml }
}

function verbOfPackages({ base, but }: Folding): { readonly [key: string]: Yaml } | undefined {
  if (base === 'all') return isNothing(but) ? undefined : { forbid: but as Yaml }
  return { forbid: (isNothing(but) ? everyPackage : { any: everyPackage, not: but }) as Yaml }
}
