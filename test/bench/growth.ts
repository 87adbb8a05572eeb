import { bulkhead } from './tools.ts'
import { lastWords } from './cold-check.ts'
import { measured, type Measured } from '../support/measured.ts'
import { median } from './numbers.ts'
import { progress } from './progress.ts'

/** CPU of a check of the large project by that of the small one: the median of pairs of runs. */
export async function growthRatio(small: string, large: string, runs: number): Promise<number> {
  const check = async (root: string): Promise<Measured> => {
    const run = await measured(root, bulkhead.command({ name: '', root, writable: root, sources: [] }), 5 * 60_000)
    if (bulkhead.readWhat(run) === undefined) throw new Error(lastWords(run))
    return run
  }
  const ratios: number[] = []
  // The first pair fills what is kept between runs.
  for (let run = 0; run <= runs; run++) {
    progress(`growth: run ${run} of ${runs}`)
    const [its, more] = [await check(small), await check(large)]
    if (run > 0) ratios.push(more.cpuMs / its.cpuMs)
  }
  progress('')
  return median(ratios)
}
