import type { Path } from '../../../rules/model/place.ts'
import { isObject, parseJson, text } from './json.ts'
import { exportsMap } from './package-map.ts'
import { folderOf, join } from './posix-path.ts'
import { isRelative, packageOf, slashed } from './specifier.ts'

export interface BaseSources {
  exists(path: Path): boolean
  read(path: Path): string | undefined
  realPath(path: Path): Path
  /** The folder of a workspace package: its link in node_modules is absent before an install. */
  workspace(name: string, from: Path): Path | undefined
}

/**
 * The file that an `extends` means. What is found through node_modules counts from where it really lies: its own bases and
 * paths do too, as TypeScript has it.
 */
export function tsconfigBase(sources: BaseSources): (from: Path, written: string) => Path | undefined {
  return (from, extended) => {
    const written = slashed(extended)
    const folder = folderOf(from)
    if (isRelative(written) || written.startsWith('/')) return withEnding(sources, join(folder, written))
    const name = packageOf(written)
    if (!name) return undefined
    const workspace = sources.workspace(name.name, folder)
    if (workspace !== undefined) return inPackage(sources, workspace, name.subpath)
    for (let above: Path = folder; ; above = folderOf(above)) {
      const found = inPackage(sources, join(above, `node_modules/${name.name}`), name.subpath)
      if (found !== undefined) return sources.realPath(found)
      if (above === '') return undefined
    }
  }
}

function inPackage(sources: BaseSources, folder: Path, subpath: string): Path | undefined {
  const source = sources.read(join(folder, 'package.json'))
  const json = source === undefined ? undefined : parseJson(source)
  const manifest = json?.kind === 'value' && isObject(json.value) ? json.value : {}
  if (manifest.exports !== undefined && manifest.exports !== null) {
    const targets = exportsMap(manifest.exports).targets(subpath === '' ? '.' : `./${subpath}`, condition => condition === 'require' || condition === 'node')
    const opened = targets?.map(target => join(folder, target)).find(sources.exists)
    if (opened !== undefined) return opened
  }
  if (subpath !== '') return withEnding(sources, join(folder, subpath))
  const named = text(manifest.tsconfig)
  return (named === undefined ? undefined : withEnding(sources, join(folder, named))) ?? withEnding(sources, join(folder, 'tsconfig.json'))
}

function withEnding(sources: BaseSources, path: Path): Path | undefined {
  return [path, `${path}.json`, join(path, 'tsconfig.json')].find(candidate => candidate.endsWith('.json') && sources.exists(candidate))
}
