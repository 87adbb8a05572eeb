import { parseGlob, type Glob } from '../../rules/model/glob.ts'
import type { LayerConfig, Placed, StackConfig } from './config.ts'
import { readKinds, type Counting } from './kinds.ts'
import type { Shape } from './schema.ts'
import { keyPlaceOf, placeOf, refuse, shorten, type Reader } from './selector-syntax.ts'
import { eachText, treeAt, type Tree } from './yaml-tree.ts'

type LayersShape = NonNullable<Shape['layers']>
type StackShape = Exclude<LayersShape, readonly unknown[]>[string]
type Order = Extract<LayersShape, readonly unknown[]>
type LayerShape = Exclude<Order[number], readonly unknown[]>

/** A list alone is one stack, in the root. */
export function buildStacks(reader: Reader, shape: LayersShape, tree: Tree, counting: Counting): StackConfig[] {
  if (Array.isArray(shape)) return [{ folders: root, within: reader.folder ?? '', layers: layersOf(reader, shape, tree), kinds: counting.kinds, at: keyPlaceOf(reader, tree) }]
  return Object.entries(shape).flatMap(([folders, stack]) => stackOf(reader, folders, stack, treeAt(tree, [folders]).tree, counting) ?? [])
}

const root: Glob = { parts: [{ kind: 'text', text: '.' }], branches: [{ segments: [], captures: [] }], captures: [] }

function stackOf(reader: Reader, written: string, shape: StackShape, tree: Tree, counting: Counting): StackConfig | undefined {
  const at = keyPlaceOf(reader, tree)
  const folders = parseGlob(written, 'path')
  if ('mistake' in folders) {
    refuse(reader, at, 'bad-pattern', `'${shorten(written)}' is no pattern: ${folders.mistake}`, folders.hint)
    return undefined
  }
  const map = Array.isArray(shape) ? { order: shape } : shape
  const [reach, kinds] = [tree.entries.get('reach'), tree.entries.get('kinds')]
  return {
    folders, within: reader.folder ?? '', at,
    layers: layersOf(reader, map.order, tree.entries.get('order') ?? tree),
    kinds: kinds === undefined ? counting.kinds : readKinds(reader, kinds, counting.calls),
    ...(map.reach === true && reach !== undefined && { reach: keyPlaceOf(reader, reach) }),
  }
}

/** The layers of an inner list stand at one height. */
function layersOf(reader: Reader, order: Order, root: Tree): LayerConfig[] {
  const seen = new Set<string>()
  return order.flatMap((shape, height) => {
    const tree = treeAt(root, [height]).tree
    if (!Array.isArray(shape)) return [layerOf(reader, shape, height, tree, seen)]
    return shape.map((inner, j) => layerOf(reader, inner, height, treeAt(tree, [j]).tree, seen))
  })
}

function layerOf(reader: Reader, shape: LayerShape, height: number, tree: Tree, seen: Set<string>): LayerConfig {
  const { name, files, siblings = 'free', closed = false, optional = false } = typeof shape === 'string' ? { name: shape } : shape
  const at = placeOf(reader, tree.entries.get('name') ?? tree)
  if (name === '' || /[:*{}]/.test(name)) refuse(reader, at, 'bad-name', `'${shorten(name)}' is no layer's name`, 'a name holds no : and no *, and is not empty')
  if (seen.has(name)) refuse(reader, at, 'duplicate-name', `two layers are called ${shorten(name)}`)
  seen.add(name)
  const filesTree = tree.entries.get('files')
  return { name, height, siblings, closed, optional, at, ...(files === undefined || filesTree === undefined ? {} : { files: globs(reader, filesTree) }) }
}

function globs(reader: Reader, tree: Tree): Placed<Glob>[] {
  return eachText(tree).flatMap(({ text, tree: item }) => {
    const glob = parseGlob(text, 'path')
    if (!('mistake' in glob)) return { value: glob, at: placeOf(reader, item) }
    refuse(reader, placeOf(reader, item), 'bad-pattern', `'${shorten(text)}' is no pattern: ${glob.mistake}`, glob.hint)
    return []
  })
}
