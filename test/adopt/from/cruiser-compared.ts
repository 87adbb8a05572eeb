// What both programs say of one rule, and where they differ. Most rules are compared violation by violation: severity, from and to. Where the
// two mean to say different things, what must agree is said above each comparison.
import { dirname } from 'node:path/posix'
import { nameOf, type Cruise, type CruisedRule, type Violation } from './cruiser-program.ts'
import type { Finding } from './on-disk.ts'

export interface Told extends Finding {
  readonly key: string
  readonly target?: string
  readonly via: readonly string[]
  readonly because: readonly { readonly note: string }[]
}

interface Compared {
  readonly missed: readonly string[]
  readonly added: readonly string[]
}

export function compared(rule: CruisedRule, theirs: readonly Violation[], ours: readonly Told[], cruise: Cruise): Compared {
  const { to = {}, scope } = rule
  if (to['circular'] === true) return scope === 'folder' ? folderCycles(theirs, ours, cruise) : cycles(rule, theirs, ours, cruise)
  if (to['moreUnstable'] === true) return scope === 'folder' ? folderStability(theirs, ours) : stability(theirs, ours, cruise)
  if (scope === 'folder') return folders(theirs, ours)
  if (to['reachable'] === true && rule.module === undefined) return reach(theirs, ours, cruise)
  // What allowed asks of files, and not of imports, is a comment, and counted as one.
  return exact(rule.name === 'not-in-allowed' ? theirs.filter(({ type }) => type === 'dependency') : theirs, ours)
}

const severities: Readonly<Record<string, string>> = { error: 'error', warn: 'warning', info: 'info' }

function exact(theirs: readonly Violation[], ours: readonly Told[]): Compared {
  return difference(theirs.map(({ rule, from, to }) => `${severities[rule.severity]}: ${from} > ${nameOf(to)}`), ours.map((finding) => `${finding.severity}: ${finding.path} > ${endOf(finding)}`))
}

/** The whole package, whatever file of it is asked for. A finding on a file leads to itself. */
function endOf({ path, target }: Told): string {
  const end = (target ?? path).replace(/^(?:path|builtin|unresolved):/, '')
  return /^pkg:(@[^/]+\/[^/]+|[^/]+)/.exec(end)?.[1] ?? end
}

function difference(theirs: readonly string[], ours: readonly string[]): Compared {
  return { missed: unique(theirs).filter((each) => !ours.includes(each)), added: unique(ours).filter((each) => !theirs.includes(each)) }
}

/**
 * dependency-cruiser tells each file that is reached, bulkhead the nearest, at each import by which a way starts. So the files from which
 * something is reached must be the same, what bulkhead names be one of those that dependency-cruiser names, and the way be one of its imports.
 */
function reach(theirs: readonly Violation[], ours: readonly Told[], { dependencies }: Cruise): Compared {
  const { missed, added } = difference(theirs.map(({ from, rule }) => `${severities[rule.severity]}: ${from}`), ours.map(({ path, severity }) => `${severity}: ${path}`))
  const pairs = new Set(theirs.map(({ from, to }) => `${from} > ${nameOf(to)}`))
  const isImport = (from: string, to: string): boolean => dependencies.get(from)?.some(({ resolved }) => nameOf(resolved) === to) ?? false
  const wrong = ours.filter((finding) => {
    const way = [finding.path, ...finding.via, endOf(finding)]
    return !pairs.has(`${finding.path} > ${endOf(finding)}`) || !way.every((each, i) => i === 0 || isImport(way[i - 1] ?? '', each))
  })
  return { missed, added: [...added, ...wrong.map((finding) => `no way: ${[finding.path, ...finding.via, endOf(finding)].join(' > ')}`)] }
}

/**
 * dependency-cruiser tells each import that is in a circle, with the one that it found first, bulkhead each group of files that reach each
 * other, once. Of a rule without further words the groups must be the same. With words each circle that dependency-cruiser tells must lie in
 * one of bulkhead's groups, and the members of each of these reach each other by the imports and through the files that the words leave.
 */
function cycles(rule: CruisedRule, theirs: readonly Violation[], ours: readonly Told[], cruise: Cruise): Compared {
  const circles = theirs.map(({ from, cycle = [] }) => [from, ...cycle.map(({ name }) => name)])
  const isPlain = Object.keys(rule.to ?? {}).length === 1 && Object.keys(rule.from ?? {}).length === 0
  if (isPlain) return difference(joined(circles).map((members) => unique(members).join(' | ')), ours.map(({ key }) => groupOf(key).join(' | ')))
  const groups = ours.map(({ key }) => groupOf(key))
  const missed = circles.filter((circle) => !groups.some((group) => circle.every((path) => group.includes(path))))
  const added = groups.filter((group) => !reachEachOther(group, (from) => importsIn(rule, cruise, from)) || !hasMembers(rule, group))
  return { missed: missed.map((circle) => circle.join(' > ')), added: added.map((group) => group.join(' | ')) }
}

function groupOf(key: string): readonly string[] {
  return key.replace(/^boundaries\/cycles \w+: /, '').split(' | ')
}

/** Those that share a file are one. */
function joined(circles: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const found: Set<string>[] = []
  for (const circle of circles) {
    const members = new Set(circle)
    for (const other of found.filter((each) => circle.some((path) => each.has(path)))) {
      for (const path of other) members.add(path)
      found.splice(found.indexOf(other), 1)
    }
    found.push(members)
  }
  return found.map((members) => [...members])
}

interface Via {
  readonly path?: string
  readonly pathNot?: string
  readonly dependencyTypesNot?: readonly string[]
}

function importsIn({ to }: CruisedRule, { dependencies }: Cruise, from: string): readonly string[] {
  const { dependencyTypesNot = [] } = (to?.['viaOnly'] ?? {}) as Via
  return (dependencies.get(from) ?? []).filter(({ dependencyTypes }) => !dependencyTypes.some((type) => dependencyTypesNot.includes(type))).map(({ resolved }) => resolved)
}

/** Words that name groups of the other side are about its circles alone. */
function hasMembers({ from = {}, to = {} }: CruisedRule, group: readonly string[]): boolean {
  const takes = ({ path, pathNot }: Via, file: string): boolean => (path === undefined || /\$\d/.test(path) || new RegExp(path).test(file)) && (pathNot === undefined || /\$\d/.test(pathNot) || !new RegExp(pathNot).test(file))
  return group.some((file) => takes(from as Via, file)) && group.some((file) => takes(to as Via, file)) && group.some((file) => takes((to['via'] ?? {}) as Via, file)) && group.every((file) => takes((to['viaOnly'] ?? {}) as Via, file))
}

function reachEachOther(group: readonly string[], leaving: (member: string) => readonly string[]): boolean {
  return group.every((start) => {
    const reached = new Set<string>()
    const open = [start]
    for (let one = open.pop(); one !== undefined; one = open.pop()) for (const next of leaving(one)) {
      if (!group.includes(next) || reached.has(next)) continue
      reached.add(next)
      open.push(next)
    }
    return reached.size === group.length
  })
}

/**
 * dependency-cruiser lets any folder depend on the very folder in which an imported file lies, bulkhead compares folders that stand side by
 * side. So two of bulkhead's folders at least hold what a circle of dependency-cruiser goes through, and its own reach each other.
 */
function folderCycles(theirs: readonly Violation[], ours: readonly Told[], { dependencies }: Cruise): Compared {
  const groups = ours.map(({ key }) => groupOf(key))
  const holds = (folder: string, path: string): boolean => path === folder || path.startsWith(`${folder}/`)
  const missed = theirs.filter(({ from, cycle = [] }) => {
    const circle = [from, ...cycle.map(({ name }) => name)]
    return !groups.some((group) => group.filter((folder) => circle.some((path) => holds(folder, path))).length >= 2)
  })
  const leaving = (group: readonly string[]) => (from: string): readonly string[] => group.filter((to) => to !== from && [...dependencies].some(([file, own]) => holds(from, file) && own.some(({ resolved }) => holds(to, resolved))))
  const added = groups.filter((group) => !reachEachOther(group, leaving(group)))
  return { missed: missed.map(({ from, to }) => `${from} > ${to}`), added: added.map((group) => group.join(' | ')) }
}

/** dependency-cruiser tells each folder above a file, and the folder of the file that is imported, bulkhead the two files. */
function folders(theirs: readonly Violation[], ours: readonly Told[]): Compared {
  const isSame = ({ from, to }: Violation, finding: Told): boolean => finding.path.startsWith(`${from}/`) && dirname(endOf(finding)) === to
  return {
    missed: theirs.filter((each) => !ours.some((finding) => isSame(each, finding))).map(({ from, to }) => `${from} > ${to}`),
    added: ours.filter((finding) => !theirs.some((each) => isSame(each, finding))).map((finding) => `${finding.path} > ${endOf(finding)}`),
  }
}

/**
 * dependency-cruiser counts an import twice where it is written twice, and what leads nowhere, too; bulkhead each neighbour once. So what is
 * compared is where neither end does such a thing.
 */
function stability(theirs: readonly Violation[], ours: readonly Told[], { dependencies }: Cruise): Compared {
  const isPlain = (path: string): boolean => {
    const own = dependencies.get(path) ?? []
    return new Set(own.map(({ resolved }) => resolved)).size === own.length && !own.some(({ couldNotResolve }) => couldNotResolve)
  }
  return exact(theirs.filter(({ from, to }) => isPlain(from) && isPlain(to)), ours.filter((finding) => isPlain(finding.path) && isPlain(endOf(finding))))
}

/**
 * dependency-cruiser compares a folder at any depth with the very folder in which an imported file lies, bulkhead those that stand side by
 * side: so what is both is compared.
 */
function folderStability(theirs: readonly Violation[], ours: readonly Told[]): Compared {
  return difference(
    theirs.filter(({ from, to }) => dirname(from) === dirname(to)).map(({ rule, from, to }) => `${severities[rule.severity]}: ${from} > ${to}`),
    ours.filter(({ key, target = '' }) => key.endsWith(` -> ${dirname(target)}`)).map(({ severity, key }) => `${severity}: ${key.replace('boundaries/stability folder: ', '').replace(' -> ', ' > ')}`),
  )
}

function unique(lines: readonly string[]): readonly string[] {
  return [...new Set(lines)].sort()
}
