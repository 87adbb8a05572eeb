// Whether one end may use another, by which lines, and how one gets there: now, and by what is allowed.

import type { EndsExplained, EndsVerdict, Share } from '../../rules/model/explained.ts'
import type { JudgedFinding } from '../../rules/model/finding.ts'
import { atom, type Address } from '../../rules/model/link.ts'
import type { Path } from '../../rules/model/place.ts'
import type { Project } from '../../rules/model/rule.ts'
import { allowedWay } from './allowed-way.ts'
import type { FilesEnd, TypedEnd } from './ends.ts'
import { isOpenToSome } from './exposures.ts'
import { imagineAmongOthers, isFree } from './imagine.ts'
import { importersOf } from './importers.ts'
import { objections } from './objections.ts'
import { otherWords } from './other-words.ts'
import { partNameOf } from './parts.ts'
import type { Snapshot } from './session.ts'
import { directHops, wayNow } from './way-now.ts'
import type { Wish } from './wish.ts'

/** Every file of a module may be its own case, but not every one of a layer of thousands is asked. */
const mostOfOneEnd = 120

export function explainEnds(snapshot: Snapshot, today: string, from: FilesEnd, to: TypedEnd): EndsExplained {
  const { project } = snapshot
  const names = { from: from.name, to: to.name, notes: [from.note, to.note].filter((note) => note !== undefined) }
  const importers = shipped(project, from.paths)
  if (isSelf(project, from, to)) return { ...names, verdict: 'self', against: [], otherWords: [], opens: [], imports: [] }
  const ends: readonly Address[] = to.kind === 'outside' ? [to.address] : opened(project, to).map((path) => ({ kind: 'file', path }))
  const asked = pairs(spread(project, importers), ends)
  const { each: judged, elsewhere } = imagineAmongOthers(project, today, asked)
  const imports = directHops(snapshot, from.paths, to)
  const way = wayNow(snapshot, importers, to)
  const verdict = verdictOf(project, importers, judged)
  // What a module keeps to itself nobody else leads to.
  const allowed = to.kind === 'outside' && to.address.kind === 'state' && verdict !== 'allowed' ? undefined : allowedWay(project, today, asked, judged)
  return {
    ...names, verdict,
    against: objections(project, today, judged, imports),
    otherWords: otherWords(project, today, asked.filter((_wish, index) => isFree(judged[index] ?? []))),
    ...(verdict === 'partly' && { share: { importers: shareOf(asked, judged, ({ from: path }) => path), imported: shareOf(asked, judged, ({ to: end }) => atom(end)) } }),
    opens: elsewhere.filter(counts),
    imports,
    ...(way !== undefined && { way }),
    ...(allowed !== undefined && { allowedWay: allowed }),
    ...(to.kind === 'outside' && { importers: importersOf(project, to.address).length }),
  }
}

/** A module may always use itself; one file of it may be forbidden another, so that files are asked about. */
function isSelf({ policy }: Project, from: FilesEnd, to: TypedEnd): boolean {
  if (to.kind === 'outside' || from.name !== to.name) return false
  return from.sort === 'file' || from.sort === 'module' || (from.paths.length === 1 && policy.moduleOf(from.paths[0] ?? '') !== undefined)
}

/** Who imports for others is asked; tests where there is nobody else. */
function shipped({ policy }: Project, paths: readonly Path[]): readonly Path[] {
  const own = paths.filter((path) => !policy.isTest(path))
  return own.length > 0 ? own : paths
}

/** Of many files those that others may import, so that the api is not what the answer is about. */
function opened(project: Project, to: FilesEnd): readonly Path[] {
  if (to.sort === 'file') return to.paths
  const open = shipped(project, to.paths).filter((path) => isOpenToSome(project.policy, path))
  return spread(project, open.length > 0 ? open : to.paths)
}

/** As many of each part as there is room for: a few of all tell more than all of a few. */
function spread({ policy }: Project, paths: readonly Path[]): readonly Path[] {
  if (paths.length <= mostOfOneEnd) return paths
  const queues = new Map<string | undefined, Path[]>()
  for (const path of paths) {
    const name = partNameOf(policy, path)
    queues.set(name, [...queues.get(name) ?? [], path])
  }
  const taken: Path[] = []
  for (let round = 0; taken.length < mostOfOneEnd; round++) {
    for (const queue of queues.values()) if (queue[round] !== undefined && taken.length < mostOfOneEnd) taken.push(queue[round] ?? '')
  }
  return taken.sort()
}

function pairs(from: readonly Path[], to: readonly Address[]): readonly Wish[] {
  return from.flatMap((path) => to.flatMap((end) => end.kind === 'file' && end.path === path ? [] : { from: path, to: end }))
}

function verdictOf({ policy }: Project, importers: readonly Path[], judged: readonly (readonly JudgedFinding[])[]): EndsVerdict {
  if (!policy.written || importers.every(policy.isTest)) return 'unjudged'
  const forbidden = judged.filter((findings) => findings.some(counts)).length
  if (forbidden > 0) return forbidden === judged.length ? 'forbidden' : 'partly'
  if (judged.some((findings) => findings.some(({ severity }) => severity !== 'info'))) return 'excepted'
  return judged.some((findings) => findings.length > 0) ? 'noted' : 'allowed'
}

function counts({ status, severity }: JudgedFinding): boolean {
  return status === 'new' && severity !== 'info'
}

function shareOf(asked: readonly Wish[], judged: readonly (readonly JudgedFinding[])[], nameOf: (wish: Wish) => string): Share {
  const all = new Set(asked.map(nameOf))
  const may = new Set(asked.filter((_wish, index) => isFree(judged[index] ?? [])).map(nameOf))
  return { may: may.size, of: all.size, examples: may.size === all.size ? [] : [...may].slice(0, 3) }
}
