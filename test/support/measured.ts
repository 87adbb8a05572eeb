// Runs a command and says what it cost. CPU is user + system of the process and of all that it started, as bash's `time` counts it.
// Memory is the most that one process of them held: as a Node process says at its end, and as Linux says of the others while they run.

import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface Measured {
  readonly stdout: string
  readonly stderr: string
  /** Null where it was stopped. */
  readonly status: number | null
  readonly cpuMs: number
  readonly wallMs: number
  /** NaN where nobody can tell. */
  readonly peakMiB: number
}

/** A script for Node, with its arguments, as a command whose memory is told exactly. */
export function node(script: string, ...args: readonly string[]): readonly string[] {
  return [process.execPath, '--import', peakMemory, script, ...args]
}

/** The process is stopped, with all that it started, where it takes longer than `limitMs`. */
export async function measured(cwd: string, command: readonly string[], limitMs: number): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), 'bulkhead-measured-'))
  const [cpuFile, memoryFile] = [join(folder, 'cpu'), join(folder, 'memory')]
  const started = performance.now()
  const child = spawn('bash', ['-c', timed, 'bash', ...command], {
    cwd, detached: true, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, LC_ALL: 'C', CPU_FILE: cpuFile, PEAK_MEMORY_FILE: memoryFile },
  })
  const { pid } = child
  if (pid === undefined) throw new Error('bash does not start')
  const [stdout, stderr]: [Buffer[], Buffer[]] = [[], []]
  child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk))
  child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk))
  // It is in a group of its own, and so a key that stops this process does not reach it.
  const stop = (): never => { process.kill(-pid, 'SIGKILL'); process.exit(130) }
  process.on('SIGINT', stop).on('SIGTERM', stop)
  let peakKiB = 0
  const look = setInterval(() => { peakKiB = Math.max(peakKiB, ...belowKiB(pid)) }, 20)
  const limit = setTimeout(() => process.kill(-pid, 'SIGKILL'), limitMs)
  const status = await new Promise<number | null>((resolve, reject) => child.once('error', reject).once('close', resolve))
  const wallMs = performance.now() - started
  process.off('SIGINT', stop).off('SIGTERM', stop)
  clearInterval(look)
  clearTimeout(limit)
  const [cpu = [], memory = []] = [cpuFile, memoryFile].map(numbersIn)
  rmSync(folder, { recursive: true })
  const peak = Math.max(peakKiB, ...memory)
  return {
    stdout: Buffer.concat(stdout).toString(), stderr: Buffer.concat(stderr).toString(), status, wallMs,
    cpuMs: 1000 * cpu.reduce((sum, seconds) => sum + seconds, 0), peakMiB: peak === 0 ? NaN : peak / 1024,
  }
}

const peakMemory = join(import.meta.dirname, 'peak-memory.mjs')

const timed = `TIMEFORMAT='%3U %3S'; { time "$@" 2>&3; } 3>&2 2>"$CPU_FILE"`

/** The most that each process below this one has held so far. None outside of Linux. */
function belowKiB(pid: number): readonly number[] {
  return linesOf(`/proc/${pid}/task/${pid}/children`).flatMap((line) => line.split(' ')).filter((each) => each !== '')
    .flatMap((child) => [highest(child), ...belowKiB(Number(child))])
}

function highest(pid: string): number {
  const line = linesOf(`/proc/${pid}/status`).find((each) => each.startsWith('VmHWM:'))
  return Number(/\d+/.exec(line ?? '')?.[0] ?? 0)
}

function linesOf(path: string): readonly string[] {
  try {
    return readFileSync(path, 'utf8').split('\n')
  } catch (error) {
    // The process has ended meanwhile; or this is no Linux.
    if (['ENOENT', 'ESRCH'].includes((error as NodeJS.ErrnoException).code ?? '')) return []
    throw error
  }
}

function numbersIn(path: string): readonly number[] {
  return existsSync(path) ? readFileSync(path, 'utf8').trim().split(/\s+/).filter((word) => word !== '').map(Number) : []
}
