/** Numbers that look random and are the same each time. */
export interface Seeded {
  /** From 0 up to 1. */
  next(): number
  /** A whole number from 0 up to `below`. */
  below(below: number): number
  pick<T>(of: readonly [T, ...T[]]): T
  /** Lognormal: few are large. `typical` is the median. */
  heavyTailed(typical: number, spread: number): number
}

/** mulberry32. Source: https://gist.github.com/tommyettinger/46a874533244883189143505d203312c (checked 2026-11) */
export function seeded(seed: number): Seeded {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (limit: number): number => Math.floor(next() * limit)
  return {
    next, below,
    pick: (of) => of[below(of.length)] ?? of[0],
    // Box and Muller's way from even to normal.
    heavyTailed: (typical, spread) => typical * Math.exp(spread * Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())),
  }
}
