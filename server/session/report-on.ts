import { perPlan } from '../../rules/model/per-plan.ts'
import type { JudgedFinding } from '../../rules/model/finding.ts'
import type { Path } from '../../rules/model/place.ts'
import type { Note, Problem } from '../../rules/model/problem.ts'
import type { Report, Stats } from '../../rules/model/report.ts'
import type { Project } from '../../rules/model/rule.ts'
import { isSource } from '../engine/index.ts'

interface Judged {
  readonly revision: number
  readonly project: Project
  readonly findings: readonly JudgedFinding[]
  /** The files that were read. */
  readonly sources: readonly Path[]
  /** In no order. */
  readonly problems: readonly Problem[]
  readonly notes: readonly Note[]
  readonly configPath?: Path
  readonly isValid: boolean
  linesOf(path: Path): readonly number[]
}

/** What a judged project comes to, with the lines of every file that it points into. */
export function reportOn({ revision, project, findings, sources, problems, notes, configPath, isValid, linesOf }: Judged): Report {
  const pointedInto = new Set([
    ...findings.flatMap(({ at, because }) => [at.path, ...because.map((line) => line.at.path)]),
    ...problems.flatMap(({ at }) => at?.path ?? []),
  ])
  return {
    revision, findings,
    problems: problems.toSorted(byPlace),
    notes,
    stats: statsOf(project, sources),
    ...(configPath !== undefined && { configPath }),
    isConfigValid: isValid,
    lines: new Map([...pointedInto].map((path) => [path, linesOf(path)])),
  }
}

function statsOf(project: Project, sources: readonly Path[]): Stats {
  const { edges, ends } = project.graph
  const isUnknown = ends.map(({ kind }) => kind === 'unknown')
  let imports = 0
  let unresolved = 0
  for (let id = 0; id < edges.count; id++) {
    const to = edges.to[id] ?? 0
    // A variable that is read, or kept, is an end, and no import.
    if ((edges.fact[id] ?? 0) >= 0) imports++
    if (to < 0 && isUnknown[~to] === true) unresolved++
  }
  return { files: sources.length, edges: imports, unresolved, ...counted(project) }
}

const counted = perPlan(({ files, policy }) => {
  const sources = files.filter(isSource)
  return { unassigned: sources.filter((path) => policy.moduleOf(path) === undefined).length, tests: sources.filter((path) => policy.isTest(path)).length }
})

function byPlace(a: Problem, b: Problem): number {
  const [one, other] = [a.at?.path ?? '', b.at?.path ?? '']
  return one < other ? -1 : one > other ? 1 : (a.at?.span.start ?? 0) - (b.at?.span.start ?? 0)
}
