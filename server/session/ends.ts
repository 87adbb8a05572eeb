// What a person typed as an end of an import: a file, a module, or a selector's atom, as in bulkhead.yaml.

import { nearest } from '../../rules/model/nearest.ts'
import { atom, packageSpecifier, type Address } from '../../rules/model/link.ts'
import { wholeFile, type Path } from '../../rules/model/place.ts'
import type { Project } from '../../rules/model/rule.ts'
import type { Atom } from '../../rules/model/selector.ts'
import { take } from '../../rules/model/take.ts'
import type { PartSort } from '../../rules/model/explained.ts'
import { nearestPath } from '../config/nearest-path.ts'
import { atomOf } from '../config/selector-syntax.ts'
import { builtinOf, filesBelow, isSource } from '../engine/index.ts'

/** `note`: what else the name could have meant, and how to say that. */
export type FilesEnd = { readonly kind: 'files'; readonly sort: 'file' | PartSort; readonly name: string; readonly note?: string; readonly paths: readonly Path[] }
/** What is no file of the project. */
export type OutsideEnd = { readonly kind: 'outside'; readonly name: string; readonly note?: string; readonly address: Exclude<Address, { kind: 'file' }> }
export type TypedEnd = FilesEnd | OutsideEnd

/** Why nothing can be said of what was typed. */
export interface NoEnd {
  readonly kind: 'none'
  readonly message: string
  readonly hint?: string
}

/** `path` is what was typed as a path from the project's root, where it can be one. */
export function endOf(project: Project, typed: string, path: Path | undefined): TypedEnd | NoEnd {
  if (path !== undefined && project.graph.idOf.has(path)) return { kind: 'files', sort: 'file', name: path, paths: [path] }
  const [chosen, ...others] = meaningsOf(project, typed, path)
  if (chosen !== undefined) return withNote(chosen, others)
  if (typed.includes(':') || typed === '*') return byAtom(project, typed)
  if (typed === '' || /^[./]/.test(typed) || isSource(typed)) return noFile(project, typed, path)
  return isKnownPackage(project, typed) ? outside(packageAddress(typed)) : unknownName(project, typed)
}

/** What stands for a word, the likeliest first: modules and layers, then folders, then what bears a tag, then built-ins. */
function meaningsOf(project: Project, typed: string, path: Path | undefined): readonly Meaning[] {
  const { graph: { files }, policy } = project
  // A path says that it is one.
  const isPath = /^\.{0,2}\/|^\.{1,2}$|\/$/.test(typed)
  const taken = (is: (file: Path) => boolean): readonly Path[] => isPath ? [] : files.filter(is)
  const folder = path === undefined ? [] : path === '' ? files : filesBelow(files, path)
  const builtin = isPath ? undefined : builtinOf(typed)
  const meanings: readonly Meaning[] = [
    ...filesMeaning('module', typed, taken((file) => policy.moduleOf(file)?.name === typed)),
    ...filesMeaning('layer', typed, taken((file) => policy.tagsOf(file).has(`layer:${typed}`))),
    ...filesMeaning('folder', path === '' ? '.' : path ?? '', folder),
    // What holds a colon says of what sort it is.
    ...filesMeaning('tag', typed, typed.includes(':') ? [] : taken((file) => policy.tagsOf(file).has(typed))),
    ...(builtin === undefined ? [] : [{ end: outside({ kind: 'builtin', name: builtin }), said: `builtin:${builtin}`, spoken: 'a built-in module' }]),
  ]
  return meanings.filter((meaning, index) => !meanings.slice(0, index).some((earlier) => isSame(earlier.end, meaning.end)))
}

interface Meaning {
  readonly end: TypedEnd
  /** How to say that it is meant. */
  readonly said: string
  readonly spoken: string
}

function filesMeaning(sort: Exclude<PartSort, 'selector'>, name: string, paths: readonly Path[]): readonly Meaning[] {
  return paths.length === 0 ? [] : [{ end: { kind: 'files', sort, name, paths }, said: sort === 'folder' ? `./${name}` : `${sort}:${name}`, spoken: `a ${sort}` }]
}

function isSame(one: TypedEnd, other: TypedEnd): boolean {
  return one.kind === 'files' && other.kind === 'files' && one.paths.length === other.paths.length && one.paths.every((path, index) => path === other.paths[index])
}

function withNote({ end, spoken }: Meaning, others: readonly Meaning[]): TypedEnd {
  if (others.length === 0) return end
  return { ...end, note: `${end.name} is taken for ${spoken.replace(/^a /, 'the ')}; it is also ${others.map((other) => `${other.spoken} (${other.said})`).join(', ')}` }
}

const nowhere = { path: '', span: wholeFile }

function byAtom(project: Project, typed: string): TypedEnd | NoEnd {
  const read = atomOf(typed, nowhere)
  if ('notYet' in read) return { kind: 'none', message: `this version knows no ${read.notYet}` }
  if ('mistake' in read) return { kind: 'none', message: `${typed} is no end of an import: ${read.mistake}`, ...(read.hint !== undefined && { hint: read.hint }) }
  const rest = typed.slice(typed.indexOf(':') + 1)
  switch (read.kind) {
    case 'folder': return { kind: 'none', message: `${typed} depends on the importing file: name a file, or a module` }
    case 'vendor': case 'capability': return oneOf(project, typed, read)
    case 'package': return rest.includes('*') || read.conditions !== undefined ? oneOf(project, typed, read) : outside(packageAddress(rest))
    case 'builtin': return rest.includes('*') ? oneOf(project, typed, read) : outside({ kind: 'builtin', name: rest.replace(/^node:/, '') })
    case 'env': return rest.includes('*') ? oneOf(project, typed, read) : outside({ kind: 'env', name: rest })
    case 'state': return rest.includes('*') ? oneOf(project, typed, read) : outside({ kind: 'state', name: rest })
    case 'unresolved': return rest.includes('*') ? oneOf(project, typed, read) : outside({ kind: 'unknown', specifier: rest, reason: 'it is taken to lead nowhere' })
    default: {
      const paths = filesTaken(project, read)
      return paths.length > 0 ? { kind: 'files', sort: sortOf(read), name: typed, paths } : { kind: 'none', message: `${typed} takes no file of this project`, ...didYouMean(nearestAtom(project, typed)) }
    }
  }
}

/** Of `layer:shop` it is that layer; a pattern may take several. */
function sortOf(read: Atom): PartSort {
  if (read.kind === 'tag') return 'tag'
  if (read.kind !== 'group' || read.sort === 'either' || /[*?{]/.test(read.name.written)) return 'selector'
  return read.sort
}

/** What stands for many may be allowed in part: there is no one answer. */
function oneOf(project: Project, typed: string, wanted: Atom): NoEnd {
  const known = project.graph.ends.filter((end) => take(wanted, end, { ...project, importer: '' }) !== undefined).map(atom)
  const names = [...new Set(known)].sort()
  const shown = `${names.slice(0, 4).join(', ')}${names.length > 4 ? ` and ${names.length - 4} more` : ''}`
  return { kind: 'none', message: `${typed} may be many, and each is judged for itself: ask for one`, hint: names.length === 0 ? 'none of them is imported now' : `imported now: ${shown}` }
}

function filesTaken(project: Project, wanted: Atom): readonly Path[] {
  return project.graph.files.filter((path) => take(wanted, { kind: 'file', path }, project) !== undefined)
}

function noFile(project: Project, typed: string, path: Path | undefined): NoEnd {
  const like = path === undefined ? undefined : nearestPath(path, project.graph.files)
  return { kind: 'none', message: `there is no file ${typed}, and no module is called so`, ...didYouMean(like) }
}

/** Imported here, or declared where its importers are, or in the catalog of vendors: whatever else is unlike all names here may be a package as well. */
function isKnownPackage(project: Project, typed: string): boolean {
  const { name } = packageAddress(typed)
  return project.graph.ends.some((end) => end.kind === 'package' && end.name === name) || project.packageAround('')?.lists.has(name) === true
    || project.vendors.of(name) !== undefined || nearestName(project, typed) === undefined
}

function unknownName(project: Project, typed: string): NoEnd {
  return { kind: 'none', message: `nothing is called ${typed} here`, hint: `did you mean ${nearestName(project, typed)}? If it is a package: pkg:${typed}` }
}

function nearestName(project: Project, typed: string): string | undefined {
  return nearest(typed, namesOf(project))
}

/** Names by which something of the project can be asked for. */
export function namesOf({ graph, policy }: Project): readonly string[] {
  const folders = new Set(graph.files.flatMap((path) => path.includes('/') ? path.slice(0, path.indexOf('/')) : []))
  return [...new Set([
    ...policy.modules.map(({ name }) => name), ...policy.stacks.flatMap(({ layers }) => layers.map(({ name }) => name)),
    ...folders, ...graph.ends.flatMap((end) => end.kind === 'package' ? end.name : []),
  ])]
}

function nearestAtom(project: Project, typed: string): string | undefined {
  const [prefix = '', name = ''] = [typed.slice(0, typed.indexOf(':')), typed.slice(typed.indexOf(':') + 1)]
  const { policy, graph } = project
  const known = prefix === 'module' ? policy.modules.map((module) => module.name)
    : prefix === 'layer' ? policy.stacks.flatMap(({ layers }) => layers.map((layer) => layer.name))
    : prefix === 'tag' ? new Set(graph.files.flatMap((path) => [...policy.tagsOf(path)].filter((tag) => !tag.startsWith('layer:'))))
    : []
  const like = nearest(name, known)
  return like === undefined ? undefined : `${prefix}:${like}`
}

function didYouMean(like: string | undefined): { readonly hint?: string } {
  return like === undefined ? {} : { hint: `did you mean ${like}?` }
}

function outside(address: OutsideEnd['address']): OutsideEnd {
  return { kind: 'outside', name: address.kind === 'package' ? packageSpecifier(address) : atom(address), address }
}

function packageAddress(specifier: string): Extract<Address, { kind: 'package' }> {
  const [first = '', second = '', ...rest] = specifier.split('/')
  return specifier.startsWith('@')
    ? { kind: 'package', name: `${first}/${second}`, subpath: rest.join('/') }
    : { kind: 'package', name: first, subpath: [second, ...rest].filter((part) => part !== '').join('/') }
}
