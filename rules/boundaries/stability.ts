import type { Finding } from '../model/finding.ts'
import { findingAt } from '../model/finding-at.ts'
import type { EdgeId } from '../model/graph.ts'
import type { Path } from '../model/place.ts'
import type { CheckOptions, Policy } from '../model/policy.ts'
import type { Project, Rule } from '../model/rule.ts'
import { counts } from './counts.ts'
import { sideBySide } from './side-by-side.ts'

export const stability: Rule = {
  id: 'boundaries/stability',
  title: 'Something depends on what is less stable than itself',
  level: 'off',
  judges: 'project',
  options: ['level'],
  *check(project) {
    const { level = 'module' } = project.policy.checks.get('boundaries/stability')?.options ?? {}
    const { ways, couplings } = coupled(project, level)
    for (const { from, to, first } of ways) {
      const [one, other] = [couplings.get(from) ?? free(), couplings.get(to) ?? free()]
      if (instability(other) > instability(one)) yield finding(project, level, first, { name: from, ...one }, { name: to, ...other })
    }
  },
}

type Level = Exclude<CheckOptions['level'], undefined>

/** Who depends on one, and on what it depends, each once. */
interface Coupling {
  readonly in: Set<string>
  readonly out: Set<string>
}

interface Way {
  readonly from: string
  readonly to: string
  /** The first import that makes it. */
  readonly first: EdgeId
}

function free(): Coupling {
  return { in: new Set(), out: new Set() }
}

/** From 0, on which others depend and which depends on none, to 1. */
function instability({ in: inward, out }: Coupling): number {
  return out.size / (inward.size + out.size)
}

function coupled(project: Project, level: Level): { readonly ways: readonly Way[]; readonly couplings: ReadonlyMap<string, Coupling> } {
  const { graph: { files, edges, target }, policy } = project
  const between = lyingBetween(project, level)
  const couplings = new Map<string, Coupling>()
  const ways = new Map<string, Way>()
  const couplingOf = (name: string): Coupling => {
    const known = couplings.get(name) ?? free()
    couplings.set(name, known)
    return known
  }
  for (let id = 0; id < edges.count; id++) {
    const from = files[edges.from[id] ?? 0] ?? ''
    if (policy.isTest(from) || !counts(project, id, policy.kinds)) continue
    const end = target(id)
    if (end.kind === 'package' || end.kind === 'builtin') for (const name of holders(policy, level, from)) couplingOf(name).out.add(`${end.kind} ${end.name}`)
    const pair = end.kind === 'file' ? between(id, from, end.path) : undefined
    if (pair === undefined) continue
    const [one, other] = pair
    couplingOf(one).out.add(other)
    couplingOf(other).in.add(one)
    const key = `${one}\n${other}`
    if (!ways.has(key)) ways.set(key, { from: one, to: other, first: id })
  }
  return { ways: [...ways.values()], couplings }
}

/** What a file counts for when it imports a package: of folders all that it lies in. */
function holders(policy: Policy, level: Level, path: Path): readonly string[] {
  if (level === 'file') return [path]
  const module = policy.moduleOf(path)
  if (level === 'module') return module === undefined ? [] : [module.name]
  return path.split('/').slice(0, -1).map((_, i, folders) => folders.slice(0, i + 1).join('/'))
}

/** Which two an import lies between, if any: of folders those that stand side by side. */
function lyingBetween(project: Project, level: Level): (id: EdgeId, from: Path, to: Path) => readonly [string, string] | undefined {
  const { policy } = project
  const { folders, ends } = sideBySide(project)
  const pair = (one: string | undefined, other: string | undefined): readonly [string, string] | undefined => one === undefined || other === undefined || one === other ? undefined : [one, other]
  switch (level) {
    case 'file': return (_, from, to) => pair(from, to)
    case 'module': return (_, from, to) => pair(policy.moduleOf(from)?.name, policy.moduleOf(to)?.name)
    case 'folder': return (id) => pair(folders[ends.from(id)], folders[ends.to(id)])
  }
}

interface Side extends Coupling {
  readonly name: string
}

function finding(project: Project, level: Level, id: EdgeId, from: Side, to: Side): Finding {
  const names = [from, to].map((side) => `${side.name} (${instability(side).toFixed(2)})`)
  const found = findingAt(project, id, {
    rule: 'boundaries/stability',
    message: `${names.join(' depends on ')}, which is less stable`,
    because: [],
    help: [
      `instability is out / (in + out): ${[from, to].map((side) => `${side.name} ${side.out.size} / (${side.in.size} + ${side.out.size})`).join(', ')}`,
      `${to.name} changes more easily, and ${from.name} has to follow, and with it whoever depends on that`,
      'turn the import round, or let both depend on something that needs neither',
    ],
  })
  return { ...found, key: `boundaries/stability ${level}: ${from.name} -> ${to.name}` }
}
