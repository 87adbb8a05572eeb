// Packages and built-in modules, as the plugin names them: by the name, and by what lies below it.

import { builtins } from '../../../engine/index.ts'
import { anyOf, allOf, type Selector } from '../selector.ts'
import { matches, partsOf, written } from './glob.ts'

export const everyPackage: readonly string[] = ['pkg:*', 'builtin:*']

/** No sources: all of them. */
export function packagesNamed(sources: readonly string[], inner: readonly string[], { external, core }: { readonly external: boolean; readonly core: boolean } = { external: true, core: true }): Selector {
  const listed = sources.length === 0 ? ['**'] : sources
  return anyOf(listed.flatMap((source) => [
    ...(external && !source.startsWith('node:') ? [externalNamed(source, inner)] : []),
    ...(core ? [coreNamed(source, inner)] : []),
  ]))
}

function externalNamed(source: string, inner: readonly string[]): Selector {
  const names = sourceGlobs(source)
  return inner.length === 0 ? names : anyOf(inner.map((each) => withInner(names, each)))
}

/** What lies below a package is its own for bulkhead; here it is what is named, and nothing below that. */
function withInner(names: Selector, inner: string): Selector {
  const parts = partsOf(inner.replace(/^\//, ''))
  if (parts === undefined) return []
  const glob = written(parts, () => undefined)
  const roots = typeof names === 'string' ? [names] : ['pkg:*', 'pkg:@*/*']
  return anyOf(roots.map((root) => (glob.endsWith('**') ? `${root}/${glob.replace(/\*\*$/, '*')}` : allOf([`${root}/${glob}`], [`${root}/${glob}/*`]))))
}

function sourceGlobs(source: string): Selector {
  if (source === '**') return 'pkg:*'
  // A star of the plugin's stops at a slash: names with a scope are not taken.
  if (source === '*') return allOf(['pkg:*'], ['pkg:@*'])
  const parts = partsOf(source)
  return parts === undefined ? [] : `pkg:${written(parts, () => undefined).replace(/^(@[^/]*)\/\*\*$/, '$1/*')}`
}

function coreNamed(source: string, inner: readonly string[]): Selector {
  const name = source.replace(/^node:/, '')
  if (/^\*\*?$/.test(name)) return inner.length === 0 ? 'builtin:*' : []
  const taken = builtins.filter((each) => matches(each, [name]) === true)
  return anyOf(taken.flatMap((each): readonly Selector[] => (inner.length === 0 ? [`builtin:${each}`] : inner.map((below) => `builtin:${each}/${below.replace(/^\//, '')}`))))
}
