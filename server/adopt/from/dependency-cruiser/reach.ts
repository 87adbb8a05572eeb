// `reachable`: a chain of imports counts as one.

import type { Expression, Sequence, Term } from '../expression/parse.ts'
import { termsOf } from '../expression/parse.ts'
import { isNothing } from '../selector.ts'
import { endsTaken, everyClass, givensOf, importers, type Paths } from './ends.ts'
import { pathsOf } from './sides.ts'
import type { PathTest } from './paths.ts'
import type { CruiserRule } from './rule-set.ts'
import { cannot, ending, type Said } from './said.ts'
import type { Setting } from './scene.ts'

export function reachOf(rule: CruiserRule, setting: Setting): Said {
  const paths = pathsOf(rule)
  if ('unreadable' in paths) return cannot(rule, paths.unreadable)
  return rule.to['reachable'] === true ? forbidden(rule, paths.from, paths.to, setting) : missing(rule, paths.from, paths.to, setting)
}

function forbidden(rule: CruiserRule, own: Paths, other: Paths, setting: Setting): Said {
  const from = importers(own, setting, { prefix: 'g', asked: givensOf(other.path, other.pathNot) })
  if (typeof from === 'object' && 'unreadable' in from) return cannot(rule, from.unreadable)
  const ends = endsTaken({ ...other, classes: everyClass, attributesNot: [] }, setting)
  if (isNothing(ends)) return cannot(rule, 'nothing that it names can be reached')
  return { entries: [{ section: 'rules', what: rule.name, value: { id: rule.name, from, forbid: ends, reach: true, ...ending(rule) } }], unsaid: [] }
}

/** `reachable: false` finds what nobody reaches: each of `to` must be reached by `from`. */
function missing(rule: CruiserRule, own: Paths, other: Paths, setting: Setting): Said {
  const asked = givensOf(other.path, other.pathNot)
  const turned = asked.size === 0 ? { from: own, to: other } : turnedRound(own, other)
  if (turned === undefined) return cannot(rule, 'its groups cannot be asked for from the other side')
  const to = importers(turned.to, setting, { prefix: 'g', asked })
  const from = importers(turned.from, setting)
  if (typeof to === 'object' && 'unreadable' in to) return cannot(rule, to.unreadable)
  if (typeof from === 'object' && 'unreadable' in from) return cannot(rule, from.unreadable)
  return { entries: [{ section: 'rules', what: rule.name, value: { id: rule.name, to, require: from, reach: true, ...ending(rule) } }], unsaid: [] }
}

/** The subject binds: where `to` named a group of `from`, it now has that group, and `from` names it. */
function turnedRound(own: Paths, other: Paths): { readonly from: Paths; readonly to: Paths } | undefined {
  const { path } = own
  if (path === undefined || other.path === undefined || other.pathNot?.givens.size !== undefined && other.pathNot.givens.size > 0) return undefined
  const [only, ...more] = path.alternatives
  if (only === undefined || more.length > 0) return undefined
  const groups = [...termsOf([only.must[0]])].filter((term) => term.kind === 'group' && term.captures)
  const places = other.path.alternatives.map(({ must: [first] }) => [...termsOf([first])].flatMap((term) => (term.kind === 'given' ? [term.number] : [])))
  // Groups are called by their place, which has to be the same on both sides.
  if (places.some((numbers) => numbers.some((number, index) => number !== index + 1))) return undefined
  let index = 0
  const named: Paths = { ...own, path: mapped(path, (term) => (term.kind === 'group' && term.captures ? { kind: 'given', number: ++index } : term)) }
  const grouped = mapped(other.path, (term) => (term.kind === 'given' ? groups[term.number - 1] ?? term : term.kind === 'group' ? { ...term, captures: false } : term))
  return { from: named, to: { ...other, path: grouped } }
}

function mapped(test: PathTest, map: (term: Term) => Term): PathTest {
  const sequence = (terms: Sequence): Sequence => terms.map((term) => {
    const changed = map(term)
    return changed === term || changed.kind !== term.kind ? (changed === term && term.kind === 'group' ? { ...term, of: inner(term.of) } : changed) : changed
  })
  const inner = (expression: Expression): Expression => expression.map(sequence)
  const alternatives = test.alternatives.map(({ must: [first, ...others], not }) => ({ must: [sequence(first), ...others] as const, not }))
  return { alternatives, givens: test.givens }
}
