/* Bases of which nothing is here: what they would forbid, they forbid nobody. */
import type { Place } from '../../rules/model/place.ts'
import type { Note } from '../../rules/model/problem.ts'
import { classesOf } from '../../rules/model/take.ts'
import { layersIn } from './config.ts'
import { isInherited, spokenPlace, type Project } from './project.ts'

/** One note for each base that declares layers, modules or tags, none of which takes a file. */
export function idleBases(project: Project): readonly Note[] {
  const { config, households, files, context: { policy } } = project
  const tags = config.tags.filter(({ selector }) => classesOf(selector).has('file'))
  const declared = [...layersIn(config), ...config.modules, ...tags].filter(({ at }) => isInherited(config, at))
  if (declared.length === 0) return []
  const taken = new Set<unknown>(households.flatMap(({ declared, layers }) => [declared?.source.config, ...layers.map((layer) => layer.config)]))
  for (const tag of tags) if (files.some((path) => policy.tagsOf(path).has(tag.name))) taken.add(tag)
  const busy = new Set(declared.filter((each) => taken.has(each)).map(({ at }) => nameOf(at)))
  const idle = new Map<string, Place>()
  for (const { at } of declared) if (!busy.has(nameOf(at)) && !idle.has(nameOf(at))) idle.set(nameOf(at), at)
  return [...idle].map(([name, at]): Note => ({ message: `${name} guards nothing here: no file lies in any layer, module or tag of it (${spokenPlace(config, at)})` }))
}

function nameOf({ path, preset }: Place): string {
  return preset === undefined ? path : `preset:${preset}`
}
