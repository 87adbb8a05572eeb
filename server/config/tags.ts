import { noPackages } from '../../rules/model/packages.ts'
import { pathPattern } from '../../rules/model/path-pattern.ts'
import type { Path, Place } from '../../rules/model/place.ts'
import type { Selector } from '../../rules/model/selector.ts'
import { atomsOf, classesOf, take, type TakeContext } from '../../rules/model/take.ts'
import type { VendorCatalog } from '../../rules/model/vendor.ts'
import type { Config, HeirConfig, TagConfig } from './config.ts'
import type { Homes } from './homes.ts'

const testPatterns: readonly string[] = [
  '**/{test,tests,__tests__,__mocks__,__fixtures__,e2e}/**', '**/*.{test,spec,e2e,bench,stories}.*', '**/*_test.{go,py}', '**/test_*.py', '**/conftest.py', '**/*{Test,Tests,IT}.java',
]

/** The written ones, and `test` where nobody wrote one. */
export function tagsIn(config: Config): readonly TagConfig[] {
  if (config.tags.some(({ name }) => name === 'test')) return config.tags
  const at: Place = { path: config.path, span: { start: 0, end: 0 } }
  return [...config.tags, { name: 'test', at, selector: { kind: 'any', of: testPatterns.map((written) => pathAtom(written, at)) } }]
}

function pathAtom(written: string, at: Place): Selector {
  const pattern = pathPattern(written)
  if ('mistake' in pattern) throw new Error(`${written}: ${pattern.mistake}`)
  return { kind: 'path', pattern, at }
}

/** What a file bears: its own tags, its module's, those that heirs give their folders, and those of its layers. */
export function tagsByPath(tags: readonly TagConfig[], heirs: readonly HeirConfig[], homes: Homes, vendors: VendorCatalog): (path: Path) => ReadonlySet<string> {
  const ofFiles = tags.filter(({ selector }) => classesOf(selector).has('file'))
  // A tag's selector names no tags, so nothing asks back.
  const context: TakeContext = { policy: { moduleOf: homes.moduleOf, folderOf: homes.folderOf, stacks: homes.stacks, tagsOf: () => new Set(), packages: noPackages }, vendors }
  const answers = new Map<Path, ReadonlySet<string>>()
  return (path) => {
    const known = answers.get(path)
    if (known !== undefined) return known
    const end = { kind: 'file', path } as const
    const own = ofFiles.filter(({ selector }) => take(selector, end, context) !== undefined).map(({ name }) => name)
    const ofFolders = heirs.flatMap(({ folder, module }) => (path.startsWith(`${folder}/`) ? module.tags : []))
    const borne = new Set([...own, ...(homes.moduleOf(path)?.tags ?? []), ...ofFolders, ...homes.layersOf(path).map(({ layer }) => `layer:${layer.name}`)])
    answers.set(path, borne)
    return borne
  }
}

/** With `tag:x` written out where it stands for packages, built-ins or variables: only files bear tags. */
export function withTags(selector: Selector, tags: readonly TagConfig[]): Selector {
  switch (selector.kind) {
    case 'any': case 'all': return { kind: selector.kind, of: selector.of.map((inner) => withTags(inner, tags)) }
    case 'not': return { kind: 'not', of: withTags(selector.of, tags) }
    case 'tag': {
      const named = tags.filter(({ name }) => selector.name.match(name) !== undefined)
      const others = named.filter(({ selector: picked }) => [...classesOf(picked)].some((sort) => sort !== 'file'))
      if (others.length === 0) return selector
      const areAll = others.length === named.length && others.every(({ selector: picked }) => !classesOf(picked).has('file'))
      return { kind: 'any', of: [...(areAll ? [] : [selector]), ...others.map(({ selector: picked }) => picked)] }
    }
    default: return selector
  }
}

/** Whether a tag stands for files that a pattern picks, rather than for modules or layers. */
export function namesFiles(selector: Selector, tags: readonly TagConfig[]): boolean {
  const atoms = [...atomsOf(selector)].map(({ atom }) => atom).filter((atom) => classesOf(atom).has('file'))
  return atoms.length > 0 && atoms.every((atom) => {
    if (atom.kind === 'group') return false
    if (atom.kind !== 'tag') return true
    const named = tags.filter(({ name }) => atom.name.match(name) !== undefined)
    return named.length > 0 && named.every((tag) => namesFiles(tag.selector, tags))
  })
}

/** Whether a module, a layer, or a tag of them stands in it. */
export function namesModules(selector: Selector, tags: readonly TagConfig[]): boolean {
  return [...atomsOf(selector)].some(({ atom }) => {
    if (atom.kind === 'group') return true
    if (atom.kind !== 'tag') return false
    const named = tags.filter(({ name }) => atom.name.match(name) !== undefined)
    return named.length === 0 || named.some((tag) => namesModules(tag.selector, tags))
  })
}

/** Whether what it takes is asked module by module, as `require` asks: it is picked by the names or tags of modules, and not by a pattern over files. */
export function isOfModules(selector: Selector, tags: readonly TagConfig[]): boolean {
  switch (selector.kind) {
    case 'any': return selector.of.some((inner) => isOfModules(inner, tags))
    case 'all': {
      const picking = selector.of.filter(({ kind }) => kind !== 'not' && kind !== 'every')
      return picking.length === 0 ? selector.of.some((inner) => isOfModules(inner, tags)) : picking.every((inner) => isOfModules(inner, tags))
    }
    case 'not': return isOfModules(selector.of, tags)
    default: return namesModules(selector, tags)
  }
}
