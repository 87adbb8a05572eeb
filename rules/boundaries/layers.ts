import type { Finding } from '../model/finding.ts'
import { findingAt, homeOf } from '../model/finding-at.ts'
import type { EdgeId } from '../model/graph.ts'
import { brokenEnds, someBehind } from '../model/judged-ends.ts'
import type { Address } from '../model/link.ts'
import { isOpenTo, isOpenToSome, type Use } from '../model/opened.ts'
import type { Path } from '../model/place.ts'
import { perPlan } from '../model/per-plan.ts'
import type { Layer, Module, Policy, Stack } from '../model/policy.ts'
import { remembered } from '../model/remembered.ts'
import type { FileJudge, Project, Rule } from '../model/rule.ts'
import { counts } from './counts.ts'
import { importFromApi } from './import-from-api.ts'
import { together } from './together.ts'

export const layers: Rule = {
  id: 'boundaries/layers',
  title: 'An import leads upwards, past a closed layer, or between siblings that may not use each other',
  level: 'error',
  judges: 'files',
  of: (project) => together(stacks(project).map((stack) => judge(project, stack))),
}

/** A stack, and what is known of every file by it alone. */
interface Laid {
  readonly stack: Stack
  readonly layerAt: readonly (Layer | undefined)[]
  readonly apiOf: (part: string) => readonly Path[]
}

const stacks = perPlan(({ files, policy }) => policy.stacks.map((stack): Laid => ({
  stack,
  layerAt: files.map(stack.layerOf),
  apiOf: remembered((part: string) => files.filter((path) => stack.partOf(path) === part && isApiOf(policy, part, path, ({ api }) => isOpenToSome(api, path)))),
})))

function judge(project: Project, { stack, layerAt, apiOf }: Laid): FileJudge {
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

function mayBeUsed(stack: Stack, layer: Layer, other: Layer | undefined): boolean {
  return other === undefined || (other === layer ? layer.siblings === 'free' : betweenLayers(stack, layer, other) === undefined)
}

/** A file that a file of the layer may not use, were it to name it: whatever else is behind a barrel need not be asked for. */
function mattersTo(stack: Stack, layer: Layer, to: Address): boolean {
  const other = to.kind === 'file' ? stack.layerOf(to.path) : undefined
  if (other === undefined) return false
  return other === layer ? layer.siblings === 'forbid' : betweenLayers(stack, layer, other) !== undefined
}

interface Crossing {
  /** Where it is not as usual: that one may not use the other. */
  readonly message?: string
  readonly note: string
  readonly says: Layer
  /** The part past whose api it leads. */
  readonly past?: string
}

/** The crossing at the file that the import names; if that one may be used, those at the files behind a barrel. */
function* crossings(project: Project, stack: Stack, id: EdgeId, from: Path, layer: Layer, mattersBehind: (barrel: Path) => boolean, apiOf: (part: string) => readonly Path[]): Iterable<Finding> {
  const { policy } = project
  const use: Use = { importer: from, names: () => project.importedNames(id) }
  const crossingTo = (to: Address, isBehindBarrel: boolean): Crossing | undefined => {
    const other = to.kind === 'file' && policy.moduleOf(to.path)?.mode !== 'open' ? stack.layerOf(to.path) : undefined
    if (to.kind !== 'file' || other === undefined) return undefined
    return other === layer ? betweenSiblings(project, stack, layer, use, to.path, isBehindBarrel) : betweenLayers(stack, layer, other)
  }
  for (const { to, via } of brokenEnds(project, id, mattersBehind, (to, isBehindBarrel) => crossingTo(to, isBehindBarrel) !== undefined)) {
    const crossing = crossingTo(to, via.length > 0)
    if (crossing === undefined || to.kind !== 'file' || !counts(project, id, policy.kinds)) continue
    const { past, says, note, message = `${homeOf(policy, from)} may not use ${homeOf(policy, to.path)}` } = crossing
    const fix = past === undefined ? undefined : importFromApi(project, project.graph.edge(id), past, apiOf(past).filter((path) => isApiOf(policy, past, path, ({ api }) => isOpenTo(project, api, path, use))))
    yield findingAt(project, id, { rule: 'boundaries/layers', message, because: [{ at: says.at, note }], via, target: to, fixes: fix === undefined ? [] : [fix] })
  }
}

function betweenLayers(stack: Stack, layer: Layer, other: Layer): Crossing | undefined {
  if (other.height < layer.height) return { note: `${layer.name} lies below ${other.name}: a layer may use itself and those after it`, says: other }
  if (other.height === layer.height) return { note: `${layer.name} and ${other.name} stand at one height: neither may use the other`, says: other }
  const closed = stack.layers.find((between) => between.closed && between.height > layer.height && between.height < other.height)
  return closed && { note: `${closed.name} is closed: nothing above it may reach past it`, says: closed }
}

/** `siblings: api` judges the file that an import names alone: what an api hands on is fine. */
function betweenSiblings(project: Project, stack: Stack, layer: Layer, use: Use, to: Path, isBehindBarrel: boolean): Crossing | undefined {
  if (layer.siblings === 'free') return undefined
  const part = stack.partOf(use.importer)
  const other = stack.partOf(to)
  if (part === undefined || other === undefined || part === other) return undefined
  if (layer.siblings === 'forbid') {
    return { message: `${part} may not use its sibling ${other}`, note: `the parts of ${layer.name} may not use each other`, says: layer }
  }
  if (isBehindBarrel || isApiOf(project.policy, other, to, ({ api }) => isOpenTo(project, api, to, use))) return undefined
  return { message: `${part} reaches into its sibling ${other}, past its api`, note: `the parts of ${layer.name} meet through their apis only`, says: layer, past: other }
}

function isApiOf(policy: Policy, part: string, path: Path, isOpened: (module: Module) => boolean): boolean {
  const module = policy.moduleOf(path)
  const isModule = module?.name === part
  if (isModule && module.api !== 'open') return isOpened(module)
  // A part without an api of its own has its index: of its module's folder, or of the folder that it is.
  const folder = isModule ? policy.folderOf(path) ?? part : part
  return path.startsWith(`${folder}/`) && /^index\.[^/]+$/.test(path.slice(folder.length + 1))
}
