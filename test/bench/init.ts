import { existsSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { measured, node, type Measured } from '../support/measured.ts'
import { lastWords } from './cold-check.ts'
import { median } from './numbers.ts'
import { progress } from './progress.ts'
import { bulkhead, program } from './tools.ts'

const limitMs = 5 * 60_000
const writes = ['bulkhead.yaml', 'bulkhead-baseline.yaml', '.gitattributes']

/**
 * CPU of `init --yes` in a project that has no configuration yet by that of a cold whole check with its own: the median of pairs of runs.
 * `root`: a repository that may be written to; what it has of these files comes back.
 */
export async function initRatio(root: string, runs: number): Promise<number> {
  const own = writes.map((name) => join(root, name)).filter((path) => existsSync(path))
  const cold = (...args: readonly string[]): Promise<Measured> => {
    bulkhead.forget?.(root)
    return measured(root, node(program, ...args), limitMs)
  }
  const ratios: number[] = []
  // The first pair has Node compile the programs.
  for (let run = 0; run <= runs; run++) {
    progress(`init: run ${run} of ${runs}`)
    const all = await cold('check', '--format', 'json')
    for (const path of own) renameSync(path, `${path}.own`)
    const its = await cold('init', '--yes')
    for (const name of writes) rmSync(join(root, name), { force: true })
    for (const path of own) renameSync(`${path}.own`, path)
    if (bulkhead.readWhat(all) === undefined || its.status !== 0) throw new Error(lastWords(its.status === 0 ? all : its))
    if (run > 0) ratios.push(its.cpuMs / all.cpuMs)
  }
  progress('')
  return median(ratios)
}
