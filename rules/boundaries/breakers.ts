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

/** So many arcs are looked at before the answer is approximate: some 5 ms. */
const patience = 200_000

/** `arcs` between nodes 0 … size - 1, sorted. The cheapest in imports among sets of one size. */
export function breakers(size: number, arcs: readonly Arc[]): Break {
  // The circles of a project stay the same for most of the keys that are pressed in it.
  const key = `${size}: ${arcs.map(({ from, to, imports }) => `${from} ${to} ${imports}`).join()}`
  const known = lately.get(key)
  if (known !== undefined) return known
  if (lately.size >= atMost) lately.clear()
  const answer = find(size, arcs)
  lately.set(key, answer)
  return answer
}

const lately = new Map<string, Break>()
const atMost = 200

function find(size: number, arcs: readonly Arc[]): Break {
  const loops = arcs.filter((arc) => arc.from === arc.to)
  const rest = arcs.filter((arc) => arc.from !== arc.to)
  const best = smallest(size, rest)
  return best === undefined
    ? { arcs: [...loops, ...againstOrder(size, rest)], isProvenSmallest: false }
    : { arcs: [...loops, ...best], isProvenSmallest: true }
}

/** Undefined where it takes too long to find. One arc of every circle has to go: so each of the shortest circle that is left is tried in turn. */
function smallest(size: number, arcs: readonly Arc[]): readonly Arc[] | undefined {
  const search: Search = { arcs, leaving: Array.from({ length: size }, () => []), isCut: new Uint8Array(arcs.length), patience }
  for (const [index, arc] of arcs.entries()) search.leaving[arc.from]?.push(index)
  let best: readonly Arc[] | undefined
  const cut = (left: number): void => {
    const circle = shortestCircle(search)
    if (search.patience < 0) return
    if (circle === undefined) {
      const set = arcs.filter((_, index) => search.isCut[index] === 1)
      if (best === undefined || cost(set) < cost(best)) best = set
    } else if (left > 0) for (const index of circle) {
      search.isCut[index] = 1
      cut(left - 1)
      search.isCut[index] = 0
    }
  }
  for (let count = 0; best === undefined && search.patience >= 0; count++) cut(count)
  return search.patience < 0 ? undefined : best
}

interface Search {
  readonly arcs: readonly Arc[]
  /** By node: the arcs, by index, that leave it. */
  readonly leaving: readonly number[][]
  readonly isCut: Uint8Array
  patience: number
}

function cost(arcs: readonly Arc[]): number {
  return arcs.reduce((sum, arc) => sum + arc.imports, 0)
}

/** The arcs, by index, of a shortest way from a node back to itself; undefined where there is none any more. */
function shortestCircle(search: Search): readonly number[] | undefined {
  let best: readonly number[] | undefined
  for (let start = 0; start < search.leaving.length && best?.length !== 2 && search.patience >= 0; start++) {
    const circle = shortestBack(search, start, best?.length ?? Infinity)
    if (circle !== undefined) best = circle
  }
  return best
}

/** Breadth first, so that the first way back is the shortest; undefined where there is none of fewer than `bound` arcs. */
function shortestBack(search: Search, start: number, bound: number): readonly number[] | undefined {
  const { arcs, leaving, isCut } = search
  const cameBy = new Map<number, number>()
  let reached = [start]
  for (let length = 1; length < bound && reached.length > 0; length++) {
    const next: number[] = []
    for (const node of reached) for (const index of leaving[node] ?? []) {
      search.patience--
      const to = arcs[index]?.to ?? start
      if (isCut[index] === 1 || cameBy.has(to)) continue
      cameBy.set(to, index)
      if (to !== start) next.push(to)
      else return wayBack(arcs, cameBy, start)
    }
    reached = next
  }
  return undefined
}

function wayBack(arcs: readonly Arc[], cameBy: ReadonlyMap<number, number>, start: number): readonly number[] {
  const way: number[] = []
  let node = start
  do {
    const index = cameBy.get(node) ?? -1
    way.push(index)
    node = arcs[index]?.from ?? start
  } while (node !== start)
  return way
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
