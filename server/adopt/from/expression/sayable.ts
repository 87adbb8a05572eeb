// What RE2 does not have, taken apart where that is exact: `^src/(?!gen/)` is all of `^src/` that is none of `^src/gen/`.

import { literalOf, type Expression, type Sequence, type Term } from './parse.ts'
import type { Unreadable } from './parse.ts'
import { spelled } from './spellings.ts'

/** Takes what all of `must` take, and none of `not`. The groups are those of the first. */
export interface Sayable {
  readonly must: readonly [Sequence, ...Sequence[]]
  readonly not: readonly Sequence[]
}

export function sayable(expression: Expression): readonly Sayable[] | Unreadable {
  const all: Sayable[] = []
  for (const sequence of expression) {
    for (const each of withFixedEnds(sequence)) {
      const apart = takenApart(each)
      if ('unreadable' in apart) return apart
      all.push(apart)
    }
  }
  return all
}

/** What it looks behind from ends in one of a few ways, each of which is a place: `(?<!test)\\.tsx?$`. */
function withFixedEnds(sequence: Sequence): readonly Sequence[] {
  const index = sequence.findIndex((term) => term.kind === 'look' && term.where === 'behind')
  const ends = index < 0 || sequence.at(-1)?.kind !== 'end' ? undefined : spelled(sequence.slice(index + 1, -1))
  if (ends === undefined) return [sequence]
  return ends.map((text) => [...sequence.slice(0, index + 1), ...[...text].map((char): Term => ({ kind: 'char', char })), { kind: 'end' }])
}

const movesAbout: Unreadable = { unreadable: 'it looks ahead or behind from a place that is not fixed, which takes more than linear time' }
const looksBack: Unreadable = { unreadable: 'it refers back to what it took, which takes more than linear time' }

function takenApart(sequence: Sequence): Sayable | Unreadable {
  const index = sequence.findIndex(({ kind }) => kind === 'look')
  const look = sequence[index]
  if (look?.kind !== 'look') return holdsUnsayable(sequence) ?? { must: [sequence], not: [] }
  const [before, after] = [sequence.slice(0, index), sequence.slice(index + 1)]
  const isFixed = look.where === 'ahead' ? before[0]?.kind === 'start' && isSteady(before.slice(1)) : after.at(-1)?.kind === 'end' && literalOf(after.slice(0, -1)) !== undefined
  if (!isFixed) return movesAbout
  const rest = takenApart([...before, ...after])
  if ('unreadable' in rest) return rest
  const seen = look.of.map((each) => (look.where === 'ahead' ? [...before, ...each] : [...each, ...after]).map(withoutCaptures))
  if (seen.some((each) => holdsUnsayable(each) !== undefined || each.some(({ kind }) => kind === 'look'))) return movesAbout
  if (look.isNegative) return { must: rest.must, not: [...rest.not, ...seen] }
  return seen.length === 1 && seen[0] !== undefined ? { must: [...rest.must, seen[0]], not: rest.not } : movesAbout
}

/** It can take a path in one way only: text, and whole segments. */
function isSteady(sequence: Sequence): boolean {
  return sequence.every((term, index) => {
    if (term.kind === 'char' || term.kind === 'given') return true
    const inner = term.kind === 'group' && term.of.length === 1 && term.of[0]?.length === 1 ? term.of[0][0] : term
    const next = sequence[index + 1]
    return inner?.kind === 'repeat' && inner.of.kind === 'set' && /^\[\^\\?\/\]$/.test(inner.of.written) && next?.kind === 'char' && next.char === '/'
  })
}

function holdsUnsayable(sequence: Sequence): Unreadable | undefined {
  for (const term of sequence) {
    if (term.kind === 'back') return looksBack
    const inner = term.kind === 'group' ? term.of : term.kind === 'repeat' ? [[term.of]] : []
    for (const each of inner) {
      if (each.some(({ kind }) => kind === 'look')) return movesAbout
      const found = holdsUnsayable(each)
      if (found !== undefined) return found
    }
  }
  return undefined
}

/** In a `not` nothing binds. */
function withoutCaptures(term: Term): Term {
  return term.kind === 'group' ? { ...term, captures: false } : term
}
