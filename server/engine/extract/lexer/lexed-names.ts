// The names that a file brings in and hands on, told by the words of its imports and exports alone. Each export is in one of the plain
// forms, which are tried in this order: from another module, a declaration, one variable, a default, a list; or nothing is told. Of what
// stands between, only commas matter: they may declare one more variable.

import type { Facts, Source } from '../../../../rules/model/facts.ts'
import { type ClauseItem, clauseItems } from '../clause-names.ts'
import { decode } from '../decode.ts'
import { isKeptWhole } from '../kept-whole.ts'
import type { Names } from '../names.ts'
import { type Code, codeOf, hasCommaBetween } from './around.ts'
import { scanned } from './lexed-facts.ts'
import type { Scan } from './scan.ts'

type Export = Names['exports'][number]
type From = NonNullable<Export['from']>

/** Undefined where it takes a parser to tell. */
export function lexedNames({ path, bytes }: Source, facts: Facts): Names | undefined {
  const scan = scanned(path, bytes, true)
  const code = scan && codeOf(scan)
  const brought = scan && broughtIn(scan, decode(bytes), facts)
  if (scan === undefined || code === undefined || brought === undefined) return undefined
  const exports: Export[] = []
  for (const [i, start] of scan.exported.entries()) {
    const own = brought.exports.get(start) ?? exportsAt(code, { start, end: scan.exported[i + 1] ?? scan.end, handedOn: scan.handedOn }, brought.locals)
    if (own === undefined) return undefined
    exports.push(...own)
  }
  return { imports: brought.imports, exports: onceEach(exports) }
}

interface Brought {
  readonly imports: Names['imports']
  /** Top-level names of this file's own for what others define. */
  readonly locals: ReadonlyMap<string, From>
  /** Of exports from other modules, by the byte where the statement starts. */
  readonly exports: ReadonlyMap<number, readonly Export[]>
}

function broughtIn(scan: Scan, text: string, facts: Facts): Brought | undefined {
  const imports = new Map<number, readonly string[]>()
  const locals = new Map<string, From>()
  const exports = new Map<number, readonly Export[]>()
  const exported = new Set(scan.exported)
  for (const [i, fact] of facts.imports.entries()) {
    const found = scan.imports[i]
    if (found === undefined) return undefined
    const start = fact.span.start
    const items = clauseItems(text.slice(fact.statement.start, start)) ?? (isKeptWhole(text, fact) ? whole : undefined)
    if (items === undefined) return undefined
    imports.set(start, [...new Set(items.map(({ name }) => name))].sort())
    if (exported.has(found.statementStart)) exports.set(found.statementStart, items.map(({ name, as }) => ({ name: as, from: { import: start, name } })))
    else if (scan.imported.some((name) => found.statementStart < name && name < found.start)) for (const { name, as } of items) locals.set(as, { import: start, name })
  }
  return { imports, locals, exports }
}

const whole: readonly ClauseItem[] = [{ name: '*', as: '*', isType: false }]

interface Statement {
  readonly start: number
  /** Where the next export starts. */
  readonly end: number
  /** Where names stand that are all of what their statement exports. */
  readonly handedOn: readonly number[]
}

const name = String.raw`([A-Za-z_$][\w$]*)(?![\w$\\.\u0080-\uffff])`
const declaration = new RegExp(String.raw`export\s+(?:(?:declare|abstract|async)\s+|const\s+(?=enum\b))*(?:function\s*\*\s*|(?:function|class|enum|interface|namespace|module|type)\s+)${name}`, 'y')
const variable = new RegExp(String.raw`export\s+(?:declare\s+)?(?:const|let|var)\s+${name}`, 'y')
const byDefault = new RegExp(String.raw`export\s+default\s+(?:${name}|(?![/(\\\u0080-\uffff]))`, 'y')
const list = /export\s*(?:type\s*)?\{[^{}'"]*\}/y

function exportsAt(code: Code, { start, end, handedOn }: Statement, locals: ReadonlyMap<string, From>): readonly Export[] | undefined {
  const match = (form: RegExp): RegExpExecArray | null => {
    form.lastIndex = start
    return form.exec(code.text)
  }
  const declared = match(declaration)?.[1]
  if (declared !== undefined) return [{ name: declared }]
  const first = match(variable)
  if (first?.[1] !== undefined) return hasCommaBetween(code, start + first[0].length, end) ? undefined : [{ name: first[1] }]
  const exported = match(byDefault)
  if (exported !== null) {
    const from = exported[1] === undefined ? undefined : locals.get(exported[1])
    if (from === undefined) return [{ name: 'default' }]
    return handedOn.includes(byDefault.lastIndex - (exported[1]?.length ?? 0)) ? [{ name: 'default', from }] : undefined
  }
  const listed = match(list)?.[0]
  return listed === undefined ? undefined : clauseItems(`${listed} from`)?.map(({ name, as }) => {
    const from = locals.get(name)
    return from === undefined ? { name: as } : { name: as, from }
  })
}

/** Overloads, and a type beside a value of its name, are one name. Only `export *` comes more than once. */
function onceEach(exports: readonly Export[]): readonly Export[] {
  const seen = new Set<string>()
  return exports.filter(({ name }) => {
    if (name === '*') return true
    const isNew = !seen.has(name)
    seen.add(name)
    return isNew
  })
}
