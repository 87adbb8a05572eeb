// An order of parts that leaves the fewest imports pointing up: a minimum feedback arc set by weight, which is NP-hard. Parts on no cycle
// are placed without loss; what is left is ordered exactly while it is small, and well where it is not.

/** How many imports lead from one part to another: `imports[from][to]`. */
export type Flow = readonly (readonly number[])[]

/** With 2^12 sets of parts an answer takes a few milliseconds. */
const exactUpTo = 12

/** The parts, highest first. Ties go to the lower number. */
export function fewestUpward(flow: Flow): readonly number[] {
  const left = new Set(flow.keys())
  const head: number[] = []
  const tail: number[] = []
  while (left.size > 0) {
    peel(flow, left, head, tail)
    if (left.size <= exactUpTo) return settled(flow, [...head, ...exact(flow, [...left]), ...tail])
    // Source: Eades, Lin, Smyth, A fast and effective heuristic for the feedback arc set problem, 1993.
    const next = largest([...left], (part) => out(flow, left, part) - into(flow, left, part))
    head.push(next)
    left.delete(next)
  }
  return settled(flow, [...head, ...tail])
}

/** Who is imported by nobody left stands on top, who imports nobody left at the bottom: no order does better. */
function peel(flow: Flow, left: Set<number>, head: number[], tail: number[]): void {
  for (;;) {
    const top = [...left].filter((part) => into(flow, left, part) === 0)
    const bottom = [...left].filter((part) => !top.includes(part) && out(flow, left, part) === 0)
    if (top.length === 0 && bottom.length === 0) return
    head.push(...top)
    tail.unshift(...bottom)
    for (const part of [...top, ...bottom]) left.delete(part)
  }
}

/** The best order of each set is that of the set without its lowest part, for the best such part. */
function exact(flow: Flow, parts: readonly number[]): readonly number[] {
  const cost = new Float64Array(1 << parts.length).fill(Infinity)
  const lowest = new Int8Array(1 << parts.length).fill(-1)
  cost[0] = 0
  for (let set = 0; set < cost.length; set++) {
    for (let i = 0; i < parts.length; i++) {
      if ((set & (1 << i)) !== 0) continue
      let upward = cost[set] ?? 0
      for (let j = 0; j < parts.length; j++) if ((set & (1 << j)) !== 0) upward += imports(flow, parts[i], parts[j])
      const grown = set | (1 << i)
      if (upward >= (cost[grown] ?? 0)) continue
      cost[grown] = upward
      lowest[grown] = i
    }
  }
  const order: number[] = []
  for (let set = cost.length - 1; set > 0;) {
    const i = lowest[set] ?? 0
    order.unshift(parts[i] ?? 0)
    set &= ~(1 << i)
  }
  return order
}

/** Moves single parts while that saves imports. Changes nothing in an order that is exact. */
function settled(flow: Flow, order: readonly number[]): readonly number[] {
  let best = order
  for (let improved = true; improved;) {
    improved = false
    for (const part of order) {
      const to = bestPlace(flow, best, part)
      if (to === best.indexOf(part)) continue
      const others = best.filter((other) => other !== part)
      best = [...others.slice(0, to), part, ...others.slice(to)]
      improved = true
    }
  }
  return best
}

/** Where a part leaves the fewest imports pointing up, the others staying in order; where it is, unless another place is better. */
function bestPlace(flow: Flow, order: readonly number[], part: number): number {
  const here = order.indexOf(part)
  const others = order.filter((other) => other !== part)
  const costs = [others.reduce((sum, other) => sum + imports(flow, other, part), 0)]
  for (const other of others) costs.push((costs.at(-1) ?? 0) - imports(flow, other, part) + imports(flow, part, other))
  const least = Math.min(...costs)
  return costs[here] === least ? here : costs.indexOf(least)
}

function out(flow: Flow, left: ReadonlySet<number>, part: number): number {
  let sum = 0
  for (const other of left) sum += imports(flow, part, other)
  return sum
}

function into(flow: Flow, left: ReadonlySet<number>, part: number): number {
  let sum = 0
  for (const other of left) sum += imports(flow, other, part)
  return sum
}

function imports(flow: Flow, from = -1, to = -1): number {
  return from === to ? 0 : flow[from]?.[to] ?? 0
}

function largest(parts: readonly number[], measure: (part: number) => number): number {
  let best = parts[0] ?? 0
  for (const part of parts) if (measure(part) > measure(best)) best = part
  return best
}
