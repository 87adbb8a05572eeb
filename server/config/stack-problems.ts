/* Folders and layers that stacks name and the files do not bear out. */
import { writeGlob } from '../../rules/model/glob.ts'
import { pathPattern } from '../../rules/model/path-pattern.ts'
import type { Path } from '../../rules/model/place.ts'
import type { Problem } from '../../rules/model/problem.ts'
import { startingWith } from '../../rules/model/starting-with.ts'
import type { LayerConfig, StackConfig } from './config.ts'
import { nearestFolder, topFolders } from './nearest-path.ts'
import { spokenPlace, type Project } from './project.ts'
import { pathHint } from './selector-problems.ts'
import { below, join, type LaidStack } from './stacks.ts'

export function stackProblems(project: Project): Problem[] {
  const { config, homes: { laid }, files } = project
  const taken = takenIn(project)
  return config.stacks.flatMap((stack) => {
    // A folder of which nothing is judged is none here.
    const own = laid.filter(({ config: each, folder }) => each === stack && filesBelow(files, folder).length > 0)
    if (own.length === 0 && !isRoot(stack)) return laid.some(({ rival }) => rival === stack) ? [] : [nowhere(project, stack)]
    const inside = new Map(own.map(({ folder }) => [folder, filesBelow(files, folder)]))
    return [...disputed(project, stack), ...stack.layers.flatMap((layer) => layerProblems(project, stack, layer, taken, inside))]
  })
}

/** From that folder. */
function filesBelow(files: readonly Path[], folder: Path): readonly Path[] {
  const head = folder === '' ? '' : `${folder}/`
  const { start, end } = startingWith(files, head)
  return files.slice(start, end).map((path) => path.slice(head.length))
}

/** The layers that some file lies in, and those of their patterns by which one does. */
function takenIn({ households }: Project): ReadonlySet<unknown> {
  return new Set(households.flatMap(({ layers }) => layers.flatMap(({ config, files }) => [config, files])))
}

/** A pattern that lays out no folder. */
function nowhere(project: Project, stack: StackConfig): Problem {
  const written = writtenOf(stack)
  const others = project.homes.laid.filter(({ config }) => config !== stack && config.within === stack.within)
  const pattern = pathPattern(writeGlob(stack.folders), 'folder')
  const isTaken = !('mistake' in pattern) && others.some(({ folder }) => pattern.match(`${below(stack.within, folder) ?? ''}/x`)?.prefix === below(stack.within, folder))
  if (isTaken) return { kind: 'no-match', message: `${written} has no folder of its own: more specific patterns take all of them`, at: stack.at, hint: 'leave it out, or make the others less specific' }
  return { kind: 'no-match', message: `${written} takes no folder`, at: stack.at, ...pathHint(project, written) }
}

/** Two patterns with equal claims to a folder: once for each two of them. */
function disputed({ config, homes: { laid } }: Project, stack: StackConfig): Problem[] {
  const rivals = new Map<StackConfig, LaidStack>()
  for (const each of laid) if (each.config === stack && each.rival !== undefined && !rivals.has(each.rival)) rivals.set(each.rival, each)
  return [...rivals].map(([rival, { folder }]) => ({
    kind: 'ambiguous', message: `${writtenOf(stack)} and ${writtenOf(rival)} both take ${folder}, and neither is more specific`,
    at: rival.at, hint: `${spokenPlace(config, stack.at)} says the other: name one more folder in one of them`,
  }))
}

/** Where a pattern takes several folders, a layer need not be in each. */
function layerProblems(project: Project, stack: StackConfig, layer: LayerConfig, taken: ReadonlySet<unknown>, inside: ReadonlyMap<Path, readonly Path[]>): Problem[] {
  if (layer.optional) return []
  if (layer.files === undefined) return taken.has(layer) ? [] : [noFolder(stack, layer, inside)]
  return layer.files.flatMap((files): Problem[] => {
    const written = writeGlob(files.value)
    const pattern = pathPattern(written, 'folder')
    if (taken.has(files) || 'mistake' in pattern || [...inside.values()].flat().some((path) => pattern.match(path) !== undefined)) return []
    const [folder = ''] = inside.keys()
    return [{ kind: 'no-match', message: `${written} takes no file${isRoot(stack) ? '' : ` in ${writtenOf(stack)}`}`, at: files.at, ...pathHint(project, written, folder) }]
  })
}

function noFolder(stack: StackConfig, { name, at }: LayerConfig, inside: ReadonlyMap<Path, readonly Path[]>): Problem {
  const problem: Problem = { kind: 'no-match', message: `no folder${isRoot(stack) ? '' : ` in ${writtenOf(stack)}`} is called ${name}, so the layer takes no file`, at }
  const all = [...inside]
  for (const [folder, files] of all) {
    const within = files.find((path) => `/${path}`.includes(`/${name}/`))
    if (within !== undefined) return { ...problem, message: `${name} takes no file: its folders lie in other layers or modules`, hint: `${join(folder, within)} lies in one; give the layer its files` }
  }
  for (const [folder, files] of all) {
    const like = nearestFolder(name, files)
    if (like !== undefined) return { ...problem, hint: `the nearest folder is ${join(folder, like)}`, instead: { word: name, by: like.slice(like.lastIndexOf('/') + 1) } }
  }
  const folders = all.flatMap(([folder, files]) => topFolders(files).map((top) => join(folder, top))).slice(0, 6)
  return { ...problem, hint: folders.length === 0 ? 'give the layer its files' : `there are ${folders.join(', ')}: give the layer its files` }
}

function writtenOf({ within, folders }: StackConfig): string {
  const written = writeGlob(folders)
  return within !== '' && written === '.' ? within : join(within, written)
}

function isRoot({ within, folders }: StackConfig): boolean {
  return within === '' && folders.branches.some(({ segments }) => segments.length === 0)
}
