// eslint-plugin-boundaries, v5 to v7, said in bulkhead's words.

import type { Layout } from '../../../rules/model/layout.ts'
import { namePattern } from '../../../rules/model/name-pattern.ts'
import { elementsOf, type Elements } from './boundaries/elements.ts'
import { folded, type Step } from './boundaries/folded.ts'
import { anyElement, boundIn, categoryTag, elementsTaken, isUnselectable, packagesTaken } from './boundaries/selectors.ts'
import { boundariesSettings, type BoundariesRule } from './boundaries/settings.ts'
import type { Draft, Entry, Unsaid, Yaml } from './draft.ts'
import { isSettings, listIn, textIn, textsIn, type Settings } from './reading.ts'
import { allOf, anyOf, isNothing, type Selector } from './selector.ts'

export function draftOf(config: unknown, _layout: Layout): Draft {
  const { settings, rules, partly } = boundariesSettings(config)
  const elements = elementsOf(settings['elements'])
  const said = rules.filter(({ level }) => level !== 'off').map((rule) => ruleOf(rule, elements))
  return {
    opening: [],
    entries: [...frame(settings), ...withApis(elements.entries, said.flatMap((each) => each.apis)), ...numbered(said.flatMap((each) => each.entries))],
    unsaid: [...elements.unsaid, ...said.flatMap((each) => each.unsaid), ...partly.map((name) => ({ what: `boundaries/${name}`, reason: 'it is set for some files otherwise than for others; what was set last is carried over' }))],
  }
}

interface Api {
  readonly type: string
  readonly value: Yaml
}

interface Said {
  readonly entries: readonly Entry[]
  readonly unsaid: readonly Unsaid[]
  readonly apis: readonly Api[]
}

const nodeKinds: Readonly<Record<string, readonly string[]>> = { import: ['value', 'type'], export: ['reexport'], require: ['require'], 'dynamic-import': ['dynamic'] }

function frame(settings: Settings): readonly Entry[] {
  const nodes = textsIn(settings['dependency-nodes'])
  const kinds = [...new Set((nodes.length === 0 ? ['import'] : nodes).flatMap((node) => nodeKinds[node] ?? []))]
  const files = listIn(settings['files']).filter(isSettings)
  const categories = new Map<string, Yaml[]>()
  for (const each of files) for (const pattern of textsIn(each['pattern'])) {
    const category = categoryTag(textIn(each['category']) ?? 'file')
    categories.set(category, [...categories.get(category) ?? [], `path:${pattern}`])
  }
  const lists = (['include', 'ignore'] as const).flatMap((section) => textsIn(settings[section]).map((value): Entry => ({ section, what: `boundaries/${section}`, value, isSetting: true })))
  return [
    { section: 'version', what: 'version', value: 1, isSetting: true },
    ...lists,
    { section: 'imports', what: 'boundaries/dependency-nodes', value: { kinds, reexports: 'stop' }, isSetting: true, remark: 'What the plugin looks at. Without kinds, every import counts; without reexports: stop, no prohibition ends at a file that only hands on what another one defines.' },
    { section: 'tags', what: 'tests', key: 'test', value: [], isSetting: true, remark: 'The plugin judges tests as all other files; without this line they may import what they like.' },
    ...[...categories].map(([key, value]): Entry => ({ section: 'tags', what: 'boundaries/files', key, value, isSetting: true })),
  ]
}

function ruleOf(rule: BoundariesRule, elements: Elements): Said {
  switch (rule.name) {
    case 'element-types': case 'dependencies': return dependenciesOf(rule, elements, elementsTaken)
    case 'external': return dependenciesOf(rule, elements, packagesTaken)
    case 'entry-point': return entryPointsOf(rule, elements)
    case 'no-unknown': case 'no-unknown-dependencies': return only([{ section: 'rules', what: `boundaries/${rule.name}`, value: { id: rule.name, from: anyElement, forbid: { not: anyElement }, ...ending(rule) } }])
    case 'no-unknown-files': return only([{ section: 'checks', what: `boundaries/${rule.name}`, key: 'boundaries/unassigned', value: rule.level }])
    case 'no-ignored': case 'no-ignored-dependencies': return cannot(rule, 'what is ignored is judged by nobody in bulkhead, and that includes who imports it')
    case 'no-private': return cannot(rule, 'it is about elements in elements; a module\'s usedBy says who may use it')
    default: return cannot(rule, 'bulkhead has no such rule')
  }
}

function only(entries: readonly Entry[]): Said {
  return { entries, unsaid: [], apis: [] }
}

function cannot(rule: BoundariesRule, reason: string): Said {
  return { entries: [], unsaid: [{ what: `boundaries/${rule.name}`, reason }], apis: [] }
}

function ending({ level }: BoundariesRule, message?: string): { readonly severity?: Yaml; readonly why?: Yaml } {
  return { ...(level !== 'error' && { severity: level }), ...(message !== undefined && !/\$\{|\{\{/.test(message) && { why: message }) }
}

/** A rule of the list, for the importers that it is about. */
interface Clause {
  readonly from: Selector
  readonly steps: readonly Step[]
  readonly kinds: readonly string[]
}

/** The last rule that fits decides there. Here each group of importers that the same rules are about has an entry of its own. */
function dependenciesOf(rule: BoundariesRule, { types }: Elements, taken: typeof elementsTaken): Said {
  const unsaid: Unsaid[] = []
  const clauses: Clause[] = []
  for (const [index, written] of listIn(rule.options['rules'] ?? rule.options['policies']).entries()) {
    if (!isSettings(written)) continue
    const clause = clauseOf(written, taken)
    if (typeof clause === 'string') unsaid.push({ what: `boundaries/${rule.name}: rule ${index}`, reason: clause })
    else clauses.push(clause)
  }
  // A rule that is left out of an order changes what those around it mean.
  if (unsaid.length > 0) return { entries: [], unsaid, apis: [] }
  const kinds = [...new Set(clauses.flatMap((clause) => clause.kinds))]
  const entries = types.flatMap((type) => groupsOf(type, clauses).flatMap((group) => (kinds.length === 0 ? [undefined] : ['value', 'type']).flatMap((kind) => entryOf(rule, group, kind, taken === packagesTaken))))
  return { entries, unsaid, apis: [] }
}

/** Or why there is none. */
function clauseOf(written: Settings, taken: typeof elementsTaken): Clause | string {
  const from = written['from'] === undefined ? anyElement : elementsTaken(written['from'])
  if (isUnselectable(from)) return `from: ${from.unselectable}`
  const steps: Step[] = []
  const kinds = new Set(textsIn(written['importKind']))
  // Where a rule has both, allow is looked at last.
  for (const effect of ['disallow', 'allow'] as const) {
    const side = written[effect]
    if (side === undefined) continue
    const dependency = isSettings(side) ? settingsIn(side['dependency']) : {}
    for (const kind of textsIn(dependency['kind'])) kinds.add(kind)
    const other = Object.keys(dependency).find((key) => key !== 'kind')
    if (other !== undefined) return `${effect}: it selects by dependency.${other}`
    const ofPackages = isSettings(side) && isSettings(side['to']) && isSettings(side['to']['module'])
    if (ofPackages) return `${effect}: it selects by module; packages are named by the packages of a module, or by a rule to pkg:`
    const what = taken(isSettings(side) && side['to'] !== undefined ? side['to'] : written['to'] !== undefined && side === true ? written['to'] : side)
    if (isUnselectable(what)) return `${effect}: ${what.unselectable}`
    steps.push({ effect, what })
  }
  return { from, steps, kinds: [...kinds] }
}

function settingsIn(value: unknown): Settings {
  return isSettings(value) ? value : {}
}

interface Group {
  readonly from: Selector
  readonly name: string
  readonly clauses: readonly Clause[]
}

const mostConditions = 4

/** The elements of one type, divided by the conditions that rules have about them. */
function groupsOf(type: string, clauses: readonly Clause[]): readonly Group[] {
  const plain = `tag:${type}`
  const about = clauses.flatMap((clause) => {
    const named = (Array.isArray(clause.from) ? clause.from as readonly Selector[] : [clause.from]).filter((each) => isAbout(each, type))
    return named.length === 0 ? [] : [{ clause, condition: named.some((each) => each === anyElement || typeof each === 'string') ? undefined : anyOf(named) }]
  })
  const conditions = [...new Map(about.flatMap(({ condition }) => (condition === undefined ? [] : [[JSON.stringify(condition), condition] as const]))).values()].slice(0, mostConditions)
  return subsets(conditions).map((held, index) => ({
    name: index === 0 ? type : `${type}/${index + 1}`,
    from: allOf(held.length === 0 ? [plain] : held, conditions.filter((each) => !held.includes(each))),
    clauses: about.filter(({ condition }) => condition === undefined || held.some((each) => JSON.stringify(each) === JSON.stringify(condition))).map(({ clause }) => clause),
  }))
}

/** Whether it can take elements of this type. */
function isAbout(selector: Selector, type: string): boolean {
  const tags = [...JSON.stringify(selector).matchAll(/"tag:([^":]+)"/g)].flatMap(([, name]) => name ?? [])
  return selector === anyElement || tags.length === 0 || tags.some((name) => isNamed(name, type)) || JSON.stringify(selector).includes('"not"')
}

function isNamed(pattern: string, type: string): boolean {
  const name = namePattern(pattern, 'whole')
  return 'mistake' in name || name.match(type) !== undefined
}

function subsets<T>(all: readonly T[]): readonly (readonly T[])[] {
  return all.reduce<readonly (readonly T[])[]>((found, each) => [...found, ...found.map((subset) => [...subset, each])], [[]])
}

function entryOf(rule: BoundariesRule, { from, name, clauses }: Group, kind: string | undefined, isAboutPackages: boolean): readonly Entry[] {
  const base = rule.options['default'] === 'disallow' ? 'disallow' : 'allow'
  const fitting = clauses.filter(({ kinds }) => kind === undefined || kinds.length === 0 || kinds.includes(kind))
  const said = folded(base, fitting.flatMap(({ steps }) => steps))
  if (said.base === 'all' && isNothing(said.but)) return []
  const own = boundIn(said.but).filter((capture) => !boundIn(from).includes(capture)).map((capture) => `tag:${capture}:{${capture}}`)
  const subject = own.length === 0 ? from : allOf([from, ...own])
  const verb: { readonly [key: string]: Yaml } = said.base === 'all' ? { forbid: said.but as Yaml } : isAboutPackages ? { only: isNothing(said.but) ? { not: 'pkg:*' } : said.but as Yaml } : { only: anyOf([said.but, { not: anyElement }]) as Yaml }
  return [{
    section: 'rules', what: `boundaries/${rule.name}`,
    value: { id: `${rule.name}/${name}`, from: subject as Yaml, ...verb, ...(kind !== undefined && { kinds: kind }), ...ending(rule, textIn(rule.options['message'])) },
  }]
}

/** What may be imported of an element is the api of its module. */
function entryPointsOf(rule: BoundariesRule, { types }: Elements): Said {
  const base = rule.options['default'] === 'disallow' ? 'disallow' : 'allow'
  const [unsaid, apis, entries]: [Unsaid[], Api[], Entry[]] = [[], [], []]
  const listed = listIn(rule.options['rules']).filter(isSettings)
  for (const type of types) {
    const [allowed, disallowed]: [string[], string[]] = [[], []]
    for (const [index, written] of listed.entries()) {
      const target = written['target'] === undefined ? anyElement : elementsTaken(written['target'])
      const what = `boundaries/entry-point: rule ${index}`
      if (isUnselectable(target)) unsaid.push({ what, reason: `target: ${target.unselectable}` })
      else if (!isAbout(target, type)) continue
      else if (written['importKind'] !== undefined || JSON.stringify(target).includes('tag:') && /"(?:all|not)"/.test(JSON.stringify(target))) unsaid.push({ what, reason: 'an api is that of all modules of a type, for every kind of import' })
      else {
        allowed.push(...textsIn(written['allow']))
        disallowed.push(...textsIn(written['disallow']))
      }
    }
    if (base === 'disallow') apis.push({ type, value: allowed.some((pattern) => /^\*\*?$/.test(pattern)) ? 'open' : allowed })
    for (const pattern of disallowed) entries.push({ section: 'rules', what: 'boundaries/entry-point', value: { id: `entry-point/${type}`, from: '*', forbid: `${type}/**:${pattern}`, ...ending(rule) } })
  }
  return { entries, unsaid: [...new Map(unsaid.map((each) => [`${each.what} ${each.reason}`, each])).values()], apis }
}

function withApis(entries: readonly Entry[], apis: readonly Api[]): readonly Entry[] {
  return entries.map((entry) => {
    const api = apis.find(({ type }) => isSettings(entry.value) && entry.value['tags'] === type)
    return api === undefined || !isSettings(entry.value) ? entry : { ...entry, value: { ...entry.value, api: api.value } as Yaml, what: 'boundaries/entry-point', isSetting: true as const }
  })
}

/** An id is given once. */
function numbered(entries: readonly Entry[]): readonly Entry[] {
  const used = new Map<unknown, number>()
  return entries.map((entry) => {
    if (entry.section !== 'rules' || !isSettings(entry.value)) return entry
    const id = entry.value['id']
    const times = (used.get(id) ?? 0) + 1
    used.set(id, times)
    return times === 1 ? entry : { ...entry, value: { ...entry.value, id: `${String(id)}/${times}` } as Yaml }
  })
}
