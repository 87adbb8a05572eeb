import type { Finding } from '../model/finding.ts'
import { findingAt, homeOf } from '../model/finding-at.ts'
import type { EdgeId } from '../model/graph.ts'
import { groupBy } from '../model/group-by.ts'
import { brokenEnds, someBehind } from '../model/judged-ends.ts'
import type { Address } from '../model/link.ts'
import { isOpenTo, isOpenToSome, type Use } from '../model/opened.ts'
import type { Path } from '../model/place.ts'
import { perPlan } from '../model/per-plan.ts'
import type { Layer, Stack } from '../model/policy.ts'
import { remembered } from '../model/remembered.ts'
import type { FileJudge, Project, Rule } from '../model/rule.ts'
import { counts } from './counts.ts'
import { importFromApi } from './import-from-api.ts'
import { crossingTo, isApiOf, mattersTo, mayBeUsed, type Crossing } from './layer-crossing.ts'
import { chains, type Laid } from './layer-reach.ts'
import { together } from './together.ts'

export const layers: Rule = {
  id: 'boundaries/layers',
  title: 'An import leads upwards, past a closed layer, or between siblings that may not use each other',
  level: 'error',
  judges: 'files',
  of: (project) => together(stacks(project).map((stack) => judge(project, stack))),
  across: (project) => chains(project, stacks(project)),
}

/** A stack, and what is known of every file by it alone. */
interface LaidOut extends Laid {
  readonly apiOf: (part: string) => readonly Path[]
}

const stacks = perPlan(({ files, policy }) => policy.stacks.map((stack): LaidOut => ({
  stack, ...laid(files.map(stack.layerOf)),
  apiOf: remembered((part: string) => files.filter((path) => stack.partOf(path) === part && isApiOf(policy, part, path, ({ api }) => isOpenToSome(api, path)))),
})))

function laid(layerAt: Laid['layerAt']): Pick<Laid, 'layerAt' | 'filesIn'> {
  return { layerAt, filesIn: groupBy([...layerAt.keys()], (file) => layerAt[file]) }
}

function judge(project: Project, { stack, layerAt, apiOf }: LaidOut): FileJudge {
  const { graph: { files, edges }, policy } = project
  const behind = new Map(stack.layers.map((layer) => [layer, someBehind(project, (to) => mattersTo(stack, layer, to))]))
  return (file) => {
    const found: Finding[] = []
    const from = files[file] ?? ''
    const layer = layerAt[file]
    const mattersBehind = layer && behind.get(layer)
    if (layer === undefined || mattersBehind === undefined || policy.isTest(from) || policy.moduleOf(from)?.mode === 'open') return found
    for (let id = edges.first[file] ?? 0; id < (edges.first[file + 1] ?? 0); id++) {
      const to = edges.to[id] ?? -1
      const other = to < 0 ? undefined : layerAt[to]
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
  for (const { to, via } of brokenEnds(project, id, mattersBehind, (to, isBehindBarrel) => crossing(to, isBehindBarrel) !== undefined)) {
    const found = crossing(to, via.length > 0)
    if (found === undefined || to.kind !== 'file' || !counts(project, id, stack.kinds)) continue
    const { past, says, note, message = `${homeOf(policy, from)} may not use ${homeOf(policy, to.path)}` } = found
    const open = past === undefined ? [] : apiOf(past).filter((path) => isApiOf(policy, past, path, ({ api }) => isOpenTo(project, api, path, use)))
    const fix = past === undefined ? undefined : importFromApi(project, project.graph.edge(id), past, open)
    yield findingAt(project, id, { rule: 'boundaries/layers', message, because: [{ at: says.at, note }], via, target: to, fixes: fix === undefined ? [] : [fix] })
  }
}
