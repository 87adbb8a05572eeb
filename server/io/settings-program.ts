/** What a process of its own runs: someone else's configuration. All it is told, and all it answers, is JSON. */
export interface ProgramInput {
  /** Absolute. */
  readonly path: string
  readonly hasExtends: boolean | 'local'
  readonly exported: readonly string[]
  readonly keepsFunctions: boolean
  readonly standIns: Readonly<Record<string, readonly string[]>>
}

/** Keys of ESLint's configurations that hold code and nothing that is asked for. */
const unread = ['plugins', 'languageOptions', 'parser', 'processor']

/**
 * TypeScript is compiled by the project's own compiler, as Sheriff and ESLint's loader do: what Node strips by itself keeps imports
 * of types that are not marked as such. Without one, Node may still know how to.
 */
const hooks = `
import { existsSync, readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'

const isFile = (path) => existsSync(path) && statSync(path).isFile()
const quoted = (names) => names.map((name) => 'export const ' + name + ' = Object.assign(() => true, { standsFor: ' + JSON.stringify(name) + ' })').join('\\n')
let compiler
try { compiler = createRequire(INPUT.path).resolve('typescript') } catch (error) { if (error.code !== 'MODULE_NOT_FOUND') throw error }

export function resolve(specifier, context, next) {
  if (Object.hasOwn(INPUT.standIns, specifier)) return { url: 'data:text/javascript,' + encodeURIComponent(quoted(INPUT.standIns[specifier])), format: 'module', shortCircuit: true }
  if (/^\\.{1,2}\\//.test(specifier) && context.parentURL?.startsWith('file:')) {
    const base = fileURLToPath(new URL(specifier, context.parentURL))
    const candidates = [base, base.replace(/\\.([cm]?)js$/, '.$1ts'), base + '.ts', base + '.mts', base + '.cts', base + '.js', base + '/index.ts', base + '/index.js']
    const found = candidates.find(isFile)
    if (found !== undefined && !isFile(base)) return { url: pathToFileURL(found).href, shortCircuit: true }
  }
  return next(specifier, context)
}

export function load(url, context, next) {
  if (compiler === undefined || !/^file:.*\\.[cm]?ts$/.test(url)) return next(url, context)
  const ts = createRequire(INPUT.path)(compiler)
  const text = readFileSync(fileURLToPath(url), 'utf8')
  const isCommon = url.endsWith('.cts') || (!/^\\s*(?:import|export)\\b/m.test(text) && /\\b(?:module\\.)?exports\\b/.test(text))
  const source = ts.transpileModule(text, { compilerOptions: { module: isCommon ? ts.ModuleKind.CommonJS : ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022, esModuleInterop: true } }).outputText
  return { format: isCommon ? 'commonjs' : 'module', source, shortCircuit: true }
}
`

const main = `
import { existsSync, readFileSync, statSync, writeSync } from 'node:fs'
import * as loaders from 'node:module'
import { dirname, isAbsolute, join } from 'node:path'
import { pathToFileURL } from 'node:url'

const endings = ['', '.js', '.json', '.cjs', '.mjs', '.ts']
const isFile = (path) => existsSync(path) && statSync(path).isFile()

// dependency-cruiser finds what is extended as a file below node_modules, whatever the package exports.
function found(name, from) {
  const bases = name.startsWith('.') || isAbsolute(name) ? [join(isAbsolute(name) ? '' : from, name)] : []
  if (bases.length === 0) for (let folder = from; ; folder = dirname(folder)) { bases.push(join(folder, 'node_modules', name)); if (dirname(folder) === folder) break }
  for (const base of bases) for (const ending of endings) if (isFile(base + ending)) return base + ending
  return loaders.createRequire(join(from, 'x.js')).resolve(name)
}

function exportOf(module) {
  const isMap = (value) => value !== null && typeof value === 'object'
  const name = INPUT.exported.find((each) => (each === '*' ? Object.values(module).some(isMap) : each in module))
  return name === '*' ? Object.values(module).find(isMap) : name === undefined ? undefined : module[name]
}

async function load(path, above) {
  if (above.includes(path)) throw new Error('it extends itself, by way of ' + path)
  let value = path.endsWith('.json') ? new Function('return (' + readFileSync(path, 'utf8') + '\\n)')() : exportOf(await import(pathToFileURL(path).href))
  if (typeof value === 'function') value = await value()
  value = await value
  if (!INPUT.hasExtends || value === null || typeof value !== 'object' || value.extends === undefined) return value
  const bases = []
  for (const name of [value.extends].flat()) bases.push(typeof name === 'string' && (INPUT.hasExtends !== 'local' || /^[./]/.test(name)) ? await load(found(name, dirname(path)), [...above, path]) : name)
  return { ...value, extends: bases }
}

// What a function makes of names that stand for any: where it only puts them into texts, this says what it does. One that decides is none of these.
function tried(made, mark) {
  const named = new Proxy({}, { get: (_target, key) => (typeof key === 'string' ? mark(key) : undefined), has: () => true })
  try { return made(named, { segment: mark('segment'), regexMatch: null }) } catch { return undefined }
}

function templateOf(made) {
  const template = tried(made, (name) => '<' + name + '>')
  const isOfTexts = template !== undefined && [template].flat().every((each) => typeof each === 'string')
  if (!isOfTexts || /[?]|&&|\\|\\||\\b(?:if|switch|for|while)\\b/.test(String(made))) return undefined
  const marks = [(name) => 'q7' + name + 'Z', (name) => 'x-' + name]
  const isSame = marks.every((mark) => JSON.stringify(tried(made, mark)) === JSON.stringify(template).replaceAll(/<([\\w-]+)>/g, (_whole, name) => mark(name)))
  return isSame ? template : undefined
}

function saidBy(made) {
  if (made.standsFor !== undefined) return { function: made.standsFor }
  const gives = templateOf(made)
  return { function: String(made), ...(gives !== undefined && { gives }) }
}

const unread = new Set(INPUT.unread)
function plain(value, above) {
  if (typeof value === 'function' && INPUT.keepsFunctions) return saidBy(value)
  if (value === null || typeof value !== 'object') return typeof value === 'function' || typeof value === 'symbol' || typeof value === 'bigint' ? undefined : value
  if (value instanceof RegExp) return INPUT.keepsFunctions ? { regexp: value.source, flags: value.flags } : value.source
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

const hooks = 'data:text/javascript,' + encodeURIComponent('const INPUT = ' + JSON.stringify(INPUT) + '\\n' + HOOKS)
if (loaders.registerHooks === undefined) loaders.register(hooks)
else loaders.registerHooks(await import(hooks))

try {
  say({ value: plain(await load(INPUT.path, []), []) })
} catch (error) {
  say({ error: error instanceof Error ? error.message.split('\\n')[0] : String(error), code: error?.code, stack: error?.stack })
}
process.exit(0)
`

export function settingsProgram(input: ProgramInput): string {
  const told = { ...input, unread: input.keepsFunctions ? [] : unread }
  return `const INPUT = ${JSON.stringify(told)}\nconst HOOKS = ${JSON.stringify(hooks)}\n${main}`
}
