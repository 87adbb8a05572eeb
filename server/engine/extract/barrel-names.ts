// The names of a file that is nothing but imports and exports of what others define, as most barrels are: told by its statements' own
// words, without a parser.

import type { Facts, ImportFact } from '../../../rules/model/facts.ts'
import { clauseItems, type ClauseItem } from './clause-names.ts'
import type { Names } from './names.ts'

type Export = Names['exports'][number]

/** Undefined where the file holds anything else, or words that take a parser to understand. */
export function barrelNames(text: string, facts: Facts): Names | undefined {
  const imports = new Map<number, readonly string[]>()
  const exports: Export[] = []
  const handedOn: ClauseItem[] = []
  const locals = new Map<string, { readonly import: number; readonly name: string }>()
  let at = 0
  for (const fact of [...facts.imports, undefined]) {
    const lists = listsUpTo(text, at, fact?.statement.start ?? text.length)
    if (lists === undefined) return undefined
    for (const list of lists) {
      const items = clauseItems(`${list} from`)
      if (items === undefined) return undefined
      handedOn.push(...items)
    }
    if (fact === undefined) break
    const items = itemsOf(text, fact)
    if (items === undefined) return undefined
    const start = fact.span.start
    imports.set(start, [...new Set(items.map(({ name }) => name))].sort())
    const isExport = text.startsWith('export', fact.statement.start)
    for (const { name, as } of items) {
      if (isExport) exports.push({ name: as, from: { import: start, name } })
      else locals.set(as, { import: start, name })
    }
    at = fact.statement.end
  }
  for (const { name, as } of handedOn) {
    const from = locals.get(name)
    exports.push(from === undefined ? { name: as } : { name: as, from })
  }
  return { imports, exports: onceEach(exports) }
}

/** A type beside a value of its name is one name. Only `export *` comes more than once. */
function onceEach(exports: readonly Export[]): readonly Export[] {
  const seen = new Set<string>()
  return exports.filter(({ name }) => {
    if (name === '*') return true
    const isNew = !seen.has(name)
    seen.add(name)
    return isNew
  })
}

function itemsOf(text: string, { kind, statement, span }: ImportFact): readonly ClauseItem[] | undefined {
  return kind === 'value' || kind === 'type' || kind === 'reexport' ? clauseItems(text.slice(statement.start, span.start)) : undefined
}

const nothing = /(?:\s|;|\/\/[^\n\r\u2028\u2029]*|\/\*[\s\S]*?\*\/|(?<!.)(?:'use \w+'|"use \w+"))*/y
const list = /export\s*(?:type\s*)?\{[^{}'"]*\}/y

/** What `export { … }` lists between two statements; undefined where anything else stands there. */
function listsUpTo(text: string, from: number, to: number): readonly string[] | undefined {
  const lists: string[] = []
  let at = from
  for (;;) {
    nothing.lastIndex = at
    at += nothing.exec(text)?.[0].length ?? 0
    if (at >= to) return at === to ? lists : undefined
    list.lastIndex = at
    const found = list.exec(text)?.[0]
    if (found === undefined) return undefined
    lists.push(found)
    at += found.length
  }
}
