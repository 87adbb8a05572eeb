import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

export type Ran = { readonly kind: 'value'; readonly value: unknown } | { readonly kind: 'failed'; readonly message: string; readonly hint?: string }

export interface RunSettings {
  /** From the root. */
  readonly path: string
  /** The folder in which it is run. Absolute. */
  readonly root: string
  readonly hasExtends: boolean
  readonly limitMs: number
}

const mostBytes = 64 * 1024 * 1024

/** Runs someone else's configuration, once, in a process of its own, and gives back what it exports, as plain data. */
export function runSettings({ path, root, hasExtends, limitMs }: RunSettings): Ran {
  const { error, output, status, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', program, join(root, path), String(hasExtends)], {
    cwd: root, timeout: limitMs, killSignal: 'SIGKILL', maxBuffer: mostBytes, stdio: ['ignore', 'pipe', 'pipe', 'pipe'], encoding: 'utf8', windowsHide: true,
  })
  if (error !== undefined && 'code' in error && error.code === 'ETIMEDOUT') return { kind: 'failed', message: `${path} did not end within ${Math.round(limitMs / 1000)} s`, hint: 'a configuration that waits for something cannot be read' }
  const answer = output?.[3] ?? ''
  if (answer === '') return { kind: 'failed', message: `${path} ended with status ${status ?? 'none'} and without an answer`, ...hintFrom(stderr) }
  const read = JSON.parse(answer) as { readonly value?: unknown; readonly error?: string }
  return read.error === undefined ? { kind: 'value', value: read.value } : { kind: 'failed', message: `${path} could not be run: ${read.error}` }
}

function hintFrom(stderr: string): { readonly hint?: string } {
  const line = stderr.split('\n').find((each) => each.trim() !== '')
  return line === undefined ? {} : { hint: line.trim() }
}

/**
 * What runs there. It says its answer through a pipe of its own, since configurations print. Functions, and what refers to itself, are no data.
 * dependency-cruiser finds what is extended as a file below node_modules, whatever the package exports.
 */
const program = `
import { existsSync, readFileSync, statSync, writeSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, isAbsolute, join } from 'node:path'
import { pathToFileURL } from 'node:url'

const [path, hasExtends] = process.argv.slice(-2)
const endings = ['', '.js', '.json', '.cjs', '.mjs', '.ts']
const isFile = (path) => existsSync(path) && statSync(path).isFile()

function found(name, from) {
  const bases = name.startsWith('.') || isAbsolute(name) ? [join(isAbsolute(name) ? '' : from, name)] : []
  if (bases.length === 0) for (let folder = from; ; folder = dirname(folder)) { bases.push(join(folder, 'node_modules', name)); if (dirname(folder) === folder) break }
  for (const base of bases) for (const ending of endings) if (isFile(base + ending)) return base + ending
  return createRequire(join(from, 'x.js')).resolve(name)
}

async function load(path, above) {
  if (above.includes(path)) throw new Error('it extends itself, by way of ' + path)
  let value = path.endsWith('.json') ? new Function('return (' + readFileSync(path, 'utf8') + '\\n)')() : (await import(pathToFileURL(path).href)).default
  if (typeof value === 'function') value = await value()
  value = await value
  if (hasExtends !== 'true' || value === null || typeof value !== 'object' || value.extends === undefined) return value
  const bases = []
  for (const name of [value.extends].flat()) bases.push(typeof name === 'string' ? await load(found(name, dirname(path)), [...above, path]) : name)
  return { ...value, extends: bases }
}

const unread = new Set(['plugins', 'languageOptions', 'parser', 'processor'])
function plain(value, above) {
  if (value === null || typeof value !== 'object') return typeof value === 'function' || typeof value === 'symbol' || typeof value === 'bigint' ? undefined : value
  if (value instanceof RegExp) return value.source
  if (above.includes(value) || above.length > 40) return undefined
  const inner = [...above, value]
  if (Array.isArray(value)) return value.map((each) => plain(each, inner) ?? null)
  return Object.fromEntries(Object.entries(value).filter(([key]) => !unread.has(key)).map(([key, each]) => [key, plain(each, inner)]))
}

function say(answer) {
  const bytes = Buffer.from(JSON.stringify(answer))
  for (let at = 0; at < bytes.length;) {
    try { at += writeSync(3, bytes, at) } catch (error) { if (error.code !== 'EAGAIN') throw error }
  }
}

try {
  say({ value: plain(await load(path, []), []) })
} catch (error) {
  say({ error: error instanceof Error ? error.message.split('\\n')[0] : String(error) })
}
process.exit(0)
`
