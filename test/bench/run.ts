// `npm run bench [runs]`: what a check costs beside the same work done by others, and how long a keystroke takes. Figures, no test:
// a busy machine fails nobody. CPU is user + system of a process and its children, memory the most that the process held, times are
// medians of runs in turns; ratios are medians of pairs of runs side by side.

import { globSync } from 'node:fs'
import { isSource } from '../../server/engine/index.ts'
import { copyOf } from '../real/copy.ts'
import { realPackages } from '../real/packages.ts'
import { table } from '../support/table.ts'
import { coldCheck } from './cold-check.ts'
import { keystrokes } from './keystroke.ts'
import { median, quantile } from './numbers.ts'

const runs = Math.max(1, Number(process.argv[2] ?? 5))
/** Share of a peer's CPU that ours may be. */
const atMost: Readonly<Record<string, number>> = { 'dependency-cruiser': 0.1 }
const keystrokeP99Ms = 50
const keys = 300

console.log(`Cold check, ${runs} runs each in turns`)
const rows = realPackages.flatMap((real) => coldCheck(real, copyOf(real), runs).map((cost) => {
  if ('failed' in cost) return [`${real.name}: ${cost.tool}`, '', '', '', '', '', `failed: ${cost.failed}`]
  const limit = atMost[cost.tool]
  return [
    `${real.name}: ${cost.tool}`, cost.cpuMs.toFixed(0), cost.wallMs.toFixed(0), cost.peakMiB.toFixed(0), cost.ratio.toFixed(3),
    limit === undefined ? '' : `${cost.ratio <= limit ? 'reached' : 'MISSED'} (at most ${limit})`, cost.what,
  ]
}))
console.log(table([['', 'CPU ms', 'time ms', 'memory MiB', 'ours by its CPU', 'figure', 'read'], ...rows]))

const [largest] = realPackages
if (largest === undefined) throw new Error('there are no packages')
const root = copyOf(largest)
const sources = globSync(largest.sources.map((folder) => `${folder}/**/*`), { cwd: root, exclude: ['**/node_modules'] }).filter(isSource).sort()
const paths = sources.filter((_, i) => i % Math.ceil(sources.length / keys) === 0).slice(0, keys)
const { timesMs, withNews } = await keystrokes(root, paths)
const p99 = quantile(timesMs, 0.99)
console.log(`\nFrom a keystroke to its diagnostics in the server: ${timesMs.length} keys, each in another file of ${largest.name} (${sources.length} sources); ${withNews} made a new finding`)
console.log(table([
  ['p50 ms', 'p99 ms', 'most ms', 'figure'],
  [median(timesMs).toFixed(1), p99.toFixed(1), Math.max(...timesMs).toFixed(1), `${p99 <= keystrokeP99Ms ? 'reached' : 'MISSED'} (p99 at most ${keystrokeP99Ms})`],
]))
