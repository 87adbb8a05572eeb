// What holds for a file, for an entry of the configuration, between two ends. Values; report/ puts them into words.

import { describeEntry } from '../../rules/model/describe.ts'
import type { Finding } from '../../rules/model/finding.ts'
import { atom, type Address } from '../../rules/model/link.ts'
import { isOpenTo, isOpenToSome } from '../../rules/model/opened.ts'
import type { Path } from '../../rules/model/place.ts'
import type { Entry } from '../../rules/model/policy.ts'
import { picker } from '../../rules/model/picker.ts'
import type { EndsExplained, EntryExplained, FileExplained } from '../../rules/model/explained.ts'
import type { Project } from '../../rules/model/rule.ts'
import type { FilesEnd, OutsideEnd, TypedEnd } from './ends.ts'
import { imagine } from './imagine.ts'

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
    isOpen: module === undefined || isOpenToSome(module.api, path),
    entries: policy.entries.filter((entry) => picker(project, entry.subject)({ kind: 'file', path }, path) !== undefined).map(explainEntry),
    imports,
    importedBy: [...importers].sort(),
  }
}

export function explainEntry(entry: Entry): EntryExplained {
  return { id: entry.id, says: describeEntry(entry), ...(entry.why !== undefined && { why: entry.why }), at: entry.at }
}

export function explainEnds(project: Project, from: FilesEnd, to: TypedEnd): EndsExplained {
  const importer = from.paths.find((path) => !project.policy.isTest(path)) ?? from.paths[0] ?? ''
  const target = targetOf(project, from, importer, to)
  if (target === undefined) return { from: from.name, to: to.name, isSelf: true, against: [] }
  const importers = to.kind === 'outside' ? importersOf(project, to.address) : undefined
  const way = to.kind === 'files' ? shortestWay(project, from.paths, to.paths) : wayTo(project, from.paths, importers ?? [], to.name)
  return {
    from: from.name, to: to.name, isSelf: false,
    against: imagine(project, importer, target).map((finding) => against(project, finding)),
    ...(way !== undefined && { way }),
    ...(importers !== undefined && { importers: importers.length }),
  }
}

/** What the imagined import leads to; undefined where that is who imports. */
function targetOf(project: Project, from: FilesEnd, importer: Path, to: TypedEnd): Address | undefined {
  if (to.kind === 'outside') return to.address
  const others = to.paths.filter((path) => path !== importer)
  return others.length === 0 || (to.name === from.name && from.sort !== 'several') ? undefined : { kind: 'file', path: openFile(project, importer, others) }
}

function against({ policy }: Project, { rule, entry, message, because, help }: Finding): EndsExplained['against'][number] {
  return { rule, ...(entry !== undefined && { entry }), message, because: policy.written ? because : [], help }
}

/** Of a module, a file that it opens to others, so that its api is not what the answer is about. */
function openFile(project: Project, importer: Path, paths: readonly Path[]): Path {
  return paths.find((path) => { const api = project.policy.moduleOf(path)?.api; return api === undefined || isOpenTo(project, api, path, { importer }) }) ?? paths[0] ?? ''
}

/** Who imports what is no file; of a package, what lies below as well. */
function importersOf({ graph }: Project, address: OutsideEnd['address']): readonly Path[] {
  const wanted = atom(address)
  const isWanted = graph.ends.map((end) => atom(end) === wanted || (end.kind === address.kind && atom(end).startsWith(`${wanted}/`)))
  const importers = new Set<Path>()
  for (let id = 0; id < graph.edges.count; id++) {
    const to = graph.edges.to[id] ?? 0
    if (to < 0 && isWanted[~to] === true) importers.add(graph.files[graph.edges.from[id] ?? 0] ?? '')
  }
  return [...importers]
}

function wayTo(project: Project, from: readonly Path[], importers: readonly Path[], name: string): readonly string[] | undefined {
  const own = importers.find((path) => from.includes(path))
  if (own !== undefined) return [own, name]
  const way = shortestWay(project, from, importers)
  return way && [...way, name]
}

/** All files of one end are one node, and all of the other another. */
function shortestWay({ graph }: Project, from: readonly Path[], to: readonly Path[]): readonly Path[] | undefined {
  const nodeOf = Int32Array.from(graph.files, (_path, file) => file)
  const merge = (paths: readonly Path[]): number | undefined => {
    const files = paths.flatMap((path) => graph.idOf.get(path) ?? [])
    for (const file of files) nodeOf[file] = files[0] ?? file
    return files[0]
  }
  const start = merge(from)
  // A file that is in both ends is where the way starts, and not where it leads.
  const end = merge(to.filter((path) => !from.includes(path)))
  if (start === undefined || end === undefined) return undefined
  const route = graph.collapse(nodeOf, graph.files.length).route(start, end, () => true)
  const [first] = route ?? []
  if (route === undefined || first === undefined) return undefined
  const last = (id: number): Path => { const address = graph.target(id); return address.kind === 'file' ? address.path : '' }
  return [graph.edge(first).from, ...route.map(last)]
}
