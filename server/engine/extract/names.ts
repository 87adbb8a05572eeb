// The names that a file brings in and hands on, by a parser: from the outline where that tells all, since a tree costs ten times as much.
import type { Facts } from '../../../rules/model/facts.ts'
import type { Path } from '../../../rules/model/place.ts'
import { isKeptWhole } from './kept-whole.ts'
import { type Outline, withOutline } from './parse.ts'
import { parsedTree } from './parsed-facts.ts'

/** Imports are named by where their specifiers start. */
export interface Names {
  readonly imports: ReadonlyMap<number, readonly string[]>
  readonly exports: readonly { readonly name: string; readonly from?: { readonly import: number; readonly name: string } }[]
}

/** Undefined where the outline does not tell all: a damaged file, a form other than the plain ones, a call that may be taken apart. */
export function outlinedNames(path: Path, text: string, facts: Facts): Names | undefined {
  const whole = facts.imports.filter((fact) => isKeptWhole(text, fact)).map(({ span }) => [span.start, ['*']] as const)
  const plain = facts.imports.filter(({ kind }) => kind === 'value' || kind === 'type' || kind === 'reexport')
  if (plain.length + whole.length < facts.imports.length || /\bexport\s*(?:=|import\b|as\s+namespace\b)/.test(text)) return undefined
  return withOutline(path, text, ({ module, damage }) => {
    if (damage !== undefined) return undefined
    const names = { imports: new Map([...importedNames(module), ...whole]), exports: exportedNames(text, module) }
    return facts.imports.every(({ span }) => names.imports.has(span.start)) ? names : undefined
  })
}

export function treeNames(path: Path, text: string): Names {
  const tree = parsedTree(path, text)
  return {
    imports: new Map(tree?.imports.map(({ span, names }) => [span.start, names])),
    exports: tree?.exports.map(({ name, from }) => from === undefined ? { name } : { name, from: { import: from.import.span.start, name: from.name } }) ?? [],
  }
}

function importedNames(module: Outline['module']): ReadonlyMap<number, readonly string[]> {
  const found = new Map<number, Set<string>>()
  for (const { moduleRequest, entries } of module.staticImports) {
    found.set(moduleRequest.start, new Set(entries.map(({ importName }) => nameOf(importName))))
  }
  // What is imported and then exported is noted as an export from there; its names are the import's.
  const own = new Set(found.keys())
  for (const { moduleRequest, importName } of module.staticExports.flatMap(({ entries }) => entries)) {
    if (!moduleRequest || own.has(moduleRequest.start)) continue
    const names = found.get(moduleRequest.start) ?? new Set<string>()
    found.set(moduleRequest.start, names.add(nameOf(importName)))
  }
  return new Map([...found].map(([start, names]) => [start, [...names].sort()]))
}

function exportedNames(text: string, module: Outline['module']): Names['exports'] {
  const imports = module.staticImports.flatMap(({ moduleRequest, entries }) => entries.map(({ importName, localName }) => (
    { import: moduleRequest.start, name: nameOf(importName), local: localName.value, at: startOf(importName) ?? localName.start })))
  const byLocal = new Map(imports.map((each) => [each.local, each]))
  // An export of an imported default is noted under the name that it has here, at the import's place.
  const byPlace = new Map(imports.map((each) => [each.at, each]))
  const found = new Map<string, Names['exports'][number]>()
  for (const { moduleRequest, importName, exportName, localName } of module.staticExports.flatMap(({ entries }) => entries)) {
    const name = nameOf(exportName)
    const handed = moduleRequest ? byPlace.get(startOf(importName) ?? -1) ?? { import: moduleRequest.start, name: nameOf(importName) } : byLocal.get(writtenAt(text, localName))
    // Overloads, and a type beside a value of its name, are one name. Only `export *` comes more than once.
    const key = name === '*' ? `* ${handed?.import}` : name
    if (!found.has(key)) found.set(key, handed === undefined ? { name } : { name, from: { import: handed.import, name: handed.name } })
  }
  return [...found.values()]
}

function startOf(noted: object | string): number | undefined {
  return typeof noted === 'object' && 'start' in noted && typeof noted.start === 'number' ? noted.start : undefined
}

function writtenAt(text: string, noted: object | string): string {
  const start = startOf(noted)
  return start !== undefined && typeof noted === 'object' && 'end' in noted && typeof noted.end === 'number' ? text.slice(start, noted.end) : ''
}

/**
 * What oxc calls a name, in either of its two ways of transfer: as JSON `{ kind, name }`; otherwise a name has a `value`, the default
 * only a place, and a whole namespace is a word. '*' is a whole namespace.
 */
function nameOf(noted: object | string): string {
  if (typeof noted === 'string') return '*'
  if ('value' in noted) return String(noted.value)
  if (!('kind' in noted) || noted.kind === 'Default') return 'default'
  return noted.kind === 'Name' && 'name' in noted ? String(noted.name) : '*'
}
