/* What a user writes as a selector, read into the tree that the rules understand. */
import type { Mistake } from '../../rules/model/glob.ts'
import { namePattern } from '../../rules/model/name-pattern.ts'
import { pathPattern } from '../../rules/model/path-pattern.ts'
import type { NamePattern, PathPattern } from '../../rules/model/pattern.ts'
import type { Path, Place } from '../../rules/model/place.ts'
import type { Problem } from '../../rules/model/problem.ts'
import type { Atom, Selector } from '../../rules/model/selector.ts'
import { packageCondition } from './package-conditions.ts'
import { notYetMessage, prefixesNotYet } from './not-yet.ts'
import { nearest } from '../../rules/model/nearest.ts'
import { patternIn } from './pattern-in.ts'
import { regexPattern } from './regex-pattern.ts'
import { startsWithDrive } from './windows-path.ts'
import { placeIn, type Tree } from './yaml-tree.ts'

/** Where problems of one file go. */
export interface Reader {
  readonly path: Path
  /** From where patterns start; absent: the root. */
  readonly folder?: Path
  readonly problems: Problem[]
}

export function placeOf(reader: Reader, tree: Tree): Place {
  return placeIn(reader.path, tree)
}

/** Of an entry: its key where it has one. */
export function keyPlaceOf(reader: Reader, tree: Tree): Place {
  return placeIn(reader.path, tree, tree.key)
}

export function refuse(reader: Reader, at: Place, kind: string, message: string, hint?: string): void {
  const from = (words: string): string => reader.folder === undefined ? words : fromItsFolder(words)
  reader.problems.push({ kind, message: from(message), at, ...(hint === undefined ? {} : { hint: from(hint) }) })
}

/** What is said of all patterns, said of those of a file further down. */
function fromItsFolder(words: string): string {
  return words.replace('would leave the project', "would leave this file's folder").replace("the project's root", "this file's folder")
}

export type ReadAtom = (text: string, at: Place) => Atom | Mistake | NotYetAtom

interface NotYetAtom { readonly notYet: string }

/** The shape has been checked: texts, lists, and maps of any, all and not. What cannot be read takes nothing, and is a problem. */
export function readSelector(reader: Reader, tree: Tree, readAtom: ReadAtom = atomOf): Selector {
  if (typeof tree.value === 'string') return readOne(reader, tree.value, placeOf(reader, tree), readAtom)
  if (Array.isArray(tree.value)) return { kind: 'any', of: tree.items.map((item) => readSelector(reader, item, readAtom)) }
  const parts: Selector[] = []
  for (const [key, inner] of tree.entries) {
    const selector = readSelector(reader, inner, readAtom)
    if (key === 'not') parts.push({ kind: 'not', of: selector })
    else if (key === 'all') parts.push({ kind: 'all', of: selector.kind === 'any' ? selector.of : [selector] })
    else parts.push(selector)
  }
  if (parts.length === 0) refuse(reader, placeOf(reader, tree), 'bad-selector', 'an empty map picks nothing', 'write any, all or not')
  const [only] = parts
  return parts.length === 1 && only !== undefined ? only : { kind: 'all', of: parts }
}

export function isEmptyList({ value }: Tree): boolean {
  return Array.isArray(value) && value.length === 0
}

/** Of a selector that is a map. */
export const selectorKeys: readonly string[] = ['any', 'all', 'not']

const nothing: Selector = { kind: 'any', of: [] }

function readOne(reader: Reader, text: string, at: Place, readAtom: ReadAtom): Selector {
  const read = readAtom(text, at)
  if ('notYet' in read) refuse(reader, at, 'not-yet', notYetMessage(read.notYet))
  else if ('mistake' in read) refuse(reader, at, 'bad-selector', `'${shorten(text)}' is no selector: ${read.mistake}`, read.hint)
  else return reader.folder !== undefined && read.kind === 'path' ? { ...read, pattern: patternIn(reader.folder, read.pattern) } : read
  return nothing
}

export function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}

/** What an atom may begin with, before its colon. */
export const prefixes: readonly string[] = ['layer', 'module', 'tag', 'path', 're', 'pkg', 'builtin', 'vendor', 'capability', 'env', 'state', 'unresolved', 'folder']

export function atomOf(text: string, at: Place): Atom | Mistake | NotYetAtom {
  if (text === '*') return { at, kind: 'every' }
  if (startsWithDrive(text)) return { mistake: 'a drive is no part of the project', hint: "write path: and the folder from the project's root" }
  const colon = colonOf(text)
  if (colon === -1) return withName(namePattern(text, 'whole'), (name) => ({ at, kind: 'group', sort: 'either', name }))
  const prefix = text.slice(0, colon)
  const rest = text.slice(colon + 1)
  if (prefixesNotYet.includes(prefix)) return { notYet: `${prefix}:` }
  if (rest === '') return { mistake: `nothing stands after '${prefix}:'` }
  switch (prefix) {
    case 'layer': case 'module': return withName(namePattern(rest, 'whole'), (name) => ({ at, kind: 'group', sort: prefix, name }))
    case 'tag': return withName(namePattern(rest, 'whole'), (name) => ({ at, kind: 'tag', name }))
    case 'path': return withPath(readPath(rest), (pattern) => ({ at, kind: 'path', pattern }))
    case 're': return withPath(regexPattern(rest), (pattern) => ({ at, kind: 'path', pattern }))
    case 'pkg': return packageOf(rest, at)
    case 'builtin': return withName(namePattern(rest.replace(/^node:/, ''), 'first-segments'), (name) => ({ at, kind: 'builtin', name }))
    case 'vendor': return vendorOf(rest, at)
    case 'capability': return withName(namePattern(rest, 'whole'), (name) => ({ at, kind: 'capability', name }))
    case 'env': case 'state': return withName(namePattern(rest, 'whole'), (name) => ({ at, kind: prefix, name }))
    case 'unresolved': return withName(namePattern(rest, 'first-segments'), (specifier) => ({ at, kind: 'unresolved', specifier }))
    case 'folder': return rest === 'above' || rest === 'same' || rest === 'below' ? { at, kind: 'folder', where: rest } : { mistake: 'a folder is above, same or below' }
    default: return inside(prefix, rest, at)
  }
}

/** A word, or `word:value`. */
export function isTag(text: string): boolean {
  return /^[^\s:*?{},]+(:[^\s*?{},]+)?$/.test(text)
}

/** Of `packages`: a text without a prefix is a package. */
export function packageAtomOf(text: string, at: Place): Atom | Mistake | NotYetAtom {
  return colonOf(text) === -1 ? packageOf(text, at) : atomOf(text, at)
}

/** A pattern over paths, or an expression. */
export function readPath(text: string): PathPattern | Mistake {
  return text.startsWith('re:') ? regexPattern(text.slice(3)) : pathPattern(text)
}

/** The first colon that does not belong to a capture. */
export function colonOf(text: string): number {
  let depth = 0
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '{') depth++
    else if (text[i] === '}') depth--
    else if (text[i] === ':' && depth <= 0) return i
  }
  return -1
}

function packageOf(text: string, at: Place): Atom | Mistake | NotYetAtom {
  const [, named = text, brackets = ''] = /^(.*?)((?:\[[^[\]]*\])+)$/.exec(text) ?? []
  if (named === '') return { mistake: 'no package stands before the brackets', hint: `write pkg:*${brackets}` }
  const conditions = [...brackets.matchAll(/\[([^\]]*)\]/g)].map(([, inner = '']) => packageCondition(inner))
  const wrong = conditions.find((condition) => 'mistake' in condition)
  if (wrong !== undefined && 'mistake' in wrong) return wrong
  const asked = conditions.flatMap((condition) => ('mistake' in condition ? [] : condition))
  return withName(namePattern(named, 'first-segments'), (name) => ({ at, kind: 'package', name, ...(asked.length === 0 ? {} : { conditions: asked }) }))
}

function vendorOf(text: string, at: Place): Atom | Mistake {
  const colon = colonOf(text)
  const vendor = namePattern(colon === -1 ? text : text.slice(0, colon), 'whole')
  if (colon === -1) return withName(vendor, (name) => ({ at, kind: 'vendor', vendor: name }))
  const service = namePattern(text.slice(colon + 1), 'whole')
  return withName(vendor, (name) => withName(service, (inner) => ({ at, kind: 'vendor', vendor: name, service: inner })))
}

function inside(name: string, rest: string, at: Place): Atom | Mistake {
  const like = nearest(name, prefixes)
  const module = namePattern(name, 'whole')
  if ('mistake' in module) return { mistake: `${module.mistake}`, ...(like === undefined ? {} : { hint: `did you mean ${like}:?` }) }
  return withPath(pathPattern(rest), (pattern) => ({ at, kind: 'inside', module, pattern }))
}

function withName<T>(name: NamePattern | Mistake, make: (name: NamePattern) => T): T | Mistake {
  return 'mistake' in name ? name : make(name)
}

function withPath<T>(pattern: PathPattern | Mistake, make: (pattern: PathPattern) => T): T | Mistake {
  return 'mistake' in pattern ? pattern : make(pattern)
}
