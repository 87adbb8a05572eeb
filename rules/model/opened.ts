import type { Path } from './place.ts'
import type { NamePattern } from './pattern.ts'
import { picker } from './picker.ts'
import type { Api, ApiWay, Module } from './policy.ts'
import type { Project } from './rule.ts'

type Planned = Pick<Project, 'policy' | 'vendors'>

/** Who imports a file, and by which names; undefined: that is not asked. Names cost a look at the import's words. */
export interface Use {
  readonly importer: Path
  readonly names?: () => readonly string[]
}

/** Whether a module opens a file to somebody, by some name. */
export function isOpenToSome(api: Module['api'], path: Path): boolean {
  return api === 'open' || eachOf(api).every(({ ways }) => ways.some(({ exposes }) => exposes(path)))
}

/** Whether a module opens a file to this use of it: every name that it brings in, in one way or another. */
export function isOpenTo(project: Planned, api: Module['api'], path: Path, use: Use): boolean {
  return api === 'open' || closing(project, api, path, use) === undefined
}

/** The first of those who speak for the module that does not open a file to this use of it. */
export function closing(project: Planned, api: Api, path: Path, use: Use): Api | undefined {
  return eachOf(api).find((each) => !opens(project, each, path, use))
}

function eachOf(api: Api): readonly Api[] {
  return api.also === undefined ? [api] : [api, ...api.also]
}

function opens(project: Planned, api: Api, path: Path, { importer, names }: Use): boolean {
  const ways = waysFor(project, api, path, importer)
  if (ways.length === 0 || names === undefined) return ways.length > 0
  if (ways.some((way) => way.names === undefined)) return true
  const patterns = ways.flatMap((way) => way.names ?? [])
  return names().every((name) => patterns.some((pattern) => takesName(pattern, name)))
}

/** The ways that are open to an importer. */
export function waysFor(project: Planned, { ways }: Api, path: Path, importer: Path): readonly ApiWay[] {
  return ways.filter(({ exposes, to }) => exposes(path) && (to === undefined || picker(project, to)({ kind: 'file', path: importer }, importer) !== undefined))
}

/** A namespace import has every name, which is more than a pattern that takes a star by chance: `?`. */
function takesName(pattern: NamePattern, name: string): boolean {
  return pattern.match(name) !== undefined && (name !== '*' || pattern.match('**') !== undefined)
}
