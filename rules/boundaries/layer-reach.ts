// `reach: true` of a stack: what a layer may not use it may not reach either, through files in no layer of the stack.

import type { Finding } from '../model/finding.ts'
import { findingAt } from '../model/finding-at.ts'
import type { EdgeId, FileId } from '../model/graph.ts'
import { brokenEnds, someBehind } from '../model/judged-ends.ts'
import { isOpenToSome } from '../model/opened.ts'
import type { Plan } from '../model/per-plan.ts'
import type { Place } from '../model/place.ts'
import type { Layer, Stack } from '../model/policy.ts'
import { remembered } from '../model/remembered.ts'
import type { Project } from '../model/rule.ts'
import { counts } from './counts.ts'
import { incoming, type Incoming } from './incoming.ts'
import { crossingTo, isApiOf, mattersTo, mayBeUsed } from './layer-crossing.ts'
import { filesOn, towardsImporters, waysFrom, type Way } from './onward.ts'
import { endsSpoken } from './spoken.ts'

/** A stack, and the layer of each file. */
export interface Laid {
  readonly stack: Stack
  readonly layerAt: (file: FileId) => Layer | undefined
  /** Where chains end that the layer may not take; sorted. */
  readonly endsOf: (layer: Layer) => readonly FileId[]
}

/** One finding for each import that leads out of the layers and on to where its file may not go; the nearest such place is named. */
export function* chains(project: Project, stacks: readonly Laid[]): Iterable<Finding> {
  if (stacks.every(({ stack }) => stack.reach === undefined)) return
  const { graph: { files }, policy } = project
  const into = incoming(project.graph)
  // Nobody judges what tests import, nor what leads into or out of an open module.
  const isJudged = remembered((file: FileId) => policy.moduleOf(files[file] ?? '')?.mode !== 'open' && !policy.isTest(files[file] ?? ''))
  for (const laid of stacks) {
    const { stack: { reach, layers } } = laid
    if (reach !== undefined) for (const layer of layers) yield* fromLayer({ project, laid, layer, reach, into, isJudged })
  }
}

interface Asked {
  readonly project: Project
  readonly laid: Laid
  readonly layer: Layer
  readonly reach: Place
  readonly into: Incoming
  readonly isJudged: (file: FileId) => boolean
}

/** Backwards from all that the layer may not use. An end in the layer itself is a sibling's: a part may use its own. */
function* fromLayer(asked: Asked): Iterable<Finding> {
  const { project, project: { graph, graph: { files, edges } }, laid: { stack, layerAt, endsOf }, layer, into, isJudged } = asked
  const partAt = numbered((file: FileId) => stack.partOf(files[file] ?? ''))
  const ownerOf = (end: number): number => layerAt(end) === layer ? partAt(end) : nobodys
  const holds = (id: EdgeId): boolean => counts(project, id, stack.kinds)
  const passes = (file: FileId): boolean => layerAt(file) === undefined && isJudged(file)
  const lasts = endsOf(layer).flatMap((end) => [...into(end)].filter((id) => passes(edges.from[id] ?? -1) && holds(id)))
  const ways = waysFrom({ direction: towardsImporters(graph, into), ownerOf, holds, passes }, lasts)
  const said = directlySaid(project, stack, layer)
  for (const file of ways.keys()) for (const id of into(file)) {
    const from = edges.from[id] ?? -1
    if (layerAt(from) !== layer || !isJudged(from)) continue
    const part = partAt(from)
    const way = ways.get(file)?.find(({ owner }) => owner === nobodys || (part !== nobodys && owner !== part))
    if (way !== undefined && holds(id) && !said(id)) yield finding(asked, id, way)
  }
}

const nobodys = -1

/** A number for each name; for none, that of nobody. */
function numbered(nameOf: (file: FileId) => string | undefined): (file: FileId) => number {
  const numbers = new Map<string, number>()
  return remembered((file: FileId) => {
    const name = nameOf(file)
    if (name === undefined) return nobodys
    const number = numbers.get(name) ?? numbers.size
    numbers.set(name, number)
    return number
  })
}

export function ends({ files, policy }: Pick<Plan, 'files' | 'policy'>, stack: Stack, layer: Layer, filesIn: (layer: Layer) => readonly FileId[]): readonly FileId[] {
  const others = stack.layers.filter((other) => other !== layer && !mayBeUsed(stack, layer, other)).flatMap(filesIn)
  const siblings = layer.siblings === 'free' ? [] : filesIn(layer).filter((file) => {
    const path = files[file] ?? ''
    const part = stack.partOf(path)
    return part !== undefined && (layer.siblings === 'forbid' || !isApiOf(policy, part, path, ({ api }) => isOpenToSome(api, path)))
  })
  return [...others, ...siblings].filter((file) => policy.moduleOf(files[file] ?? '')?.mode !== 'open').sort((a, b) => a - b)
}

/** What an import brings in through barrels is found at it without any chain. */
function directlySaid(project: Project, stack: Stack, layer: Layer): (id: EdgeId) => boolean {
  const { files, edges } = project.graph
  const mattersBehind = someBehind(project, (to) => mattersTo(stack, layer, to))
  return (id) => {
    const from = files[edges.from[id] ?? -1] ?? ''
    return brokenEnds(project, id, mattersBehind, (to, via) => crossingTo(project, stack, layer, { importer: from, names: () => project.importedNames(id) }, to, via.length > 0) !== undefined).length > 0
  }
}

function finding({ project, laid: { stack }, layer, reach }: Asked, id: EdgeId, way: Way): Finding {
  const { graph, graph: { files, edges }, policy } = project
  const { between, last } = filesOn(graph, way)
  const from = files[edges.from[id] ?? -1] ?? ''
  const to = files[edges.to[last] ?? -1] ?? ''
  const crossing = crossingTo(project, stack, layer, { importer: from }, { kind: 'file', path: to }, false)
  if (crossing === undefined) throw new Error(`${from} may use ${to}`)
  const [one, other] = way.owner === nobodys ? endsSpoken(policy, from, { kind: 'file', path: to }) : [stack.partOf(from) ?? from, `its sibling ${stack.partOf(to) ?? to}`]
  return findingAt(project, id, {
    rule: 'boundaries/layers',
    message: crossing.past === undefined ? `${one} reaches ${other}, which it may not use` : `${one} reaches into ${other}, past its api`,
    because: [{ at: crossing.says.at, note: crossing.note }, { at: reach, note: 'nor by a chain of files in no layer of this stack' }],
    via: [edges.to[id] ?? -1, ...between].map((file) => files[file] ?? ''), target: { kind: 'file', path: to },
  })
}
