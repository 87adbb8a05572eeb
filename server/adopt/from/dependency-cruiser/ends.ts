// The two sides of a rule: which files import, and which ends of imports are meant, class by class.

import type { EndClass } from '../../../../rules/model/selector.ts'
import type { Unreadable } from '../expression/parse.ts'
import { allOf, anyOf, everyFile, isList, isNothing, type Selector } from '../selector.ts'
import type { Settings } from '../reading.ts'
import { binds, builtinsTaken, everyPackage, filesTaken, inOne, isAboutPackages, nothingAsked, packagesTaken, pathTest, unresolvedTaken, type Ground, type Naming, type PathTest, type Taken } from './paths.ts'

const everyClass: ReadonlySet<EndClass> = new Set(['file', 'package', 'builtin', 'unresolved'])

/** What the options say of all rules. */
export interface Scene {
  readonly ground: Ground
  readonly builtins: readonly string[]
  /** Packages that are taken for built-in. */
  readonly added: readonly string[]
  /** `exclude`: no end of any import. Of files, `ignore` says so. */
  readonly hidden?: PathTest
  /** `includeOnly`: no other end of any import. */
  readonly shown?: PathTest
  /** `doNotFollow`: files whose own imports nobody reads. */
  readonly unfollowed?: PathTest
}

/** `path` and `pathNot`. */
export interface Paths {
  readonly path?: PathTest
  readonly pathNot?: PathTest
}

export function pathsIn(settings: Settings, sides: { readonly givens: boolean }): Paths | Unreadable {
  const path = pathTest(settings['path'], sides)
  if (path !== undefined && 'unreadable' in path) return path
  const pathNot = pathTest(settings['pathNot'], sides)
  if (pathNot !== undefined && 'unreadable' in pathNot) return pathNot
  return { ...(path !== undefined && { path }), ...(pathNot !== undefined && { pathNot }) }
}

/** Where what takes no file is refused. */
export function wholly({ path, ...others }: Paths, ground: Ground): Paths {
  return { ...others, ...(path !== undefined && { path: inOne(path, ground) }) }
}

export function givensOf(...tests: readonly (PathTest | undefined)[]): ReadonlySet<number> {
  return new Set(tests.flatMap((test) => [...test?.givens ?? []]))
}

/** The importing side. */
export function importers({ path, pathNot }: Paths, scene: Scene, naming: Naming = nothingAsked): Selector | Unreadable {
  if (naming.asked.size > 0 && (path === undefined || !binds(path, naming))) return { unreadable: 'it asks for a group that not every alternative of the other side has' }
  return allOf(path === undefined ? [] : [filesTaken(path, scene.ground, naming)], [pathNot, scene.unfollowed].flatMap((test) => filesOf(test, scene.ground)))
}

export function isUnreadable(selector: Selector | Unreadable): selector is Unreadable {
  return typeof selector === 'object' && 'unreadable' in selector
}

function calling(prefix: string | undefined): Naming {
  return prefix === undefined ? nothingAsked : { ...nothingAsked, prefix }
}

/** A test of files: what it says of node_modules is said of packages. */
function filesOf(test: PathTest | undefined, ground: Ground, prefix?: string): readonly Selector[] {
  const own = test === undefined ? undefined : withoutPackages(test)
  return own === undefined || own.alternatives.length === 0 ? [] : [filesTaken(own, ground, calling(prefix))]
}

function withoutPackages(test: PathTest): PathTest {
  return { ...test, alternatives: test.alternatives.filter((each) => !isAboutPackages(each)) }
}

export interface Ends extends Paths {
  readonly classes: ReadonlySet<EndClass>
  /** Packages of which one of each of these holds: `[declared=dev]`. */
  readonly attributes: readonly (readonly string[])[]
  readonly attributesNot: readonly string[]
  /** Packages that all of these take, and none of those. */
  readonly packages: readonly Selector[]
  readonly packagesNot: readonly Selector[]
  /** `folder:above` */
  readonly folders?: Selector
  /** Of what the other side's groups are called. */
  readonly prefix?: string
}

/** Whatever is imported. */
export const everyEnd: Omit<Ends, keyof Paths> = { classes: everyClass, attributes: [], attributesNot: [], packages: [], packagesNot: [] }

/** Nothing, where no end can be meant. */
export function endsTaken(ends: Ends, scene: Scene): Selector {
  const { classes } = ends
  return anyOf([
    classes.has('file') ? files(ends, scene) : [],
    classes.has('package') ? packages(ends, scene) : [],
    classes.has('builtin') ? added(ends, scene) : [],
    classes.has('builtin') ? others(ends, scene, 'builtin:*', (test) => builtinsTaken(test, scene.builtins)) : [],
    classes.has('unresolved') ? others(ends, scene, 'unresolved:*', (test) => unresolved(withoutPackages(test), classes)) : [],
  ])
}

function files({ path, pathNot, folders, prefix }: Ends, { ground }: Scene): Selector {
  const must = [path === undefined ? everyFile : anyOf(filesOf(path, ground, prefix)), ...(folders === undefined ? [] : [folders])]
  return must.some(isNothing) ? [] : allOf(must, filesOf(pathNot, ground, prefix))
}

function packages({ path, pathNot, classes, attributes, attributesNot, packages: some, packagesNot, prefix }: Ends, { ground, hidden, shown, added: builtin }: Scene): Selector {
  const taken = (test: PathTest): Taken => packagesTaken(test, ground, calling(prefix))
  const must = [path, shown].flatMap((test) => (test === undefined ? [] : [taken(test)]))
  const not = [pathNot, hidden].flatMap((test) => (test === undefined ? [] : [taken(test)]))
  if (must.some((each) => each !== 'all' && each.length === 0) || not.includes('all')) return []
  const narrowing = [...must.filter((each) => each !== 'all').map((each) => anyOf(each)), ...some]
  const left = [...not.flatMap((each) => (each === 'all' ? [] : each)), ...attributesNot.map((attribute) => `${everyPackage}${attribute}`), ...packagesNot, ...(classes.has('builtin') ? [] : builtin.map((name) => `pkg:${name}`))]
  if (attributes.length > 0) return attributed(narrowing, attributes, left)
  return allOf(narrowing.length === 0 ? [everyPackage] : narrowing, left)
}

function added({ path, pathNot }: Ends, scene: Scene): Selector {
  return anyOf(scene.added.filter((name) => path?.regexp?.test(name) !== false && pathNot?.regexp?.test(name) !== true).map((name) => `pkg:${name}`))
}

/** `pkg:lodash[declared=dev]`, where that is all there is to say. */
function attributed(narrowing: readonly Selector[], attributes: Ends['attributes'], left: readonly Selector[]): Selector {
  const rows = attributes.reduce<readonly string[]>((all, group) => all.flatMap((row) => group.map((attribute) => row + attribute)), [''])
  const [only] = narrowing
  const named = only === undefined ? [everyPackage] : isList(only) ? only : [only]
  const isPlain = narrowing.length <= 1 && named.every((each) => typeof each === 'string' && !each.endsWith(']')) && named.length * rows.length <= 8
  if (isPlain) return allOf([anyOf(named.flatMap((each) => rows.map((row) => `${String(each)}${row}`)))], left)
  return allOf([...narrowing, ...attributes.map((group) => anyOf(group.map((attribute) => `${everyPackage}${attribute}`)))], left)
}

function others({ path, pathNot }: Ends, { hidden, shown }: Scene, every: string, taken: (test: PathTest) => Taken): Selector {
  const must = [path, shown].flatMap((test) => (test === undefined ? [] : [taken(test)]))
  const not = [pathNot, hidden].flatMap((test) => (test === undefined ? [] : [taken(test)]))
  if (must.some((each) => each !== 'all' && each.length === 0) || not.includes('all')) return []
  const narrowing = must.filter((each) => each !== 'all').map((each) => anyOf(each))
  return allOf(narrowing.length === 0 ? [every] : narrowing, not.flatMap((each) => (each === 'all' ? [] : each)))
}

/** An expression over paths means specifiers only where the rule is about nothing else. */
function unresolved(test: PathTest, classes: ReadonlySet<EndClass>): Taken {
  return classes.size === 1 ? unresolvedTaken(test) ?? [] : []
}
