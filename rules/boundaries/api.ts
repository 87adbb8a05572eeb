import type { Finding } from '../model/finding.ts'
import { findingAt } from '../model/finding-at.ts'
import type { EdgeId } from '../model/graph.ts'
import type { Path } from '../model/place.ts'
import { perPlan } from '../model/per-plan.ts'
import type { Module } from '../model/policy.ts'
import { remembered } from '../model/remembered.ts'
import type { Project, Rule } from '../model/rule.ts'
import { counts } from './counts.ts'
import { importFromApi } from './import-from-api.ts'

export const api: Rule = {
  id: 'boundaries/api',
  title: 'An import reaches past a module\'s api into its inside',
  level: 'error',
  judges: 'files',
  of(project) {
    const { graph: { files, edges }, policy } = project
    const moduleAt = modules(project)
    const apiOf = apis(project)
    return (file) => {
      const found: Finding[] = []
      const importer = moduleAt[file]
      if (importer?.mode === 'open' || policy.isTest(files[file] ?? '')) return found
      for (let id = edges.first[file] ?? 0; id < (edges.first[file + 1] ?? 0); id++) {
        const to = edges.to[id] ?? -1
        const module = to < 0 ? undefined : moduleAt[to]
        if (module === undefined || module === importer || module.api === 'open' || module.mode === 'open') continue
        if (!module.api.exposes(files[to] ?? '') && counts(project, id, policy.kinds)) found.push(finding(project, id, module, module.api, apiOf))
      }
      return found
    }
  },
}

const modules = perPlan(({ files, policy }) => files.map(policy.moduleOf))

const apis = perPlan(({ files, policy }) => remembered((module: Module) => files.filter((path) => policy.moduleOf(path) === module && module.api !== 'open' && module.api.exposes(path))))

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
