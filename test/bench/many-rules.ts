import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse, stringify } from 'yaml'
import { measured, node } from '../support/measured.ts'
import { lastWords } from './cold-check.ts'
import { config } from './monorepo/monorepo.ts'
import type { PlannedPackage } from './monorepo/plan.ts'
import { median } from './numbers.ts'
import { progress } from './progress.ts'
import { bulkhead, program } from './tools.ts'

const limitMs = 5 * 60_000

/** CPU of a cold check with so many entries under `rules` by that of the same configuration with none: the median of pairs of runs. `root`: a generated monorepo of these packages. */
export async function manyRulesRatio(root: string, packages: readonly PlannedPackage[], count: number, runs: number): Promise<number> {
  const without = { ...parse(config) as object, rules: [] }
  const files = { none: 'none.yaml', many: 'many.yaml' }
  writeFileSync(join(root, files.none), stringify(without))
  writeFileSync(join(root, files.many), stringify({ ...without, rules: rules(count, packages.map(({ layer, name }) => `${layer}/${name}`)) }))
  const costs = async (file: string): Promise<number> => {
    bulkhead.forget?.(root)
    const its = await measured(root, node(program, 'check', '--config', file, '--format', 'json'), limitMs)
    if (bulkhead.readWhat(its) === undefined) throw new Error(lastWords(its))
    return its.cpuMs
  }
  const ratios: number[] = []
  for (let run = 0; run < runs; run++) {
    progress(`${count} rules: run ${run + 1} of ${runs}`)
    const none = await costs(files.none)
    ratios.push(await costs(files.many) / none)
  }
  progress('')
  for (const file of Object.values(files)) rmSync(join(root, file))
  return median(ratios)
}

/** Of every kind that projects write, in turn, each about other folders; nearly all hold, as in a project that is checked. `folders`: none imports a later one. */
function rules(count: number, folders: readonly string[]): readonly object[] {
  const folder = (i: number): string => folders[i % folders.length] ?? ''
  const kinds: readonly ((i: number) => object)[] = [
    (i) => ({ from: folder(i), forbid: folders.slice(i % folders.length + 1).slice(0, 5).concat('tag:test') }),
    (i) => ({ to: `path:${folder(i)}/src`, only: ['apps/*', 'features/*', 'libs/*', 'foundation/*'] }),
    (i) => ({ from: `path:${folder(i)}/**/*.ts`, forbid: ['pkg:left-pad', 'builtin:child_process'] }),
    (i) => ({ from: folder(i), only: ['*', folder(i * 5 + 1)], severity: 'info' }),
    (i) => ({ to: `pkg:never-${i}`, only: folder(i) }),
  ]
  return Array.from({ length: count }, (_, i) => ({ id: `rule-${i}`, ...kinds[i % kinds.length]?.(i) }))
}
