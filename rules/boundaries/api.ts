import type { Because, Finding } from '../model/finding.ts'
import { findingAt } from '../model/finding-at.ts'
import type { EdgeId } from '../model/graph.ts'
import { closing, isOpenTo, isOpenToSome, waysFor, type Use } from '../model/opened.ts'
import type { Path } from '../model/place.ts'
import { perPlan } from '../model/per-plan.ts'
import type { Api, Module } from '../model/policy.ts'
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
        const use: Use = { importer: files[file] ?? '', names: () => project.importedNames(id) }
        if (!isOpenTo(project, module.api, files[to] ?? '', use) && counts(project, id, policy.kinds)) found.push(finding(project, id, module, module.api, apiOf))
      }
      return found
    }
  },
}

const modules = perPlan(({ files, policy }) => files.map(policy.moduleOf))

const apis = perPlan(({ files, policy }) => remembered((module: Module) => files.filter((path) => policy.moduleOf(path) === module && isOpenToSome(module.api, path))))

function finding(project: Project, id: EdgeId, module: Module, api: Api, apiOf: (module: Module) => readonly Path[]): Finding {
  const edge = project.graph.edge(id)
  const importer = project.policy.moduleOf(edge.from)?.name ?? edge.from
  const path = edge.to.kind === 'file' ? edge.to.path : ''
  const use: Use = { importer: edge.from, names: () => project.importedNames(id) }
  const fix = importFromApi(project, edge, module.name, apiOf(module).filter((open) => isOpenTo(project, api, open, use)))
  const closed = closing(project, api, path, use) ?? api
  return findingAt(project, id, {
    rule: 'boundaries/api',
    message: `${importer} reaches into ${module.name}, past its api`,
    because: becauseOf(project, module.name, closed, path, edge.from),
    help: fix === undefined ? [wayOut(project, module.name, closed, path, edge.from)] : [],
    fixes: fix === undefined ? [] : [fix],
  })
}

/** Of a file that is open to others, or by other names, the lines that say so. */
function becauseOf(project: Project, name: string, api: Api, path: Path, importer: Path): readonly Because[] {
  const own = waysFor(project, api, path, importer)
  const ways = own.length > 0 ? own : api.ways.filter(({ exposes }) => exposes(path))
  return ways.length === 0 ? [{ at: api.at, note: `${name} opens only ${api.written}` }] : ways.map(({ at, written }) => ({ at, note: `${name} opens ${written} only` }))
}

function wayOut(project: Project, name: string, api: Api, path: Path, importer: Path): string {
  if (waysFor(project, api, path, importer).length > 0) return 'import only the names that are open, each by itself'
  return isOpenToSome(api, path) ? `ask whom ${name} opens this to, or for a way of your own in its api` : `export what you need from ${name}'s api, then import it there`
}
