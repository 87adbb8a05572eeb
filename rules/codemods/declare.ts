import type { Path } from '../model/place.ts'
import type { Rewrite, RewriteInput } from '../model/rewrite.ts'
import { textArgument } from './arguments.ts'
import { manifestEdits } from './manifest.ts'
import { refusal } from './refusal.ts'

/**
 * Adds a package to a manifest, in the version that is installed. Arguments: `manifest` (its path), `name` of the package,
 * `list` ('dependencies' or 'devDependencies'), and `isWorkspace`, 1 where the package is one of the repository's own.
 */
export const declare: Rewrite = {
  id: 'declare',
  async run(input) {
    const [manifest, name, list] = [textArgument(input, 'manifest'), textArgument(input, 'name'), textArgument(input, 'list')]
    const nowhere = { start: 0, end: 0 }
    const text = input.read(manifest)
    if (text === undefined) return refusal('no-file', manifest, nowhere, `${manifest} is no longer there`, 'check again, then take the fix')
    const range = input.arguments['isWorkspace'] === 1 ? workspaceRange(input) : installedRange(input, folderOf(manifest), name)
    if (range === undefined) return refusal('not-installed', manifest, nowhere, `${name} is not installed, so that its version is not known`, `run \`npm install ${list === 'devDependencies' ? '--save-dev ' : ''}${name}\``)
    const edits = await manifestEdits(manifest, text, { [name]: range }, undefined, list)
    return edits.length > 0 ? { edits, problems: [] } : refusal('syntax', manifest, nowhere, `${manifest} declares ${name} already, or cannot be read as it is`, 'look into it')
  },
}

/** npm and yarn take any version of what is in the workspace; pnpm wants to be told that it is. */
function workspaceRange({ read }: RewriteInput): string {
  return read('pnpm-workspace.yaml') === undefined ? '*' : 'workspace:*'
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
