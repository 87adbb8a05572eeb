// What bulkhead has to reach. A figure that is missed is said so, and fails nobody.

import type { Cost, Failure } from './cold-check.ts'
import type { Keystrokes } from './keystroke-through-pipes.ts'
import { median, quantile } from './numbers.ts'

/** Limits on two kinds of trees: few and large files (A: 4,658 files, 57 MB), many and small ones (B: 5,568 files, 12.6 MB). One number is both. */
export type Limit = number | { readonly a: number; readonly b: number }

export interface Figure {
  readonly measure: string
  /** NaN where it could not be measured. */
  readonly measured: number
  readonly atMost: Limit
  readonly unit?: 'MiB' | 'ms' | 'times'
}

/** CPU of ours by theirs. */
const byPeer: Readonly<Record<string, Limit>> = {
  'cat': 4,
  'oxlint no-cycle': { a: 0.05, b: 0.4 },
  'oxlint graph alone': { a: 0.3, b: 0.7 },
  'fallow architecture --cycles': { a: 0.1, b: 0.2 },
  'dependency-cruiser cold': 0.03,
  'dependency-cruiser warm': 0.35,
}

export function figuresOf(costs: readonly (Cost | Failure)[]): readonly Figure[] {
  const [ours] = costs
  const byPeers = costs.flatMap((cost): Figure[] => {
    const atMost = byPeer[cost.tool]
    return atMost === undefined ? [] : [{ measure: `CPU by that of ${cost.tool}`, measured: 'ratio' in cost ? cost.ratio : NaN, atMost, ...(cost.tool === 'cat' && { unit: 'times' }) }]
  })
  return [...byPeers, { measure: 'peak memory', measured: ours !== undefined && 'peakMiB' in ours ? ours.peakMiB : NaN, atMost: 150, unit: 'MiB' }]
}

export function keystrokeFigure(files: number, { timesMs, withNews }: Keystrokes): Figure {
  const measure = `a key in the server, p99 of ${timesMs.length}, each in another file (p50 ${shown(median(timesMs))} ms; ${withNews} made a new finding)`
  return { measure, measured: quantile(timesMs, 0.99), atMost: files < 20_000 ? 15 : 60, unit: 'ms' }
}

export function stagedFigure(ratio: number): Figure {
  return { measure: 'CPU of check --staged with 5 changed files by that of a whole check', measured: ratio, atMost: 0.6 }
}

export function manyRulesFigure(count: number, ratio: number): Figure {
  return { measure: `CPU of a cold check with ${count} rules by that with none`, measured: ratio, atMost: 1.3 }
}

export function initFigure(ratio: number): Figure {
  return { measure: 'CPU of init by that of a whole check', measured: ratio, atMost: 3, unit: 'times' }
}

export function growthFigure([small, large]: readonly [number, number], ratio: number): Figure {
  return { measure: `CPU with ${large} files by that with ${small}`, measured: ratio, atMost: 11, unit: 'times' }
}

/** Measure, what was measured, the limit, and whether it is reached. Trees that are measured here are as B is. */
export function rowOf({ measure, measured, atMost, unit }: Figure): readonly string[] {
  const limits = typeof atMost === 'number' ? `${atMost}` : `${atMost.b} (${atMost.a} on files as large as A's)`
  const isReached = measured <= (typeof atMost === 'number' ? atMost : atMost.b)
  const withUnit = (value: string): string => unit === undefined ? value : `${value} ${unit}`
  return [measure, withUnit(shown(measured)), withUnit(limits), Number.isNaN(measured) ? 'not measured' : isReached ? 'reached' : 'MISSED']
}

/** Three figures that count. */
function shown(value: number): string {
  return Number.isNaN(value) ? '–' : value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value >= 1 ? value.toFixed(2) : value.toFixed(3)
}
