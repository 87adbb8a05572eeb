// Runs a Node program and says what it cost. CPU is user + system of the process and of all that it started, as bash's `time` counts
// it: Node can tell a process's own only. Memory is the most that the process itself held, as it says at its end.

import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface Measured {
  readonly stdout: string
  readonly stderr: string
  readonly status: number | null
  readonly cpuMs: number
  readonly wallMs: number
  readonly peakMiB: number
}

/** `program`: a script and its arguments. */
export function measured(cwd: string, program: readonly string[]): Measured {
  const folder = mkdtempSync(join(tmpdir(), 'bulkhead-measured-'))
  const [cpuFile, memoryFile] = [join(folder, 'cpu'), join(folder, 'memory')]
  const started = performance.now()
  const { stdout, stderr, status, error } = spawnSync('bash', ['-c', timed, 'bash', process.execPath, '--import', peakMemory, ...program], {
    cwd, encoding: 'utf8', maxBuffer: 2 ** 30,
    env: { ...process.env, LC_ALL: 'C', CPU_FILE: cpuFile, PEAK_MEMORY_FILE: memoryFile },
  })
  const wallMs = performance.now() - started
  if (error !== undefined) throw error
  const [cpu = [], memory = []] = [cpuFile, memoryFile].map((path) => readFileSync(path, 'utf8').trim().split(/\s+/).map(Number))
  rmSync(folder, { recursive: true })
  return { stdout, stderr, status, wallMs, cpuMs: 1000 * cpu.reduce((sum, seconds) => sum + seconds, 0), peakMiB: Math.max(...memory) / 1024 }
}

const peakMemory = join(import.meta.dirname, 'peak-memory.mjs')

const timed = `TIMEFORMAT='%3U %3S'; { time "$@" 2>&3; } 3>&2 2>"$CPU_FILE"`
