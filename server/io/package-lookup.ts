import { readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join, relative, sep } from 'node:path'
import type { ResolverFactory } from 'oxc-resolver'
import type { Path } from '../../rules/model/place.ts'
import { codeOf } from './error-code.ts'

/**
 * Where a specifier leads that leaves the project: a path from the root, links followed; undefined where nothing is installed.
 * The resolver is native code that takes 7 ms to load, so it is loaded when first asked of something that may be there.
 */
export function packageLookup(root: string): (specifier: string, folder: Path) => Path | undefined {
  let resolver: ResolverFactory | undefined
  return (specifier, folder) => {
    if (/^\.\.?\//.test(specifier) && isNothingLike(join(root, folder, specifier))) return undefined
    resolver ??= newResolver()
    const { path } = resolver.sync(join(root, folder), specifier)
    return path === undefined ? undefined : relative(root, path).split(sep).join('/')
  }
}

function newResolver(): ResolverFactory {
  const { ResolverFactory } = createRequire(import.meta.url)('oxc-resolver') as typeof import('oxc-resolver')
  return new ResolverFactory({
    conditionNames: ['types', 'import', 'require', 'node', 'default'],
    extensions: ['.ts', '.tsx', '.d.ts', '.js', '.jsx', '.mjs', '.cjs', '.json', '.node'],
    extensionAlias: { '.js': ['.ts', '.tsx', '.d.ts', '.js'], '.mjs': ['.mts', '.d.mts', '.mjs'], '.cjs': ['.cts', '.d.cts', '.cjs'] },
    mainFields: ['types', 'typings', 'module', 'main'],
  })
}

/** No file beside it begins as it does, so that no ending makes it one. Most relative imports that lead nowhere are of files that are made later. */
function isNothingLike(path: string): boolean {
  // As far as every file system writes it alike, but for its case.
  const start = /^[\w-]*/.exec(basename(path))?.[0].toLowerCase() ?? ''
  try {
    return start !== '' && !readdirSync(dirname(path)).some((name) => name.toLowerCase().startsWith(start))
  } catch (error) {
    return codeOf(error) === 'ENOENT'
  }
}
