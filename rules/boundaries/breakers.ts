// Which edges would break a group of a cycle. The smallest such set is a minimum feedback arc set, which is NP-hard: small answers
// are searched for exactly, and otherwise an order with few edges against it gives a set that is good but not proven smallest.

export interface Arc {
  readonly from: number
  readonly to: number
  /** How many imports would have to go. */
  readonly imports: number
}

export interface Break {
  readonly arcs: readonly Arc[]
  readonly isProvenSmallest: boolean
}

/** Up to this many ways are tried before the answer is approximate: about 50 ms. */
const tries = 20_000

/** `arcs` between nodes 0 … size - 1, sorted. The cheapest in imports among sets of one size. */
export function breakers(size: number, arcs: readonly Arc[]): Break {
  const loops = arcs.filter((arc) => arc.from === arc.to)
  const rest = arcs.filter((arc) => arc.from !== arc.to)
  for (let count = 0, cost = 1; cost <= tries; count++, cost = ways(rest.length, count)) {
    const best = cheapest(subsets(rest, count), (without) => isAcyclic(size, rest, without))
    if (best !== undefined) return { arcs: [...loops, ...best], isProvenSmallest: true }
  }
  return { arcs: [...loops, ...againstOrder(size, rest)], isProvenSmallest: false }
}

function ways(total: number, count: number): number {
  let product = 1
  for (let i = 0; i < count; i++) product = product * (total - i) / (i + 1)
  return product
}

function* subsets(arcs: readonly Arc[], count: number, start = 0): Iterable<readonly Arc[]> {
  if (count === 0) { yield []; return }
  for (let i = start; i <= arcs.length - count; i++) {
    const arc = arcs[i]
    if (arc !== undefined) for (const others of subsets(arcs, count - 1, i + 1)) yield [arc, ...others]
  }
}

function cheapest(sets: Iterable<readonly Arc[]>, breaks: (set: readonly Arc[]) => boolean): readonly Arc[] | undefined {
  let best: readonly Arc[] | undefined
  for (const set of sets) if ((best === undefined || cost(set) < cost(best)) && breaks(set)) best = set
  return best
}

function cost(arcs: readonly Arc[]): number {
  return arcs.reduce((sum, arc) => sum + arc.imports, 0)
}

/** Kahn: nodes without incoming arcs go first; what is left over lies on a cycle. */
function isAcyclic(size: number, arcs: readonly Arc[], without: readonly Arc[]): boolean {
  const incoming = new Int32Array(size)
  const next: number[][] = Array.from({ length: size }, () => [])
  for (const arc of arcs) {
    if (without.includes(arc)) continue
    incoming[arc.to] = (incoming[arc.to] ?? 0) + 1
    next[arc.from]?.push(arc.to)
  }
  const free = [...incoming.keys()].filter((node) => incoming[node] === 0)
  for (const node of free) {
    for (const to of next[node] ?? []) {
      incoming[to] = (incoming[to] ?? 0) - 1
      if (incoming[to] === 0) free.push(to)
    }
  }
  return free.length === size
}

/** Source: Eades, Lin, Smyth, A fast and effective heuristic for the feedback arc set problem, 1993. */
function againstOrder(size: number, arcs: readonly Arc[]): readonly Arc[] {
  const left = new Set(Array.from({ length: size }, (_, node) => node))
  const head: number[] = []
  const tail: number[] = []
  while (left.size > 0) {
    const balance = new Map([...left].map((node) => [node, { out: 0, in: 0 }]))
    for (const arc of arcs) {
      if (!left.has(arc.from) || !left.has(arc.to)) continue
      const from = balance.get(arc.from)
      const to = balance.get(arc.to)
      if (from !== undefined) from.out += arc.imports
      if (to !== undefined) to.in += arc.imports
    }
    const entries = [...balance]
    const sinks = entries.filter(([, { out }]) => out === 0)
    const sources = entries.filter(([, side]) => side.in === 0)
    if (sinks.length > 0) tail.unshift(...sinks.map(([node]) => node))
    else if (sources.length > 0) head.push(...sources.map(([node]) => node))
    else head.push(entries.reduce((best, entry) => entry[1].out - entry[1].in > best[1].out - best[1].in ? entry : best)[0])
    for (const node of [...head, ...tail]) left.delete(node)
  }
  const rank = new Map([...head, ...tail].map((node, index) => [node, index]))
  return arcs.filter((arc) => (rank.get(arc.from) ?? 0) > (rank.get(arc.to) ?? 0))
}
