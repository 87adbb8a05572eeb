import { nearest } from '../../rules/model/nearest.ts'
import type { Selector } from '../../rules/model/selector.ts'
import type { RuleConfig } from './config.ts'
import { readKinds, type Counting } from './kinds.ts'
import type { Shape } from './schema.ts'
import { keyPlaceOf, placeOf, readSelector, refuse, shorten, type Reader } from './selector-syntax.ts'
import { treeAt, type Tree } from './yaml-tree.ts'

type RuleShape = NonNullable<Shape['rules']>[number]

export function buildRules(reader: Reader, shapes: readonly RuleShape[], root: Tree, counting: Counting): RuleConfig[] {
  const seen = new Set<string>()
  const inherited = treeAt(root, ['rules']).tree.items.filter(({ from }) => from !== undefined).map((item) => String(item.entries.get('id')?.value))
  return shapes.flatMap((shape, i) => {
    const tree = treeAt(root, ['rules', i]).tree
    checkId(reader, shape.id, tree.entries.get('id') ?? tree, seen)
    return ruleOf(reader, shape, tree, counting, inherited) ?? []
  })
}

function checkId(reader: Reader, id: string, tree: Tree, seen: Set<string>): void {
  const at = placeOf(reader, tree)
  if (!/^[^\s,:*]+$/.test(id)) refuse(reader, at, 'bad-name', `'${shorten(id)}' is no id`, 'an id is one word, as comments and exceptions name it')
  if (seen.has(id)) refuse(reader, at, 'duplicate-name', `two entries have the id ${shorten(id)}`)
  seen.add(id)
}

function ruleOf(reader: Reader, shape: RuleShape, tree: Tree, counting: Counting, inherited: readonly string[]): RuleConfig | undefined {
  const [from, to, forbid, only, kinds] = ['from', 'to', 'forbid', 'only', 'kinds'].map((key) => tree.entries.get(key))
  const at = placeOf(reader, tree)
  if (from !== undefined && to !== undefined) refuse(reader, keyPlaceOf(reader, to), 'two-subjects', `${shape.id} has 'from' and 'to': an entry has one subject`, 'write from: A, forbid: B, or to: B, only: A')
  if (forbid !== undefined && only !== undefined) refuse(reader, keyPlaceOf(reader, only), 'two-verbs', `${shape.id} has 'forbid' and 'only': an entry has one verb`, 'write two entries')
  const object = forbid ?? only
  if (object === undefined) {
    const like = nearest(shape.id, inherited)
    refuse(reader, at, 'missing-key', `${shape.id} needs 'forbid' or 'only'`, like === undefined ? 'an entry says what its subject may not, or may only, import' : `did you mean the inherited ${like}?`)
    return undefined
  }
  const subject = from ?? to
  return {
    id: shape.id,
    subjectSide: to === undefined ? 'from' : 'to',
    subject: subject === undefined ? every(at) : readSelector(reader, subject),
    verb: forbid === undefined ? 'only' : 'forbid',
    object: readSelector(reader, object),
    kinds: kinds === undefined ? counting.kinds : readKinds(reader, kinds, counting.calls),
    optional: shape.optional ?? false,
    ...(shape.severity === undefined ? {} : { severity: shape.severity }),
    ...(shape.why === undefined ? {} : { why: shape.why }),
    ...(shape.owner === undefined ? {} : { owner: shape.owner }),
    at,
  }
}

function every(at: RuleConfig['at']): Selector {
  return { at, kind: 'every' }
}
