// `path` and `pathNot`: expressions over the paths of files, and of what lies in node_modules, each class of ends by itself.

import { pathPattern } from '../../../../rules/model/path-pattern.ts'
import type { Path } from '../../../../rules/model/place.ts'
import { globOf } from '../expression/glob.ts'
import { literalOf, parse, termsOf, type Expression, type Sequence, type Term, type Unreadable } from '../expression/parse.ts'
import { sayable, type Sayable } from '../expression/sayable.ts'
import { givenName, noNames, textOf, type GroupNames } from '../expression/text.ts'
import { allOf, anyOf, everyFile, type Selector } from '../selector.ts'
import { textsIn } from '../reading.ts'

/** What a project consists of, as far as a translation looks. */
export interface Ground {
  readonly files: readonly Path[]
  /** Packages that manifests declare, or sources import. */
  readonly declared: readonly string[]
  /** What they say they are licensed under, and which of them do. */
  readonly licenses: () => ReadonlyMap<string, readonly string[]>
}

export interface PathTest {
  readonly alternatives: readonly Sayable[]
  /** Numbers of the other side's groups that it names. */
  readonly givens: ReadonlySet<number>
  /** Absent where it names any: what they stand for is not known. */
  readonly regexp?: RegExp
}

/** Of both sides of a rule: what groups are called that the other side names. */
export interface Naming {
  readonly prefix: string
  readonly asked: ReadonlySet<number>
}

export const nothingAsked: Naming = { prefix: 'g', asked: new Set() }

/** Undefined where nothing is said. `givens`: `$1` is what the other side's group took. */
export function pathTest(value: unknown, { givens }: { readonly givens: boolean }): PathTest | Unreadable | undefined {
  const source = textsIn(value).join('|')
  if (source === '') return undefined
  const expression = parse(source, { givens })
  if ('unreadable' in expression) return expression
  const alternatives = sayable(expression.flatMap(spread))
  if ('unreadable' in alternatives) return alternatives
  const regexp = regexpOf(source)
  if ('unreadable' in regexp) return regexp
  const numbers = new Set([...termsOf(expression)].flatMap((term) => (term.kind === 'given' ? [term.number] : [])))
  return { alternatives, givens: numbers, ...(numbers.size === 0 && { regexp }) }
}

export function regexpOf(source: string): RegExp | Unreadable {
  try {
    return new RegExp(source)
  } catch (error) {
    if (error instanceof SyntaxError) return { unreadable: `it is no expression: ${error.message}` }
    throw error
  }
}

/** Groups within alternatives are numbered as they take part, so that each alternative becomes a sequence of its own. */
function spread(sequence: Sequence): Expression {
  const index = sequence.findIndex((term) => term.kind === 'group' && term.of.length > 1 && term.of.some((each) => each.some((inner) => inner.kind === 'group' && inner.captures)) && !term.captures)
  const group = sequence[index]
  if (group?.kind !== 'group') return [sequence]
  return group.of.flatMap((each) => spread([...sequence.slice(0, index), ...each, ...sequence.slice(index + 1)]))
}

/** Whether each of its alternatives has all the groups that are asked for. */
export function binds({ alternatives }: PathTest, { asked }: Naming): boolean {
  return alternatives.every(({ must: [first] }) => {
    const count = [...termsOf([first])].filter((term) => term.kind === 'group' && term.captures).length
    return [...asked].every((number) => number <= count)
  })
}

/** What may not name a file that is not there yet says alternatives as one expression, of which something is there. */
export function inOne(test: PathTest, { files }: Ground): PathTest {
  const firsts = test.alternatives.map(({ must: [first] }) => first)
  const isPlain = test.givens.size === 0 && test.alternatives.every(({ must, not }) => must.length === 1 && not.length === 0) && !firsts.some(takesAll)
  const isThere = (sequence: Sequence): boolean => files.some((file) => new RegExp(textOf(sequence, noNames, '')).test(file))
  if (firsts.length < 2 || !isPlain || firsts.every(isThere) || !firsts.some(isThere)) return test
  return { ...test, alternatives: [{ must: [[{ kind: 'group', captures: false, of: firsts }]], not: [] }] }
}

/** The files that it takes. */
export function filesTaken(test: PathTest, ground: Ground, naming: Naming): Selector {
  return anyOf(test.alternatives.map(({ must, not }) => allOf(
    must.map((each, index) => fileAtom(each, ground, index === 0 ? naming : { ...naming, asked: new Set() })),
    not.map((each) => fileAtom(each, ground, { ...naming, asked: new Set() })),
  )))
}

function fileAtom(sequence: Sequence, { files }: Ground, naming: Naming): Selector {
  if (takesAll(sequence)) return everyFile
  const { sequence: whole, names } = named(sequence, naming)
  const glob = globOf(whole, names, naming.prefix)
  if (glob === '**') return everyFile
  return glob !== undefined && isSame(glob, sequence, files) ? `path:${glob}` : `re:${textOf(whole, names, naming.prefix)}`
}

function named(sequence: Sequence, { prefix, asked }: Naming): { readonly sequence: Sequence; readonly names: GroupNames } {
  if (asked.size === 0) return { sequence, names: noNames }
  if (!asked.has(0)) return { sequence, names: new Map([...asked].map((number) => [number, givenName(number, prefix)])) }
  return { sequence: [{ kind: 'group', captures: true, of: [sequence] }], names: new Map([...asked].map((number) => [number + 1, givenName(number, prefix)])) }
}

/** A glob also takes what lies below a folder that it matches, so that both are asked about every file. */
function isSame(glob: string, sequence: Sequence, files: readonly Path[]): boolean {
  const pattern = pathPattern(glob)
  if ('mistake' in pattern) return false
  if ([...termsOf([sequence])].some(({ kind }) => kind === 'given')) return true
  const regexp = new RegExp(textOf(sequence, noNames, ''))
  return files.every((path) => regexp.test(path) === (pattern.match(path) !== undefined))
}

function takesAll(sequence: Sequence): boolean {
  return sequence.every((term) => term.kind === 'start' || term.kind === 'end' ? sequence.length === 1 || sequence.some(isAnything) : isAnything(term))
}

function isAnything(term: Term): boolean {
  return term.kind === 'repeat' && term.of.kind === 'any' && term.least <= 1 && term.most === Infinity
}

/** Of ends of one class: all, or these; nothing is an empty list. */
export type Taken = 'all' | readonly Selector[]

/** dependency-cruiser knows packages by the path of the file in node_modules, bulkhead by name. */
export function packagesTaken(test: PathTest, { declared }: Ground, { prefix }: Naming): Taken {
  const found: Selector[] = []
  for (const { must, not } of test.alternatives) {
    const takes = must.map((each) => packagesOf(each, declared, prefix))
    if (takes.some((each) => each !== 'all' && each.length === 0)) continue
    const leaves = not.map((each) => packagesOf(each, declared, prefix))
    if (leaves.includes('all')) continue
    const narrowing = takes.filter((each) => each !== 'all').map((each) => anyOf(each))
    const left = leaves.flatMap((each) => (each === 'all' ? [] : each))
    if (narrowing.length === 0 && left.length === 0) return 'all'
    found.push(allOf(narrowing.length === 0 ? [everyPackage] : narrowing, left))
  }
  return found
}

export const everyPackage = 'pkg:*'

function packagesOf(sequence: Sequence, declared: readonly string[], prefix: string): Taken {
  if (takesAll(sequence)) return 'all'
  const inside = afterNodeModules(sequence)
  if (inside !== undefined) {
    if (inside[0]?.kind !== 'char' || inside.length === 1) return 'all'
    const globs = apart(inside.slice(1)).map((each) => globOf(each, noNames, prefix, { isRest: true }))
    if (globs.every((glob) => glob !== undefined)) return globs.map((glob) => `pkg:${glob}`)
  }
  if ([...termsOf([sequence])].some(({ kind }) => kind === 'given') || isElsewhere(sequence)) return []
  const regexp = new RegExp(textOf(sequence, noNames, ''))
  if (regexp.test('node_modules/any-other/of-them')) return 'all'
  return declared.filter((name) => regexp.test(`node_modules/${name}/of-them`)).map((name) => `pkg:${name}`)
}

/** A choice at the beginning, each by itself. */
function apart([first, ...others]: Sequence): Expression {
  return first?.kind === 'group' ? first.of.flatMap((each) => apart([...each, ...others])) : first === undefined ? [[]] : [[first, ...others]]
}

/** What follows `node_modules`, wherever that folder lies. */
function afterNodeModules(sequence: Sequence): Sequence | undefined {
  const start = sequence.findIndex((term) => term.kind === 'char' && term.char === 'n')
  const length = 'node_modules'.length
  return start >= 0 && literalOf(sequence.slice(start, start + length)) === 'node_modules' ? sequence.slice(start + length) : undefined
}

/** It starts with another folder. */
function isElsewhere([first, ...others]: Sequence): boolean {
  if (first?.kind !== 'start') return false
  const end = others.findIndex(({ kind }) => kind !== 'char')
  const text = literalOf(end < 0 ? others : others.slice(0, end)) ?? ''
  return text !== '' && !'node_modules/'.startsWith(text.slice(0, 'node_modules/'.length))
}

/** Whether it is about packages alone: sources do not lie in node_modules. */
export function isAboutPackages({ must }: Sayable): boolean {
  return must.some((each) => afterNodeModules(each) !== undefined)
}

/** Built-ins are known one by one. */
export function builtinsTaken(test: PathTest, builtins: readonly string[]): Taken {
  const { regexp } = test
  if (regexp === undefined) return []
  const taken = builtins.filter((name) => regexp.test(name))
  if (taken.length === builtins.length) return 'all'
  const isAtTop = (name: string): boolean => !taken.some((other) => name.startsWith(`${other}/`))
  const below = builtins.filter((name) => !taken.includes(name) && taken.some((other) => name.startsWith(`${other}/`)))
  const top = taken.filter(isAtTop).map((name) => `builtin:${name}`)
  return top.length === 0 ? [] : below.length === 0 ? top : [allOf([anyOf(top)], below.map((name) => `builtin:${name}`))]
}

/** Specifiers that lead nowhere are named by themselves. Undefined where no glob says it. */
export function unresolvedTaken(test: PathTest): Taken | undefined {
  const found: string[] = []
  for (const { must: [first, ...others], not } of test.alternatives) {
    if (others.length > 0 || not.length > 0) return undefined
    if (takesAll(first)) return 'all'
    const start = first[0]?.kind === 'start' ? first.slice(1) : undefined
    const glob = start === undefined ? undefined : globOf(start, noNames, '', { isRest: true })
    const text = start === undefined ? literalOf(first) : undefined
    if (glob === undefined && text === undefined) return undefined
    found.push(`unresolved:${glob ?? `**/*${text}*`}`)
  }
  return found
}
