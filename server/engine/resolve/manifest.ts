import type { DependencyList, PackageManifest } from '../../../rules/model/manifest.ts'
import type { Path } from '../../../rules/model/place.ts'
import type { Problem } from '../../../rules/model/problem.ts'
import { globSource } from './glob.ts'
import { isObject, parseJson, strings, text } from './json.ts'
import type { JsonObject } from './json.ts'
import { exportsMap, packageMap } from './package-map.ts'
import type { PackageMap } from './package-map.ts'
import { join } from './posix-path.ts'

/** What a package.json says about who imports what. */
export interface Manifest extends PackageManifest {
  /** Absent where the manifest has none. */
  readonly exports?: PackageMap
  readonly imports?: PackageMap
  /** `"type": "module"` */
  readonly isModule: boolean
  /** Where the package's own name leads without `exports`: types first, as TypeScript takes them. */
  readonly entries: readonly string[]
  /** `bin` and `browser`. */
  readonly programs: readonly string[]
  /** The `tsconfig` of a package that others extend. */
  readonly tsconfig?: string
  /** Names in dependencies, devDependencies, peerDependencies and optionalDependencies; sorted. */
  readonly declared: readonly string[]
  /** Dependencies that are folders: `link:../x`, `file:../x`, `portal:../x`. */
  readonly linked: ReadonlyMap<string, Path>
  /** Globs of workspace packages, from this folder. */
  readonly workspaces: readonly string[]
}

/** `pnpm`: the globs of a pnpm-workspace.yaml beside it. */
export function manifestOf(folder: Path, source: string, pnpm: readonly string[] = []): Manifest | Problem {
  const path = join(folder, 'package.json')
  const json = parseJson(source)
  if (json.kind === 'broken') return { kind: 'manifest', message: `${path} is not JSON`, at: { path, span: json.span } }
  const value = isObject(json.value) ? json.value : {}
  const dependencies = dependencyLists.map(list => value[list]).filter(isObject)
  const lists = listsOf(value)
  const workspaces = isObject(value.workspaces) ? strings(value.workspaces.packages) : strings(value.workspaces)
  return {
    path, folder,
    ...(typeof value.name === 'string' && { name: value.name }),
    ...(value.exports !== undefined && value.exports !== null && { exports: exportsMap(value.exports) }),
    ...(isObject(value.imports) && { imports: packageMap(value.imports) }),
    isModule: value.type === 'module',
    entries: entryFields.map(field => text(value[field])).filter(entry => entry !== undefined),
    programs: [...isObject(value.bin) ? Object.values(value.bin) : [value.bin], value.browser].map(text).filter(program => program !== undefined),
    ...(typeof value.tsconfig === 'string' && { tsconfig: value.tsconfig }),
    declared: [...lists.keys()].sort(),
    lists,
    engines: isObject(value.engines) ? Object.keys(value.engines) : [],
    linked: linkedFolders(folder, dependencies),
    workspaces,
    ...(Array.isArray(value.files) && { isPublished: publishedBy(folder, [...strings(value.files), ...[text(value.main)].filter(main => main !== undefined)]) }),
    shipsNothing: value.private === true && workspaces.length + pnpm.length > 0,
  }
}

const dependencyLists: readonly DependencyList[] = ['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies']
const entryFields = ['types', 'typings', 'source', 'main', 'module', 'style']

function listsOf(value: JsonObject): ReadonlyMap<string, readonly DependencyList[]> {
  const lists = new Map<string, DependencyList[]>()
  for (const list of dependencyLists) {
    const dependencies = value[list]
    if (isObject(dependencies)) for (const name of Object.keys(dependencies)) lists.set(name, [...lists.get(name) ?? [], list])
  }
  return lists
}

/** Each is a file, a folder with all that is in it, or a glob of these; the last that takes a path decides. `main` is published anyway. */
function publishedBy(folder: Path, written: readonly string[]): (path: Path) => boolean {
  const patterns = written.map(each => {
    const path = each.replace(/^!/, '').replace(/^\.?\/+|^\.$/, '').replace(/\/+$/, '')
    return { isTaken: !each.startsWith('!'), regex: path === '' ? /^/ : new RegExp(`^${globSource(path)}(?:/|$)`) }
  })
  return path => {
    const inside = folder === '' ? path : path.slice(folder.length + 1)
    return patterns.findLast(({ regex }) => regex.test(inside))?.isTaken === true
  }
}

function linkedFolders(folder: Path, dependencies: readonly JsonObject[]): ReadonlyMap<string, Path> {
  const linked = new Map<string, Path>()
  for (const versions of dependencies) {
    for (const [name, version] of Object.entries(versions)) {
      const written = typeof version === 'string' ? /^(?:link|file|portal):(.+)$/.exec(version)?.[1] : undefined
      if (written !== undefined && !written.endsWith('.tgz')) linked.set(name, join(folder, written))
    }
  }
  return linked
}
