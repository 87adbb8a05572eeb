// `npm run real`: three published packages, checked as projects of their own by the program as it is shipped, and every import read
// beside TypeScript. Fails where more than 1 import in 1,000 differs, a difference has no reason, or 1 in 100 leads nowhere.

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { measured, node, type Measured } from '../support/measured.ts'
import { table } from '../support/table.ts'
import { copyOf } from './copy.ts'
import { realPackages } from './packages.ts'
import { readingOf, reasonsOf } from './reading.ts'

const cli = join(import.meta.dirname, '../../dist/cli.js')
if (!existsSync(cli)) throw new Error('there is no dist/cli.js: npm run build')

const limitMs = 5 * 60_000
const read = []
for (const real of realPackages) {
  const root = copyOf(real)
  const run = await measured(root, node(cli, 'check', '--format', 'json'), limitMs)
  read.push({ ...readingOf(root), name: real.name, run, report: reportOf(run) })
}

console.log(table([
  ['package', 'files', 'imports', 'unresolved', 'findings', 'problems', 'CPU ms', 'time ms', 'memory MiB', 'other than TypeScript'],
  ...read.map(({ name, run, report, imports, leading, unresolved, differences }) => [
    name, String(report.stats.files), String(imports), share(unresolved.length, leading), String(report.findings.length), String(report.problems.length),
    run.cpuMs.toFixed(0), run.wallMs.toFixed(0), run.peakMiB.toFixed(0), share(differences.length, imports),
  ]),
]))

for (const { name, report, unresolved, differences, files } of read) {
  console.log(`\n${name}`)
  if (report.stats.files !== files) complain(`check read ${report.stats.files} files of ${files}`)
  for (const [rule, count] of countsOf(report.findings.map(({ rule, entry }) => entry ?? rule))) console.log(`  found ${count} × ${rule}`)
  for (const { path, message } of report.problems) complain(`problem: ${path ?? ''} ${message}`)
  for (const [reason, count] of reasonsOf(unresolved)) console.log(`  unresolved ${count} × ${reason}`)
  for (const { from, line1, what, reason } of differences) console.log(`  differs ${from}:${line1}: ${what}\n    ${reason ?? 'NO REASON IS KNOWN'}`)
}

const imports = sum(read.map((each) => each.imports))
const differing = read.flatMap(({ differences }) => differences)
console.log(`\n${differing.length} of ${imports} imports differ from what TypeScript says (at most 1 in 1,000)`)
if (differing.length > imports / 1000 || differing.some(({ reason }) => reason === undefined)) complain('too many differ, or without a reason')
for (const { name, unresolved, leading } of read) if (unresolved.length >= leading / 100) complain(`${name}: 1 % or more of its imports lead nowhere`)

interface JsonReport {
  readonly stats: { readonly files: number }
  readonly findings: readonly { readonly rule: string; readonly entry?: string }[]
  readonly problems: readonly { readonly message: string; readonly path?: string }[]
}

function reportOf({ stdout, stderr, status }: Measured): JsonReport {
  if (status !== 0 && status !== 1) throw new Error(`check ended with ${status}: ${stderr || stdout}`)
  return JSON.parse(stdout) as JsonReport
}

function share(part: number, whole: number): string {
  return `${part} (${(100 * part / whole).toFixed(2)} %)`
}

function countsOf(names: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return counts
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0)
}

function complain(message: string): void {
  console.log(`  ✗ ${message}`)
  process.exitCode = 1
}
