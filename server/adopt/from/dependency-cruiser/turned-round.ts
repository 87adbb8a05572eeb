// Captures are bound by the side that is asked. Where `to` named a group of `from`, it now has that group, and `from` names it.

import { termsOf, type Sequence, type Term } from '../expression/parse.ts'
import type { Paths } from './ends.ts'
import type { PathTest } from './paths.ts'

interface Sides {
  readonly from: Paths
  readonly to: Paths
}

/** Undefined where the two sides do not name the same groups in the same order. */
export function turnedRound({ from, to }: Sides): Sides | undefined {
  const { path } = from
  if (path === undefined || to.path === undefined || (to.pathNot?.givens.size ?? 0) > 0) return undefined
  const [only, ...more] = path.alternatives
  if (only === undefined || more.length > 0) return undefined
  const groups = [...termsOf([only.must[0]])].filter((term) => term.kind === 'group' && term.captures)
  if (groups.some((group) => group.kind === 'group' && [...termsOf(group.of)].some((term) => term.kind === 'group' && term.captures))) return undefined
  const places = to.path.alternatives.map(({ must: [first] }) => [...termsOf([first])].flatMap((term) => (term.kind === 'given' ? [term.number] : [])))
  // Groups are called by their place, which has to be the same on both sides.
  if (places.some((numbers) => numbers.length === 0 || numbers.some((number, index) => number !== index + 1))) return undefined
  let index = 0
  const named: Paths = { ...from, path: mapped(path, (term) => (term.kind === 'group' && term.captures ? { kind: 'given', number: ++index } : term)) }
  const grouped = mapped(to.path, (term) => (term.kind === 'given' ? groups[term.number - 1] ?? term : term.kind === 'group' ? { ...term, captures: false } : term))
  return { from: named, to: { ...to, path: grouped } }
}

/** Without its regexp, which is another one's. */
function mapped({ alternatives, givens }: PathTest, map: (term: Term) => Term): PathTest {
  return { alternatives: alternatives.map(({ must: [first, ...others], not }) => ({ must: [replaced(first, map), ...others] as const, not })), givens }
}

/** Each term, from the left; what stands in it only where it stays what it is. */
export function replaced(sequence: Sequence, map: (term: Term) => Term): Sequence {
  return sequence.map((term) => {
    const changed = map(term)
    return changed === term && term.kind === 'group' ? { ...term, of: term.of.map((each) => replaced(each, map)) } : changed
  })
}
