import type { Path } from '../model/place.ts'
import type { Rewrite, RewriteInput } from '../model/rewrite.ts'
import { textArgument } from './arguments.ts'
import { manifestEdits } from './manifest.ts'
import { refusal } from './refusal.ts'

/**
 * Adds a package to a manifest, in the version that the rest of the workspace declares, else in the one that is installed. Arguments:
 * `manifest` (its path), `name` of the package, `list` ('dependencies' or 'devDependencies'), `isWorkspace`, 1 where the package is one of
 * the repository's own, and `isMoved`, 1 where the manifest declares it in another list, from which it goes.
 */
export const declare: Rewrite = {
  id: 'declare',
  async run(input) {
    const [manifest, name, list] = [textArgument(input, 'manifest'), textArgument(input, 'name'), textArgument(input, 'list')]
    const nowhere = { start: 0, end: 0 }
    const text = input.read(manifest)
    if (text === undefined) return refusal('no-file', manifest, nowhere, `${manifest} is no longer there`, 'check again, then take the fix')
    const isMoved = input.arguments['isMoved'] === 1
    const range = isMoved ? rangeIn(text, name) : rangeFor(input, manifest, name)
    if (range === undefined) return isMoved ? unreadable(manifest, name) : refusal('not-installed', manifest, nowhere, `${name} is not installed and nothing here declares it, so that its version is not known`, `run \`npm install ${list === 'devDependencies' ? '--save-dev ' : ''}${name}\``)
    const edits = await manifestEdits(manifest, text, { [name]: range }, isMoved ? name : undefined, list)
    return edits.length > 0 ? { edits, problems: [] } : unreadable(manifest, name)
  },
}

function unreadable(manifest: Path, name: string): ReturnType<typeof refusal> {
  return refusal('syntax', manifest, { start: 0, end: 0 }, `${manifest} declares ${name} already, or cannot be read as it is`, 'look into it')
}

/** What all others say goes first, so that a workspace keeps to one version; where they differ, what this package finds when it runs. */
function rangeFor(input: RewriteInput, manifest: Path, name: string): string | undefined {
  const others = input.manifestsDeclaring(name).filter((path) => path !== manifest).flatMap((path) => rangeIn(input.read(path) ?? '', name) ?? [])
  if (new Set(others).size === 1) return others[0]
  if (input.arguments['isWorkspace'] === 1) return workspaceRange(input)
  return installedRange(input, folderOf(manifest), name) ?? others[0]
}

/** npm and yarn take any version of what is in the workspace; pnpm wants to be told that it is. */
function workspaceRange({ read }: RewriteInput): string {
  return read('pnpm-workspace.yaml') === undefined ? '*' : 'workspace:*'
}

/** What a manifest asks for itself: peers are what others shall bring, and a path leads elsewhere from another folder. */
function rangeIn(manifest: string, name: string): string | undefined {
  const lists = /"(?:dependencies|devDependencies|optionalDependencies)"\s*:\s*\{[^{}]*\}/g
  for (const [list] of manifest.matchAll(lists)) {
    for (const [, key, range] of list.slice(list.indexOf('{')).matchAll(/"((?:[^"\\]|\\.)*)"\s*:\s*"((?:[^"\\]|\\.)*)"/g)) {
      if (key === name && range !== undefined && !/^(?:file:|link:|portal:|\.|\/)/.test(range)) return range
    }
  }
  return undefined
}

/** As Node finds it: in the node_modules of the folder, or of one above. */
function installedRange(input: Pick<RewriteInput, 'read'>, folder: Path, name: string): string | undefined {
  const text = input.read(`${folder === '' ? '' : `${folder}/`}node_modules/${name}/package.json`)
  const version = text === undefined ? undefined : /"version"\s*:\s*"([^"]+)"/.exec(text)?.[1]
  if (version !== undefined) return `^${version}`
  return folder === '' ? undefined : installedRange(input, folderOf(folder), name)
}

function folderOf(path: Path): Path {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')))
}
