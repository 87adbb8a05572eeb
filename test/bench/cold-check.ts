import { measured, type Measured } from '../support/measured.ts'
import { median } from './numbers.ts'
import { progress } from './progress.ts'
import type { BenchProject } from './projects.ts'
import { bulkhead, bulkheadWarm, cat, peerTools, type Tool } from './tools.ts'

export interface Cost {
  readonly tool: string
  readonly what: string
  readonly cpuMs: number
  readonly wallMs: number
  readonly peakMiB: number
  /** Our CPU by its CPU: the median of pairs of runs, one after the other. */
  readonly ratio: number
}

export interface Failure {
  readonly tool: string
  readonly failed: string
}

interface Pair {
  readonly ours: Measured
  readonly its: Measured
}

const limitMs = 5 * 60_000

/**
 * What a whole check costs each tool: ours first. Peers run in turns, and each right after one of ours, so that a busy machine is so for
 * both. `files`: what bulkhead reads, for the floor.
 */
export async function coldCheck(project: BenchProject, files: readonly string[], runs: number): Promise<readonly (Cost | Failure)[]> {
  const tools = [bulkheadWarm, cat(files), ...peerTools]
  const run = (tool: Tool): Promise<Measured> => {
    const root = tool.inWritable ? project.writable : project.root
    tool.forget?.(root)
    return measured(root, tool.command(project), limitMs)
  }
  const keepers = [bulkhead, ...tools.filter(({ keeps }) => keeps)]
  for (const tool of keepers) {
    progress(`${project.name}: ${tool.name}, to fill its cache`)
    await run(tool)
  }
  const pairs = new Map<Tool, Pair[]>(tools.map((tool) => [tool, []]))
  const failures = new Map<Tool, string>()
  for (let round = 1; round <= runs; round++) {
    for (const tool of tools) {
      if (failures.has(tool)) continue
      progress(`${project.name}: run ${round} of ${runs}, ${tool.name}`)
      const pair = { ours: await run(bulkhead), its: await run(tool) }
      if (bulkhead.readWhat(pair.ours) === undefined) return [{ tool: bulkhead.name, failed: lastWords(pair.ours) }]
      if (tool.readWhat(pair.its) === undefined) failures.set(tool, lastWords(pair.its))
      pairs.get(tool)?.push(pair)
    }
  }
  progress('')
  const ours = [...pairs.values()].flat().map((pair) => ({ ...pair, its: pair.ours }))
  return [costOf(bulkhead, ours), ...tools.map((tool) => {
    const failed = failures.get(tool)
    return failed === undefined ? costOf(tool, pairs.get(tool) ?? []) : { tool: tool.name, failed }
  })]
}

function costOf(tool: Tool, pairs: readonly Pair[]): Cost {
  const medianOf = (value: (pair: Pair) => number): number => median(pairs.map(value))
  return {
    tool: tool.name, what: pairs.flatMap(({ its }) => tool.readWhat(its) ?? [])[0] ?? '',
    cpuMs: medianOf(({ its }) => its.cpuMs), wallMs: medianOf(({ its }) => its.wallMs), peakMiB: medianOf(({ its }) => its.peakMiB),
    ratio: medianOf(({ ours, its }) => ours.cpuMs / its.cpuMs),
  }
}

/** One line. */
export function lastWords({ status, stdout, stderr }: Pick<Measured, 'status' | 'stdout' | 'stderr'>): string {
  if (status === null) return `stopped after ${limitMs / 60_000} minutes`
  const line = (stderr.trim() || stdout.trim()).split('\n').find((each) => /\w/.test(each))
  return `ended with ${status}: ${line?.trim() ?? 'said nothing'}`
}
