/* What may be written at the cursor, in a text that may be half typed. */
import type { Path, Span } from '../../../rules/model/place.ts'
import { under, type Expected } from '../expected.ts'
import { budgeted } from '../build.ts'
import { captureOffers } from './capture-offers.ts'
import { conditionOffers } from './condition-offers.ts'
import { expectedIn } from './heir.ts'
import { keyOffers, type KeyOffer } from './key-offers.ts'
import { nameOffers } from './name-offers.ts'
import type { Offer } from './offer.ts'
import { pathOffers } from './path-offers.ts'
import { capabilityOffers, packageOffers, pathsInside, prefixed, selectorOffers, vendorOffers } from './selector-offers.ts'
import { cursor } from './sketch.ts'
import type { Way } from './sketch/node.ts'
import type { Caret } from './sketch/trail.ts'
import { sortOfKey, sortOfValue, type Sort } from './sort.ts'
import { fromStart, judgedFiles, type Surroundings } from './surroundings.ts'

export interface Completion extends Offer {
  /** What it takes the place of. */
  readonly span: Span
  /** As it is written there, in quotes where it needs them. `$1`, where stops were asked for: where typing goes on. */
  readonly written: string
}

/** At the cursor by which the file at this path was sketched. `withStops`: the editor knows snippets. */
export function completions(around: Surroundings, path: Path, { withStops }: { readonly withStops: boolean }): readonly Completion[] {
  const sketch = around.texts.find((text) => text.path === path && text.preset === undefined)?.sketch
  const caret = sketch?.caret
  if (sketch === undefined || caret === undefined) return []
  const place = under(expectedIn(sketch), caret.way)
  if (place === undefined) return []
  const { word } = caret
  const typed = word.text.slice(0, Math.max(0, word.text.indexOf(cursor)))
  const span = { start: word.inner.start, end: word.inner.end - cursor.length }
  const keys = caret.slot === 'value' ? [] : keysFor(around, caret, place, typed)
  const values = caret.slot === 'key' ? [] : (place.isSelector ? captureOffers(sketch, caret.way, typed) : undefined) ?? valuesFor(around, caret, place, typed)
  return [
    ...keys.map((offer) => ({ ...offer, span, written: `${offer.lead ?? ''}${quoted(offer.text, caret)}${caret.hasColon ? '' : followed(offer, caret, withStops)}` })),
    ...values.map((offer) => ({ ...offer, span, written: asValue(offer, caret, place) })),
  ]
}

/** `way`: of the map that the key is for. */
function keysFor(around: Surroundings, caret: Caret, place: Expected, typed: string): readonly KeyOffer[] {
  const { way, siblings, isFlow, word } = caret
  const taken = new Set(siblings.filter(({ key }) => key.span.start !== word.span.start).map(({ key }) => key.text))
  // An item of a list that is not there yet.
  const item = caret.slot === 'alone' && !isFlow && place.keys.length === 0 ? place.at(0) : undefined
  if (item !== undefined && item.keys.length > 0 && typeof way.at(-1) !== 'number') return keyOffers(item, taken).map((offer) => ({ ...offer, label: `- ${offer.label}`, lead: '- ' }))
  return [...keyOffers(place, taken), ...(place.isRecord ? recordKeys(around, way, typed).filter(({ text }) => !taken.has(text)).map((offer) => ({ ...offer, ...(place.at(offer.text) !== undefined && { value: place.at(offer.text) }) })) : [])]
}

/** Keys that are names of something. */
function recordKeys(around: Surroundings, way: Way, typed: string): readonly Offer[] {
  switch (sortOfKey(way, typed)) {
    case 'check': return checkOffers(around)
    case 'vendor': return [...vendorOffers(around, typed), ...prefixed('capability:', capabilityOffers(around)), { kind: 'word', label: '*', text: '*', says: 'Every vendor that no other key fits.' }]
    case 'budget': {
      const dot = typed.lastIndexOf('.')
      return dot === -1 || dot < typed.lastIndexOf('/') ? selectorOffers(around, typed) : budgeted.map((unit) => ({ kind: 'word', label: unit, text: `${typed.slice(0, dot)}.${unit}` }))
    }
    case 'pattern': return pathOffers(fromStart(around, judgedFiles(around)), typed)
    default: return []
  }
}

function valuesFor(around: Surroundings, { way }: Caret, place: Expected, typed: string): readonly Offer[] {
  const words = place.words.map((word): Offer => ({ kind: 'word', label: word, text: word, ...(place.says !== undefined && { says: place.says }) }))
  const list = typeof way.at(-1) === 'number' ? undefined : place.at(0)
  const inList = list === undefined ? [] : list.words.filter((word) => !place.words.includes(word)).map((word): Offer => ({ kind: 'word', label: word, text: word }))
  return [...words, ...inList, ...offersOf(around, sortOfValue(way, list !== undefined && !place.isText && !place.isSelector ? list : place), way, typed)]
}

function offersOf(around: Surroundings, sort: Sort, way: Way, typed: string): readonly Offer[] {
  switch (sort) {
    case 'selector': return [...selectorOffers(around, typed), ...(saysUses(way) ? [{ kind: 'word', label: 'manifest', text: 'manifest', says: 'The workspace packages its manifest declares.' } as const] : [])]
    case 'package': return typed.includes(':') ? selectorOffers(around, typed) : conditionOffers(typed) ?? [...packageOffers(around), { kind: 'prefix', label: 'builtin:', text: 'builtin:', goesOn: true }]
    case 'pattern': return pathOffers(fromStart(around, around.layout.files), typed)
    case 'files': return [...pathOffers(fromStart(around, around.layout.files), typed), ...workspaceOffers(around)]
    case 'inside': return way[0] === 'api' ? pathOffers(fromStart(around, judgedFiles(around)), typed) : typeof way[1] === 'string' ? pathOffers(pathsInside(around, way[1]), typed) : []
    case 'base': return [...around.presets.map(({ id, title }): Offer => ({ kind: 'preset', label: id, text: id, says: title })), ...pathOffers(around.layout.files.filter((path) => /\.ya?ml$/.test(path)), typed)]
    case 'layer': return nameOffers(around, 'layer')
    case 'tag': return nameOffers(around, 'tag')
    case 'entry': return [...nameOffers(around, 'entry'), ...checkOffers(around)]
    case 'vendor': return [...vendorOffers(around, typed), ...prefixed('pkg:', packageOffers(around))]
    case 'new layer': return folderNames(around)
    default: return way.at(-1) === 'until' ? [{ kind: 'word', label: 'never', text: 'never' }] : []
  }
}

/** Of a module, or of an heir's folder. */
function saysUses(way: Way): boolean {
  return way.at(-1) === 'uses' && (way.length === 1 || way.length === 3)
}

function checkOffers({ checks }: Surroundings): readonly Offer[] {
  return checks.map(({ id, title, level }) => ({ kind: 'check', label: id, text: id, detail: level, says: title }))
}

function workspaceOffers({ layout }: Surroundings): readonly Offer[] {
  return layout.workspaces.length === 0 ? [] : ['*', ...layout.workspaces.map(({ name }) => name)].map((name) => ({ kind: 'package', label: `workspace:${name}`, text: `workspace:${name}` }))
}

/** A layer takes the folders of its name. */
function folderNames(around: Surroundings): readonly Offer[] {
  const folders = new Map<string, Path>()
  for (const path of fromStart(around, judgedFiles(around))) {
    for (let slash = path.indexOf('/'), start = 0; slash !== -1; start = slash + 1, slash = path.indexOf('/', start)) {
      const name = path.slice(start, slash)
      if (!folders.has(name)) folders.set(name, path.slice(0, slash))
    }
  }
  return [...folders].map(([name, folder]) => ({ kind: 'folder', label: name, text: name, ...(folder !== name && { detail: folder }) }))
}

/** What comes behind a key: its colon, and where its value begins. */
function followed(offer: KeyOffer, { isFlow, column }: Caret, withStops: boolean): string {
  const { value, lead = '' } = offer
  const stop = withStops ? '$1' : ''
  if (value === undefined || isOneWord(value)) return ': '
  if (isFlow) return value.isList ? `: [${stop}]` : `: { ${stop} }`
  const inner = ' '.repeat(column + lead.length + 2)
  if (!value.isList) return `:\n${inner}`
  return (value.at(0)?.keys.length ?? 0) > 0 && !isOneWord(value.at(0)) ? `:\n${inner}- ` : `: [${stop}]`
}

function isOneWord(value: Expected | undefined): boolean {
  return value !== undefined && (value.isText || value.isSelector || value.words.length > 0)
}

/** In brackets where only a list may stand. */
function asValue(offer: Offer, caret: Caret, place: Expected): string {
  const needsList = caret.slot !== 'key' && typeof caret.way.at(-1) !== 'number' && place.isList && !isOneWord(place)
  if (!needsList || caret.word.quote !== '') return quoted(offer.text, caret)
  return caret.slot === 'alone' ? `- ${quoted(offer.text, caret)}` : `[${quoted(offer.text, { ...caret, isFlow: true })}]`
}

function quoted(text: string, { word: { quote }, isFlow }: Caret): string {
  if (quote === "'") return text.replaceAll("'", "''")
  const escaped = text.replace(/[\\"]/g, '\\$&')
  if (quote === '"') return escaped
  return isPlain(text, isFlow) ? text : `"${escaped}"`
}

function isPlain(text: string, isFlow: boolean): boolean {
  if (/^[*{[\]},@&!|>%`"'#?]|^$|^-(?:\s|$)|:(?:\s|$)|\s#|^\s|\s$/.test(text.replace(/:$/, ''))) return false
  return !/^(?:null|~|yes|no|on|off)$/i.test(text) && !(isFlow && /[{}[\],]/.test(text))
}
