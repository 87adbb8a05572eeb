/* What there is to say of a word of a configuration. Values; whoever shows them puts them into words. */
import { describeEntry } from '../../../rules/model/describe.ts'
import { atom } from '../../../rules/model/link.ts'
import type { Level } from '../../../rules/model/finding.ts'
import type { Path, Span } from '../../../rules/model/place.ts'
import type { Vendor } from '../../../rules/model/vendor.ts'
import type { Expected } from '../expected.ts'
import { meantBy, nameAt, namesIn, patternOf, type NameSort } from './names.ts'
import { wordIn } from './navigation.ts'
import type { Sort } from './sort.ts'
import { instancesIn, judgedFiles, type Surroundings } from './surroundings.ts'
import { takenBy, type Taken } from './taken.ts'
import { findingsIn } from './tally.ts'
import type { PlacedWord } from './words.ts'

export type Card = { readonly span: Span } & (
  | { readonly kind: 'key'; readonly name: string; readonly says: string | undefined; readonly words: readonly string[] }
  /** Files that a pattern or a selector takes, and what is no file. */
  | { readonly kind: 'picked'; readonly written: string; readonly files: readonly Path[]; readonly others: readonly { readonly name: string; readonly importers: number }[] }
  | { readonly kind: 'group'; readonly sort: NameSort; readonly name: string; readonly files: readonly Path[]; readonly layers: readonly string[]; readonly findings: number; readonly owner?: string; readonly why?: string }
  | { readonly kind: 'entry'; readonly id: string; readonly says: string; readonly why?: string; readonly findings: number }
  | { readonly kind: 'check'; readonly id: string; readonly title: string; readonly level: Level; readonly findings: number }
  | { readonly kind: 'vendor'; readonly vendor: Vendor; readonly service?: string }
  | { readonly kind: 'capability'; readonly name: string; readonly vendors: readonly string[] }
  | { readonly kind: 'preset'; readonly id: string; readonly title: string }
)

export function cardAt(around: Surroundings, path: Path, offset: number): Card | undefined {
  const placed = wordIn(around, path, offset)
  if (placed === undefined) return undefined
  const { word, role, expected } = placed
  const named = nameCard(around, path, offset)
  if (named !== undefined) return { ...named, span: word.span }
  const found = role === 'key' ? keyCard(around, placed) : valueCard(around, placed)
  if (found !== undefined) return { ...found, span: word.span }
  return role === 'value' && expected?.says !== undefined && expected.words.length > 0 ? { kind: 'key', name: word.text, says: expected.says, words: [], span: word.span } : undefined
}

type Said = Card extends infer C ? C extends { readonly span: Span } ? Omit<C, 'span'> : never : never

/** On a name, or where one is used: all that bear it. */
function nameCard(around: Surroundings, path: Path, offset: number): Said | undefined {
  const names = namesIn(around.texts)
  const { named, use } = nameAt(names, path, offset)
  const at = named ?? use
  if (at === undefined || at.sort === 'entry') return undefined
  const meant = use === undefined ? [] : meantBy(use, names, instancesIn(around))
  const sort = at.sort !== 'either' ? at.sort : meant.some((each) => each.sort === 'layer') && !meant.some((each) => each.sort === 'module') ? 'layer' : 'module'
  return groupCard(around, sort, at.name, at.sort === 'either')
}

function groupCard(around: Surroundings, sort: 'module' | 'layer' | 'tag', name: string, isEither: boolean): Said | undefined {
  const { policy } = around.project
  const pattern = patternOf(name)
  if (pattern === undefined) return undefined
  const layersOf = (file: Path): readonly string[] => policy.stacks.flatMap((stack) => stack.layerOf(file)?.name ?? [])
  const bears = (file: Path): boolean => {
    if (sort === 'tag') return [...policy.tagsOf(file)].some((tag) => pattern.match(tag) !== undefined)
    const module = policy.moduleOf(file)
    const isModule = module !== undefined && pattern.match(module.name) !== undefined
    const isLayer = (): boolean => layersOf(file).some((layer) => pattern.match(layer) !== undefined)
    return isEither ? isModule || isLayer() : sort === 'module' ? isModule : isLayer()
  }
  const files = judgedFiles(around).filter(bears)
  const modules = policy.modules.filter((module) => sort === 'module' && pattern.match(module.name) !== undefined)
  const [module] = modules
  return {
    kind: 'group', sort, name, files,
    layers: sort === 'layer' ? [] : [...new Set(files.flatMap(layersOf))],
    findings: findingsIn(around, files).length,
    ...(modules.length === 1 && module?.owner !== undefined && { owner: module.owner }),
    ...(modules.length === 1 && module?.why !== undefined && { why: module.why }),
  }
}

function keyCard(around: Surroundings, { word, sort, way, expected }: PlacedWord): Said | undefined {
  if (sort === 'check') return checkCard(around, word.text)
  if (sort === 'vendor') return vendorCard(around, word.text)
  if (sort === 'pattern') return pickedCard(around, 'pattern', word.text, way)
  if (sort === 'budget') return pickedCard(around, 'selector', word.text.slice(0, word.text.lastIndexOf('.')), way)
  return expected === undefined ? undefined : { kind: 'key', name: word.text, says: expected.says, words: wordsFor(expected) }
}

/** What may be chosen from. */
function wordsFor(expected: Expected): readonly string[] {
  return [...new Set([...expected.words, ...expected.at(0)?.words ?? []])]
}

function valueCard(around: Surroundings, { word, sort, way }: PlacedWord): Said | undefined {
  const { text } = word
  if (sort === 'entry' || sort === 'new entry') return checkCard(around, text) ?? entryCard(around, text)
  if (sort === 'base') {
    const preset = around.presets.find(({ id }) => id === text)
    return preset && { kind: 'preset', ...preset }
  }
  if (sort === 'vendor') return vendorCard(around, text)
  if (sort === 'selector' || sort === 'package') {
    if (text.startsWith('vendor:')) return vendorCard(around, text.slice('vendor:'.length))
    if (text.startsWith('capability:')) return vendorCard(around, text)
  }
  return pickedCard(around, sort, text, way)
}

function entryCard({ project: { policy }, findings }: Surroundings, id: string): Said | undefined {
  const entry = policy.entries.find((each) => each.id === id)
  return entry && { kind: 'entry', id, says: describeEntry(entry), ...(entry.why !== undefined && { why: entry.why }), findings: findings.filter((each) => each.entry === id && each.status === 'new').length }
}

function checkCard({ checks, project: { policy }, findings }: Surroundings, id: string): Said | undefined {
  const check = checks.find((each) => each.id === id)
  return check && { kind: 'check', id, title: check.title, level: policy.checks.get(id)?.level ?? check.level, findings: findings.filter(({ rule, status }) => rule === id && status === 'new').length }
}

function vendorCard({ project: { vendors: { vendors } } }: Surroundings, text: string): Said | undefined {
  if (text.startsWith('capability:')) {
    const name = text.slice('capability:'.length)
    const offering = vendors.filter(({ packages }) => packages.some(({ capability }) => capability === name))
    return offering.length === 0 ? undefined : { kind: 'capability', name, vendors: offering.map((each) => each.name) }
  }
  const [id, service] = text.split(':')
  const vendor = vendors.find((each) => each.id === id)
  return vendor && { kind: 'vendor', vendor, ...(service !== undefined && { service }) }
}

function pickedCard(around: Surroundings, sort: Sort, text: string, way: PlacedWord['way']): Said | undefined {
  const taken: Taken | undefined = takenBy(around, sort, text, way)
  return taken && { kind: 'picked', written: text, files: taken.files, others: taken.others.map(({ end, importers }) => ({ name: atom(end), importers })) }
}

