import type { Facts } from '../../rules/model/facts.ts'
import type { JudgedFinding } from '../../rules/model/finding.ts'
import { groupBy } from '../../rules/model/group-by.ts'
import type { Path } from '../../rules/model/place.ts'
import type { FileRule, Project } from '../../rules/model/rule.ts'
import { rules } from '../../rules/index.ts'
import { check, graph } from '../engine/index.ts'
import { chainsWith, isReachingFrom } from './chains-with.ts'
import { specifierOf, writtenAs, type Wish, type Wording } from './wish.ts'

export interface Imagined {
  /** What would be said of each, in the order in which they were asked. */
  readonly each: readonly (readonly JudgedFinding[])[]
  /** What would be said of imports that are there: who may import one end of these, and not come to the other through it. */
  readonly elsewhere: readonly JudgedFinding[]
}

/**
 * What would be said of each of these imports, were it there beside those that are: each is judged by itself, and if that allows it, by the
 * chains that it would begin, which costs a look at all imports. Exceptions count, the baseline and comments do not: they are about imports
 * that are there.
 */
export function imagine(project: Project, today: string, wishes: readonly Wish[]): Imagined['each'] {
  const alone = judgedAlone(project, today, wishes)
  const free = [...wishes.keys()].filter((index) => isFree(alone[index] ?? []))
  const open = free.flatMap((index) => wishes[index] ?? [])
  if (!isReachingFrom(project, [...new Set(open.map(({ from }) => from))])) return alone
  const { of } = chainsWith(project, today, open)
  const begun = new Map(free.map((index, number) => [index, of.get(number) ?? []]))
  return alone.map((found, index) => [...found, ...begun.get(index) ?? []])
}

/** An import that nothing is said against, but as information. */
export function isFree(findings: readonly JudgedFinding[]): boolean {
  return findings.every(({ severity }) => severity === 'info')
}

/** The same of all of them, and what others would reach through them. */
export function imagineAmongOthers(project: Project, today: string, wishes: readonly Wish[]): Imagined {
  const alone = judgedAlone(project, today, wishes)
  const { of, elsewhere } = chainsWith(project, today, wishes)
  return { each: alone.map((found, index) => [...found, ...of.get(index) ?? []]), elsewhere }
}

/** By the same rules, on a project that has no others: no chains are seen. */
export function judgedAlone(project: Project, today: string, wishes: readonly Wish[], { kind = 'value', names = [], written }: Wording = {}): Imagined['each'] {
  const writtenTo = writtenAs(project, written)
  const factsOf = new Map<Path, Facts>()
  const rows = [...groupBy([...wishes.entries()], ([, { from }]) => from)].map(([path, own]) => {
    // By its place each is known again.
    const imports = own.map(([index, { to }]) => ({ specifier: specifierOf(to), kind, span: { start: index, end: index }, statement: { start: index, end: index } }))
    const facts: Facts = { path, imports, ignores: [], barrel: false, problems: [] }
    factsOf.set(path, facts)
    return { facts, links: own.map(([, { to }]) => ({ to, written: writtenTo(to) })), env: [] }
  })
  const found: JudgedFinding[][] = wishes.map(() => [])
  for (const finding of check(withOnly(project, graph(rows), factsOf, names), { rules: ofImports, known: [], today, comments: [] }).findings) {
    // What is said of files and of the configuration, whatever is imported, is not about these imports.
    if (finding.target !== undefined && factsOf.has(finding.at.path)) found[finding.at.span.start]?.push(finding)
  }
  return found
}

/** Those that say who may use whom. What is a circle, declared, or well written is told of imports that are there, and so is what only all of them show. */
const ofImports = rules.flatMap((rule): readonly FileRule[] => {
  if (rule.judges !== 'files' || !['boundaries/layers', 'boundaries/rules', 'boundaries/api', 'vendors/sdk'].includes(rule.id)) return []
  const { across: _chains, ...alone } = rule
  return [alone]
})

function withOnly(project: Project, imagined: Project['graph'], factsOf: ReadonlyMap<Path, Facts>, names: readonly string[]): Project {
  return {
    ...project,
    graph: imagined,
    entries: () => [],
    names: () => [],
    facts: (path) => factsOf.get(path) ?? { path, imports: [], ignores: [], barrel: false, problems: [] },
    symbols: () => ({ imports: [], exports: [] }),
    importedNames: () => names,
    origins: () => [],
    behind: () => [],
    handedOn: () => [],
    origin: () => undefined,
    isElided: () => false,
    isElidedByItsLooks: () => false,
    isUsedAsTypeOnly: () => false,
  }
}
