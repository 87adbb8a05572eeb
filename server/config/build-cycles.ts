import type { CycleCheck } from '../../rules/model/policy.ts'
import { loadKinds, readKinds } from './kinds.ts'
import type { Shape } from './schema.ts'
import { keyPlaceOf, placeOf, readSelector, type Reader } from './selector-syntax.ts'
import { treeAt, type Tree } from './yaml-tree.ts'

type CycleShape = Exclude<NonNullable<Shape['cycles']>, string | readonly unknown[]>

/** `forbid`, a map, or a list of maps. `calls` are the functions that the kind `call` stands for. */
export function buildCycles(reader: Reader, shape: Shape['cycles'], root: Tree, calls: readonly string[]): CycleCheck[] {
  if (shape === undefined || shape === 'off') return []
  const { tree } = treeAt(root, ['cycles'])
  if (shape === 'forbid') return [{ level: 'file', kinds: loadKinds, at: keyPlaceOf(reader, tree) }]
  const isList = Array.isArray(shape)
  const list: readonly CycleShape[] = isList ? shape : [shape]
  return list.map((each, i) => isList ? cycleOf(reader, each, treeAt(tree, [i]).tree, calls) : { ...cycleOf(reader, each, tree, calls), at: keyPlaceOf(reader, tree) })
}

function cycleOf(reader: Reader, { level, severity, why }: CycleShape, tree: Tree, calls: readonly string[]): CycleCheck {
  const [kinds, every, some, from] = ['kinds', 'every', 'some', 'from'].map((key) => tree.entries.get(key))
  return {
    level: level ?? 'file',
    kinds: kinds === undefined ? loadKinds : readKinds(reader, kinds, calls),
    ...(every === undefined ? {} : { every: readSelector(reader, every) }),
    ...(some === undefined ? {} : { some: readSelector(reader, some) }),
    ...(from === undefined ? {} : { from: readSelector(reader, from) }),
    ...(severity === undefined ? {} : { severity }),
    ...(why === undefined ? {} : { why }),
    at: placeOf(reader, tree),
  }
}
