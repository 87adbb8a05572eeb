/* What a configuration gives names to, and where it uses them. */
import type { Path, Place, Span } from '../../../rules/model/place.ts'
import { namePattern } from '../../../rules/model/name-pattern.ts'
import type { NamePattern } from '../../../rules/model/pattern.ts'
import { colonOf, prefixes } from '../selector-syntax.ts'
import type { ConfigText } from './config-texts.ts'
import { spanWithin, wordsOf, type PlacedWord } from './words.ts'
import type { Way } from './sketch/node.ts'

export type NameSort = 'module' | 'layer' | 'tag' | 'entry'

/** Where something is given its name. */
export interface Named {
  readonly sort: NameSort
  /** Of a module perhaps with captures, as written. */
  readonly name: string
  readonly place: Place
  readonly way: Way
}

/** Where something is asked for by its name. */
export interface Use {
  /** 'either': of a module or a layer. */
  readonly sort: NameSort | 'either'
  /** As written: it may be a pattern. */
  readonly name: string
  /** Of the name alone. */
  readonly place: Place
  /** Of the word that it stands in. */
  readonly word: Span
  /** It gives the tag to a module. */
  readonly bears?: true
}

export interface Names {
  readonly named: readonly Named[]
  readonly uses: readonly Use[]
}

export function namesIn(texts: readonly ConfigText[]): Names {
  return {
    named: texts.flatMap((text) => found(text.words, (word) => namedBy(word, text))),
    uses: texts.flatMap((text) => text.words.flatMap((word) => usesIn(word, text))),
  }
}

const sections: Readonly<Record<NameSort, readonly string[]>> = { module: ['modules', 'module'], layer: ['layers'], tag: ['tags'], entry: ['rules'] }

/** Those of one sort, at less cost. */
export function namedIn(texts: readonly ConfigText[], sort: NameSort): readonly Named[] {
  return texts.flatMap((text) => found(wordsOf(text.sketch, sections[sort]), (word) => namedBy(word, text)))
}

function found<T>(words: readonly PlacedWord[], find: (word: PlacedWord) => T | undefined): readonly T[] {
  const all: T[] = []
  for (const word of words) {
    const one = find(word)
    if (one !== undefined) all.push(one)
  }
  return all
}

/** Of a preset, where it is extended. */
function placeOf({ path, preset }: ConfigText, span: Span): Place {
  return preset === undefined ? { path, span } : { ...preset.named, preset: preset.name }
}

function namedBy({ word, way, sort }: PlacedWord, text: ConfigText): Named | undefined {
  if (!sort.startsWith('new ')) return undefined
  switch (sort) {
    case 'new module': return { sort: 'module', name: word.text, place: placeOf(text, word.inner), way }
    case 'new layer': return { sort: 'layer', name: word.text, place: placeOf(text, word.inner), way: way.at(-1) === 'name' ? way.slice(0, -1) : way }
    case 'new tag': return { sort: 'tag', name: word.text, place: placeOf(text, word.inner), way }
    case 'new entry': return { sort: 'entry', name: word.text, place: placeOf(text, word.inner), way: way.slice(0, -1) }
    default: return undefined
  }
}

/** What a module says is an entry called so. */
const ofModules = /\.(?:uses|usedBy|packages)$/

function usesIn(placed: PlacedWord, config: ConfigText): readonly Use[] {
  const { word, sort: place } = placed
  if (place === 'other' || place.startsWith('new ')) return []
  const use = (sort: Use['sort'], name: string, start: number): Use => ({ sort, name, place: placeOf(config, spanWithin(word, start, start + name.length)), word: word.span })
  switch (place) {
    case 'selector': return ofAtom(word.text, use)
    case 'package': return word.text.includes(':') ? ofAtom(word.text, use) : []
    case 'budget': return word.text.includes('.') ? ofAtom(word.text.slice(0, word.text.lastIndexOf('.')), use) : []
    case 'layer': return [use('layer', word.text, 0)]
    case 'tag': return word.text.startsWith('layer:') ? [use('layer', word.text.slice('layer:'.length), 'layer:'.length)] : [{ ...use('tag', word.text, 0), bears: true }]
    case 'entry': {
      const module = word.text.replace(ofModules, '')
      return module === word.text ? [use('entry', module, 0)] : [use('module', module, 0)]
    }
    default: return []
  }
}

function ofAtom(text: string, use: (sort: Use['sort'], name: string, start: number) => Use): readonly Use[] {
  if (text === '*' || text === '') return []
  const colon = colonOf(text)
  if (colon === -1) return [use('either', text, 0)]
  const [prefix, rest] = [text.slice(0, colon), text.slice(colon + 1)]
  if (rest === '') return []
  if (prefix === 'layer' || prefix === 'module') return [use(prefix, rest, colon + 1)]
  if (prefix === 'tag') return rest.startsWith('layer:') ? [use('layer', rest.slice('layer:'.length), colon + 1 + 'layer:'.length)] : [use('tag', rest, colon + 1)]
  // Any other prefix is a module's name, before a path inside it.
  return prefixes.includes(prefix) || prefix === '' || reserved.has(prefix) ? [] : [use('module', prefix, 0)]
}

/** Prefixes of the format that this version may not know yet. */
const reserved: ReadonlySet<string> = new Set(['state', 'capability'])

export function fits(use: Pick<Use, 'sort'>, named: Pick<Named, 'sort'>): boolean {
  return use.sort === named.sort || (use.sort === 'either' && (named.sort === 'module' || named.sort === 'layer'))
}

/** What a use asks for. `instances`: names of modules as they stand in the project, by which one pattern is held against another. */
export function meantBy(use: Pick<Use, 'sort' | 'name'>, { named }: Names, instances: readonly string[]): readonly Named[] {
  const candidates = named.filter((each) => fits(use, each))
  const exact = candidates.filter(({ name }) => name === use.name)
  if (exact.length > 0) return exact
  const asked = patternOf(use.name)
  if (asked === undefined) return []
  return candidates.filter((each) => {
    if (!isPattern(each.name)) return asked.match(each.name) !== undefined
    const template = patternOf(each.name)
    if (template === undefined || each.sort !== 'module') return false
    return isPattern(use.name) ? instances.some((name) => template.match(name) !== undefined && asked.match(name) !== undefined) : template.match(use.name) !== undefined
  })
}

export function isPattern(name: string): boolean {
  return /[*?{]/.test(name)
}

export function patternOf(name: string): NamePattern | undefined {
  const pattern = namePattern(name, 'whole')
  return 'mistake' in pattern ? undefined : pattern
}

/** Both at this offset of a file, if any is there. */
export function nameAt({ named, uses }: Names, path: Path, offset: number): { readonly named?: Named; readonly use?: Use } {
  const isHere = ({ place }: { readonly place: Place }): boolean => place.preset === undefined && place.path === path && place.span.start <= offset && offset <= place.span.end
  const [found, use] = [named.find(isHere), uses.find(isHere)]
  return { ...(found !== undefined && { named: found }), ...(use !== undefined && { use }) }
}
