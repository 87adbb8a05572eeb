// `required`, and rules about how many import a module: each of these files must import, or be imported.

import type { Settings } from '../reading.ts'
import type { Path } from '../../../../rules/model/place.ts'
import type { Sequence, Term } from '../expression/parse.ts'
import { noNames, textOf } from '../expression/text.ts'
import { allOf, type Selector } from '../selector.ts'
import { bound } from './bound.ts'
import { endsTaken, everyEnd, givensOf, importers, pathsIn, type Paths } from './ends.ts'
import { filesTaken, nothingAsked, type PathTest } from './paths.ts'
import { chain } from './reach.ts'
import type { CruiserRule } from './rule-set.ts'
import { replaced } from './turned-round.ts'
import { cannot, ending, type Said } from './said.ts'
import type { Setting } from './scene.ts'

export function requiredOf(rule: CruiserRule, setting: Setting): Said {
  const [own, other] = [pathsIn(rule.module ?? rule.from, { givens: false }), pathsIn(rule.to, { givens: true })]
  if ('unreadable' in own) return cannot(rule, own.unreadable)
  if ('unreadable' in other) return cannot(rule, other.unreadable)
  const asked = givensOf(other.path, other.pathNot)
  const from = importers(own, setting, { prefix: 'g', asked })
  if (typeof from === 'object' && 'unreadable' in from) return cannot(rule, from.unreadable)
  const itself = itselfIn(own, other, setting)
  const ends = endsTaken({ ...other, ...everyEnd }, setting)
  const isReached = rule.to['reachable'] === true
  return { entries: [{ section: 'rules', what: rule.name, value: { id: rule.name, from: allOf([from], itself), require: ends, ...(isReached && chain(setting)), ...ending(rule) } }], unsaid: [] }
}

/** What is required need not import itself. */
function itselfIn({ path: own }: Paths, { path: required }: Paths, { ground }: Setting): readonly Selector[] {
  if (required === undefined) return []
  if (required.givens.size === 0) return [filesTaken(required, ground, nothingAsked)]
  const values = own === undefined ? undefined : bound({ from: { path: own }, to: { path: required } }, ground.files, 500)
  const itself = new Set((values ?? []).flatMap(({ from, to }) => {
    const [isAsked, isRequired] = [takenBy(from.path), takenBy(to.path)]
    return ground.files.filter((file) => isAsked(file) && isRequired(file))
  }))
  if (itself.size === 0) return []
  const whatever = withGivens(required, { kind: 'repeat', of: { kind: 'set', written: '[^/]' }, least: 1, most: Infinity, lazy: false })
  const [isAsked, isLike] = [takenBy(own), takenBy(whatever)]
  const isSame = ground.files.every((file) => !isAsked(file) || isLike(file) === itself.has(file))
  return isSame ? [filesTaken(whatever, ground, nothingAsked)] : [...itself].map((file) => `path:${file}`)
}

function withGivens({ alternatives }: PathTest, term: Term): PathTest {
  const each = (sequence: Sequence): Sequence => replaced(sequence, (other) => (other.kind === 'given' ? term : other))
  return { alternatives: alternatives.map(({ must: [first, ...others], not }) => ({ must: [each(first), ...others.map(each)] as const, not: not.map(each) })), givens: new Set() }
}

function takenBy(test: PathTest | undefined): (file: Path) => boolean {
  const regexps = (sequences: readonly Sequence[]): readonly RegExp[] => sequences.map((sequence) => new RegExp(textOf(sequence, noNames, '')))
  const alternatives = test?.alternatives.map(({ must, not }) => ({ must: regexps(must), not: regexps(not) })) ?? []
  return (file) => alternatives.some(({ must, not }) => must.every((each) => each.test(file)) && !not.some((each) => each.test(file)))
}

export function countsOf(rule: CruiserRule, module: Settings, setting: Setting): Said {
  const [own, other] = [pathsIn(module, { givens: false }), pathsIn(rule.from, { givens: false })]
  if ('unreadable' in own) return cannot(rule, own.unreadable)
  if ('unreadable' in other) return cannot(rule, other.unreadable)
  const [to, by] = [importers(own, setting), importers(other, setting)]
  if (typeof to === 'object' && 'unreadable' in to) return cannot(rule, to.unreadable)
  if (typeof by === 'object' && 'unreadable' in by) return cannot(rule, by.unreadable)
  const [least, most] = [numbers(module['numberOfDependentsLessThan']), numbers(module['numberOfDependentsMoreThan'])]
  if (least.length + most.length === 2) return cannot(rule, 'it finds what has more than one number of dependents and fewer than another; a count is what should be, and not what should not')
  const counts = [
    ...least.map((number) => `>=${number}`),
    ...most.map((number) => `<=${number}`),
  ]
  if (counts.length === 0) return cannot(rule, 'it has a module and no number of dependents')
  return { entries: counts.map((count) => ({ section: 'rules', what: rule.name, value: { id: rule.name, to, require: by, count, ...ending(rule) } })), unsaid: [] }
}

function numbers(value: unknown): readonly number[] {
  return typeof value === 'number' && value > 0 ? [value] : []
}
