// Modules made to agree with the plugin about every file of the project. Bulkhead asks the most specific pattern, the plugin the innermost
// element: where that is not the same, patterns are added that say it, and what is left is said.

import { rulePages, vendors } from '../../../../rules/index.ts'
import type { Layout } from '../../../../rules/model/layout.ts'
import type { Path } from '../../../../rules/model/place.ts'
import type { Module } from '../../../../rules/model/policy.ts'
import { compile } from '../../../config/compile.ts'
import { readConfig } from '../../../config/read.ts'
import type { Entry, Unsaid } from '../draft.ts'
import { writeDraft } from '../write-draft.ts'
import type { Describe, Described } from './described.ts'
import { beforeIn, entriesOf, typesOf, type ModuleDraft } from './drafts.ts'
import { matches } from './glob.ts'

export interface Agreed {
  readonly drafts: readonly ModuleDraft[]
  readonly unsaid: readonly Unsaid[]
}

const mostRounds = 10

export function agreed(first: readonly ModuleDraft[], describe: Describe, layout: Layout): Agreed {
  let drafts = first
  for (let round = 0; ; round++) {
    const differences = differencesOf(drafts, describe, layout)
    const mended = round < mostRounds ? mendedBy(drafts, differences) : drafts
    if (mended === drafts) return { drafts, unsaid: unsaidOf(differences) }
    drafts = mended
  }
}

interface Difference {
  readonly path: Path
  readonly meant: Described | undefined
  /** In which module draft the plugin's element is. */
  readonly draft: number
  /** In which the file is. */
  readonly actual: number
  readonly sort: 'another' | 'captures' | 'place' | 'types'
  readonly constants?: Readonly<Record<string, string>>
}

function differencesOf(drafts: readonly ModuleDraft[], describe: Describe, layout: Layout): readonly Difference[] {
  const { config } = readConfig('bulkhead.yaml', writeDraft({ opening: [], entries: [version, ...entriesOf(drafts, (index) => [`${marker}${index}`]).flat()], unsaid: [] }).text)
  if (config === undefined) return []
  const { policy } = compile(config, layout, { vendors, checks: rulePages })
  const found: Difference[] = []
  const places = new Map<string, Path>()
  const types = new Map<number, Set<string>>()
  const files = layout.files.filter((path) => !/(?:^|\/)\./.test(path)).map((path) => ({ path, meant: describe(path), module: policy.moduleOf(path) }))
  for (const { meant, module } of files) if (meant !== undefined && module !== undefined) typesAt(types, draftOf(module)).add(whatOf(meant.of))
  for (const { path, meant, module } of files) {
    const [draft, actual] = [drafts.findIndex(({ of }) => meant !== undefined && whatOf(of) === whatOf(meant.of)), module === undefined ? -1 : draftOf(module)]
    const own = drafts[actual]
    const difference = (sort: Difference['sort'], constants: Readonly<Record<string, string>> = {}): void => void found.push({ path, meant, draft, actual, sort, constants })
    if (meant === undefined || module === undefined || own === undefined) {
      if (meant !== undefined || module !== undefined) difference('another')
      continue
    }
    if (whatOf(own.of) !== whatOf(meant.of)) {
      const isOneOfThem = meant.of.some(({ what }) => own.of.some((each) => each.what === what))
      const missing = Object.entries(meant.captured).filter(([name, value]) => module.bindings[name] !== value)
      if (isOneOfThem && types.get(actual)?.size === 1) difference('types', Object.fromEntries(missing))
      else difference('another')
    } else if (Object.entries(meant.captured).some(([name, value]) => module.bindings[name] !== value && own.constants[name] !== value)) difference('captures')
    else if ((places.get(module.name) ?? meant.path) !== meant.path) difference('place')
    else places.set(module.name, meant.path)
  }
  return found
}

const version: Entry = { section: 'version', what: 'version', value: 1 }
const marker = 'draft:'

function draftOf(module: Module): number {
  return Number(module.tags.find((tag) => tag.startsWith(marker))?.slice(marker.length) ?? -1)
}

function whatOf(of: Described['of']): string {
  return of.map(({ what }) => what).join(', ')
}

function typesAt(types: Map<number, Set<string>>, draft: number): Set<string> {
  const known = types.get(draft) ?? new Set()
  types.set(draft, known)
  return known
}

/** The same drafts where nothing of it can be mended. */
function mendedBy(drafts: readonly ModuleDraft[], differences: readonly Difference[]): readonly ModuleDraft[] {
  const mended = [...drafts]
  for (const { path, draft, actual, sort, meant, constants = {} } of differences) {
    const [own, other] = [mended[draft], mended[actual]]
    if (sort === 'types' && other !== undefined && meant !== undefined) {
      // Whose pattern is the more specific keeps its own first, and is the others' too.
      const pattern = other.of[0]
      if (pattern !== undefined && other.of.length === 1) mended[actual] = { ...other, of: asWritten(meant.of, pattern), constants: { ...other.constants, ...constants } }
    } else if (sort === 'place' && own !== undefined) {
      // What stands before its patterns is found anew.
      if (!own.namesPlace) mended[draft] = { ...own, namesPlace: true, within: [] }
      else if (!own.namesStars) mended[draft] = { ...own, namesStars: true }
    } else if (other === undefined && own?.namesPlace === true && !own.within.includes('')) mended[draft] = { ...own, within: [...own.within, ''] }
    else if ((sort === 'another' || sort === 'captures') && own !== undefined && other !== undefined) {
      const found = beforeIn(own, other).find(({ before, whole }) => !own.within.some((each) => before === each || before === `**/${each}`) && matches(path, [whole]) === true)
      // At the root nothing stands before it that could be a name's.
      const isAtRoot = found?.before.startsWith('**/') === true && own.namesPlace && matches(path, [found.whole.slice(3)]) === true
      if (found !== undefined) mended[draft] = { ...own, within: [...own.within, isAtRoot ? found.before.slice(3) : found.before] }
    }
  }
  return mended.every((draft, index) => draft === drafts[index]) ? drafts : mended
}

/** In the plugin's order of types, with the patterns of one of them. */
function asWritten(of: Described['of'], pattern: Described['of'][number]): Described['of'] {
  return of.map((each) => ({ ...each, patterns: pattern.patterns, capture: pattern.capture, mode: pattern.mode, startsAtRoot: pattern.startsAtRoot }))
}

function unsaidOf(differences: readonly Difference[]): readonly Unsaid[] {
  const groups = new Map<string, Difference[]>()
  for (const difference of differences) {
    const key = `${difference.draft} ${difference.actual} ${difference.sort}`
    groups.set(key, [...groups.get(key) ?? [], difference])
  }
  return [...groups.values()].flatMap(([first, ...others]): readonly Unsaid[] => {
    if (first === undefined) return []
    const meant = first.meant === undefined ? 'no element' : `an element of type ${typesOf(first.meant).join(' and ')}, ${first.meant.path}`
    return [{ what: first.meant?.of[0]?.what ?? 'boundaries/elements', reason: `${first.path}${others.length === 0 ? ' is' : ` and ${others.length} more are`} otherwise in the plugin, where ${others.length === 0 ? 'it belongs' : 'the first belongs'} to ${meant}`, section: 'modules' }]
  })
}
