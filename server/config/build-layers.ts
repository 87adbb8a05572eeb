import { parseGlob, type Glob } from '../../rules/model/glob.ts'
import type { LayerConfig, Placed } from './config.ts'
import type { Shape } from './schema.ts'
import { placeOf, refuse, shorten, type Reader } from './selector-syntax.ts'
import { eachText, treeAt, type Tree } from './yaml-tree.ts'

type LayerShape = Exclude<NonNullable<Shape['layers']>[number], readonly unknown[]>

/** Highest first; the layers of an inner list stand at one height. */
export function buildLayers(reader: Reader, shapes: NonNullable<Shape['layers']>, root: Tree): LayerConfig[][] {
  const seen = new Set<string>()
  return shapes.map((shape, i) => {
    const tree = treeAt(root, ['layers', i]).tree
    if (!Array.isArray(shape)) return [layerOf(reader, shape, tree, seen)]
    return shape.map((inner, j) => layerOf(reader, inner, treeAt(tree, [j]).tree, seen))
  })
}

function layerOf(reader: Reader, shape: LayerShape, tree: Tree, seen: Set<string>): LayerConfig {
  const { name, files, siblings = 'free', closed = false, optional = false } = typeof shape === 'string' ? { name: shape } : shape
  const at = placeOf(reader, tree.entries.get('name') ?? tree)
  if (name === '' || /[:*{}]/.test(name)) refuse(reader, at, 'bad-name', `'${shorten(name)}' is no layer's name`, 'a name holds no : and no *, and is not empty')
  if (seen.has(name)) refuse(reader, at, 'duplicate-name', `two layers are called ${shorten(name)}`)
  seen.add(name)
  const filesTree = tree.entries.get('files')
  return { name, siblings, closed, optional, at, ...(files === undefined || filesTree === undefined ? {} : { files: globs(reader, filesTree) }) }
}

function globs(reader: Reader, tree: Tree): Placed<Glob>[] {
  return eachText(tree).flatMap(({ text, tree: item }) => {
    const glob = parseGlob(text, 'path')
    if (!('mistake' in glob)) return { value: glob, at: placeOf(reader, item) }
    refuse(reader, placeOf(reader, item), 'bad-pattern', `'${shorten(text)}' is no pattern: ${glob.mistake}`, glob.hint)
    return []
  })
}
