// What holds for a file, for a part of the project, for what lies outside it. Values; report/ puts them into words.

import type { Counted, EntryNamed, FileExplained, OutsideExplained, PartExplained } from '../../rules/model/explained.ts'
import type { JudgedFinding } from '../../rules/model/finding.ts'
import { homeOf } from '../../rules/model/finding-at.ts'
import { atom, type Address } from '../../rules/model/link.ts'
import type { Path } from '../../rules/model/place.ts'
import { picker } from '../../rules/model/picker.ts'
import type { Policy } from '../../rules/model/policy.ts'
import type { Project } from '../../rules/model/rule.ts'
import type { Selector } from '../../rules/model/selector.ts'
import type { FilesEnd, OutsideEnd } from './ends.ts'
import { explainEntry, severityOf } from './explain-entry.ts'
import { exposuresOf, isOpenToSome } from './exposures.ts'
import { importersOf } from './importers.ts'
import type { Snapshot } from './session.ts'
import { mayBeUsedBy, whomTheyMayUse } from './whom.ts'

export function explainFile(snapshot: Snapshot, today: string, path: Path): FileExplained {
  const { project, report } = snapshot
  const { graph, policy } = project
  const file = graph.idOf.get(path) ?? -1
  const importers = new Set<Path>()
  for (let id = 0; id < graph.edges.count; id++) if (graph.edges.to[id] === file) importers.add(graph.files[graph.edges.from[id] ?? 0] ?? '')
  return {
    path,
    ...standing(snapshot, today, [path]),
    isTest: policy.isTest(path),
    isOpen: isOpenToSome(policy, path),
    imports: (graph.edges.first[file + 1] ?? 0) - (graph.edges.first[file] ?? 0),
    importedBy: [...importers].sort(),
    findings: report.findings.filter(({ at }) => at.path === path),
  }
}

export function explainPart(snapshot: Snapshot, today: string, { sort, name, note, paths }: FilesEnd): PartExplained {
  const { project, report } = snapshot
  const { graph, policy } = project
  const own = new Set(paths)
  const module = sort === 'module' ? policy.moduleOf(paths[0] ?? '') : undefined
  const open = module === undefined || module.api === 'open' ? undefined : paths.filter((path) => isOpenToSome(policy, path))
  const [uses, usedBy] = [new Map<string, number>(), new Map<string, number>()]
  const count = (counts: Map<string, number>, key: string): unknown => counts.set(key, (counts.get(key) ?? 0) + 1)
  for (let id = 0; id < graph.edges.count; id++) {
    const from = graph.files[graph.edges.from[id] ?? 0] ?? ''
    const to = graph.target(id)
    const [isFrom, isTo] = [own.has(from), to.kind === 'file' && own.has(to.path)]
    if (isFrom && !isTo) count(uses, nameOf(policy, to))
    if (isTo && !isFrom) count(usedBy, homeOf(policy, from))
  }
  return {
    sort: sort === 'file' ? 'selector' : sort, name, ...(note !== undefined && { note }),
    ...standing(snapshot, today, paths),
    files: paths,
    ...(open !== undefined && { open }),
    modules: module === undefined ? [...new Set(paths.flatMap((path) => policy.moduleOf(path)?.name ?? []))].sort() : [],
    uses: mostFirst(uses), usedBy: mostFirst(usedBy),
    findings: report.findings.filter(({ at }) => own.has(at.path)),
  }
}

export function explainOutside({ project }: Snapshot, today: string, { name, address }: OutsideEnd): OutsideExplained {
  const vendor = address.kind === 'package' ? project.vendors.of(address.name)?.vendor.name : undefined
  return {
    name, ...(vendor !== undefined && { vendor }),
    importedBy: importersOf(project, address),
    entries: entriesNaming(project, [address]),
    mayBeUsedBy: mayBeUsedBy(project, today, [address]),
  }
}

/** What holds for all of some files, or for some of them. */
function standing({ project, report }: Snapshot, today: string, paths: readonly Path[]) {
  const { policy } = project
  const modules = new Set(paths.map(policy.moduleOf))
  const [module] = modules
  const isOne = modules.size === 1 && module !== undefined
  const layers = new Map(paths.flatMap((path) => policy.stacks.flatMap((stack) => stack.layerOf(path) ?? [])).map(({ name, at }) => [JSON.stringify([name, at]), { name, at }]))
  // Whom it may use is asked of what ships, where there is any.
  const shipped = paths.filter((path) => !policy.isTest(path))
  const asking = shipped.length > 0 ? shipped : paths
  const ends = asking.toSorted((a, b) => Number(isOpenToSome(policy, b)) - Number(isOpenToSome(policy, a))).map((path): Address => ({ kind: 'file', path }))
  return {
    ...(isOne && { module }),
    api: isOne ? exposuresOf(module) : [],
    layers: [...layers.values()],
    tags: [...new Set(paths.flatMap((path) => [...policy.tagsOf(path)]))].sort(),
    entries: entriesNaming(project, ends).map((entry) => ({ ...entry, ...lacks(project, report.findings, entry, asking) })),
    ...whomTheyMayUse(project, today, asking),
    mayBeUsedBy: mayBeUsedBy(project, today, ends),
  }
}

/** Entries whose subject takes one of these, then those that only name one on their other side. */
function entriesNaming(project: Project, ends: readonly Address[]): readonly EntryNamed[] {
  const takes = (selector: Selector): boolean => {
    const pick = picker(project, selector)
    // What lies above a file depends on the file.
    return !pick.dependsOnImporter && ends.some((end) => pick(end, end.kind === 'file' ? end.path : '') !== undefined)
  }
  const subjects = project.policy.entries.filter(({ subject }) => takes(subject))
  const objects = project.policy.entries.filter((entry) => !subjects.includes(entry) && takes(entry.object))
  return [...subjects.map((entry) => ({ ...explainEntry(entry), side: 'subject' as const })), ...objects.map((entry) => ({ ...explainEntry(entry), side: 'object' as const }))]
}

/** Of `require`: a finding on one file of a module is about all of it. */
function lacks({ policy }: Project, findings: readonly JudgedFinding[], { id, side }: EntryNamed, paths: readonly Path[]): Pick<EntryNamed, 'lacks'> {
  const entry = policy.entries.find((each) => each.id === id)
  if (entry?.verb !== 'require' || side !== 'subject' || severityOf(policy, entry) === 'off') return {}
  const unitOf = (path: Path): string => entry.eachModule ? homeOf(policy, path) : path
  const units = new Set(paths.map(unitOf))
  const found = findings.filter((finding) => finding.entry === id && units.has(unitOf(finding.at.path)))
  // Test files are mostly not asked.
  return found.length === 0 && paths.every(policy.isTest) ? {} : { lacks: found }
}

function nameOf(policy: Policy, to: Address): string {
  return to.kind === 'file' ? homeOf(policy, to.path) : to.kind === 'package' ? `pkg:${to.name}` : atom(to)
}

function mostFirst(counts: ReadonlyMap<string, number>): readonly Counted[] {
  return [...counts].map(([name, imports]) => ({ name, imports })).sort((a, b) => b.imports - a.imports || (a.name < b.name ? -1 : 1))
}
