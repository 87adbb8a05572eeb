/* What the selectors of a configuration name and the project lacks. */
import type { NamePattern } from '../../rules/model/pattern.ts'
import { namePattern } from '../../rules/model/name-pattern.ts'
import type { Path, Place } from '../../rules/model/place.ts'
import type { Note, Problem } from '../../rules/model/problem.ts'
import type { Atom, EndClass, Selector } from '../../rules/model/selector.ts'
import { atomsOf, classesOf, mayBeBound, patternsOf, take } from '../../rules/model/take.ts'
import { layersIn } from './config.ts'
import { didYouMean, type Meant } from './nearest.ts'
import { nearest } from '../../rules/model/nearest.ts'
import { startingWith } from '../../rules/model/starting-with.ts'
import { nearestPath } from './nearest-path.ts'
import { spokenPlace, type Project } from './project.ts'
import { withTags } from './tags.ts'
import { slashed, windowsHint } from './windows-path.ts'

/** What it is for a pattern over paths to take no file: a guard guards nothing, a permission permits nothing, an exception may have served its time. */
export type Role = 'guard' | 'permission' | 'exception'

export interface Findings {
  readonly problems: Problem[]
  /** With the line that they are about. */
  readonly notes: (Note & { readonly at: Place })[]
}

export interface Asked {
  readonly role: Role
  /** The classes that may stand here, and how to say so. */
  readonly classes?: { readonly of: ReadonlySet<EndClass>; readonly says: string }
  /** Captures that stand for something here. */
  readonly bound?: readonly string[]
  /** Where they are captured; absent: on the other side. */
  readonly boundBy?: string
  /** May match nothing. */
  readonly optional?: boolean
  /** `folder:` has a meaning here. */
  readonly folders?: boolean
}

export const onlyFiles: ReadonlySet<EndClass> = new Set(['file'])

export function checkSelector(project: Project, selector: Selector, asked: Asked, out: Findings): void {
  const before = out.problems.length
  for (const { atom, negated } of atomsOf(selector)) checkAtom(project, atom, negated ? { ...asked, role: asked.role === 'exception' ? 'exception' : 'permission' } : asked, out)
  if (out.problems.length > before || asked.role !== 'guard' || asked.optional === true) return
  const atoms = [...atomsOf(selector)]
  const isPlain = atoms.length === 1 && atoms[0]?.negated === false
  if (isPlain || !classesOf(withTags(selector, project.tags)).has('file') || atoms.some(({ atom }) => atom.kind === 'folder' || isExpressionWithBound(atom, asked))) return
  const [first] = atoms
  if (first === undefined || isLeftOpen(selector) || takesSome(project, withoutBound(selector))) return
  out.problems.push({ kind: 'no-match', message: 'together, these take no file', at: first.atom.at, hint: 'loosen one of them, or say optional: true' })
}

/** What a capture stands for is known only beside the other side: a `not` with one may leave anything. */
function isLeftOpen(selector: Selector): boolean {
  return selector.kind === 'not' && mayBeBound(selector.of)
}

function withoutBound(selector: Selector): Selector {
  switch (selector.kind) {
    case 'any': case 'all': return { ...selector, of: selector.of.filter((inner) => !isLeftOpen(inner)).map(withoutBound) }
    default: return selector
  }
}

function takesSome({ files, context }: Project, selector: Selector): boolean {
  const heads = selector.kind === 'path' ? selector.pattern.heads : undefined
  return (heads ?? ['']).some((head) => {
    const { start, end } = startingWith(files, head)
    return files.slice(start, end).some((path) => take(selector, { kind: 'file', path }, context) !== undefined)
  })
}

function checkAtom(project: Project, atom: Atom, asked: Asked, out: Findings): void {
  const { classes } = asked
  if (atom.kind === 'folder' && asked.folders !== true) out.problems.push(folderMisplaced(atom.at))
  else if (classes !== undefined && ![...classesOf(withTags(atom, project.tags))].some((sort) => classes.of.has(sort))) out.problems.push({ kind: 'wrong-class', message: classes.says, at: atom.at })
  else {
    const unbound = unboundIn(atom, asked)
    if (unbound.length > 0) out.problems.push(...unbound)
    else checkMeaning(project, atom, asked, out)
  }
}

function folderMisplaced(at: Place): Problem {
  return { kind: 'bad-selector', message: 'folder: asks where a file lies, seen from the one that imports it', at, hint: 'write it after forbid or only, in an entry with from' }
}

function unboundIn(atom: Atom, { bound, boundBy = 'the other side' }: Asked): Problem[] {
  if (bound === undefined) return []
  const captures = new Set(patternsOf(atom).flatMap((pattern) => capturesIn(pattern.written)))
  return [...captures].filter((capture) => !bound.includes(capture)).map((capture) => ({ kind: 'unbound-capture', message: `nothing binds {${capture}}`, at: atom.at, hint: `each alternative of ${boundBy} must capture it; write * for anything` }))
}

/** Those of single alternatives too. */
function capturesIn(written: string): string[] {
  return written.startsWith('re:') ? [] : [...written.matchAll(/\{([A-Za-z][\w-]*)[:}]/g)].flatMap(([, name]) => name ?? [])
}

function checkMeaning(project: Project, atom: Atom, asked: Asked, out: Findings): void {
  switch (atom.kind) {
    case 'group': return checkName(project, atom.name, atom.sort, atom.at, out)
    case 'tag': return checkTag(project, atom.name, atom.at, out)
    case 'path': return checkPath(project, atom, atom.pattern.written, asked, out)
    case 'inside': {
      const before = out.problems.length
      checkName(project, atom.module, 'module', atom.at, out)
      if (out.problems.length === before) checkPath(project, atom, `${atom.module.written}:${atom.pattern.written}`, asked, out)
      return
    }
    case 'vendor': return checkVendor(project, atom.vendor, atom.service, atom.at, out)
    case 'capability': return checkCapability(project, atom.name, atom.at, out)
    case 'package': return checkPackage(project, atom.name, atom.at, out)
    default: return
  }
}

/** Of a glob, a capture takes what any value would; of an expression nothing is known before the value is. */
function isExpressionWithBound(atom: Atom, { bound = [] }: Asked): boolean {
  return atom.kind === 'path' && atom.pattern.written.startsWith('re:') && bound.some((name) => atom.pattern.written.includes(`{${name}}`))
}

function checkPath(project: Project, atom: Atom, written: string, asked: Asked, out: Findings): void {
  const { role, optional } = asked
  const foreign = windowsHint(written)
  if (optional === true || (role === 'exception' && foreign === undefined) || isExpressionWithBound(atom, asked) || takesSome(project, atom)) return
  const message = `${atom.kind === 'path' && !written.startsWith('re:') ? `path:${written}` : written} takes no file`
  if (role !== 'guard') out.notes.push({ at: atom.at, message: `${message} (${spokenPlace(project.config, atom.at)})${foreign === undefined ? '' : `: ${foreign}`}` })
  else out.problems.push({ kind: 'no-match', message, at: atom.at, ...pathHint(project, written) })
}

/** `folder`: from where the pattern starts. */
export function pathHint(project: Project, written: string, folder: Path = ''): Meant {
  const foreign = windowsHint(written)
  if (foreign !== undefined) return { hint: foreign }
  const like = nearestPath(folder === '' ? written : `${folder}/${written}`, project.files)
  if (like === undefined) return {}
  const isBelow = folder === '' || like.startsWith(`${folder}/`)
  return { hint: `the nearest path is ${like}`, ...(isBelow && { instead: { word: written, by: folder === '' ? like : like.slice(folder.length + 1) } }) }
}

function checkName(project: Project, pattern: NamePattern, sort: 'layer' | 'module' | 'either', at: Place, out: Findings): void {
  const known = namesOf(project, sort)
  if (known.some((name) => pattern.match(name) !== undefined) || couldExist(project, pattern.written, sort)) return
  const noun = sort === 'either' ? 'module or layer' : sort
  const asPath = slashed(pattern.written)
  const isPath = project.files.some((path) => path === asPath || path.startsWith(`${asPath}/`))
  const like = nearest(pattern.written, known)
  const hint = like !== undefined ? `did you mean ${like}?` : isPath ? `write path:${asPath}` : known.length > 0 ? `there are ${known.slice(0, 6).join(', ')}` : `declare it under ${sort === 'layer' ? 'layers' : 'modules'}`
  const by = like ?? (isPath ? `path:${asPath}` : undefined)
  out.problems.push({ kind: 'unknown-name', message: `no ${noun} is called ${pattern.written}`, at, hint, ...(by !== undefined && { instead: { word: pattern.written, by } }) })
}

const namesMemo = new WeakMap<Project, Map<string, readonly string[]>>()

/** Modules that have files, and layers. */
export function namesOf(project: Project, sort: 'layer' | 'module' | 'either'): readonly string[] {
  const memo = namesMemo.get(project) ?? new Map<string, readonly string[]>()
  namesMemo.set(project, memo)
  const known = memo.get(sort)
  if (known !== undefined) return known
  const names = new Set<string>()
  if (sort !== 'layer') for (const { module } of project.households) names.add(module?.name ?? '')
  if (sort !== 'module') for (const { name } of layersIn(project.config)) names.add(name)
  names.delete('')
  const sorted = [...names].sort()
  memo.set(sort, sorted)
  return sorted
}

/** A module that is declared and takes no file is a problem, or allowed, where it is declared. */
function couldExist(project: Project, written: string, sort: 'layer' | 'module' | 'either'): boolean {
  return sort !== 'layer' && project.config.modules.some(({ name, template, optional }) => {
    if (template.captures.length === 0) return name === written
    const pattern = namePattern(name, 'whole')
    return optional && !('mistake' in pattern) && pattern.match(written) !== undefined
  })
}

function checkTag(project: Project, pattern: NamePattern, at: Place, out: Findings): void {
  const known = new Set([...project.tags.map(({ name }) => name), ...project.config.modules.flatMap(({ tags }) => tags), ...project.config.heirs.flatMap(({ module }) => module.tags), ...layersIn(project.config).map(({ name }) => `layer:${name}`)])
  const isKnown = (name: string): boolean => pattern.match(name) !== undefined
  if ([...known].some(isKnown)) return
  for (const { module } of project.households) for (const tag of module?.tags ?? []) known.add(tag)
  if (![...known].some(isKnown)) out.problems.push({ kind: 'unknown-tag', message: `nothing bears the tag ${pattern.written}`, at, ...didYouMean(pattern.written, known) })
}

function checkVendor(project: Project, vendor: NamePattern, service: NamePattern | undefined, at: Place, out: Findings): void {
  const { vendors } = project.knowledge.vendors
  const named = vendors.filter(({ id }) => vendor.match(id) !== undefined)
  if (named.length === 0) {
    out.problems.push({ kind: 'unknown-vendor', message: `the catalog knows no vendor ${vendor.written}`, at, ...didYouMean(vendor.written, vendors.map(({ id }) => id)) })
    return
  }
  if (service === undefined) return
  const services = new Set(named.flatMap(({ packages }) => packages.flatMap((entry) => entry.service ?? (entry.match.includes('*') ? '*' : []))))
  // A pattern of packages stands for services that the catalog does not list one by one.
  if (services.has('*') || [...services].some((name) => service.match(name) !== undefined)) return
  out.problems.push({ kind: 'unknown-vendor', message: `the catalog knows no service ${service.written} of ${vendor.written}`, at, ...didYouMean(service.written, services) })
}

function checkCapability({ knowledge }: Project, pattern: NamePattern, at: Place, out: Findings): void {
  const known = Object.keys(knowledge.vendors.capabilities)
  if (!known.some((name) => pattern.match(name) !== undefined)) out.problems.push(unknownCapability(pattern.written, known, at))
}

export function unknownCapability(name: string, known: readonly string[], at: Place): Problem {
  return { kind: 'unknown-vendor', message: `the catalog knows no capability ${name}`, at, ...didYouMean(name, known) }
}

function checkPackage(project: Project, pattern: NamePattern, at: Place, out: Findings): void {
  if (/[*?{]/.test(pattern.written)) return
  const declared = project.layout.workspaces.flatMap((workspace) => [...workspace.declared])
  if (declared.length === 0 || declared.some((name) => pattern.match(name) !== undefined || pattern.written.startsWith(`${name}/`))) return
  const like = nearest(pattern.written, declared)
  if (like !== undefined && like.length > 3) out.notes.push({ at, message: `pkg:${pattern.written} is not declared; did you mean ${like}? (${spokenPlace(project.config, at)})` })
}
