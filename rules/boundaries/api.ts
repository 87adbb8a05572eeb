import type { Fix, Finding } from '../model/finding.ts'
import { findingAt, namesOf } from '../model/finding-at.ts'
import type { Edge, EdgeId } from '../model/graph.ts'
import type { Path } from '../model/place.ts'
import type { Module } from '../model/policy.ts'
import type { Project, Rule } from '../model/rule.ts'
import { specifierFor } from './specifier-for.ts'

export const api: Rule = {
  id: 'boundaries/api',
  title: 'An import reaches past a module\'s api into its inside',
  level: 'error',
  *check(project) {
    const { graph, policy } = project
    for (let id = 0; id < graph.edges.count; id++) {
      const to = graph.target(id)
      if (to.kind !== 'file') continue
      const module = policy.moduleOf(to.path)
      if (module === undefined || module.api === 'open' || module.mode === 'open' || module.api.exposes(to.path)) continue
      const from = graph.files[graph.edges.from[id] ?? 0] ?? ''
      const importer = policy.moduleOf(from)
      if (importer === module || importer?.mode === 'open' || policy.isTest(from)) continue
      yield finding(project, id, module, module.api)
    }
  },
}

function finding(project: Project, id: EdgeId, module: Module, api: Exclude<Module['api'], 'open'>): Finding {
  const edge = project.graph.edge(id)
  const importer = project.policy.moduleOf(edge.from)?.name ?? edge.from
  const fix = importFromApi(project, edge, module, api)
  return findingAt(project, id, {
    rule: 'boundaries/api',
    message: `${importer} reaches into ${module.name}, past its api`,
    because: [{ at: api.at, note: `${module.name} opens only ${api.written}` }],
    help: fix === undefined ? [`export what you need from ${module.name}'s api, then import it there`] : [],
    fixes: fix === undefined ? [] : [fix],
  })
}

/** Offered where one file of the api hands on every name of the import, from the very file that it reaches into. */
function importFromApi(project: Project, edge: Edge, module: Module, api: Exclude<Module['api'], 'open'>): Fix | undefined {
  const names = namesOf(project, edge.id)
  if (edge.to.kind !== 'file' || names.length === 0 || names.includes('*')) return undefined
  const inside = edge.to.path
  const exposed = project.graph.files.filter((path) => project.policy.moduleOf(path) === module && api.exposes(path))
  const open = exposed.find((path) => names.every((name) => isSame(project, inside, path, name)))
  if (open === undefined) return undefined
  const specifier = specifierFor(edge, inside, open)
  return {
    id: 'import-from-api', title: `Import ${names.join(', ')} from '${specifier}', the api of ${module.name}`, safety: 'safe', rewrite: 'import-from-api',
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
