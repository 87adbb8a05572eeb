// A project with one odd thing in it: whatever that is, the run ends in good order, and all else is judged as if it were not there.

import assert from 'node:assert/strict'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { TestContext } from 'node:test'
import { measured, node } from '../support/measured.ts'
import { program, type Repository } from '../support/repository.ts'

/** Boats may not use the office, and one does; whoever else does so is told as well. */
export const harbour = `
# bulkhead.yaml
modules: { boats: boats, office: office }
rules: [{ id: boats-apart, from: boats, forbid: office }]
cycles: forbid

// boats/sail.ts
import { fees } from '../office/fees'
export const sail = () => fees()

// office/fees.ts
import { anchor } from '../office/anchor'
export const fees = () => anchor().length

// office/anchor.ts
import type { fees } from './fees'
export const anchor = () => 'anchored'
`

const usual = ['boats/sail.ts:1:22 boats may not use office']
const usualFiles = 3

/** Generous: a machine may be slow and busy, but nothing may run away. */
const most = { cpuMs: 15_000, peakMiB: 1536 }
const limitMs = 5 * 60_000

export interface Odd {
  readonly name: string
  readonly make: (folder: string, repository: Repository) => void | Promise<void>
  /** Sources that are there in truth, beside the usual ones. */
  readonly files: number
  /** What is found beside the usual. */
  readonly findings?: readonly string[]
  /** What is said of it, and where. */
  readonly problems?: readonly RegExp[]
}

/** A file with these bytes among the boats. */
export function bytes(name: string, content: string | Uint8Array, told: Pick<Odd, 'findings' | 'problems'> = {}): Odd {
  return { name, files: 1, ...told, make: (folder) => write(folder, 'boats/odd.ts', content) }
}

export function write(folder: string, path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), content)
}

interface Said {
  readonly stats: { readonly files: number }
  readonly findings: readonly { readonly path: string; readonly message: string; readonly range: { readonly start: { readonly line: number; readonly column: number } } }[]
  readonly problems: readonly { readonly path?: string; readonly message: string }[]
}

/** How many MiB and CPU seconds it took. */
export async function judgedBesides(t: TestContext, repository: Repository, { make, files, findings = [], problems = [] }: Odd): Promise<void> {
  await make(repository.folder, repository)
  const { status, stdout, stderr, cpuMs, peakMiB } = await measured(repository.folder, node(program, 'check', '--format', 'json'), limitMs)
  assert.equal(status, 1, stderr)
  assert.equal(stderr, '')
  const said = JSON.parse(stdout) as Said
  assert.deepEqual(said.findings.map(({ path, message, range: { start } }) => `${path}:${start.line}:${start.column} ${message}`).sort(), [...usual, ...findings].sort())
  assert.equal(said.stats.files, usualFiles + files)
  assert.equal(said.problems.length, problems.length, JSON.stringify(said.problems))
  for (const [i, problem] of problems.entries()) assert.match(`${said.problems[i]?.path}: ${said.problems[i]?.message}`, problem)
  assert.ok(cpuMs < most.cpuMs, `${cpuMs} ms of CPU`)
  assert.ok(peakMiB < most.peakMiB, `${peakMiB} MiB`)
  t.diagnostic(`${(cpuMs / 1000).toFixed(1)} s of CPU, ${Math.round(peakMiB)} MiB`)
}
