// Ways in which an end of an import is picked: by groups of elements, conditions, and what sort of module it is.

import type { Category } from './files.ts'
import { isSettings, listIn, textsIn, type Settings } from '../reading.ts'
import { allOf, anyOf, type Selector } from '../selector.ts'
import { captured, exactly, isUnselectable, type Condition, type Templates, type Unselectable } from './conditions.ts'
import type { Entity } from './entities.ts'
import { partsOf, matches } from './glob.ts'
import { anyElement, type Group } from './groups.ts'
import { packagesNamed } from './packages.ts'

export interface Way {
  /** Absent: an element is not asked for. */
  readonly groups?: readonly Group[]
  /** All of them hold. */
  readonly conditions: readonly Condition[]
  readonly isLocal: boolean
  /** Packages and built-ins that it takes. */
  readonly packages: Selector
}

export interface Known {
  readonly groups: readonly Group[]
  readonly categories: readonly Category[]
  /** Where the root of the plugin lies, with a slash, or ''. */
  readonly root: string
}

export function waysOf(entities: readonly Entity[], known: Known, templates: Templates): readonly Way[] | Unselectable {
  const ways: Way[] = []
  for (const entity of entities) {
    for (const element of entity.element ?? [undefined]) for (const file of entity.file ?? [undefined]) for (const module of entity.module ?? [undefined]) {
      const way = wayOf(element, file, module, known, templates)
      if (way === 'never') continue
      if (isUnselectable(way)) return way
      ways.push(way)
    }
  }
  return ways
}

function wayOf(element: Settings | undefined, file: Settings | undefined, module: Settings | undefined, known: Known, templates: Templates): Way | Unselectable | 'never' {
  const conditions: Condition[] = []
  let groups: readonly Group[] | undefined
  if (element !== undefined) {
    const taken = elementTaken(element, known, templates)
    if (taken === 'never' || isUnselectable(taken)) return taken
    groups = taken.groups
    conditions.push(...taken.conditions)
  }
  if (file !== undefined) {
    const taken = fileTaken(file, known)
    if (taken === 'never' || isUnselectable(taken)) return taken
    conditions.push(...taken)
  }
  const origins = module === undefined ? { isLocal: true, packages: packagesNamed([], []) } : modulesTaken(module)
  if (isUnselectable(origins)) return origins
  const isOfFiles = groups !== undefined || conditions.length > 0
  if (isOfFiles && !origins.isLocal) return 'never'
  return { ...(groups !== undefined && { groups }), conditions, isLocal: origins.isLocal, packages: isOfFiles ? [] : origins.packages }
}

interface Taken {
  readonly groups?: readonly Group[]
  readonly conditions: readonly Condition[]
}

function elementTaken(element: Settings, known: Known, templates: Templates): Taken | Unselectable | 'never' {
  let groups: readonly Group[] | undefined
  const conditions: Condition[] = []
  const narrow = (keep: (group: Group) => boolean | undefined): boolean => {
    const kept = (groups ?? known.groups).map((group) => ({ group, keeps: keep(group) }))
    groups = kept.flatMap(({ group, keeps }) => (keeps === true ? [group] : []))
    return kept.every(({ keeps }) => keeps !== undefined)
  }
  for (const [key, value] of Object.entries(element)) {
    switch (key) {
      case 'type':
        if (!narrow(({ types: [first] }) => first !== undefined && matches(first, textsIn(value)))) return { unselectable: `it selects by the pattern ${String(value)}` }
        break
      case 'types':
        if (!narrow(({ types }) => types.length > 0 && listTaken(types, value))) return { unselectable: 'it selects types by more than their names' }
        break
      case 'category':
        if (!narrow(({ category }) => category !== undefined && matches(category, textsIn(value)))) return { unselectable: `it selects by the pattern ${String(value)}` }
        break
      case 'isIgnored':
        if (value === true) return 'never'
        break
      case 'isUnknown':
        if (value === true) conditions.push({ selector: { not: anyElement }, needs: [] })
        else if (value === false) narrow(() => true)
        break
      case 'captured': {
        if (isSettings(value) && Object.keys(value).length === 0) break
        const maps = Array.isArray(value) ? value : [value]
        const found = maps.map((map) => capturesTaken(map, templates))
        const wrong = found.find((each) => each !== 'never' && !Array.isArray(each))
        if (wrong !== undefined && wrong !== 'never' && isUnselectable(wrong)) return wrong
        const lists = found.filter((each): each is readonly Condition[] => Array.isArray(each))
        const [only] = lists
        if (only === undefined) return 'never'
        if (lists.length === 1) conditions.push(...only)
        else conditions.push({ selector: anyOf(lists.map((list) => allOf(list.map(({ selector }) => selector)))), needs: [...new Set(lists.flat().flatMap(({ needs }) => needs))] })
        narrow(() => true)
        break
      }
      case 'fileInternalPath': case 'internalPath': {
        const selectors = textsIn(value).map((pattern) => (/\$\{|\{\{|^!/.test(pattern) ? undefined : exactly('**:', pattern)))
        if (selectors.includes(undefined)) return { unselectable: `it selects by the pattern ${String(value)}` }
        conditions.push({ selector: anyOf(selectors.filter((each) => each !== undefined)), needs: [], isInside: true })
        narrow(() => true)
        break
      }
      case 'filePath': {
        const paths = pathsTaken(value, known)
        if (isUnselectable(paths)) return paths
        conditions.push(paths)
        break
      }
      default: return { unselectable: key === 'path' || key === 'elementPath' ? 'it selects elements by their path' : key.startsWith('parent') ? 'it selects by the element in which another lies' : `it selects by ${key}` }
    }
  }
  return { ...(groups !== undefined && { groups }), conditions }
}

function capturesTaken(map: unknown, templates: Templates): readonly Condition[] | Unselectable | 'never' {
  if (!isSettings(map)) return { unselectable: 'it selects by what is captured in a way that bulkhead does not know' }
  const conditions: Condition[] = []
  for (const [key, value] of Object.entries(map)) {
    if (!/^[\w-]+$/.test(key)) return { unselectable: `it selects by the capture ${key}` }
    const condition = captured(key, textsIn(value), templates)
    if (condition === 'never' || isUnselectable(condition)) return condition
    conditions.push(condition)
  }
  return conditions
}

/** A pattern, or a question about a list. */
function listTaken(values: readonly string[], asked: unknown): boolean | undefined {
  if (!isSettings(asked)) return values.some((value) => matches(value, textsIn(asked)) === true)
  let holds = true
  for (const [key, value] of Object.entries(asked)) {
    const patterns = textsIn(value)
    if (key !== 'hasLength' && key !== 'atIndex' && patterns.length !== listIn(value).length) return undefined
    const some = (pattern: string): boolean => values.some((each) => matches(each, [pattern]) === true)
    if (key === 'anyOf') holds &&= patterns.some(some)
    else if (key === 'allOf') holds &&= patterns.every(some)
    else if (key === 'noneOf') holds &&= !patterns.some(some)
    else if (key === 'hasLength') holds &&= values.length === value
    else if (key === 'equalsTo') holds &&= values.length === patterns.length && patterns.every((pattern, index) => matches(values[index] ?? '', [pattern]) === true)
    else if (key === 'atIndex' && isSettings(value) && typeof value['index'] === 'number') holds &&= matches(values.at(value['index']) ?? '', textsIn(value['matches'])) === true
    else return undefined
  }
  return holds
}

function fileTaken(file: Settings, known: Known): readonly Condition[] | Unselectable | 'never' {
  const conditions: Condition[] = []
  const tags = [...new Set(known.categories.map(({ category }) => category))]
  const some = (patterns: readonly string[]): readonly string[] => tags.filter((category) => matches(category, patterns) === true)
  const tagged = (categories: readonly string[]): Selector => anyOf(categories.map((category) => `tag:category-${category}`))
  for (const [key, value] of Object.entries(file)) {
    if (key === 'isIgnored') {
      if (value === true) return 'never'
    } else if (key === 'isUnknown') conditions.push({ selector: value === true ? { not: tagged(tags) } : tagged(tags), needs: [] })
    else if (key === 'path') {
      const paths = pathsTaken(value, known)
      if (isUnselectable(paths)) return paths
      conditions.push(paths)
    } else if (key === 'categories' && !isSettings(value)) conditions.push({ selector: tagged(some(textsIn(value))), needs: [] })
    else if (key === 'categories' && isSettings(value)) {
      for (const [question, asked] of Object.entries(value)) {
        const patterns = textsIn(asked)
        if (patterns.length !== listIn(asked).length || !['anyOf', 'allOf', 'noneOf'].includes(question)) return { unselectable: `it selects files by ${question} of their categories` }
        if (question === 'anyOf') conditions.push({ selector: tagged(some(patterns)), needs: [] })
        else if (question === 'allOf') conditions.push(...patterns.map((pattern) => ({ selector: tagged(some([pattern])), needs: [] })))
        else conditions.push({ selector: allOf([tagged(tags)], [tagged(some(patterns))]), needs: [] })
      }
    } else return { unselectable: key === 'captured' ? 'it selects by what a file\'s pattern captures' : `it selects files by ${key}` }
  }
  return conditions
}

function pathsTaken(value: unknown, { root }: Known): Condition | Unselectable {
  const selectors = textsIn(value).map((pattern) => (/\$\{|\{\{|^!/.test(pattern) ? undefined : exactly(`path:${root}`, pattern)))
  return selectors.includes(undefined) ? { unselectable: `it selects by the pattern ${String(value)}` } : { selector: anyOf(selectors.filter((each) => each !== undefined)), needs: [] }
}

function modulesTaken(module: Settings): { readonly isLocal: boolean; readonly packages: Selector } | Unselectable {
  const unknown = Object.keys(module).find((key) => !['origin', 'source', 'internalPath'].includes(key))
  if (unknown !== undefined) return { unselectable: `it selects modules by ${unknown}` }
  const takes = (origin: string): boolean => module['origin'] === undefined || matches(origin, textsIn(module['origin'])) === true
  const [sources, inner] = [module['source'] === undefined ? [] : textsIn(module['source']), module['internalPath'] === undefined ? [] : textsIn(module['internalPath'])]
  if ([...sources, ...inner].some((text) => /\$\{|\{\{|^!/.test(text) || partsOf(text) === undefined)) return { unselectable: 'it selects modules by a pattern with more than stars and choices' }
  const isLocal = takes('local') && module['source'] === undefined && module['internalPath'] === undefined
  return { isLocal, packages: packagesNamed(sources, inner, { external: takes('external'), core: takes('core') }) }
}
