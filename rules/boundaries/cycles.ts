import { describe } from '../model/describe.ts'
import type { Finding, Fix } from '../model/finding.ts'
import type { Edge } from '../model/graph.ts'
import type { CycleCheck } from '../model/policy.ts'
import type { Project, Rule } from '../model/rule.ts'
import { breakers, type Arc } from './breakers.ts'
import { chosenGroups } from './chosen-groups.ts'
import { searches, type Group } from './cycle-groups.ts'
import type { Nodes } from './cycle-nodes.ts'

export const cycles: Rule = {
  id: 'boundaries/cycles',
  title: 'Files, folders or modules import each other in a circle',
  level: 'error',
  judges: 'project',
  *check(project) {
    const searchFor = searches(project)
    // Several entries may choose one group, and what there is to say of it is much.
    const known = new Map<Group, GroupTold>()
    for (const check of project.policy.cycles) {
      const search = searchFor(check)
      for (const group of chosenGroups(project, check, search)) {
        const told = known.get(group) ?? tellGroup(project, check.level, search.nodes, group)
        known.set(group, told)
        yield { ...told, ...(check.severity !== undefined && { severity: check.severity }), because: [{ at: check.at, note: check.why ?? forbidden(check) }] }
      }
    }
  },
}

type GroupTold = Omit<Finding, 'severity' | 'because'>

function tellGroup(project: Project, level: CycleCheck['level'], nodes: Nodes, group: Group): GroupTold {
  const first = group.nodes[0] ?? 0
  const way = nodes.ways.route(first, first, group.holds)?.map(project.graph.edge)
  const leaving = way?.[0]
  if (way === undefined || leaving === undefined) throw new Error(`no way back in the cycle of ${nodes.nameOf(first)}`)
  const onWay = way.map(({ id }) => nodes.from(id))
  const others = group.nodes.filter((node) => !onWay.includes(node))
  const broken = breakers(group.nodes.length, arcsOf(nodes, group))
  const names = group.nodes.map(nodes.nameOf)
  return {
    rule: 'boundaries/cycles',
    at: leaving.at,
    statement: leaving.statement,
    target: leaving.to,
    message: `${names.length} ${level}s import each other: ${shortened(onWay.map(nodes.nameOf))}`,
    help: [
      `cycle: ${[...onWay, first].map(nodes.nameOf).join(' > ')}`,
      ...(others.length === 0 ? [] : [`also in it: ${others.map(nodes.nameOf).join(', ')}`]),
      `cut: ${broken.arcs.map((arc) => `${names[arc.from]} > ${names[arc.to]} (${arc.imports} ${arc.imports === 1 ? 'import' : 'imports'})`).join(', ')}${broken.isProvenSmallest ? '' : ', not proven smallest'}`,
    ],
    via: [...onWay.slice(1), ...others].map(nodes.nameOf),
    breakers: broken.arcs.map((arc) => ({ from: names[arc.from] ?? '', to: names[arc.to] ?? '', imports: arc.imports })),
    breakersProven: broken.isProvenSmallest,
    circle: way.map(({ at }) => at),
    key: `boundaries/cycles ${level}: ${names.join(' | ')}`,
    fixes: importTypeFixes(project, way),
  }
}

function forbidden({ level, every, some, from }: CycleCheck): string {
  const through = [from, some].flatMap((selector) => selector === undefined ? [] : describe(selector))
  return [`cycles between ${level}s`, ...(every === undefined ? [] : [`within ${describe(every)}`]), ...(through.length === 0 ? [] : [`through ${through.join(' and ')}`]), 'are forbidden'].join(' ')
}

/** The imports inside a group, gathered between its members, which are numbered from 0. */
function arcsOf(nodes: Nodes, group: Group): readonly Arc[] {
  const place = new Map(group.nodes.map((node, index) => [node, index]))
  const arcs: Arc[] = []
  for (const [from, node] of group.nodes.entries()) {
    const imports = new Map<number, number>()
    for (const id of nodes.ways.leaving(node)) {
      const to = group.holds(id) ? place.get(nodes.to(id)) : undefined
      if (to !== undefined) imports.set(to, (imports.get(to) ?? 0) + 1)
    }
    arcs.push(...[...imports].sort(([a], [b]) => a - b).map(([to, count]) => ({ from, to, imports: count })))
  }
  return arcs
}

/** With `verbatimModuleSyntax` an import of types alone still runs, until it says `import type`. */
function importTypeFixes(project: Project, way: readonly Edge[]): readonly Fix[] {
  return way.filter(({ id, kind }) => kind === 'value' && project.isUsedAsTypeOnly(id)).map((edge) => ({
    id: `import-type:${edge.from}`, title: `Import types only: import type … from '${edge.specifier}' in ${edge.from}`, safety: 'safe', rewrite: 'import-type',
    arguments: { path: edge.from, start: edge.statement.start, end: edge.statement.end },
  }))
}

/** As much of the way as fits one line of an editor. */
function shortened(names: readonly string[]): string {
  const all = [...names, names[0]].join(' > ')
  return all.length <= 70 ? all : `${names[0]} > … > ${names[0]}`
}
