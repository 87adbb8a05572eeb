/* From a word of a configuration to what it means, and back. */
import type { Path, Place, Span } from '../../../rules/model/place.ts'
import { wholeFile } from '../../../rules/model/place.ts'
import { fits, isPattern, meantBy, nameAt, namesIn, patternOf, type Named, type Names, type Use } from './names.ts'
import { instancesIn, type Surroundings } from './surroundings.ts'
import { takenBy } from './taken.ts'
import type { PlacedWord } from './words.ts'

/** Where what stands at an offset is given its name, or the first file that it takes. */
export function definitions(around: Surroundings, path: Path, offset: number): readonly Place[] {
  const names = namesIn(around.texts)
  const { named, use } = nameAt(names, path, offset)
  const meant = named !== undefined ? [named] : use !== undefined ? [...meantBy(use, names, instancesIn(around)), ...bearers(use, names), ...madeByLayers(use, around)] : []
  if (meant.length > 0) return distinct(meant.map(({ place }) => place))
  const word = wordIn(around, path, offset)
  return word === undefined ? [] : fileOf(around, word)
}

/** A tag that only modules bear is defined where the first of them bears it. */
function bearers(use: Use, { named, uses }: Names): readonly { readonly place: Place }[] {
  if (use.sort !== 'tag' || named.some((each) => each.sort === 'tag' && each.name === use.name)) return []
  const first = uses.find(({ bears, name }) => bears === true && name === use.name)
  return first === undefined ? [] : [first]
}

/** The folder that a layer takes is a module, of its path's name: the layer's line makes it. */
function madeByLayers(use: Use, { texts, project: { policy } }: Surroundings): readonly { readonly place: Place }[] {
  if (use.sort !== 'module' && use.sort !== 'either') return []
  const module = policy.modules.find(({ name }) => name === use.name)
  const layer = module?.layer
  if (layer === undefined) return []
  const { named } = namesIn(texts)
  return named.some((each) => each.sort === 'module' && meantBy({ sort: 'module', name: use.name }, { named: [each], uses: [] }, [use.name]).length > 0) ? [] : named.filter((each) => each.sort === 'layer' && each.name === layer)
}

export function wordIn({ texts }: Surroundings, path: Path, offset: number): PlacedWord | undefined {
  return texts.find((text) => text.path === path && text.preset === undefined)?.words.find(({ word: { span } }) => span.start <= offset && offset <= span.end)
}

/** A file has no name in the configuration: it is its own definition. */
function fileOf(around: Surroundings, { sort, word, way }: PlacedWord): readonly Place[] {
  if (sort === 'base') {
    const path = word.text.replace(/^\.\//, '')
    return around.texts.some((text) => text.path === path) || around.layout.files.includes(path) ? [{ path, span: wholeFile }] : []
  }
  const [first] = takenBy(around, sort, word.text, way)?.files ?? []
  return first === undefined ? [] : [{ path: first, span: wholeFile }]
}

/** Where what stands at an offset is used; with its definition, if asked for. */
export function references(around: Surroundings, path: Path, offset: number, { withDefinition }: { readonly withDefinition: boolean }): readonly Place[] {
  const names = namesIn(around.texts)
  const { named, use } = nameAt(names, path, offset)
  if (named === undefined && use === undefined) return []
  const instances = instancesIn(around)
  const meant: readonly Pick<Named, 'sort' | 'name'>[] = named !== undefined ? [named] : use === undefined ? [] : [...meantBy(use, names, instances), ...(isPattern(use.name) || use.sort === 'either' ? [] : [{ sort: use.sort, name: use.name }])]
  const uses = meant.flatMap((each) => usesOf(each, names, instances))
  const defined = withDefinition ? names.named.filter((each) => meant.some(({ sort, name }) => sort === each.sort && name === each.name)) : []
  // What nobody declared, and is used all the same.
  const alike = meant.length === 0 && use !== undefined ? names.uses.filter((each) => each.sort === use.sort && each.name === use.name) : []
  return distinct([...defined, ...uses, ...alike].map(({ place }) => place).filter(({ preset }) => preset === undefined))
}

/** All that asks for one thing. */
export function usesOf({ sort, name }: Pick<Named, 'sort' | 'name'>, { uses }: Names, instances: readonly string[]): readonly Use[] {
  const template = isPattern(name) ? patternOf(name) : undefined
  return uses.filter((use) => {
    if (!fits(use, { sort })) return false
    if (use.name === name) return true
    if (template !== undefined && !isPattern(use.name)) return template.match(use.name) !== undefined
    if (!isPattern(use.name)) return false
    const asked = patternOf(use.name)
    if (asked === undefined) return false
    return template === undefined ? asked.match(name) !== undefined : instances.some((each) => template.match(each) !== undefined && asked.match(each) !== undefined)
  })
}

/** Files that words of a configuration name in full, to be opened. */
export function links(around: Surroundings, path: Path): readonly { readonly span: Span; readonly target: Path }[] {
  const files = new Set(around.layout.files)
  for (const text of around.texts) if (text.preset === undefined) files.add(text.path)
  const words = around.texts.find((text) => text.path === path && text.preset === undefined)?.words ?? []
  return words.flatMap(({ word, sort }) => {
    const target = (sort === 'selector' || sort === 'package' ? (word.text.startsWith('path:') ? word.text.slice('path:'.length) : '') : sort === 'base' || sort === 'pattern' || sort === 'files' ? word.text : '').replace(/^\.\//, '')
    return target !== '' && files.has(target) ? [{ span: word.inner, target }] : []
  })
}

function distinct(places: readonly Place[]): readonly Place[] {
  const known = new Set<string>()
  return places.filter(({ path, span }) => {
    const key = `${path}:${span.start}`
    return !known.has(key) && known.add(key)
  })
}
