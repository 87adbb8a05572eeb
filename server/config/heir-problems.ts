/* Where what a file further down says of its folder contradicts, or would loosen, what the project says of it. */
import type { Level } from '../../rules/model/finding.ts'
import type { Place } from '../../rules/model/place.ts'
import type { Problem } from '../../rules/model/problem.ts'
import { layersIn, type HeirConfig } from './config.ts'
import { heirGains } from './heir-gains.ts'
import { didYouMean } from './nearest.ts'
import { spokenPlace, type Project } from './project.ts'
import { below } from './stacks.ts'

export function heirProblems(project: Project): readonly Problem[] {
  const problems = project.config.heirs.flatMap((heir) => [...ofModule(project, heir), ...ofLayer(project, heir), ...ofApi(project, heir), ...ofChecks(project, heir)])
  return problems.length > 0 ? problems : heirGains(project)
}

/** The module of the folder is the project's where that declares one. */
function ofModule({ config, homes }: Project, { path, folder, module, named }: HeirConfig): readonly Problem[] {
  const home = homes.declared.of(path)
  if (home === undefined || home.source.config === module) return []
  const outer = home.module
  if (home.folder === folder) {
    const isSame = named === undefined || outer.name === module.name
    return isSame ? [] : [{ kind: 'disagreement', message: `${folder} is the module ${outer.name} already`, at: named, hint: `${spokenPlace(config, outer.at)} says so: leave this line out, or write ${outer.name}` }]
  }
  const parts: readonly (Place | undefined)[] = [named, module.layer?.at, module.api?.at]
  return parts.flatMap((at): Problem[] => at === undefined ? [] : [{
    kind: 'disagreement', message: `${folder} lies in the module ${outer.name}, and is none of its own`, at,
    hint: `${spokenPlace(config, outer.at)} declares that: give this folder a module there`,
  }])
}

/** Nobody leaves the layer that the project gives him. */
function ofLayer({ config, homes }: Project, { path, folder, module }: HeirConfig): readonly Problem[] {
  if (module.layer === undefined) return []
  const { value, at } = module.layer
  const names = layersIn(config).map(({ name }) => name)
  if (!names.includes(value)) return [{ kind: 'unknown-name', message: `no layer is called ${value}`, at, ...(names.length === 0 ? { hint: 'declare it under layers' } : didYouMean(value, names)) }]
  const around = homes.laid.filter((stack) => below(stack.folder, path) !== undefined && stack.named(value) !== undefined)
  if (around.length === 0) return [{ kind: 'unknown-name', message: `${folder} lies in no stack that has a layer ${value}`, at, hint: 'a layer has no say outside the folder of its stack' }]
  return around.flatMap((stack): Problem[] => {
    const said = homes.declared.of(path)?.module.layer
    const other = (said === undefined || said === value ? undefined : stack.named(said)) ?? stack.byFiles(path) ?? stack.byNames(path)
    if (other === undefined || other.layer.name === value) return []
    return [{ kind: 'disagreement', message: `${folder} lies in the layer ${other.layer.name} already`, at, hint: `${spokenPlace(config, other.layer.at)} says so: a folder may only narrow what holds for it` }]
  })
}

function ofApi({ files }: Project, { folder, module }: HeirConfig): readonly Problem[] {
  if (module.api?.kind !== 'list') return []
  return module.api.entries.flatMap((entry) => entry.files).flatMap(({ value, at }): Problem[] => {
    const isThere = files.some((path) => path.startsWith(`${folder}/`) && value.match(path.slice(folder.length + 1)) !== undefined)
    return isThere ? [] : [{ kind: 'no-match', message: `${value.written} takes no file of ${folder}`, at, hint: 'patterns start at this folder' }]
  })
}

const levels: readonly Level[] = ['off', 'info', 'warning', 'error']

function ofChecks({ config, knowledge }: Project, { checks }: HeirConfig): readonly Problem[] {
  return checks.flatMap(({ id, level, at }): Problem[] => {
    const outer = config.checks.find((check) => check.id === id)
    const usual = outer?.level ?? knowledge.checks.find((check) => check.id === id)?.level
    if (level === undefined || usual === undefined || levels.indexOf(level) >= levels.indexOf(usual) || outer?.in !== undefined) return []
    const says = outer === undefined ? 'as it is where nobody says' : spokenPlace(config, outer.at)
    return [{ kind: 'looser', message: `${id} is ${usual} in the project (${says}): a folder may only be stricter`, at, hint: `write ${levels.slice(levels.indexOf(usual)).join(' or ')}, or leave it out` }]
  })
}
