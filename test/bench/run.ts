// `npm run bench [-- RUNS | -- FOLDER [RUNS]]`: what a check costs beside the same work done by others, and how long a keystroke takes, in
// published packages or in a folder, which is left as it is. Figures, no test: a busy machine fails nobody. CPU is user + system of a process
// and its children, memory the most that one of them held; values are medians, ratios medians of pairs of runs, one after the other.

import { existsSync, globSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { isSource } from '../../server/engine/index.ts'
import { configName, projectRoot } from '../../server/session/index.ts'
import { realPackages } from '../real/packages.ts'
import { table } from '../support/table.ts'
import { coldCheck } from './cold-check.ts'
import { figuresOf } from './figures.ts'
import { installPeers } from './install-peers.ts'
import { keystrokes } from './keystroke-through-pipes.ts'
import { measureTree } from './measure-tree.ts'
import { median, quantile } from './numbers.ts'
import { costTable, figureTable } from './print.ts'
import { packageProject, type BenchProject } from './projects.ts'
import { commitAll, copyOfFiles } from './repository.ts'
import { runsOf } from './runs-of.ts'
import { sourcesOf } from './sources-of.ts'

const [first, second] = process.argv.slice(2)
installPeers()
if (first === undefined || /^\d+$/.test(first)) await benchPackages(runsOf(first))
else await benchFolder(resolve(first), runsOf(second))

async function benchFolder(folder: string, runs: number): Promise<void> {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw new Error(`there is no folder ${folder}`)
  const root = projectRoot(folder)
  if (root !== folder) console.log(`${folder} is part of the project ${root}, which is measured whole`)
  if (!existsSync(join(root, configName))) console.log(`${root} has no ${configName}: it is judged as without one, which is less work. \`bulkhead init\` writes one.`)
  await measureTree(root, runs, (listed) => {
    const copy = copyOfFiles(root, listed)
    commitAll(copy)
    return copy
  })
}

async function benchPackages(runs: number): Promise<void> {
  const projects = realPackages.map(packageProject)
  for (const project of projects) {
    const { sources } = sourcesOf(project.root)
    console.log(`\nCold check of ${project.name} (${sources.length} sources), ${runs} pairs of runs with each`)
    const costs = await coldCheck(project, sources, runs)
    console.log(`${costTable(costs)}\n\n${figureTable(figuresOf(costs))}`)
  }
  const [largest] = projects
  if (largest === undefined) throw new Error('there are no packages')
  await throughPipes(largest)
}

async function throughPipes({ name, root, sources }: BenchProject): Promise<void> {
  const [keys, p99Ms] = [300, 50]
  const files = globSync(sources.map((folder) => `${folder}/**/*`), { cwd: root, exclude: ['**/node_modules'] }).filter(isSource).sort()
  const { timesMs, withNews } = await keystrokes(root, files.filter((_, i) => i % Math.ceil(files.length / keys) === 0))
  const p99 = quantile(timesMs, 0.99)
  console.log(`\nFrom a keystroke to its diagnostics, through both pipes: ${timesMs.length} keys, each in another file of ${name} (${files.length} sources); ${withNews} made a new finding`)
  console.log(table([
    ['p50 ms', 'p99 ms', 'most ms', 'figure'],
    [median(timesMs).toFixed(1), p99.toFixed(1), Math.max(...timesMs).toFixed(1), `${p99 <= p99Ms ? 'reached' : 'MISSED'} (p99 at most ${p99Ms})`],
  ]))
}
