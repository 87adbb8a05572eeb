// The shortest way from one end to another on which nothing is forbidden: over files that others may import, one of each part of the project.

import type { Stop } from '../../rules/model/explained.ts'
import type { JudgedFinding } from '../../rules/model/finding.ts'
import { atom, packageSpecifier, type Address } from '../../rules/model/link.ts'
import type { Path } from '../../rules/model/place.ts'
import type { Project } from '../../rules/model/rule.ts'
import { isFreeAsChain } from './chains-with.ts'
import { imagine, isFree, judgedAlone } from './imagine.ts'
import { partsOf } from './parts.ts'
import type { Wish } from './wish.ts'

/** Parts between, at most: each may be asked about each. */
const mostBetween = 500
/** Ends of which one is sought. */
const mostEnds = 5
/** Of ways of one length: each import may be allowed, and a chain of them not, which all imports of the project have to be asked for. */
const mostTried = 3

/** `asked` and `judged` are all that leads straight there. */
export function allowedWay(project: Project, today: string, asked: readonly Wish[], judged: readonly (readonly JudgedFinding[])[]): readonly Stop[] | undefined {
  const direct = asked.find((_wish, index) => isFree(judged[index] ?? []))
  if (direct !== undefined) return [stop(project, fileAt(direct.from)), stop(project, direct.to)]
  const [start] = asked
  if (start === undefined) return undefined
  const ends = [...new Map(asked.map(({ to }) => [atom(to), to])).values()].slice(0, mostEnds)
  const way = search(project, today, start.from, ends)
  return way?.map((address) => stop(project, address))
}

/** Breadth first, the parts of one distance at once: from those to the rest no two imports make a chain. */
function search(project: Project, today: string, from: Path, ends: readonly Address[]): readonly Address[] | undefined {
  const link = actual(project)
  const cameFrom = new Map<Path, readonly Path[]>()
  const open = new Set(between(project, from, ends, link))
  for (let frontier: readonly Path[] = [from]; frontier.length > 0;) {
    const targets: readonly Address[] = [...ends, ...[...open].map(fileAt)]
    const wishes = frontier.flatMap((path) => targets.map((to): Wish => ({ from: path, to })))
    // What begins with a file that leads on to what is forbidden need not be gone through.
    const judged = frontier[0] === from ? imagine(project, today, wishes) : judgedAlone(project, today, wishes)
    const free = judged.flatMap((findings, index) => isFree(findings) ? wishes[index] ?? [] : [])
    // Where there are several, the one that is a way already.
    const arrivals = free.filter(({ to }) => ends.includes(to)).map(({ from: last, to }) => wayBack(cameFrom, from, last, to, link))
    const found = arrivals.toSorted((a, b) => b.links - a.links).slice(0, mostTried).find(({ way }) => way.length === 2 || isFreeAsChain(project, today, hops(way)))
    if (found !== undefined) return found.way
    const next = new Map<Path, Path[]>()
    for (const { from: before, to } of free) if (to.kind === 'file' && open.has(to.path)) next.set(to.path, [...next.get(to.path) ?? [], before])
    for (const [path, before] of next) {
      cameFrom.set(path, before)
      open.delete(path)
    }
    frontier = [...next.keys()]
  }
  return undefined
}

/** One file of each part, the first that others may import. What may use all, or is for all, is no way round a rule, unless it is one already. */
function between(project: Project, from: Path, ends: readonly Address[], link: (from: Path, to: Address) => number): readonly Path[] {
  const isEnd = (path: Path): boolean => path === from || ends.some((end) => end.kind === 'file' && end.path === path)
  const isWayRound = (path: Path): boolean => {
    const mode = project.policy.moduleOf(path)?.mode
    return mode === 'open' || (mode === 'common' && ends.every((end) => link(path, end) === 0))
  }
  return partsOf(project).flatMap(({ files: [path = ''] }) => isEnd(path) || isWayRound(path) ? [] : path).slice(0, mostBetween)
}

function wayBack(cameFrom: ReadonlyMap<Path, readonly Path[]>, start: Path, last: Path, end: Address, link: (from: Path, to: Address) => number): { readonly way: readonly Address[]; readonly links: number } {
  const way: Address[] = [fileAt(last), end]
  let links = link(last, end)
  for (let path = last; path !== start;) {
    const here = fileAt(path)
    const [before = start] = (cameFrom.get(path) ?? []).toSorted((a, b) => link(b, here) - link(a, here))
    links += link(before, here)
    way.unshift(fileAt(before))
    path = before
  }
  return { way, links }
}

function hops(way: readonly Address[]): readonly Wish[] {
  return way.slice(1).flatMap((to, index): readonly Wish[] => {
    const from = way[index]
    return from?.kind === 'file' ? [{ from: from.path, to }] : []
  })
}

/** 1 where one part imports the other now. */
function actual({ graph, policy }: Project): (from: Path, to: Address) => number {
  const home = (path: Path): string => policy.moduleOf(path)?.name ?? path
  const ofEnd = (to: Address): string => to.kind === 'file' ? home(to.path) : to.kind === 'package' ? to.name : atom(to)
  const links = new Set<string>()
  for (let id = 0; id < graph.edges.count; id++) links.add(`${home(graph.files[graph.edges.from[id] ?? 0] ?? '')}\n${ofEnd(graph.target(id))}`)
  return (from, to) => Number(links.has(`${home(from)}\n${ofEnd(to)}`))
}

function fileAt(path: Path): Address {
  return { kind: 'file', path }
}

function stop({ policy }: Project, address: Address): Stop {
  if (address.kind !== 'file') return { name: address.kind === 'package' ? packageSpecifier(address) : atom(address), isDoor: true }
  const module = policy.moduleOf(address.path)
  return { name: address.path, ...(module !== undefined && { module: module.name }), isDoor: module === undefined || module.api !== 'open' }
}
