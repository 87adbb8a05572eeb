// The one door to oxc: which language a file is in, how its tree is fetched at least cost, and what must never reach it.
// What the rest of this folder knows of oxc is the shape of its tree (ESTree with TypeScript).
// It is native code that takes as long to load as a hundred files take to read, and few projects need it: so it is loaded when first asked.
import type { EcmaScriptModule, Node, ParseResult, Program } from 'oxc-parser'
import type { Path, Span } from '../../../rules/model/place.ts'
import { tooDeepAt } from './nesting.ts'

export type { Node, Program }

// What native code runs on is Node; declared here because the engine sees the types of no platform.
declare global { interface ImportMeta { url: string } }
declare const process: { getBuiltinModule(name: 'module'): { createRequire(from: string): (name: 'oxc-parser') => typeof import('oxc-parser') } }

let loaded: typeof import('oxc-parser') | undefined

function oxc(): typeof import('oxc-parser') {
  if (loaded === undefined) {
    const require = process.getBuiltinModule('module').createRequire(import.meta.url)
    loaded = require('oxc-parser')
  }
  return loaded
}

/** The properties of a node of this type that hold nodes. */
export function childKeys(type: string): readonly string[] {
  return oxc().visitorKeys[type] ?? []
}

/** Why a text does not parse. */
export interface Damage {
  readonly message: string
  readonly span: Span
}

/** What oxc notes on the way while it parses: cheap, since no tree crosses into JavaScript. */
export interface Outline {
  /** Read only places and `isType` from it: the names of names differ between the two ways of transfer. */
  readonly module: EcmaScriptModule
  readonly comments: readonly Span[]
  /** Absent where the parser read the whole text, if need be with complaints. Otherwise `module` ends where the parser did. */
  readonly damage?: Damage
}

/** Runs `read` on the outline, whose parts live only until it returns. */
export function withOutline<T>(path: Path, text: string, read: (outline: Outline) => T): T {
  const depth = tooDeepAt(text)
  if (depth !== undefined) return read(outlineOfNothing({ message: 'nested too deeply', span: { start: depth, end: depth + 1 } }))
  const result = parse(path, text, 'experimentalLazy')
  try {
    const damage = damageOf(result)
    return read({ module: result.module, comments: result.comments, ...damage && { damage } })
  } finally {
    result.dispose?.()
  }
}

/** Undefined for a text that does not parse, or whose tree is too deep to walk. Costs about ten times an outline. */
export function parseTree(path: Path, text: string): Program | undefined {
  if (tooDeepAt(text) !== undefined) return undefined
  try {
    const result = parse(path, text, 'experimentalRawTransfer')
    return damageOf(result) === undefined ? result.program : undefined
  } catch (error) {
    if (isStackOverflow(error)) return undefined
    throw error
  }
}

/** Chains such as `a + b + c + …` nest without bound in the tree, though not in the text. */
export function isStackOverflow(error: unknown): boolean {
  return error instanceof RangeError && /call stack/.test(error.message)
}

type Result = ParseResult & { dispose?(): void }
type Transfer = 'experimentalLazy' | 'experimentalRawTransfer'

// Transfer without JSON is 5 times cheaper for an outline and 2 times for a tree. It costs 25 ms to begin with, though, and needs Node 22 and
// 6 GiB of address space (not of memory): so it begins when so many characters have been read that it would have paid.
const worthTransfer = 400_000
let read = 0
let transfers = true

function parse(path: Path, text: string, transfer: Transfer): Result {
  const [first, ...others] = dialects(path)
  const result = parseAs(first, text, transfer)
  if (stopsAtUnreadable(result)) {
    result.dispose?.()
    return parse(path, text.replaceAll('\uFFFD', '_'), transfer)
  }
  if (damageOf(result) === undefined) return result
  for (const dialect of others) {
    const other = parseAs(dialect, text, transfer)
    if (damageOf(other) === undefined) { result.dispose?.(); return other }
    other.dispose?.()
  }
  return result
}

function parseAs(dialect: Dialect, text: string, transfer: Transfer): Result {
  const { parseSync, rawTransferSupported } = oxc()
  read += text.length
  if (transfers && read > worthTransfer && rawTransferSupported()) {
    try {
      return parseSync('', text, { ...dialect, [transfer]: true })
    } catch (error) {
      if (!(error instanceof RangeError) || isStackOverflow(error)) throw error
      transfers = false
    }
  }
  return parseSync('', text, dialect)
}

/** oxc takes U+FFFD in an identifier for the end of a file that is no text. Here it comes of a name in Latin-1. */
function stopsAtUnreadable(result: Result): boolean {
  return result.errors.some(error => error.message.startsWith('File appears to be binary'))
}

interface Dialect {
  readonly lang: 'jsx' | 'ts' | 'tsx' | 'dts'
  readonly sourceType: 'module' | 'commonjs' | 'unambiguous'
}

/** JavaScript that does not parse may hold types (Flow's are near enough to TypeScript's). */
function dialects(path: Path): readonly [Dialect, ...Dialect[]] {
  const sourceType = /\.m[jt]s$/.test(path) ? 'module' : /\.c[jt]s$/.test(path) ? 'commonjs' : 'unambiguous'
  if (/\.d\.(?:[^/]+\.)?[mc]?ts$/.test(path)) return [{ lang: 'dts', sourceType }]
  if (path.endsWith('ts')) return [{ lang: 'ts', sourceType }]
  if (path.endsWith('.tsx')) return [{ lang: 'tsx', sourceType }]
  return [{ lang: 'jsx', sourceType }, { lang: 'tsx', sourceType }]
}

/** oxc gives a text up by returning an empty tree; errors beside a tree are complaints about code that it understood. */
function damageOf(result: Result): Damage | undefined {
  const [error] = result.errors
  if (error === undefined || result.program.body.length > 0) return undefined
  const [label] = error.labels
  return { message: error.message, span: { start: label?.start ?? 0, end: label?.end ?? 0 } }
}

function outlineOfNothing(damage: Damage): Outline {
  return { module: { hasModuleSyntax: false, staticImports: [], staticExports: [], dynamicImports: [], importMetas: [] }, comments: [], damage }
}
