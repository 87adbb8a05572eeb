import { parseGlob, type Glob, type Mistake } from '../../rules/model/glob.ts'
import { namePattern } from '../../rules/model/name-pattern.ts'
import { allCaptures, pathPattern } from '../../rules/model/path-pattern.ts'
import type { NamePattern, PathPattern } from '../../rules/model/pattern.ts'
import type { ApiConfig, ApiEntryConfig, FilesConfig, ModuleConfig, Placed } from './config.ts'
import type { Shape } from './schema.ts'
import { isTag, keyPlaceOf, packageAtomOf, placeOf, readSelector, refuse, shorten, type Reader } from './selector-syntax.ts'
import { eachText, treeAt, type Tree } from './yaml-tree.ts'

type ModuleShape = NonNullable<Shape['modules']>[string]
type ModuleMap = Extract<ModuleShape, { readonly mode?: unknown }>

export function buildModules(reader: Reader, shapes: NonNullable<Shape['modules']>, root: Tree): ModuleConfig[] {
  const layers = root.entries.get('layers')
  const hasLayers = layers !== undefined && layers.items.length + layers.entries.size > 0
  return Object.entries(shapes).flatMap(([name, shape]) => moduleOf(reader, name, shape, treeAt(root, ['modules', name]).tree, hasLayers) ?? [])
}

function moduleOf(reader: Reader, name: string, shape: ModuleShape, tree: Tree, hasLayers: boolean): ModuleConfig | undefined {
  const at = keyPlaceOf(reader, tree)
  const template = templateOf(reader, name, at)
  if (template === undefined) return undefined
  if (template.captures.includes('layer') && !hasLayers) {
    refuse(reader, at, 'unbound-capture', "a capture called layer takes layers' names only: declare layers", 'or give the capture another name')
    return undefined
  }
  const isShort = typeof shape === 'string' || Array.isArray(shape)
  const map: Exclude<ModuleShape, string | readonly unknown[]> = isShort ? { files: shape } : shape
  return {
    name, template, at,
    files: filesOf(reader, isShort ? tree : (tree.entries.get('files') ?? tree), template),
    mode: map.mode ?? 'checked',
    optional: map.optional ?? false,
    ...moduleParts(reader, map, tree),
  }
}

type Parts = Pick<Exclude<ModuleShape, string | readonly unknown[]>, 'layer' | 'owner' | 'why' | 'api'>

/** What a module says of itself but for its files; also what an heir says of its folder. */
export function moduleParts(reader: Reader, map: Parts, tree: Tree): Omit<ModuleConfig, 'name' | 'template' | 'at' | 'files' | 'mode' | 'optional'> {
  const [uses, usedBy, packages, tags, layer] = ['uses', 'usedBy', 'packages', 'tags', 'layer'].map((key) => tree.entries.get(key))
  return {
    tags: tags === undefined ? [] : eachText(tags).flatMap((tag) => {
      if (isTag(tag.text)) return tag.text
      refuse(reader, placeOf(reader, tag.tree), 'bad-name', `'${shorten(tag.text)}' is no tag`, 'a tag is a word, or word:value')
      return []
    }),
    ...(layer === undefined || map.layer === undefined ? {} : { layer: { value: map.layer, at: placeOf(reader, layer) } }),
    ...(map.owner === undefined ? {} : { owner: map.owner }),
    ...(map.why === undefined ? {} : { why: map.why }),
    ...(uses === undefined ? {} : { uses: { value: uses.value === 'manifest' ? 'manifest' as const : readSelector(reader, uses), at: keyPlaceOf(reader, uses) } }),
    ...(usedBy === undefined ? {} : { usedBy: { value: readSelector(reader, usedBy), at: keyPlaceOf(reader, usedBy) } }),
    ...(packages === undefined ? {} : { packages: { value: readSelector(reader, packages, packageAtomOf), at: keyPlaceOf(reader, packages) } }),
    ...apiOf(reader, map.api, tree.entries.get('api')),
  }
}

/** A name made of text and captures. */
export function templateOf(reader: Reader, name: string, at: ReturnType<typeof placeOf>): Glob | undefined {
  const glob = parseGlob(name, 'name')
  const wrong = 'mistake' in glob ? glob.mistake : glob.parts.every(({ kind }) => kind === 'text' || kind === 'slash' || kind === 'capture') && !name.includes(':') ? undefined : 'a name holds no : and no *, and no alternatives'
  if (wrong === undefined && !('mistake' in glob)) return glob
  refuse(reader, at, 'bad-name', `'${shorten(name)}' is no module's name: ${wrong}`)
  return undefined
}

function filesOf(reader: Reader, tree: Tree, template: Glob): FilesConfig[] {
  const texts = eachText(tree)
  if (texts.length === 0) refuse(reader, placeOf(reader, tree), 'no-match', 'a module without a pattern takes no file', 'name its folder under files')
  return texts.flatMap(({ text, tree: item }): FilesConfig[] => {
    const at = placeOf(reader, item)
    const read = text.startsWith('workspace:') ? workspaceFiles(text, at) : globFiles(text, at)
    if ('mistake' in read) {
      refuse(reader, at, 'bad-pattern', `'${shorten(text)}' is no pattern: ${read.mistake}`, read.hint)
      return []
    }
    const bound = read.kind === 'workspace' ? [...read.name.captures, 'name'] : read.glob.captures
    const unbound = template.captures.filter((capture) => !bound.includes(capture))
    const spare = (read.kind === 'workspace' ? read.name.captures : allCaptures(read.glob)).filter((capture) => !template.captures.includes(capture))
    for (const capture of unbound) refuse(reader, at, 'unbound-capture', `{${capture}} is in the module's name, and '${shorten(text)}' does not bind it`)
    for (const capture of spare) refuse(reader, at, 'unbound-capture', `'${shorten(text)}' captures {${capture}}, which is not in the module's name`, "write '*' for what need not be named")
    return [read]
  })
}

function globFiles(text: string, at: FilesConfig['at']): FilesConfig | { readonly mistake: string; readonly hint?: string } {
  if (text.startsWith('re:')) return { mistake: 're: stands in path:, include and ignore only', hint: 'write a pattern with * and {name}' }
  const glob = parseGlob(text, 'path')
  return 'mistake' in glob ? glob : { kind: 'glob', glob, written: text, at }
}

/** `*` takes a scope too: a pattern that starts with one is tried on the name without its scope as well, in compile. */
function workspaceFiles(text: string, at: FilesConfig['at']): FilesConfig | { readonly mistake: string; readonly hint?: string } {
  const name = namePattern(text.slice('workspace:'.length), 'whole')
  return 'mistake' in name ? name : { kind: 'workspace', name, written: text, at }
}

function apiOf(reader: Reader, shape: ModuleMap['api'], tree: Tree | undefined): { readonly api?: ApiConfig } {
  if (shape === undefined || tree === undefined) return {}
  const at = keyPlaceOf(reader, tree)
  if (typeof shape === 'string') return { api: { kind: shape, at } }
  return { api: { kind: 'list', entries: tree.items.map((item) => apiEntry(reader, item)), at } }
}

function apiEntry(reader: Reader, tree: Tree): ApiEntryConfig {
  const at = placeOf(reader, tree)
  const [to, names] = ['to', 'names'].map((key) => tree.entries.get(key))
  const files = patternsIn(reader, tree.entries.get('expose') ?? tree, 'no file is opened', (text) => pathPattern(text))
  return {
    files, at,
    ...(to === undefined ? {} : { to: readSelector(reader, to) }),
    ...(names === undefined ? {} : { names: patternsIn(reader, names, 'no name is open, and so nothing', (text) => namePattern(text, 'whole')) }),
  }
}

function patternsIn<T extends PathPattern | NamePattern>(reader: Reader, tree: Tree, none: string, read: (text: string) => T | Mistake): Placed<T>[] {
  const texts = eachText(tree)
  if (texts.length === 0) refuse(reader, keyPlaceOf(reader, tree), 'no-match', none, 'name some, or leave the entry out')
  return texts.flatMap(({ text, tree: item }) => {
    const pattern = read(text)
    if (!('mistake' in pattern)) return { value: pattern, at: placeOf(reader, item) }
    refuse(reader, placeOf(reader, item), 'bad-pattern', `'${shorten(text)}' is no pattern: ${pattern.mistake}`, pattern.hint)
    return []
  })
}
