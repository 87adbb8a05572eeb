// Parts → layers, or nothing where their imports do not point one way. Knows numbers of imports and no names.

import { fewestUpward, type Flow } from './fewest-upward.ts'

/** Parts that make up one layer: several where they import each other too much to stand one above the other. Sorted. */
export type Group = readonly number[]

type Pair = readonly [number, number]

export interface Arrangement {
  /** Highest first. Groups at one height do not import each other at all. */
  readonly heights: readonly (readonly Group[])[]
  /** Imports between groups, and those of them that lead downwards. */
  readonly between: number
  readonly fit: number
}

/** Below this share of imports that fit, layers would be an opinion. */
const convincing = 0.9
/** Two parts whose weaker direction has more than this share of the imports between them have no direction. */
const mutual = 1 / 3

/** The convincing arrangement that leaves the fewest imports pointing up, or how the best one falls short. Parts that neither import nor are imported are left out. */
export function arrange(flow: Flow): { readonly kind: 'layers' | 'unconvincing'; readonly arrangement: Arrangement } | undefined {
  const connected = [...flow.keys()].filter((part) => flow.some((_, other) => other !== part && both(flow, part, other) > 0))
  if (connected.length < 2) return undefined
  const alone = connected.map((part) => [part])
  const first = arranged(flow, alone)
  let groups = withoutMutual(flow, alone)
  for (;;) {
    const arrangement = arranged(flow, groups)
    // Layers that have swallowed half of what lies between the parts say nothing of it.
    if (arrangement.heights.length < 2 || arrangement.between * 2 < first.between) return { kind: 'unconvincing', arrangement: first }
    if (arrangement.fit >= convincing * arrangement.between) return { kind: 'layers', arrangement }
    groups = merged(groups, heaviestUpward(between(flow, groups), groups, arrangement))
  }
}

/** The number of a part's height, 0 the highest; undefined for a part that was left out. */
export function heightOf({ heights }: Arrangement, part: number): number | undefined {
  const height = heights.findIndex((groups) => groups.some((group) => group.includes(part)))
  return height < 0 ? undefined : height
}

function arranged(flow: Flow, groups: readonly Group[]): Arrangement {
  const flows = between(flow, groups)
  const kept = keptArcs(flows, fewestUpward(flows))
  const levels = levelsOf(groups.length, kept)
  const top = Math.max(...levels)
  const heights = Array.from({ length: top + 1 }, (_, height) => groups.filter((_, index) => levels[index] === top - height))
  const sum = (counts: (from: number, to: number) => boolean): number =>
    flows.reduce((total, row, from) => total + row.reduce((part, imports, to) => part + (counts(from, to) ? imports : 0), 0), 0)
  return { heights, between: sum((from, to) => from !== to), fit: sum((from, to) => (levels[from] ?? 0) > (levels[to] ?? 0)) }
}

/** Arcs that lead down the order, and those against it that close no cycle after all. */
function keptArcs(flow: Flow, order: readonly number[]): readonly Pair[] {
  const rank = new Map(order.map((part, index) => [part, index]))
  const arcs = flow.flatMap((row, from) => row.flatMap((imports, to) => imports > 0 && from !== to ? [[from, to] as const] : []))
  const leadsDown = ([from, to]: Pair): boolean => (rank.get(from) ?? 0) < (rank.get(to) ?? 0)
  const kept = arcs.filter(leadsDown)
  for (const arc of arcs) if (!leadsDown(arc) && !reaches(kept, arc[1], arc[0])) kept.push(arc)
  return kept
}

function reaches(arcs: readonly Pair[], from: number, to: number): boolean {
  const found = new Set([from])
  for (const node of found) for (const [a, b] of arcs) if (a === node) found.add(b)
  return found.has(to)
}

/** 0 for who uses nobody, else one above the highest it uses. */
function levelsOf(size: number, arcs: readonly Pair[]): readonly number[] {
  const levels = new Array<number>(size).fill(0)
  for (let changed = true; changed;) {
    changed = false
    for (const [from, to] of arcs) {
      const least = (levels[to] ?? 0) + 1
      if ((levels[from] ?? 0) >= least) continue
      levels[from] = least
      changed = true
    }
  }
  return levels
}

/** Parts that import each other about as much one way as the other, taken together. One import back is a slip and no habit. */
function withoutMutual(flow: Flow, groups: readonly Group[]): readonly Group[] {
  const pair = heaviestMutual(between(flow, groups))
  return pair === undefined ? groups : withoutMutual(flow, merged(groups, pair))
}

/** The two that import each other the most, measured by the weaker direction. */
function heaviestMutual(flow: Flow): Pair | undefined {
  let best: Pair | undefined
  let most = 1
  for (const a of flow.keys()) {
    for (let b = a + 1; b < flow.length; b++) {
      const weaker = Math.min(flow[a]?.[b] ?? 0, flow[b]?.[a] ?? 0)
      if (weaker <= most || weaker <= mutual * both(flow, a, b)) continue
      best = [a, b]
      most = weaker
    }
  }
  return best
}

function heaviestUpward(flow: Flow, groups: readonly Group[], arrangement: Arrangement): Pair {
  const heights = groups.map(([part = -1]) => heightOf(arrangement, part) ?? -1)
  let best: Pair | undefined
  let most = 0
  for (const [from, row] of flow.entries()) {
    for (const [to, imports] of row.entries()) {
      if (imports <= most || (heights[from] ?? 0) <= (heights[to] ?? 0)) continue
      best = [from, to]
      most = imports
    }
  }
  if (best === undefined) throw new Error('everything fits, and yet too little')
  return best
}

function merged(groups: readonly Group[], [a, b]: Pair): readonly Group[] {
  const together = [...groups[a] ?? [], ...groups[b] ?? []].sort((one, other) => one - other)
  return groups.flatMap((group, index) => index === a ? [together] : index === b ? [] : [group])
}

function between(flow: Flow, groups: readonly Group[]): Flow {
  return groups.map((from) => groups.map((to) => from === to ? 0 : total(flow, from, to)))
}

function total(flow: Flow, from: Group, to: Group): number {
  let sum = 0
  for (const a of from) for (const b of to) sum += flow[a]?.[b] ?? 0
  return sum
}

function both(flow: Flow, a: number, b: number): number {
  return (flow[a]?.[b] ?? 0) + (flow[b]?.[a] ?? 0)
}
