import { join, relative, sep } from 'node:path'
import { createRequire } from 'node:module'
import type { ResolverFactory } from 'oxc-resolver'
import type { Path } from '../../rules/model/place.ts'

/**
 * Where a specifier leads that leaves the project: a path from the root, links followed; undefined where nothing is installed.
 * The resolver is native code that takes 5 ms to load, so it is loaded when first asked.
 */
export function packageLookup(root: string): (specifier: string, folder: Path) => Path | undefined {
  let resolver: ResolverFactory | undefined
  return (specifier, folder) => {
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
