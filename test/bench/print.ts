import { table } from '../support/table.ts'
import type { Cost, Failure } from './cold-check.ts'
import { rowOf, type Figure } from './figures.ts'

export function costTable(costs: readonly (Cost | Failure)[]): string {
  return table([['', 'CPU ms', 'time ms', 'memory MiB', 'ours by its CPU', 'read'], ...costs.map((cost) => 'failed' in cost
    ? [cost.tool, '', '', '', '', `FAILED: ${cost.failed}`]
    : [cost.tool, cost.cpuMs.toFixed(0), cost.wallMs.toFixed(0), Number.isNaN(cost.peakMiB) ? '–' : cost.peakMiB.toFixed(0), cost.ratio === 1 ? '' : cost.ratio.toFixed(3), cost.what])])
}

export function figureTable(figures: readonly Figure[]): string {
  return table([['', 'measured', 'at most', 'figure'], ...figures.map(rowOf)])
}
