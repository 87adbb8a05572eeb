import type { Path } from '../../../rules/model/place.ts'
import { moduleExtension } from './known-files.ts'
import type { ResolveLayout } from './layout.ts'
import { below, folderOf, isInside, nameOf } from './posix-path.ts'

/**
 * How a file might name another without a path: by a package of the workspace, by an alias of its tsconfig, from its baseUrl. The shortest
 * alias first. What is found here is worth trying: who asks resolves it, since another key or a closed package may say otherwise.
 */
export function namesOf(layout: Pick<ResolveLayout, 'packageAround' | 'workspace' | 'tsconfigOf'>, from: Path, to: Path): readonly string[] {
  const config = layout.tsconfigOf(from)
  const forms = formsOf(to)
  const aliases = forms.flatMap(form => config?.aliases?.namesOf(form) ?? []).sort((a, b) => a.length - b.length)
  const { baseUrl } = config ?? {}
  const based = baseUrl === undefined ? [] : forms.flatMap(form => isInside(baseUrl, form) && form !== baseUrl ? below(baseUrl, form) : [])
  return [...new Set([...packageNames(layout, from, to, forms), ...aliases, ...based])]
}

function packageNames({ packageAround, workspace }: Pick<ResolveLayout, 'packageAround' | 'workspace'>, from: Path, to: Path, forms: readonly Path[]): readonly string[] {
  const { name, folder = '', exports } = packageAround(to) ?? {}
  if (name === undefined || workspace(name, folderOf(from))?.folder !== folder) return []
  const keys = exports?.keys.filter(key => !key.includes('*') && !key.endsWith('/')) ?? []
  return [name, ...keys.map(key => name + key.slice(1)), ...forms.flatMap(form => form === folder ? [] : `${name}/${below(folder, form)}`)]
}

/** A folder for its index, a path without its ending, the path itself. */
function formsOf(path: Path): readonly Path[] {
  const stem = path.slice(0, path.length - moduleExtension(path).length)
  return [...nameOf(stem) === 'index' ? [folderOf(stem)] : [], stem, path]
}
