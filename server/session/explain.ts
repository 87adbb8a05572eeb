// What holds for a file, for an entry of the configuration, between two ends. Values; report/ puts them into words.

import { describeEntry } from '../../rules/model/describe.ts'
import type { Because, Finding } from '../../rules/model/finding.ts'
import { packageSpecifier, type Address } from '../../rules/model/link.ts'
import type { Path, Place } from '../../rules/model/place.ts'
import type { Entry, Module } from '../../rules/model/policy.ts'
import { picker } from '../../rules/model/picker.ts'
import type { Project } from '../../rules/model/rule.ts'
import { imagine } from './imagine.ts'

export interface FileExplained {
  readonly path: Path
  readonly module?: Module
  readonly layers: readonly { readonly name: string; readonly at: Place }[]
  readonly tags: readonly string[]
  readonly isTest: boolean
  /** Others may import this file. */
  readonly isOpen: boolean
  /** Entries whose subject takes the file. */
  readonly entries: readonly EntryExplained[]
  readonly imports: number
  readonly importedBy: readonly Path[]
}

export interface EntryExplained {
  readonly id: string
  readonly says: string
  readonly why?: string
  readonly at: Place
}

export function explainFile(project: Project, path: Path): FileExplained {
  const { graph, policy } = project
  const module = policy.moduleOf(path)
  const file = graph.idOf.get(path)
  const importers = new Set<Path>()
  let imports = 0
  for (let id = 0; id < graph.edges.count; id++) {
    if (file !== undefined && graph.edges.from[id] === file) imports++
    if (file !== undefined && graph.edges.to[id] === file) importers.add(graph.files[graph.edges.from[id] ?? 0] ?? '')
  }
  return {
    path,
    ...(module !== undefined && { module }),
    layers: policy.stacks.flatMap((stack) => stack.layerOf(path) ?? []).map(({ name, at }) => ({ name, at })),
    tags: [...policy.tagsOf(path)].sort(),
    isTest: policy.isTest(path),
    isOpen: module === undefined || module.api === 'open' || module.api.exposes(path),
    entries: policy.entries.filter((entry) => picker(project, entry.subject)({ kind: 'file', path }, path) !== undefined).map(explainEntry),
    imports,
    importedBy: [...importers].sort(),
  }
}

export function explainEntry(entry: Entry): EntryExplained {
  return { id: entry.id, says: describeEntry(entry), ...(entry.why !== undefined && { why: entry.why }), at: entry.at }
}

export interface EndsExplained {
  readonly from: string
  readonly to: string
  /** What would be said of an import from one to the other; empty: it is allowed. */
  readonly against: readonly { readonly rule: string; readonly entry?: string; readonly message: string; readonly because: readonly Because[]; readonly help: readonly string[] }[]
  /** The files of the shortest way there is, both ends included; absent where there is none. */
  readonly way?: readonly Path[]
}

/** An end as it was typed: a file, a module's name, or a package. */
export type End = { readonly kind: 'files'; readonly name: string; readonly paths: readonly Path[] } | { readonly kind: 'package'; readonly name: string; readonly address: Address }

export function explainEnds(project: Project, from: Extract<End, { kind: 'files' }>, to: End): EndsExplained {
  const importer = from.paths.find((path) => !project.policy.isTest(path)) ?? from.paths[0] ?? ''
  const target: Address = to.kind === 'package' ? to.address : { kind: 'file', path: openFile(project, to.paths) }
  const way = shortestWay(project, from.paths, to)
  return {
    from: from.name, to: to.name,
    against: imagine(project, importer, target).map(against),
    ...(way !== undefined && { way }),
  }
}

function against({ rule, entry, message, because, help }: Finding): EndsExplained['against'][number] {
  return { rule, ...(entry !== undefined && { entry }), message, because, help }
}

/** Of a module, a file that it opens to others, so that its api is not what the answer is about. */
function openFile(project: Project, paths: readonly Path[]): Path {
  return paths.find((path) => { const api = project.policy.moduleOf(path)?.api; return api === undefined || api === 'open' || api.exposes(path) }) ?? paths[0] ?? ''
}

/** All files of one end are one node, and all of the other another. */
function shortestWay(project: Project, from: readonly Path[], to: End): readonly Path[] | undefined {
  const { graph } = project
  const nodeOf = Int32Array.from(graph.files, (_path, file) => file)
  const merge = (paths: readonly Path[]): number | undefined => {
    const files = paths.flatMap((path) => graph.idOf.get(path) ?? [])
    for (const file of files) nodeOf[file] = files[0] ?? file
    return files[0]
  }
  const start = merge(from)
  if (start === undefined) return undefined
  if (to.kind === 'package') return undefined
  const end = merge(to.paths)
  if (end === undefined || end === start) return undefined
  const route = graph.collapse(nodeOf, graph.files.length).route(start, end, () => true)
  const [first] = route ?? []
  if (route === undefined || first === undefined) return undefined
  const last = (id: number): Path => { const address = graph.target(id); return address.kind === 'file' ? address.path : '' }
  return [graph.edge(first).from, ...route.map(last)]
}

/** What was typed: a file of the project, the name of a module, or else a package. */
export function endOf(project: Project, typed: string, path: Path | undefined): End {
  if (path !== undefined && project.graph.idOf.has(path)) return { kind: 'files', name: path, paths: [path] }
  const inModule = project.graph.files.filter((file) => project.policy.moduleOf(file)?.name === typed || project.policy.tagsOf(file).has(`layer:${typed}`))
  if (inModule.length > 0) return { kind: 'files', name: typed, paths: inModule }
  const [scope = '', name = '', ...rest] = typed.split('/')
  const address = typed.startsWith('@')
    ? { kind: 'package', name: `${scope}/${name}`, subpath: rest.join('/') } as const
    : { kind: 'package', name: scope, subpath: [name, ...rest].filter((part) => part !== '').join('/') } as const
  return { kind: 'package', name: packageSpecifier(address), address }
}
