// `reach: true` of a stack: what a layer may not use it may not reach either, through files in no layer of the stack.

import type { Finding } from '../model/finding.ts'
import { findingAt } from '../model/finding-at.ts'
import type { EdgeId, FileId } from '../model/graph.ts'
import { brokenEnds, someBehind } from '../model/judged-ends.ts'
import type { Plan } from '../model/per-plan.ts'
import type { Path, Place } from '../model/place.ts'
import type { Layer, Stack } from '../model/policy.ts'
import { remembered } from '../model/remembered.ts'
import type { Project } from '../model/rule.ts'
import { counts } from './counts.ts'
import { crossingTo, mattersTo, mayBeUsed } from './layer-crossing.ts'
import { endsSpoken } from './spoken.ts'

/** A stack, and the layer of each file. */
export interface Laid {
  readonly stack: Stack
  readonly layerAt: (file: FileId) => Layer | undefined
  /** Where chains end that the layer may not take. */
  readonly endsOf: (layer: Layer) => readonly Step[]
}

/** One finding for each import that leads out of the layers and on to where its file may not go; the nearest such place is named. */
export function* chains(project: Project, stacks: readonly Laid[]): Iterable<Finding> {
  if (stacks.every(({ stack }) => stack.reach === undefined)) return
  const { graph: { files }, policy } = project
  const inward = importsOfEach(project)
  // Nobody judges what tests import, nor what leads into or out of an open module.
  const isJudged = remembered((file: FileId) => policy.moduleOf(files[file] ?? '')?.mode !== 'open' && !policy.isTest(files[file] ?? ''))
  for (const laid of stacks) {
    const { stack: { reach, layers } } = laid
    if (reach !== undefined) for (const layer of layers) yield* fromLayer({ project, laid, layer, reach, inward, isJudged })
  }
}

/** The imports of each file, as `first[file] … first[file + 1] - 1` of `ids`. */
interface Inward {
  readonly first: Int32Array
  readonly ids: Int32Array
}

function importsOfEach({ graph: { files, edges } }: Project): Inward {
  const first = new Int32Array(files.length + 1)
  for (let id = 0; id < edges.count; id++) {
    const to = edges.to[id] ?? -1
    if (to >= 0) first[to + 1] = (first[to + 1] ?? 0) + 1
  }
  for (let file = 0; file < files.length; file++) first[file + 1] = (first[file + 1] ?? 0) + (first[file] ?? 0)
  const next = first.slice()
  const ids = new Int32Array(first[files.length] ?? 0)
  for (let id = 0; id < edges.count; id++) {
    const to = edges.to[id] ?? -1
    if (to < 0) continue
    ids[next[to] ?? 0] = id
    next[to] = (next[to] ?? 0) + 1
  }
  return { first, ids }
}

interface Asked {
  readonly project: Project
  readonly laid: Laid
  readonly layer: Layer
  readonly reach: Place
  readonly inward: Inward
  readonly isJudged: (file: FileId) => boolean
}

/** A file from which a way leads to what the layer may not use. */
export interface Step {
  readonly file: FileId
  /** Where that is a sibling: the part, which may use itself. */
  readonly part: string | undefined
  /** Absent at the end. */
  readonly next?: Step
}

/** Backwards from all that the layer may not use, over files in no layer, each met once; of siblings from each for the two nearest parts, since one may be the importer's own. */
function* fromLayer({ project, laid: { stack, layerAt, endsOf }, layer, reach, inward, isJudged }: Asked): Iterable<Finding> {
  const { graph: { files, edges } } = project
  const met = new Map<FileId, readonly Step[]>()
  const said = directlySaid(project, stack, layer)
  const queue = [...endsOf(layer)]
  const found = new Set<EdgeId>()
  for (let head = 0; head < queue.length; head++) {
    const step = queue[head]
    if (step === undefined) break
    for (let i = inward.first[step.file] ?? 0; i < (inward.first[step.file + 1] ?? 0); i++) {
      const id = inward.ids[i] ?? -1
      const from = edges.from[id] ?? -1
      const own = layerAt(from)
      if ((own !== undefined && (own !== layer || step.next === undefined || found.has(id))) || !isJudged(from)) continue
      if (own === undefined) {
        const known = met.get(from) ?? []
        if (isEnough(known, step.part) || !counts(project, id, stack.kinds)) continue
        const before = { file: from, part: step.part, next: step }
        met.set(from, [...known, before])
        queue.push(before)
      } else if (mayNot(stack, files[from] ?? '', step.part) && counts(project, id, stack.kinds)) {
        found.add(id)
        if (!said(id)) yield finding(project, { stack, layer, reach }, id, step)
      }
    }
  }
}

/** Sorted, so that of ways of one length always the same is found. */
export function ends({ files, policy }: Pick<Plan, 'files' | 'policy'>, stack: Stack, layer: Layer, filesIn: (layer: Layer) => readonly FileId[]): readonly Step[] {
  const others = stack.layers.filter((other) => other !== layer && !mayBeUsed(stack, layer, other)).flatMap(filesIn)
  const siblings = layer.siblings === 'forbid' ? filesIn(layer) : []
  const steps = [
    ...others.map((file): Step => ({ file, part: undefined })),
    ...siblings.flatMap((file): Step[] => {
      const part = stack.partOf(files[file] ?? '')
      return part === undefined ? [] : [{ file, part }]
    }),
  ]
  return steps.filter(({ file }) => policy.moduleOf(files[file] ?? '')?.mode !== 'open').sort((a, b) => a.file - b.file)
}

function isEnough(known: readonly Step[], part: string | undefined): boolean {
  return known.some((step) => step.part === part) || (part !== undefined && known.filter((step) => step.part !== undefined).length === 2)
}

function mayNot(stack: Stack, from: Path, part: string | undefined): boolean {
  if (part === undefined) return true
  const own = stack.partOf(from)
  return own !== undefined && own !== part
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

function finding(project: Project, { stack, layer, reach }: { readonly stack: Stack; readonly layer: Layer; readonly reach: Place }, id: EdgeId, first: Step): Finding {
  const { graph: { files, edges }, policy } = project
  const via: Path[] = []
  let step = first
  for (; step.next !== undefined; step = step.next) via.push(files[step.file] ?? '')
  const from = files[edges.from[id] ?? -1] ?? ''
  const to = files[step.file] ?? ''
  const crossing = crossingTo(project, stack, layer, { importer: from }, { kind: 'file', path: to }, true)
  if (crossing === undefined) throw new Error(`${from} may use ${to}`)
  const [one, other] = step.part === undefined ? endsSpoken(policy, from, { kind: 'file', path: to }) : [stack.partOf(from) ?? from, `its sibling ${step.part}`]
  return findingAt(project, id, {
    rule: 'boundaries/layers',
    message: `${one} reaches ${other}, which it may not use`,
    because: [{ at: crossing.says.at, note: crossing.note }, { at: reach, note: 'nor by a chain of files in no layer of this stack' }],
    via, target: { kind: 'file', path: to },
  })
}
