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

/**
 * Sinks go to the end and sources to the front, as long as there are any, then the node that most leaves.
 * Source: Eades, Lin, Smyth, A fast and effective heuristic for the feedback arc set problem, 1993.
 */
function againstOrder(size: number, arcs: readonly Arc[]): readonly Arc[] {
  const touching: Arc[][] = Array.from({ length: size }, () => [])
  const out = new Int32Array(size)
  const into = new Int32Array(size)
  for (const arc of arcs) {
    for (const node of [arc.from, arc.to]) touching[node]?.push(arc)
    out[arc.from] = (out[arc.from] ?? 0) + arc.imports
    into[arc.to] = (into[arc.to] ?? 0) + arc.imports
  }
  const left = new Set(Array.from({ length: size }, (_, node) => node))
  const head: number[] = []
  const tail: (readonly number[])[] = []
  let sinks = [...left].filter((node) => out[node] === 0)
  let sources = [...left].filter((node) => into[node] === 0)

  const take = (nodes: readonly number[]): void => {
    for (const node of nodes) left.delete(node)
    for (const { from, to, imports } of nodes.flatMap((node) => touching[node] ?? [])) {
      if (left.has(from) && (out[from] = (out[from] ?? 0) - imports) === 0) sinks.push(from)
      if (left.has(to) && (into[to] = (into[to] ?? 0) - imports) === 0) sources.push(to)
    }
  }
  const stillLeft = (nodes: readonly number[]): readonly number[] => nodes.filter((node) => left.has(node)).sort((a, b) => a - b)
  while (left.size > 0) {
    const last = stillLeft(sinks)
    const first = last.length > 0 ? [] : stillLeft(sources)
    const taken = last.length > 0 ? last : first.length > 0 ? first : [mostLeaving(left, out, into)]
    if (last.length > 0) {
      sinks = []
      tail.push(taken)
    } else {
      sources = []
      head.push(...taken)
    }
    take(taken)
  }
  const rank = new Map([...head, ...tail.reverse().flat()].map((node, index) => [node, index]))
  return arcs.filter((arc) => (rank.get(arc.from) ?? 0) > (rank.get(arc.to) ?? 0))
}

/** The first of those that most more imports leave than reach. */
function mostLeaving(left: ReadonlySet<number>, out: Int32Array, into: Int32Array): number {
  let best = -1
  let most = -Infinity
  for (const node of left) {
    const more = (out[node] ?? 0) - (into[node] ?? 0)
    if (more > most) [best, most] = [node, more]
  }
  return best
}
