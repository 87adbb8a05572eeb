import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { settingsProgram } from './settings-program.ts'

export type Ran = { readonly kind: 'value'; readonly value: unknown } | { readonly kind: 'failed'; readonly message: string; readonly hint?: string }

export interface RunSettings {
  /** From the root. */
  readonly path: string
  /** The folder in which it is run. Absolute. */
  readonly root: string
  /** 'local': of files alone. */
  readonly hasExtends: boolean | 'local'
  readonly limitMs: number
  /** Names under which it may be exported; `default`, if absent. */
  readonly exported?: readonly string[]
  readonly keepsFunctions?: boolean
  readonly standIns?: Readonly<Record<string, readonly string[]>>
}

const mostBytes = 64 * 1024 * 1024

/** Runs someone else's configuration, once, in a process of its own, and gives back what it exports, as plain data. */
export function runSettings({ path, root, hasExtends, limitMs, exported = ['default'], keepsFunctions = false, standIns = {} }: RunSettings): Ran {
  const program = settingsProgram({ path: join(root, path), hasExtends, exported, keepsFunctions, standIns })
  const { error, output, status, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', program], {
    cwd: root, timeout: limitMs, killSignal: 'SIGKILL', maxBuffer: mostBytes, stdio: ['ignore', 'pipe', 'pipe', 'pipe'], encoding: 'utf8', windowsHide: true,
  })
  if (error !== undefined && 'code' in error && error.code === 'ETIMEDOUT') return { kind: 'failed', message: `${path} did not end within ${Math.round(limitMs / 1000)} s`, hint: 'a configuration that waits for something cannot be read' }
  const answer = output?.[3] ?? ''
  if (answer === '') return { kind: 'failed', message: `${path} ended with status ${status ?? 'none'} and without an answer`, ...hintFrom(stderr) }
  const read = JSON.parse(answer) as { readonly value?: unknown; readonly error?: string; readonly code?: string; readonly stack?: string }
  if (read.error === undefined) return { kind: 'value', value: read.value }
  const isForeign = read.code === 'ERR_UNKNOWN_FILE_EXTENSION' || /does not provide an export|type.stripping/i.test(read.error)
  return { kind: 'failed', message: `${path}${lineIn(join(root, path), read.stack)} could not be run: ${read.error}`, ...(isForeign && /\.[cm]?ts$/.test(path) && { hint: 'TypeScript is compiled by the project\'s own typescript package, which is not there: install it' }) }
}

/** ':7', where it went wrong in the configuration itself. Node tells it of a module that is none only when it looks at that alone. */
function lineIn(path: string, stack: string = ''): string {
  const told = (text: string): string | undefined => text.split('\n').find((line) => line.includes(`${path}:`))?.split(`${path}:`)[1]?.match(/^\d+/)?.[0]
  const line = told(stack) ?? (/\.[cm]?js$/.test(path) ? told(spawnSync(process.execPath, ['--check', path], { encoding: 'utf8', windowsHide: true }).stderr) : undefined)
  return line === undefined ? '' : `:${line}`
}

function hintFrom(stderr: string): { readonly hint?: string } {
  const line = stderr.split('\n').find((each) => each.trim() !== '')
  return line === undefined ? {} : { hint: line.trim() }
}
