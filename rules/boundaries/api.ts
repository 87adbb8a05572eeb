import type { Finding } from '../model/finding.ts'
import { findingAt } from '../model/finding-at.ts'
import type { EdgeId } from '../model/graph.ts'
import type { Path } from '../model/place.ts'
import type { Module } from '../model/policy.ts'
import type { Project, Rule } from '../model/rule.ts'
import { counts } from './counts.ts'
import { importFromApi } from './import-from-api.ts'
import { remembered } from './remembered.ts'

export const api: Rule = {
  id: 'boundaries/api',
  title: 'An import reaches past a module\'s api into its inside',
  level: 'error',
  *check(project) {
    const { graph, policy } = project
    const apiOf = remembered((module: Module) => graph.files.filter((path) => policy.moduleOf(path) === module && module.api !== 'open' && module.api.exposes(path)))
    for (let id = 0; id < graph.edges.count; id++) {
      const to = graph.target(id)
      if (to.kind !== 'file') continue
      const module = policy.moduleOf(to.path)
      if (module === undefined || module.api === 'open' || module.mode === 'open' || module.api.exposes(to.path)) continue
      const from = graph.files[graph.edges.from[id] ?? 0] ?? ''
      const importer = policy.moduleOf(from)
      if (importer === module || importer?.mode === 'open' || policy.isTest(from) || !counts(project, id, policy.kinds)) continue
      yield finding(project, id, module, module.api, apiOf)
    }
  },
}

function finding(project: Project, id: EdgeId, module: Module, api: Exclude<Module['api'], 'open'>, apiOf: (module: Module) => readonly Path[]): Finding {
  const edge = project.graph.edge(id)
  const importer = project.policy.moduleOf(edge.from)?.name ?? edge.from
  const fix = importFromApi(project, edge, module.name, apiOf(module))
  return findingAt(project, id, {
    rule: 'boundaries/api',
    message: `${importer} reaches into ${module.name}, past its api`,
    because: [{ at: api.at, note: `${module.name} opens only ${api.written}` }],
    help: fix === undefined ? [`export what you need from ${module.name}'s api, then import it there`] : [],
    fixes: fix === undefined ? [] : [fix],
  })
}
