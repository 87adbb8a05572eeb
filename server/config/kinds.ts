import type { ImportKind, Kinds } from '../../rules/model/facts.ts'
import { nearest } from '../../rules/model/nearest.ts'
import { isEmptyList, placeOf, refuse, shorten, type Reader } from './selector-syntax.ts'
import { eachText, type Tree } from './yaml-tree.ts'

/** `all` and the shares of it that have a name. */
const all: readonly ImportKind[] = ['value', 'type', 'elided', 'reexport', 'require', 'dynamic']
const runtime = all.filter((kind) => kind !== 'type' && kind !== 'elided')
const load = runtime.filter((kind) => kind !== 'dynamic')

export const allKinds: Kinds = new Set(all)
export const loadKinds: Kinds = new Set(load)

type Kind = typeof allKinds extends ReadonlySet<infer Each> ? Each : never

/** What an entry counts that does not say, and the functions that `call` stands for. */
export interface Counting {
  readonly kinds: Kinds
  readonly calls: readonly string[]
}

/** A kind, a list, or { any, not }: `not` takes away from `any`, or from all. `calls` are the functions that `call` stands for. */
export function readKinds(reader: Reader, tree: Tree, calls: readonly string[]): Kinds {
  const [any, not] = [tree.entries.get('any'), tree.entries.get('not')]
  const before = reader.problems.length
  const isMap = !Array.isArray(tree.value) && typeof tree.value !== 'string'
  const picked = isMap ? any === undefined ? all : kindsIn(reader, any, calls) : kindsIn(reader, tree, calls)
  const left = new Set(not === undefined ? [] : kindsIn(reader, not, calls))
  const kinds = picked.filter((kind) => !left.has(kind))
  // A base may count functions alone, and the project call none.
  if (kinds.length === 0 && reader.problems.length === before && (tree.from === undefined || isEmptyList(tree))) refuse(reader, placeOf(reader, tree), 'bad-kinds', 'these are no kinds at all, so no import counts', 'name one, or leave kinds out')
  const each = calls.map(callOf)
  // Where all functions count, nobody need ask of a call which one it is.
  return each.length > 0 && each.every((kind) => kinds.includes(kind)) ? new Set([...kinds.filter((kind) => !each.includes(kind)), 'call']) : new Set(kinds)
}

function kindsIn(reader: Reader, tree: Tree, calls: readonly string[]): readonly Kind[] {
  return eachText(tree).flatMap(({ text, tree: item }): readonly Kind[] => {
    switch (text) {
      case 'all': return all
      case 'runtime': return runtime
      case 'load': return load
      // An elided import is a `value` import by its words, so that to leave out `value` leaves out both; to leave out `elided` does not.
      case 'value': return ['value', 'elided']
      case 'call': return calls.map(callOf)
      default: return text.startsWith('call:') ? callIn(reader, item, text.slice('call:'.length), calls) : [text as ImportKind]
    }
  })
}

function callIn(reader: Reader, tree: Tree, name: string, calls: readonly string[]): readonly Kind[] {
  if (calls.includes(name)) return [callOf(name)]
  // A base cannot know what functions a project that extends it calls.
  if (tree.from !== undefined) return []
  const like = nearest(name, calls)
  refuse(reader, placeOf(reader, tree), 'unknown-name', `imports.calls has no function '${shorten(name)}'`, like === undefined ? `name it there, too: calls: [${[...calls, name].join(', ')}]` : `did you mean call:${like}?`)
  return []
}

function callOf(name: string): Kind {
  return `call:${name}`
}
