import type { Link } from '../../../rules/model/link.ts'
import type { Path } from '../../../rules/model/place.ts'
import type { Answer, Answers, Outside } from './answers.ts'
import { builtinOf } from './builtins.ts'
import type { ResolveLayout } from './layout.ts'
import type { Manifest } from './manifest.ts'
import { everyTarget, fileOrFolder, firstOf, isOutput, madeFrom, tsConditions } from './package-files.ts'
import { mapped, packageImport } from './package-import.ts'
import type { Asking } from './package-import.ts'
import type { PathAliases } from './path-aliases.ts'
import { folderOf, isOutside, join } from './posix-path.ts'
import { bareSpecifier, packageOf, schemeOf } from './specifier.ts'
import type { Tsconfig } from './tsconfig.ts'

/** Where a bare specifier stands: files of one config and one package understand it alike. */
export interface BareScope {
  readonly config: Tsconfig | undefined
  readonly manifest: Manifest | undefined
}

/**
 * 'lodash', '@acme/ui/button', '#db', '@/cart', 'node:fs'. In TypeScript's order: paths, baseUrl, imports, the own name, packages.
 * A package is one by its name, installed or not; nothing here asks the disk unless an alias leads nowhere.
 */
export function bareImport(layout: ResolveLayout, answers: Answers, outside: Outside): (scope: BareScope, specifier: string, how: 'import' | 'require') => Answer {
  const intoPackage = packageImport(layout, answers)
  const asking = askings()

  function bare(scope: BareScope, specifier: string, how: 'import' | 'require'): Answer {
    const { config, manifest } = scope
    const written = bareSpecifier(specifier)
    if (written.startsWith('node:')) return answers.end({ kind: 'builtin', name: written.slice(5) }, 'package')
    if (written.startsWith('/')) return absolute(scope, specifier, written)

    const alias = config?.aliases?.match(written)
    const local = (alias && throughAlias(alias, specifier, config)) ?? throughBaseUrl(config, written)
    if (local) return local
    if (written.startsWith('#')) return subpath(scope, specifier, written, asking(config, how))
    const builtin = builtinOf(written)
    if (builtin !== undefined) return answers.end({ kind: 'builtin', name: builtin }, 'package')
    const scheme = schemeOf(written)
    if (scheme !== undefined) return ofScheme(scheme, specifier, written)

    const named = packageOf(written)
    if (named && manifest?.exports && manifest.name === named.name) return intoPackage(manifest, named.subpath, asking(config, how, false), specifier)
    const linked = named && manifest?.linked.get(named.name)
    const workspace = named && (layout.workspace(named.name, manifest?.folder ?? '') ?? (linked === undefined ? undefined : layout.manifestIn(linked)))
    if (workspace) return intoPackage(workspace, named.subpath, asking(config, how), specifier)
    if (alias && !alias.catchesAll && !(named && isDeclared(named.name, manifest))) return aliasMissed(scope, alias, specifier, written)
    if (!named) return answers.end({ kind: 'unknown', specifier, reason: `no alias takes it${config ? ` in ${config.path}` : ''}, and no package can be called so` }, 'paths')
    return answers.end({ kind: 'package', ...named }, 'package')
  }

  /** Of output, the source is meant: of the package that it lies in, or of a project that the config refers to. */
  function throughAlias(alias: Alias, specifier: string, config: Tsconfig | undefined): Answer | undefined {
    const found = firstOf(alias.candidates, path => {
      // A target with its ending means that very file before it means its source.
      const file = layout.known.has(path) ? path : fileOrFolder(layout, path)
      if (file !== undefined && !isOutside(path)) return answers.file(isOutput(file) ? sourceOfOutput(file, config) ?? file : file, 'paths')
      return path.includes('node_modules/') && !alias.catchesAll ? answers.beyond(path, specifier, 'paths') : undefined
    })
    if (found || alias.catchesAll) return found
    const source = firstOf(alias.candidates, path => sourceOfOutput(path, config))
    return source === undefined ? undefined : answers.file(source, 'paths')
  }

  function sourceOfOutput(path: Path, config: Tsconfig | undefined): Path | undefined {
    const folder = layout.manifestAbove(folderOf(path))?.folder ?? ''
    return madeFrom(layout, folder, path, [...layout.outputsIn(folder), ...config ? layout.outputsReferred(config) : []])
  }

  /** The alias may have taken a package's name that was not meant for it: '@acme/*' and an installed '@acme/ui'. */
  function aliasMissed(scope: BareScope, alias: Alias, specifier: string, written: string): Answer {
    const named = packageOf(written)
    const path = named && outside.lookup(written, scope.manifest?.folder ?? '')
    if (path !== undefined && layout.known.has(path)) return answers.file(path, 'workspace')
    if (named && path !== undefined) return answers.end({ kind: 'package', ...named, path }, 'package')
    const beyond = firstOf(alias.candidates, candidate => answers.beyond(candidate, specifier, 'paths'))
    return beyond ?? answers.miss({
      specifier, paths: alias.candidates, written: 'paths',
      reason: `"${alias.key}" in the paths of ${scope.config?.path ?? 'its tsconfig'} leads to ${alias.candidates.join(', ') || 'nothing'}, where no file is`,
    })
  }

  function throughBaseUrl(config: Tsconfig | undefined, written: string): Answer | undefined {
    if (config?.baseUrl === undefined) return undefined
    const path = join(config.baseUrl, written)
    const file = isOutside(path) ? undefined : fileOrFolder(layout, path)
    return file === undefined ? undefined : answers.file(file, 'base-url')
  }

  function subpath(scope: BareScope, specifier: string, key: string, asking: Asking): Answer {
    const { manifest } = scope
    const map = manifest?.imports
    const targets = map && everyTarget(map, key)
    if (!targets || targets.length === 0) {
      const where = manifest ? `${manifest.path} has no such key under imports` : 'no package.json is above it'
      return answers.end({ kind: 'unknown', specifier, reason: where }, 'subpath')
    }
    const [first] = [...map.targets(key, tsConditions(asking.how, asking.conditions)) ?? [], ...targets]
    if (first !== undefined && !/^[.#]/.test(first)) return rewritten(bare({ config: undefined, manifest }, first, asking.how))
    const own = mapped(layout, answers, { manifest, map, key, asking, written: 'subpath' })
    if (own) return own
    const paths = targets.map(target => join(manifest.folder, target))
    return answers.miss({ specifier, paths, reason: `${manifest.path} leads to ${paths.join(', ')}, where no file is`, written: 'subpath' })
  }

  /** Bundlers serve '/x' from the package's folder, or from its public one. */
  function absolute(scope: BareScope, specifier: string, written: string): Answer {
    const alias = scope.config?.aliases?.match(written)
    const local = alias && throughAlias(alias, specifier, scope.config)
    if (local) return local
    if (alias && !alias.catchesAll) return aliasMissed(scope, alias, specifier, written)
    const folder = scope.manifest?.folder ?? ''
    const served = firstOf(['', 'public'], root => fileOrFolder(layout, join(join(folder, root), `.${written}`)))
    return served !== undefined ? answers.file(served, 'relative') : answers.end({ kind: 'unknown', specifier, reason: 'it is an absolute path' }, 'relative')
  }

  function ofScheme(scheme: string, specifier: string, written: string): Answer {
    if (scheme === 'npm' || scheme === 'jsr') {
      const named = packageOf(written.slice(scheme.length + 1).replace(/^\//, '').replace(/(?<=.)@[^/]*/, ''))
      if (named) return answers.end({ kind: 'package', ...named }, 'package')
    }
    if (providedSchemes.has(scheme)) return answers.end({ kind: 'unjudged', specifier }, 'package')
    return answers.end({ kind: 'unknown', specifier, reason: `nothing provides "${scheme}:"; name it under imports.virtual if the build does` }, 'package')
  }

  function isDeclared(name: string, manifest: Manifest | undefined): boolean {
    for (let above = manifest; above; above = above.folder === '' ? undefined : layout.manifestAbove(folderOf(above.folder))) if (above.declared.includes(name)) return true
    return false
  }

  return bare
}

/** One for all configs that ask alike, so that packages answer them once. */
function askings(): (config: Tsconfig | undefined, how: 'import' | 'require', ignoresExports?: boolean) => Asking {
  const alike = new Map<string, Asking>()
  return (config, how, ignoresExports = config?.ignoresExports ?? false) => {
    const conditions = config?.conditions ?? ['node']
    const key = `${how} ${ignoresExports} ${conditions.join()}`
    let asking = alike.get(key)
    if (!asking) alike.set(key, asking = { how, conditions, ignoresExports })
    return asking
  }
}

type Alias = NonNullable<ReturnType<PathAliases['match']>>

/** Read from elsewhere than the project, or said by its own name to be made by the build. */
const providedSchemes = new Set(['http', 'https', 'data', 'blob', 'virtual'])

function rewritten(answer: Answer): Answer {
  const as = (link: Link): Link => ({ to: link.to, written: 'subpath' })
  return { reads: as(answer.reads), runs: as(answer.runs) }
}
