import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import { bulkhead, program } from './tools.ts'
import { lastWords } from './cold-check.ts'
import { measured, node, type Measured } from '../support/measured.ts'
import { median } from './numbers.ts'
import { progress } from './progress.ts'
import { git } from './repository.ts'

const changed = 5
const limitMs = 5 * 60_000

/** CPU of a warm `check --staged` by that of a cold whole check, where a few files have changed: the median of pairs of runs. `root`: a repository that may be written to. */
export async function stagedRatio(root: string, sources: readonly string[], runs: number): Promise<number> {
  const paths = sources.filter((_, i) => i % Math.ceil(sources.length / changed) === 0)
  for (const path of paths) appendFileSync(join(root, path), "\nimport 'node:path'\n")
  git(root, 'add', '--', ...paths)
  const staged = (): Promise<Measured> => measured(root, node(program, 'check', '--staged', '--format', 'json'), limitMs)
  const whole = (): Promise<Measured> => measured(root, node(program, 'check', '--format', 'json'), limitMs)
  const ratios: number[] = []
  // The first pair fills what is kept between runs.
  for (let run = 0; run <= runs; run++) {
    progress(`check --staged: run ${run} of ${runs}`)
    const its = await staged()
    bulkhead.forget?.(root)
    const all = await whole()
    for (const each of [its, all]) if (bulkhead.readWhat(each) === undefined) throw new Error(lastWords(each))
    if (run > 0) ratios.push(its.cpuMs / all.cpuMs)
  }
  progress('')
  return median(ratios)
}
