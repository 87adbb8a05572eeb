/*
 * What a file further down says its folder is (a module's name, tags, layers) may make the project's own lines permit it more, or ask less
 * of it. Each name in these lines is asked of the folder's files twice, with all that such files say and without. A name that takes nothing
 * without is left to them on purpose.
 */
import type { Path, Place } from '../../rules/model/place.ts'
import type { Problem } from '../../rules/model/problem.ts'
import type { Atom, Selector } from '../../rules/model/selector.ts'
import { atomsOf, take, type TakeContext } from '../../rules/model/take.ts'
import { describe } from '../../rules/model/describe.ts'
import type { Config, HeirConfig } from './config.ts'
import { homes } from './homes.ts'
import { spokenPlace, type Project } from './project.ts'
import { tagsByPath } from './tags.ts'

export function heirGains(project: Project): readonly Problem[] {
  const { config, context: together } = project
  if (config.heirs.length === 0) return []
  const alone = withoutHeirs(project)
  const samples = samplesOf(project, alone)
  const gains = new Map<string, Problem>()
  for (const { selector, permits } of spoken(config)) for (const { atom, negated } of atomsOf(selector)) {
    const isGain = permits !== negated ? becomes : becomesNot
    for (const path of samples) {
      const heir = heirOf(config, path)
      if (heir === undefined || !isGain(project, atom, path, { alone, together })) continue
      const at = placeOf(heir, atom)
      const key = JSON.stringify(at)
      if (!gains.has(key)) gains.set(key, problem(config, atom, heir, at, permits !== negated))
    }
  }
  return [...gains.values()]
}

function problem(config: Config, atom: Atom, { folder }: HeirConfig, at: Place, isPermitted: boolean): Problem {
  const [line, name] = [spokenPlace(config, atom.at), describe(atom)]
  const what = isPermitted ? `${line} permits something to ${name}, and ${folder} is that only by what stands here` : `${line} asks something of ${name}, and ${folder} is that no more by what stands here`
  return { kind: 'looser', message: `${what}: a folder may only narrow`, at, hint: "say in the project's own bulkhead.yaml what this folder is, or leave it out" }
}

interface Contexts {
  readonly alone: TakeContext
  readonly together: TakeContext
}

function becomes({ files }: Project, atom: Atom, path: Path, { alone, together }: Contexts): boolean {
  return isTaken(atom, path, together) && !isTaken(atom, path, alone) && files.some((each) => isTaken(atom, each, alone))
}

function becomesNot(_: Project, atom: Atom, path: Path, { alone, together }: Contexts): boolean {
  return isTaken(atom, path, alone) && !isTaken(atom, path, together)
}

function isTaken(atom: Atom, path: Path, context: TakeContext): boolean {
  return take(atom, { kind: 'file', path }, context) !== undefined
}

/** The project as it is where no folder says anything. */
function withoutHeirs({ config, layout, tags, knowledge, context }: Project): TakeContext {
  const alone: Config = { ...config, heirs: [], stacks: config.stacks.filter(({ within }) => within === '') }
  const { moduleOf, folderOf, stacks } = homes(alone, layout)
  const tagsOf = tagsByPath(tags, [], homes(alone, layout), knowledge.vendors)
  return { ...context, policy: { ...context.policy, moduleOf, folderOf, stacks, tagsOf } }
}

/** Files of such folders, one of all of whom names say the same. */
function samplesOf({ config, files, context: { policy } }: Project, { policy: alone }: TakeContext): readonly Path[] {
  const samples = new Map<string, Path>()
  for (const path of files) {
    const heir = heirOf(config, path)
    if (heir === undefined) continue
    const said = [policy, alone].map(({ moduleOf, tagsOf }) => [moduleOf(path)?.name, ...tagsOf(path)])
    const key = JSON.stringify([heir.path, said])
    if (!samples.has(key)) samples.set(key, path)
  }
  return [...samples.values()]
}

function heirOf({ heirs }: Config, path: Path): HeirConfig | undefined {
  return heirs.filter(({ folder }) => path.startsWith(`${folder}/`)).sort((a, b) => b.folder.length - a.folder.length)[0]
}

/** The line of it that makes the folder what is asked for. */
function placeOf({ module, named, tagsAt, at }: HeirConfig, atom: Atom): Place {
  if (atom.kind === 'tag' && tagsAt !== undefined && module.tags.some((tag) => atom.name.match(tag) !== undefined)) return tagsAt
  if (atom.kind === 'group' && module.layer !== undefined && atom.name.match(module.layer.value) !== undefined) return module.layer.at
  return named ?? module.layer?.at ?? tagsAt ?? at
}

interface Spoken {
  readonly selector: Selector
  /** It says who may, and not of whom something is asked. */
  readonly permits: boolean
}

/** What the project itself says of files by their names. */
function* spoken({ rules, modules, cycles, checks, exceptions, vendors }: Config): Iterable<Spoken> {
  for (const { subject, object, verb, via, uncut } of rules) {
    if (uncut !== undefined) continue
    yield { selector: subject, permits: false }
    if (verb !== 'require') yield { selector: object, permits: verb === 'only' }
    if (via !== undefined) yield { selector: via, permits: false }
  }
  for (const { uses, usedBy, api } of modules) {
    if (uses !== undefined && uses.value !== 'manifest') yield { selector: uses.value, permits: true }
    if (usedBy !== undefined) yield { selector: usedBy.value, permits: true }
    for (const { to } of api?.kind === 'list' ? api.entries : []) if (to !== undefined) yield { selector: to, permits: true }
  }
  for (const { every, some, from } of cycles) for (const selector of [every, some, from]) if (selector !== undefined) yield { selector, permits: false }
  for (const { in: judged, options: { dev } } of checks) {
    if (judged !== undefined) yield { selector: judged, permits: false }
    if (dev !== undefined) yield { selector: dev, permits: true }
  }
  for (const { from, to } of exceptions) for (const selector of [from, to]) if (selector !== undefined) yield { selector, permits: true }
  for (const { where } of vendors?.allow?.entries ?? []) yield { selector: where, permits: true }
}
