import type { RealPackage } from '../real/packages.ts'
import { measured, type Measured } from '../support/measured.ts'
import { median } from './numbers.ts'
import { tools } from './tools.ts'

export interface Cost {
  readonly tool: string
  readonly what: string
  readonly cpuMs: number
  readonly wallMs: number
  readonly peakMiB: number
  /** Our CPU by its CPU: the median of pairs of runs side by side. */
  readonly ratio: number
}

export interface Failure {
  readonly tool: string
  readonly failed: string
}

/** What a whole check costs each tool, in turns, so that a busy machine is so for all. */
export function coldCheck(real: RealPackage, root: string, runs: number): readonly (Cost | Failure)[] {
  const rounds = Array.from({ length: runs }, () => tools.map((tool) => measured(root, tool.program(real))))
  const ours = rounds.map(([first]) => first?.cpuMs ?? NaN)
  return tools.map((tool, i): Cost | Failure => {
    const its = rounds.flatMap((round) => round[i] ?? [])
    const readWhat = its.map(tool.readWhat)
    const failed = its[readWhat.indexOf(undefined)]
    if (failed !== undefined) return { tool: tool.name, failed: lastWords(failed) }
    return {
      tool: tool.name, what: readWhat[0] ?? '',
      cpuMs: median(its.map(({ cpuMs }) => cpuMs)), wallMs: median(its.map(({ wallMs }) => wallMs)), peakMiB: median(its.map(({ peakMiB }) => peakMiB)),
      ratio: median(its.map(({ cpuMs }, round) => (ours[round] ?? NaN) / cpuMs)),
    }
  })
}

function lastWords({ status, stdout, stderr }: Measured): string {
  const line = (stderr.trim() || stdout.trim()).split('\n').find((each) => /\S/.test(each))
  return `ended with ${status}: ${line ?? 'said nothing'}`
}
