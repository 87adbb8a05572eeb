/*
 * What several files say together: a file over what it extends. Trees become a tree, so that every value keeps the place where
 * it was written, and all that reads a configuration reads this one alike.
 */
import type { Problem } from '../../rules/model/problem.ts'
import type { ConfigFile } from './bases.ts'
import { spokenPlace } from './project.ts'
import { selectorKeys } from './selector-syntax.ts'
import type { Config } from './config.ts'
import { placeIn, type Tree } from './yaml-tree.ts'

interface Out {
  readonly lines: Config['lines']
  /** Where two bases disagree and nobody decides. */
  readonly problems: Problem[]
}

/** A file over all that it extends. What it extends is none of anybody else's business. */
export function merged(file: ConfigFile, out: Out, known = new Map<ConfigFile, Tree>()): Tree {
  const done = known.get(file)
  if (done !== undefined) return done
  const bases = file.bases.map(({ file: base, named }): Inherited => ({ tree: without(merged(base, out, known), ['version', 'extends', 'inherit']), named }))
  const clash: Clash = (way, one, other) => {
    const spoken = (tree: Tree): string => spokenPlace(out, placeIn(file.path, tree))
    out.problems.push({
      kind: 'disagreement', message: `${way} is one thing in ${spoken(one.tree)}, another in ${spoken(other.tree)}`,
      at: placeIn(file.path, other.named), hint: 'say here what holds: that decides it',
    })
  }
  const tree = bases.length === 0 ? file.tree : configuration({ own: file.tree, bases }, '', clash)
  known.set(file, tree)
  return tree
}

interface Inherited {
  readonly tree: Tree
  /** Where the base is named that says so. */
  readonly named: Tree
}

/** What is said of one thing: by the file itself, or by its bases, or both. */
interface Said {
  readonly own?: Tree
  readonly bases: readonly Inherited[]
}

type Clash = (way: string, one: Inherited, other: Inherited) => void
type Merge = (said: Said, way: string, clash: Clash) => Tree

/** Its own, else what the bases agree on. */
const whole: Merge = ({ own, bases }, way, clash) => {
  const [first] = bases
  if (own !== undefined || first === undefined) return own ?? nothing
  const other = bases.find(({ tree }) => JSON.stringify(tree.value) !== JSON.stringify(first.tree.value))
  if (other !== undefined) clash(way, first, other)
  return first.tree
}

/** Key by key. What is no map here stands for all of it. */
function map(keys: Readonly<Record<string, Merge>>, others: Merge = whole): Merge {
  return (said, way, clash) => {
    if (!trees(said).every(isMap)) return whole(said, way, clash)
    const names = [...new Set(trees(said).flatMap(({ entries }) => [...entries.keys()]))]
    const entries = new Map(names.map((name) => {
      const merge = Object.hasOwn(keys, name) ? keys[name] ?? others : others
      return [name, merge(under(said, name), way === '' ? name : `${way}.${name}`, clash)]
    }))
    return mapOf(principal(said), entries)
  }
}

/** All of it, the bases' first. */
const added: Merge = (said) => {
  const lists = [...said.bases.map(({ tree }) => tree), ...(said.own === undefined ? [] : [said.own])]
  const items = new Set(lists.flatMap((tree) => (Array.isArray(tree.value) ? tree.items : [tree])))
  return listOf(principal(said), [...items])
}

/** Whatever one of them picks. An empty list ends an inherited tag, as it ends `test`. */
const tag: Merge = (said, way, clash) => {
  const isEnded = Array.isArray(said.own?.value) && said.own.value.length === 0
  return isEnded || trees(said).length === 1 ? whole(said, way, clash) : added(said, way, clash)
}

const moduleFields = map({ tags: added })

/** Patterns alone stand for the map with these files. */
const module: Merge = (said, way, clash) => {
  const full = each(said, (tree) => (isMap(tree) ? tree : mapOf(tree, new Map([['files', tree]]))))
  return { ...moduleFields(full, way, clash), ...whereItStands(full, ['files']) }
}

/** A level alone stands for the map with this severity. */
const check: Merge = (said, way, clash) => map({})(each(said, (tree) => (isMap(tree) ? tree : mapOf(tree, new Map([['severity', tree]])))), way, clash)

/** A selector alone stands for the map with it for every vendor. */
const allow: Merge = (said, way, clash) => {
  const isSelector = (tree: Tree): boolean => !isMap(tree) || [...tree.entries.keys()].every((key) => selectorKeys.includes(key))
  return map({})(each(said, (tree) => (isSelector(tree) ? mapOf(tree, new Map([['*', tree]])) : tree)), way, clash)
}

const subjects = ['from', 'to']
const verbs = ['forbid', 'only', 'require']

/** Field by field; a subject takes the place of a subject, a verb that of a verb. Who turns an entry off has decided all about it. */
const rule: Merge = (said, way, clash) => {
  const decided: Clash = said.own?.entries.get('severity')?.value === 'off' ? () => {} : clash
  const one = [subjects, verbs].reduce((left, keys) => oneOf(left, keys, way, decided), withoutIdle(said))
  return { ...map({})(one, way, decided), ...whereItStands(one, verbs) }
}

/** What a base says of a word that no longer stands there says nothing. */
function withoutIdle({ own, bases }: Said): Said {
  if (own === undefined) return { bases }
  const ends = verbs.some((key) => key !== 'require' && own.entries.has(key))
  const idle = [...(ends ? ['count'] : []), ...(own.entries.get('reach')?.value === false ? ['via'] : [])]
  return { own, bases: bases.map(({ tree, named }) => ({ tree: without(tree, idle), named })) }
}

/** Only the first who says one of these keys says any. */
function oneOf(said: Said, keys: readonly string[], way: string, clash: Clash): Said {
  const says = (tree: Tree): string => keys.filter((key) => tree.entries.has(key)).join()
  if (says(said.own ?? nothing) !== '') return { ...said, bases: said.bases.map((base) => ({ ...base, tree: without(base.tree, keys) })) }
  const first = said.bases.find(({ tree }) => says(tree) !== '')
  const other = first && said.bases.find(({ tree }) => says(tree) !== '' && says(tree) !== says(first.tree))
  if (first === undefined || other === undefined) return said
  clash(way, first, other)
  return { ...said, bases: said.bases.map((base) => (base === first ? base : { ...base, tree: without(base.tree, keys) })) }
}

/** Entries by their id, its own first. */
const rules: Merge = (said, way, clash) => {
  if (!trees(said).every(({ value }) => Array.isArray(value))) return whole(said, way, clash)
  const inherited = new Map<string, Inherited[]>()
  const others: Tree[] = []
  for (const { tree, named } of said.bases) {
    const here = new Set<string>()
    for (const item of tree.items) {
      const id = idOf(item)
      // Two of one id in one base are that base's problem, which is found where entries are read.
      if (id === undefined || here.has(id)) others.push(item)
      else {
        here.add(id)
        inherited.set(id, [...inherited.get(id) ?? [], { tree: item, named }])
      }
    }
  }
  const own = said.own?.items.map((item) => ({ item, id: idOf(item) })) ?? []
  const wayTo = (id: string): string => `the entry ${id}`
  return listOf(principal(said), [
    ...own.map(({ item, id }) => (id === undefined || !inherited.has(id) ? item : rule({ own: item, bases: inherited.get(id) ?? [] }, wayTo(id), clash))),
    ...[...inherited].filter(([id]) => !own.some((each) => each.id === id)).map(([id, bases]) => rule({ bases }, wayTo(id), clash)),
    ...others,
  ])
}

function idOf(item: Tree): string | undefined {
  const id = item.entries.get('id')?.value
  return typeof id === 'string' ? id : undefined
}

const configuration = map({
  ignore: added,
  exceptions: added,
  imports: map({}),
  modules: map({}, module),
  tags: map({}, tag),
  vendors: map({ allow, levels: map({}), portable: added, custom: added }),
  rules,
  checks: map({}, check),
  budgets: map({}),
})

const nothing: Tree = { value: null, span: { start: 0, end: 0 }, entries: new Map(), items: [] }

function trees({ own, bases }: Said): readonly Tree[] {
  return [...(own === undefined ? [] : [own]), ...bases.map(({ tree }) => tree)]
}

function each({ own, bases }: Said, write: (tree: Tree) => Tree): Said {
  return { ...(own === undefined ? {} : { own: write(own) }), bases: bases.map(({ tree, named }) => ({ tree: write(tree), named })) }
}

function under({ own, bases }: Said, name: string): Said {
  const inner = own?.entries.get(name)
  return {
    ...(inner === undefined ? {} : { own: inner }),
    bases: bases.flatMap(({ tree, named }) => {
      const value = tree.entries.get(name)
      return value === undefined ? [] : { tree: value, named }
    }),
  }
}

function principal(said: Said): Tree {
  return trees(said)[0] ?? nothing
}

/** An entry stands where its demand does: its own line where that says one of these keys, else the base's. */
function whereItStands(said: Said, keys: readonly string[]): Pick<Tree, 'span' | 'key' | 'from'> {
  const { span, key, from } = trees(said).find(({ entries }) => keys.some((name) => entries.has(name))) ?? principal(said)
  return { span, ...(key === undefined ? {} : { key }), ...(from === undefined ? {} : { from }) }
}

function isMap({ value }: Tree): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function mapOf({ span, key, from }: Tree, entries: ReadonlyMap<string, Tree>): Tree {
  const value = Object.fromEntries([...entries].map(([name, tree]) => [name, tree.value]))
  return { value, span, ...(key === undefined ? {} : { key }), ...(from === undefined ? {} : { from }), entries, items: [] }
}

function listOf({ span, key, from }: Tree, items: readonly Tree[]): Tree {
  return { value: items.map(({ value }) => value), span, ...(key === undefined ? {} : { key }), ...(from === undefined ? {} : { from }), entries: new Map(), items }
}

function without(tree: Tree, keys: readonly string[]): Tree {
  return keys.some((key) => tree.entries.has(key)) ? mapOf(tree, new Map([...tree.entries].filter(([name]) => !keys.includes(name)))) : tree
}
