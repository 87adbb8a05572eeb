import type { Written } from '../../rules/model/link.ts'
import { namePattern } from '../../rules/model/name-pattern.ts'
import { nearest } from '../../rules/model/nearest.ts'
import type { NamePattern } from '../../rules/model/pattern.ts'
import { someAtLeast, type Count } from '../../rules/model/policy.ts'
import type { Selector } from '../../rules/model/selector.ts'
import type { RuleConfig } from './config.ts'
import { readKinds, type Counting } from './kinds.ts'
import type { Shape } from './schema.ts'
import { isEmptyList, keyPlaceOf, placeOf, readSelector, refuse, shorten, type Reader } from './selector-syntax.ts'
import { whyOf } from './why.ts'
import { eachText, treeAt, type Tree } from './yaml-tree.ts'

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

const verbs = ['forbid', 'only', 'require'] as const

function ruleOf(reader: Reader, shape: RuleShape, tree: Tree, counting: Counting, inherited: readonly string[]): RuleConfig | undefined {
  const [from, to, kinds] = ['from', 'to', 'kinds'].map((key) => tree.entries.get(key))
  const at = placeOf(reader, tree)
  if (from !== undefined && to !== undefined) refuse(reader, keyPlaceOf(reader, to), 'two-subjects', `${shape.id} has 'from' and 'to': an entry has one subject`, 'write from: A, forbid: B, or to: B, only: A')
  const said = verbs.flatMap((key) => { const object = tree.entries.get(key); return object === undefined ? [] : { key, object } })
  const [verb, second] = said
  if (verb !== undefined && second !== undefined) refuse(reader, keyPlaceOf(reader, second.object), 'two-verbs', `${shape.id} has '${verb.key}' and '${second.key}': an entry has one verb`, 'write two entries')
  if (verb === undefined) {
    const like = nearest(shape.id, inherited)
    refuse(reader, at, 'missing-key', `${shape.id} needs 'forbid', 'only' or 'require'`, like === undefined ? 'an entry says what its subject may not, may only, or must import' : `did you mean the inherited ${like}?`)
    return undefined
  }
  const subject = from ?? to
  refuseEmpty(reader, shape, verb, subject)
  return {
    id: shape.id,
    subjectSide: to === undefined ? 'from' : 'to',
    subject: subject === undefined ? every(at) : readSelector(reader, subject),
    verb: verb.key,
    object: readSelector(reader, verb.object),
    kinds: kinds === undefined ? counting.kinds : readKinds(reader, kinds, counting.calls),
    ...optionsOf(reader, shape, tree, verb.key),
    optional: shape.optional ?? false,
    ...(shape.severity === undefined ? {} : { severity: shape.severity }),
    ...whyOf(reader, shape.why, tree),
    ...(shape.owner === undefined ? {} : { owner: shape.owner }),
    at,
  }
}

/** `only: []` says much: nothing but its own. */
function refuseEmpty(reader: Reader, { id }: RuleShape, { key, object }: { readonly key: RuleConfig['verb']; readonly object: Tree }, subject: Tree | undefined): void {
  const refuseList = (tree: Tree, what: string, hint: string): void => refuse(reader, placeOf(reader, tree), 'bad-selector', `an empty list picks nothing, ${what}`, hint)
  if (key === 'require' && isEmptyList(object)) refuseList(object, 'and nobody can import that', 'name what is required')
  if (key === 'forbid' && isEmptyList(object)) refuseList(object, `so ${id} forbids nothing`, 'name what is forbidden, or leave the entry out')
  if (subject !== undefined && isEmptyList(subject)) refuseList(subject, `so ${id} is about nobody`, 'name whom it is about; "*" is everybody')
}

function optionsOf(reader: Reader, shape: RuleShape, tree: Tree, verb: RuleConfig['verb']): Pick<RuleConfig, 'names' | 'written' | 'reach' | 'via' | 'count'> {
  const [names, written, via, count] = ['names', 'written', 'via', 'count'].map((key) => tree.entries.get(key))
  const reach = shape.reach ?? false
  if (via !== undefined && !reach) refuse(reader, keyPlaceOf(reader, via), 'misplaced-key', `${shape.id} has 'via' and no 'reach'`, 'via asks what lies inside a chain: write reach: true, or leave via out')
  if (count !== undefined && verb !== 'require') refuse(reader, keyPlaceOf(reader, count), 'misplaced-key', `${shape.id} has 'count' and no 'require'`, `count says how many are required: write require, or leave count out`)
  return {
    reach,
    ...(names === undefined ? {} : { names: namesOf(reader, names) }),
    ...(written === undefined ? {} : { written: writtenOf(reader, written) }),
    ...(via === undefined ? {} : { via: readSelector(reader, via) }),
    count: count === undefined ? someAtLeast : countOf(reader, count),
  }
}

function namesOf(reader: Reader, tree: Tree): readonly NamePattern[] {
  if (eachText(tree).length === 0) refuse(reader, placeOf(reader, tree), 'bad-pattern', 'names is empty, and no import is of none of all names', 'name one, or leave it out: then all imports count')
  return eachText(tree).flatMap(({ text, tree: item }) => {
    const pattern = namePattern(text, 'whole')
    if ('mistake' in pattern) refuse(reader, placeOf(reader, item), 'bad-pattern', `'${shorten(text)}' is no name: ${pattern.mistake}`, pattern.hint)
    else if (pattern.captures.length > 0) refuse(reader, placeOf(reader, item), 'bad-pattern', `'${shorten(text)}' captures, and a name of an import binds nothing`, 'write * for anything')
    else return [pattern]
    return []
  })
}

function writtenOf(reader: Reader, tree: Tree): ReadonlySet<Written> {
  if (eachText(tree).length === 0) refuse(reader, placeOf(reader, tree), 'bad-pattern', 'written is empty, and every import is written somehow', 'name a way, or leave it out: then all imports count')
  return new Set(eachText(tree).map(({ text }) => text as Written))
}

function countOf(reader: Reader, tree: Tree): Count {
  const [, sign, digits] = /^(>=|<=|=)\s*(\d{1,9})$/.exec(String(tree.value)) ?? []
  const number = Number(digits)
  if (digits === undefined) refuse(reader, placeOf(reader, tree), 'bad-count', `'${shorten(String(tree.value))}' is no count`, 'write ">=2", "<=3" or "=1"')
  else if (sign === '>=' && number === 0) refuse(reader, placeOf(reader, tree), 'bad-count', '>=0 asks for nothing', 'write ">=1", or leave the entry out')
  else return { least: sign === '<=' ? 0 : number, most: sign === '>=' ? Infinity : number }
  return someAtLeast
}

function every(at: RuleConfig['at']): Selector {
  return { at, kind: 'every' }
}
