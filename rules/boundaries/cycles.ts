import type { Finding, Fix } from '../model/finding.ts'
import type { Edge, EdgeId } from '../model/graph.ts'
import type { CycleCheck } from '../model/policy.ts'
import type { Project, Rule } from '../model/rule.ts'
import { breakers, type Arc } from './breakers.ts'
import { groupsOf } from './cycle-groups.ts'
import { fileNodes, fromNode, moduleNodes, toNode, type Nodes } from './cycle-nodes.ts'

export const cycles: Rule = {
  id: 'boundaries/cycles',
  title: 'Files, or modules, import each other in a circle',
  level: 'error',
  judges: 'project',
  *check(project) {
    for (const check of project.policy.cycles) yield* judge(project, check)
  },
}

function* judge(project: Project, check: CycleCheck): Iterable<Finding> {
  const nodes = check.level === 'file' ? fileNodes(project) : moduleNodes(project)
  const { groups, holds } = groupsOf(project, check, nodes)
  for (const group of groups) yield finding(project, check, nodes, group, holds)
}

function finding(project: Project, check: CycleCheck, nodes: Nodes, group: readonly number[], holds: (id: EdgeId) => boolean): Finding {
  const first = group[0] ?? 0
  const way = nodes.ways.route(first, first, holds)
  if (way === undefined || way[0] === undefined) throw new Error(`no way back in the cycle of ${nodes.nameOf(first)}`)
  const leaving = project.graph.edge(way[0])
  const onWay = way.map((id) => fromNode(project, nodes, id))
  const others = group.filter((node) => !onWay.includes(node))
  const broken = breakers(group.length, arcsOf(project, nodes, group, holds))
  const names = group.map(nodes.nameOf)
  return {
    rule: 'boundaries/cycles',
    ...(check.severity !== undefined && { severity: check.severity }),
    at: leaving.at,
    statement: leaving.statement,
    target: leaving.to,
    message: `${group.length} ${check.level}s import each other: ${shortened(onWay.map(nodes.nameOf))}`,
    help: [
      `cycle: ${[...onWay, first].map(nodes.nameOf).join(' > ')}`,
      ...(others.length === 0 ? [] : [`also in it: ${others.map(nodes.nameOf).join(', ')}`]),
      `cut: ${broken.arcs.map((arc) => `${names[arc.from]} > ${names[arc.to]} (${arc.imports} ${arc.imports === 1 ? 'import' : 'imports'})`).join(', ')}${broken.isProvenSmallest ? '' : ', not proven smallest'}`,
    ],
    because: [{ at: check.at, note: check.why ?? `cycles between ${check.level}s are forbidden` }],
    via: [...onWay.slice(1), ...others].map(nodes.nameOf),
    breakers: broken.arcs.map((arc) => ({ from: names[arc.from] ?? '', to: names[arc.to] ?? '', imports: arc.imports })),
    key: `boundaries/cycles ${check.level}: ${names.join(' | ')}`,
    fixes: importTypeFixes(project, way.map((id) => project.graph.edge(id))),
  }
}

/** The imports inside a group, gathered between its members, which are numbered from 0. */
function arcsOf(project: Project, nodes: Nodes, group: readonly number[], holds: (id: EdgeId) => boolean): readonly Arc[] {
  const { edges } = project.graph
  const place = new Map(group.map((node, index) => [node, index]))
  const imports = new Map<number, number>()
  for (const file of group.flatMap(nodes.filesOf)) {
    for (let id = edges.first[file] ?? 0; id < (edges.first[file + 1] ?? 0); id++) {
      const from = place.get(fromNode(project, nodes, id))
      const to = place.get(toNode(project, nodes, id))
      if (from === undefined || to === undefined || !holds(id)) continue
      const pair = from * group.length + to
      imports.set(pair, (imports.get(pair) ?? 0) + 1)
    }
  }
  return [...imports].sort(([a], [b]) => a - b).map(([pair, count]) => ({ from: Math.floor(pair / group.length), to: pair % group.length, imports: count }))
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
