// Whom files may use, and who may use them: asked of a few files of each part of the project.

import type { Circle, Line } from '../../rules/model/explained.ts'
import type { JudgedFinding } from '../../rules/model/finding.ts'
import { atom, type Address } from '../../rules/model/link.ts'
import type { Path } from '../../rules/model/place.ts'
import type { Project } from '../../rules/model/rule.ts'
import { imagine, isFree } from './imagine.ts'
import { partNameOf, partsOf, type Part } from './parts.ts'
import type { Wish } from './wish.ts'

/** Enough to meet a file of a part that one may use, where its api opens some and not others. */
const askedOfEach = 3

export interface WhomTheyMayUse {
  /** Parts that some of these files may use. */
  readonly mayUse: Circle
  /** Of the packages and built-ins that the project imports, by whatever subpath. */
  readonly mayUsePackages: Circle
}

export function whomTheyMayUse(project: Project, today: string, files: readonly Path[]): WhomTheyMayUse {
  const wished = (to: Address): readonly Wish[] => few(files).map((from) => ({ from, to }))
  const parts = othersThan(project, files).map(({ name, files: theirs }): Asked => ({ name, wishes: theirs.slice(0, askedOfEach).flatMap((path) => wished({ kind: 'file', path })) }))
  const packages = packagesOf(project).map(([name, to]): Asked => ({ name, wishes: wished(to) }))
  // Together, since what chains they would make is asked of all imports.
  const each = imagine(project, today, [...parts, ...packages].flatMap(({ wishes }) => wishes))
  const ofParts = parts.reduce((count, { wishes }) => count + wishes.length, 0)
  return { mayUse: circle(parts, each.slice(0, ofParts)), mayUsePackages: circle(packages, each.slice(ofParts)) }
}

/** Parts of which some file may use these. */
export function mayBeUsedBy(project: Project, today: string, ends: readonly Address[]): Circle {
  const paths = ends.flatMap((end) => end.kind === 'file' ? end.path : [])
  const asked = othersThan(project, paths).map(({ name, files: theirs }): Asked => ({
    name, wishes: ends.slice(0, askedOfEach).flatMap((to) => theirs.slice(-askedOfEach).map((from): Wish => ({ from, to }))),
  }))
  return circle(asked, imagine(project, today, asked.flatMap(({ wishes }) => wishes)))
}

function packagesOf({ graph }: Project): readonly (readonly [name: string, to: Address])[] {
  const names = new Map<string, Address>()
  for (const end of graph.ends) {
    if (end.kind === 'package') names.set(end.name, { kind: 'package', name: end.name, subpath: '' })
    if (end.kind === 'builtin') names.set(atom(end), end)
  }
  return [...names].sort(([a], [b]) => a < b ? -1 : 1)
}

export function lineOf({ rule, entry, because }: JudgedFinding): Line {
  const at = because[0]?.at
  return { rule, ...(entry !== undefined && { entry }), ...(at !== undefined && { at }) }
}

interface Asked {
  readonly name: string
  readonly wishes: readonly Wish[]
}

/** Allowed where one of what is wished for is. */
function circle(asked: readonly Asked[], judged: readonly (readonly JudgedFinding[])[]): Circle {
  const allowed: string[] = []
  const forbidden: Circle['forbidden'][number][] = []
  let first = 0
  for (const { name, wishes } of asked) {
    const found = judged.slice(first, first += wishes.length)
    if (wishes.length === 0) continue
    if (found.some(isFree)) allowed.push(name)
    else forbidden.push({ name, by: lines(found[0] ?? []) })
  }
  return { allowed, forbidden }
}

export function lines(findings: readonly JudgedFinding[]): readonly Line[] {
  const seen = new Set<string>()
  return findings.filter(({ severity }) => severity !== 'info').map(lineOf).filter(({ rule, entry, at }) => {
    const key = JSON.stringify([rule, entry, at])
    return !seen.has(key) && seen.add(key)
  })
}

function othersThan(project: Project, files: readonly Path[]): readonly Part[] {
  const own = new Set(files.map((path) => partNameOf(project.policy, path)))
  return partsOf(project).filter(({ name }) => !own.has(name) || own.size > 1)
}

/** Spread over all of them. */
function few(files: readonly Path[]): readonly Path[] {
  const step = Math.max(1, Math.floor(files.length / askedOfEach))
  return files.filter((_path, index) => index % step === 0).slice(0, askedOfEach)
}
