// What chains imports that need not exist would make with those that are there, where an entry or a stack says `reach`.

import { edgesFrom } from '../../rules/model/edges-from.ts'
import type { JudgedFinding } from '../../rules/model/finding.ts'
import type { EdgeId } from '../../rules/model/graph.ts'
import { atom } from '../../rules/model/link.ts'
import type { Path } from '../../rules/model/place.ts'
import { picker } from '../../rules/model/picker.ts'
import type { Entry } from '../../rules/model/policy.ts'
import type { Project, ProjectRule } from '../../rules/model/rule.ts'
import type { Selector } from '../../rules/model/selector.ts'
import { mayBeBound } from '../../rules/model/take.ts'
import { rules } from '../../rules/index.ts'
import { check, withMore } from '../engine/index.ts'
import { specifierOf, writtenAs, type Wish } from './wish.ts'

export interface Chains {
  /** What is said of a chain that one of them begins, by its index. */
  readonly of: ReadonlyMap<number, readonly JudgedFinding[]>
  /** What is said of a chain through one of them, at an import that is there. */
  readonly elsewhere: readonly JudgedFinding[]
}

/** Each is taken by itself: a chain of two that are both imagined is nobody's. */
export function chainsWith(project: Project, today: string, wishes: readonly Wish[]): Chains {
  const of = new Map<number, readonly JudgedFinding[]>()
  if (!isReaching(project) || wishes.length === 0) return { of, elsewhere: [] }
  const stepsOf = wishedSteps(project, wishes)
  const elsewhere: JudgedFinding[] = []
  for (const finding of foundWith(project, today, wishes)) {
    const [first, ...others] = stepsOf(finding)
    if ([first, ...others].filter((step) => step === 'imagined').length > 1) continue
    const index = -1 - finding.at.span.start
    if (index >= 0) of.set(index, [...of.get(index) ?? [], finding])
    else if (others.some((step) => step !== 'not wished')) elsewhere.push(finding)
  }
  return { of, elsewhere }
}

/** Whether imports that are all made, one after the other, make no chain that is forbidden. */
export function isFreeAsChain(project: Project, today: string, wishes: readonly Wish[]): boolean {
  if (!isReaching(project)) return true
  const stepsOf = wishedSteps(project, wishes)
  return !foundWith(project, today, wishes).some((finding) => finding.severity !== 'info' && (finding.at.span.start < 0 || stepsOf(finding).includes('imagined')))
}

function isReaching({ policy: { entries, stacks } }: Project): boolean {
  return stacks.some(({ reach }) => reach !== undefined) || entries.some(countsChains)
}

/** Of chains that begin with one of these files. */
export function isReachingFrom(project: Project, importers: readonly Path[]): boolean {
  const { entries, stacks } = project.policy
  const takesSome = (selector: Selector): boolean => mayBeBound(selector) || importers.some((path) => picker(project, selector)({ kind: 'file', path }, path) !== undefined)
  return stacks.some(({ reach, layerOf }) => reach !== undefined && importers.some((path) => layerOf(path) !== undefined))
    || entries.filter(countsChains).some(({ subjectSide, verb, subject, object }) => subjectSide === 'from' ? takesSome(subject) : verb === 'only' || takesSome(object))
}

function countsChains({ reach, verb, severity }: Entry): boolean {
  return reach && verb !== 'require' && severity !== 'off'
}

/** What only all imports together show of those who may use whom. */
const acrossAll = rules.flatMap((rule): readonly ProjectRule[] => {
  const across = rule.judges === 'files' ? rule.across : undefined
  return across === undefined ? [] : [{ id: rule.id, title: rule.title, level: rule.level, judges: 'project', check: across }]
})

function foundWith(project: Project, today: string, wishes: readonly Wish[]): readonly JudgedFinding[] {
  return check(enlargedBy(project, wishes), { rules: acrossAll, known: [], today, comments: [] }).findings.filter(({ target, via }) => target !== undefined && via.length > 0)
}

function enlargedBy(project: Project, wishes: readonly Wish[]): Project {
  const writtenTo = writtenAs(project)
  const { graph, originalOf } = withMore(project.graph, wishes.map(({ from, to }, index) => ({ from, to, kind: 'value', specifier: specifierOf(to), written: writtenTo(to), span: { start: -1 - index, end: -1 - index } })))
  const ofOriginal = <V>(ask: (id: EdgeId) => V, otherwise: V) => (id: EdgeId): V => {
    const original = originalOf(id)
    return original === undefined ? otherwise : ask(original)
  }
  return {
    ...project, graph,
    importedNames: ofOriginal(project.importedNames, []),
    origins: ofOriginal(project.origins, []),
    isElided: ofOriginal(project.isElided, false),
    isElidedByItsLooks: ofOriginal(project.isElidedByItsLooks, false),
    isUsedAsTypeOnly: ofOriginal(project.isUsedAsTypeOnly, false),
  }
}

/** A step on the way of a chain that is wished for is there already, or imagined. */
type Step = 'not wished' | 'there' | 'imagined'

function wishedSteps({ graph }: Project, wishes: readonly Wish[]): (finding: JudgedFinding) => readonly Step[] {
  const key = (from: Path, to: string): string => `${from}\n${to}`
  const wished = new Set(wishes.map(({ from, to }) => key(from, atom(to))))
  const stepOf = (from: Path, to: string): Step => {
    if (!wished.has(key(from, to))) return 'not wished'
    return [...edgesFrom(graph, from)].some((id) => atom(graph.target(id)) === to) ? 'there' : 'imagined'
  }
  return ({ at, via, target }) => [...via, ...target === undefined ? [] : [atom(target)]].map((to, index) => stepOf(index === 0 ? at.path : via[index - 1] ?? '', to))
}
