// What a person typed as an end of an import: a file, a module, or a selector's atom, as in bulkhead.yaml.

import { atom, packageSpecifier, type Address } from '../../rules/model/link.ts'
import { wholeFile, type Path } from '../../rules/model/place.ts'
import type { Project } from '../../rules/model/rule.ts'
import type { Atom } from '../../rules/model/selector.ts'
import { take } from '../../rules/model/take.ts'
import { atomOf } from '../config/selector-syntax.ts'
import { builtinOf, isSource } from '../engine/index.ts'

export type FilesEnd = { readonly kind: 'files'; readonly sort: 'file' | 'module' | 'several'; readonly name: string; readonly paths: readonly Path[] }
/** What is no file of the project. */
export type OutsideEnd = { readonly kind: 'outside'; readonly name: string; readonly address: Exclude<Address, { kind: 'file' }> }
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
  const inModule = project.graph.files.filter((file) => project.policy.moduleOf(file)?.name === typed)
  if (inModule.length > 0) return { kind: 'files', sort: 'module', name: typed, paths: inModule }
  const builtin = builtinOf(typed)
  if (builtin !== undefined) return outside({ kind: 'builtin', name: builtin })
  if (typed.includes(':') || typed === '*') return byAtom(project, typed)
  const inLayer = project.graph.files.filter((file) => project.policy.tagsOf(file).has(`layer:${typed}`))
  if (inLayer.length > 0) return { kind: 'files', sort: 'several', name: typed, paths: inLayer }
  const inFolder = path === undefined ? [] : project.graph.files.filter((file) => path === '' || file.startsWith(`${path}/`))
  if (inFolder.length > 0) return { kind: 'files', sort: 'several', name: typed, paths: inFolder }
  if (/^[./]/.test(typed) || isSource(typed)) return { kind: 'none', message: `there is no file ${typed}, and no module is called so` }
  return outside(packageAddress(typed))
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
    case 'unresolved': return rest.includes('*') ? oneOf(project, typed, read) : outside({ kind: 'unknown', specifier: rest, reason: 'it is taken to lead nowhere' })
    default: {
      const paths = filesTaken(project, read)
      return paths.length > 0 ? { kind: 'files', sort: 'several', name: typed, paths } : { kind: 'none', message: `${typed} takes no file of this project` }
    }
  }
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

function outside(address: OutsideEnd['address']): OutsideEnd {
  return { kind: 'outside', name: address.kind === 'package' ? packageSpecifier(address) : atom(address), address }
}

function packageAddress(specifier: string): Extract<Address, { kind: 'package' }> {
  const [first = '', second = '', ...rest] = specifier.split('/')
  return specifier.startsWith('@')
    ? { kind: 'package', name: `${first}/${second}`, subpath: rest.join('/') }
    : { kind: 'package', name: first, subpath: [second, ...rest].filter((part) => part !== '').join('/') }
}
