import type { Fix } from '../model/finding.ts'
import type { Edge } from '../model/graph.ts'
import type { Path } from '../model/place.ts'
import type { Project } from '../model/rule.ts'
import { specifierFor } from './specifier-for.ts'

/** The way out of an import past an api: offered where one file of the api hands on every name of the import, from the very file that it reaches into. */
export function importFromApi(project: Project, edge: Edge, owner: string, api: readonly Path[]): Fix | undefined {
  const names = project.importedNames(edge.id)
  if (edge.to.kind !== 'file' || names.length === 0 || names.includes('*')) return undefined
  const inside = edge.to.path
  const open = api.find((path) => names.every((name) => isSame(project, inside, path, name)))
  if (open === undefined) return undefined
  const specifier = specifierFor(edge, inside, open)
  return {
    id: 'import-from-api', title: `Import ${names.join(', ')} from '${specifier}', the api of ${owner}`, safety: 'safe', rewrite: 'import-from-api',
    arguments: { path: edge.from, start: edge.at.span.start, end: edge.at.span.end, specifier },
  }
}

/** The api's name and the inside's name are one thing. A default is never carried over: the api has one of its own. */
function isSame(project: Project, inside: Path, api: Path, name: string): boolean {
  if (name === 'default') return false
  const mine = project.origin(inside, name)
  const theirs = project.origin(api, name)
  return mine !== undefined && theirs !== undefined && JSON.stringify(mine.to) === JSON.stringify(theirs.to)
}
