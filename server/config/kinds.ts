import type { ImportKind } from '../../rules/model/facts.ts'

/** `all` and the shares of it that have a name. */
const all: readonly ImportKind[] = ['value', 'type', 'elided', 'reexport', 'require', 'dynamic']
const runtime = all.filter((kind) => kind !== 'type' && kind !== 'elided')
const load = runtime.filter((kind) => kind !== 'dynamic')

export const allKinds: ReadonlySet<ImportKind> = new Set(all)
export const loadKinds: ReadonlySet<ImportKind> = new Set(load)

type Word = ImportKind | 'all' | 'runtime' | 'load'
type KindList = Word | readonly Word[] | undefined
export type KindsShape = Word | readonly Word[] | { readonly any?: KindList; readonly not?: KindList }

/** `not` takes away from `any`, or from all. */
export function readKinds(shape: KindsShape): ReadonlySet<ImportKind> {
  if (typeof shape === 'string') return new Set(ofWord(shape))
  if (isList(shape)) return new Set(shape.flatMap(ofWord))
  const left = new Set(ofList(shape.not))
  // An elided import is a `value` import by its words, so leaving out `value` leaves out both; leaving out `elided` does not.
  return new Set((shape.any === undefined ? all : ofList(shape.any)).filter((kind) => !left.has(kind)))
}

function ofList(list: KindList): readonly ImportKind[] {
  if (list === undefined) return []
  return typeof list === 'string' ? ofWord(list) : list.flatMap(ofWord)
}

function ofWord(word: Word): readonly ImportKind[] {
  switch (word) {
    case 'all': return all
    case 'runtime': return runtime
    case 'load': return load
    case 'value': return ['value', 'elided']
    default: return [word]
  }
}

function isList(shape: KindsShape): shape is readonly Word[] {
  return Array.isArray(shape)
}
