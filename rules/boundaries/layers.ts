import type { Finding } from '../model/finding.ts'
import { findingAt } from '../model/finding-at.ts'
import type { EdgeId } from '../model/graph.ts'
import { groupBy } from '../model/group-by.ts'
import { brokenEnds, someBehind } from '../model/judged-ends.ts'
import type { Address } from '../model/link.ts'
import { isOpenTo, isOpenToSome, type Use } from '../model/opened.ts'
import type { Path } from '../model/place.ts'
import { perPlan, type Plan } from '../model/per-plan.ts'
import type { Layer, Stack } from '../model/policy.ts'
import { remembered } from '../model/remembered.ts'
import { startingWith } from '../model/starting-with.ts'
import type { FileJudge, Project, Rule } from '../model/rule.ts'
import { counts } from './counts.ts'
import { importFromApi } from './import-from-api.ts'
import { crossingTo, isApiOf, mattersTo, mayBeUsed, type Crossing } from './layer-crossing.ts'
import { chains, ends, type Laid } from './layer-reach.ts'
import { endsSpoken } from './spoken.ts'

export const layers: Rule = {
  id: 'boundaries/layers',
  title: 'An import leads upwards, past a closed layer, or between siblings that may not use each other',
  level: 'error',
  judges: 'files',
  of(project) {
    const judges = stacks(project).map((laid) => ({ ...laid.range, judge: judge(project, laid) }))
    return (file) => judges.flatMap(({ start, end, judge }) => (file < start || file >= end ? [] : judge(file)))
  },
  across: (project) => chains(project, stacks(project)),
}

/** A stack, and what is known of every file by it alone. */
interface LaidOut extends Laid {
  /** The files below its folder. */
  readonly range: ReturnType<typeof startingWith>
  readonly apiOf: (part: string) => readonly Path[]
}

const stacks = perPlan(({ files, policy }) => policy.stacks.map((stack): LaidOut => ({
  stack, ...laidOut({ files, policy }, stack),
  apiOf: remembered((part: string) => files.filter((path) => stack.partOf(path) === part && isApiOf(policy, part, path, ({ api }) => isOpenToSome(api, path)))),
})))

function laidOut({ files, policy }: Pick<Plan, 'files' | 'policy'>, stack: Stack): Pick<LaidOut, 'range' | 'layerAt' | 'endsOf'> {
  const range = startingWith(files, stack.folder === '' ? '' : `${stack.folder}/`)
  const layers = files.slice(range.start, range.end).map(stack.layerOf)
  const filesIn = groupBy([...layers.keys()].map((i) => range.start + i), (file) => layers[file - range.start])
  return { range, layerAt: (file) => layers[file - range.start], endsOf: remembered((layer: Layer) => ends({ files, policy }, stack, layer, (other) => filesIn.get(other) ?? [])) }
}

function judge(project: Project, { stack, layerAt, apiOf }: LaidOut): FileJudge {
  const { graph: { files, edges }, policy } = project
  const behind = new Map(stack.layers.map((layer) => [layer, someBehind(project, (to) => mattersTo(stack, layer, to))]))
  return (file) => {
    const found: Finding[] = []
    const from = files[file] ?? ''
    const layer = layerAt(file)
    const mattersBehind = layer && behind.get(layer)
    if (layer === undefined || mattersBehind === undefined || policy.isTest(from) || policy.moduleOf(from)?.mode === 'open') return found
    for (let id = edges.first[file] ?? 0; id < (edges.first[file + 1] ?? 0); id++) {
      const to = edges.to[id] ?? -1
      const other = to < 0 ? undefined : layerAt(to)
      // Most imports stay within a part, or lead down to a file that hands nothing on.
      if (to < 0 || (mayBeUsed(stack, layer, other) && !mattersBehind(files[to] ?? ''))) continue
      found.push(...crossings(project, stack, id, from, layer, mattersBehind, apiOf))
    }
    return found
  }
}

/** The crossing at the file that the import names; if that one may be used, those at the files behind a barrel. */
function* crossings(project: Project, stack: Stack, id: EdgeId, from: Path, layer: Layer, mattersBehind: (barrel: Path) => boolean, apiOf: (part: string) => readonly Path[]): Iterable<Finding> {
  const { policy } = project
  const use: Use = { importer: from, names: () => project.importedNames(id) }
  const crossing = (to: Address, isBehindBarrel: boolean): Crossing | undefined => crossingTo(project, stack, layer, use, to, isBehindBarrel)
  for (const { to, via } of brokenEnds(project, id, mattersBehind, (to, via) => crossing(to, via.length > 0) !== undefined)) {
    const found = crossing(to, via.length > 0)
    if (found === undefined || to.kind !== 'file' || !counts(project, id, stack.kinds)) continue
    const { past, says, note, message = endsSpoken(policy, from, to).join(' may not use ') } = found
    const open = past === undefined ? [] : apiOf(past).filter((path) => isApiOf(policy, past, path, ({ api }) => isOpenTo(project, api, path, use)))
    const fix = past === undefined ? undefined : importFromApi(project, project.graph.edge(id), past, open)
    yield findingAt(project, id, { rule: 'boundaries/layers', message, because: [{ at: says.at, note }], via, target: to, fixes: fix === undefined ? [] : [fix] })
  }
}
