import type { Path } from '../../../rules/model/place.ts'
import { globSource } from './glob.ts'
import { isObject, strings } from './json.ts'
import type { JsonObject } from './json.ts'
import { pathAliases } from './path-aliases.ts'
import type { PathAliases } from './path-aliases.ts'
import { folderOf, join } from './posix-path.ts'
import type { Output } from './source-of.ts'
import { slashed } from './specifier.ts'
import type { Said, TsconfigChain } from './tsconfig-chain.ts'

/** What a tsconfig says about resolution, its bases included; all paths from the project's root. */
export interface Tsconfig {
  readonly path: Path
  readonly aliases?: PathAliases
  readonly baseUrl?: Path
  readonly rootDirs: readonly Path[]
  readonly outputs: readonly Output[]
  /** Of `exports` and `imports`, besides 'types' and how one imports. */
  readonly conditions: readonly string[]
  /** What files are that do not say so by their ending. */
  readonly format: 'module' | 'commonjs' | 'by manifest'
  /** `import()` stays what it is in files that are no modules. */
  readonly keepsDynamic: boolean
  /** Resolution as before `exports` were: deep paths into packages are open. */
  readonly ignoresExports: boolean
  /** Imports run as they are written: none is dropped because its names are used as types only. */
  readonly keepsImports: boolean
  readonly references: readonly Path[]
  /** Says of itself that it only gathers others: `files: []`. */
  readonly isEmpty: boolean
  includes(path: Path): boolean
}

export function tsconfigOf(chain: TsconfigChain): Tsconfig {
  const folder = folderOf(chain.path)
  const { options } = chain
  // '${configDir}' is the folder of the config that a file belongs to, not of the base that says it.
  const pathIn = (from: Path, said: string): Path => {
    const written = slashed(said)
    return written.startsWith(configDir) ? join(folder, `.${written.slice(configDir.length)}`) : join(from, written)
  }
  const one = (key: string): Path | undefined => {
    const said = options.get(key)
    return typeof said?.value === 'string' ? pathIn(said.folder, said.value) : undefined
  }
  const baseUrl = one('baseUrl')
  const paths = options.get('paths')
  const rootDir = one('rootDir') ?? folder
  const outputs = [one('outDir'), one('declarationDir')].filter(to => to !== undefined)
  const rootDirs = options.get('rootDirs')
  const module = String(options.get('module')?.value).toLowerCase()
  const resolution = String((options.get('moduleResolution') ?? options.get('module'))?.value)
  return {
    path: chain.path,
    ...(paths && isObject(paths.value) && { aliases: aliasesOf(paths, paths.value, baseUrl ?? paths.folder, pathIn) }),
    ...(baseUrl !== undefined && { baseUrl }),
    rootDirs: rootDirs ? strings(rootDirs.value).map(written => pathIn(rootDirs.folder, written)) : [],
    outputs: outputs.flatMap(to => [...new Set([rootDir, join(folder, 'src')])].map(from => ({ to, from }))),
    conditions: [...strings(options.get('customConditions')?.value), ...(isNode.test(resolution) ? ['node'] : [])],
    format: isNode.test(resolution) ? 'by manifest' : module === 'commonjs' ? 'commonjs' : 'module',
    keepsDynamic: isNode.test(resolution) || module === 'preserve',
    ignoresExports: /^(?:node|node10|classic)$/i.test(resolution),
    keepsImports: options.get('verbatimModuleSyntax')?.value === true,
    references: chain.references.map(written => configIn(pathIn(folder, written))),
    isEmpty: isEmptyList(chain.scope.get('files')) && chain.scope.get('include') === undefined,
    includes: scopeOf(chain, pathIn, outputs),
  }
}

const configDir = '${configDir}'
const isNode = /^node(?:\d\d|next)$/i

const inherited = new WeakMap<Said, Map<Path, PathAliases>>()

/** One for all configs that inherit the same paths. In a monorepo each package has a config and all extend one: each would read its keys and answer anew what the others have. */
function aliasesOf(said: Said, paths: JsonObject, from: Path, pathIn: (from: Path, written: string) => Path): PathAliases {
  const known = inherited.get(said)?.get(from)
  if (known) return known
  const fresh = pathAliases(paths, written => pathIn(from, written))
  if (!JSON.stringify(paths).includes(configDir)) inherited.set(said, (inherited.get(said) ?? new Map<Path, PathAliases>()).set(from, fresh))
  return fresh
}

function configIn(path: Path): Path {
  return path.endsWith('.json') ? path : join(path, 'tsconfig.json')
}

function isEmptyList(said: Said | undefined): boolean {
  return Array.isArray(said?.value) && said.value.length === 0
}

/** Which files belong to a config. Compiled when first asked: only references need it. */
function scopeOf(chain: TsconfigChain, pathIn: (from: Path, written: string) => Path, outputs: readonly Path[]): (path: Path) => boolean {
  const list = (key: string): readonly Path[] | undefined => {
    const said = chain.scope.get(key)
    return said && strings(said.value).map(written => pathIn(said.folder, written))
  }
  const folder = folderOf(chain.path)
  let scope: { readonly files: ReadonlySet<Path>; readonly include: readonly RegExp[]; readonly exclude: readonly RegExp[] } | undefined
  return path => {
    if (!scope) {
      const files = list('files')
      const include = list('include') ?? (files ? [] : [folder])
      scope = { files: new Set(files), include: include.map(including), exclude: (list('exclude') ?? outputs).map(excluding) }
    }
    if (scope.files.has(path)) return true
    return scope.include.some(one => one.test(path)) && !scope.exclude.some(one => one.test(path))
  }
}

/** A folder takes all below it; what has a wildcard or an ending is a file. */
function including(pattern: Path): RegExp {
  const last = pattern.slice(pattern.lastIndexOf('/') + 1)
  return last === '**' || /[*?.]/.test(last) ? new RegExp(`^${globSource(pattern)}$`) : excluding(pattern)
}

function excluding(pattern: Path): RegExp {
  return pattern === '' ? /^/ : new RegExp(`^${globSource(pattern)}(?:/|$)`)
}
