import type { Path } from '../../../rules/model/place.ts'
import { remembered } from '../../../rules/model/remembered.ts'
import { strings } from './json.ts'
import type { JsonObject } from './json.ts'

/** The `paths` of a tsconfig. */
export interface PathAliases {
  /** The key that takes a specifier and the paths that it stands for, in order. An exact key wins, then the longest text before the star. */
  match(specifier: string): { readonly key: string; readonly catchesAll: boolean; readonly candidates: readonly Path[] } | undefined
}

export function pathAliases(paths: JsonObject, pathOf: (written: string) => Path): PathAliases {
  const keys = Object.keys(paths)
  const exact = new Set(keys.filter(key => !key.includes('*')))
  const patterns = keys.filter(key => key.includes('*')).map(key => {
    const star = key.indexOf('*')
    return { key, prefix: key.slice(0, star), suffix: key.slice(star + 1) }
  }).sort((a, b) => b.prefix.length - a.prefix.length)

  return {
    match: remembered(specifier => {
      if (exact.has(specifier)) return { key: specifier, catchesAll: false, candidates: strings(paths[specifier]).map(pathOf) }
      for (const { key, prefix, suffix } of patterns) {
        if (!specifier.startsWith(prefix) || specifier.length < prefix.length + suffix.length || !specifier.endsWith(suffix)) continue
        const star = specifier.slice(prefix.length, specifier.length - suffix.length)
        return { key, catchesAll: prefix === '', candidates: strings(paths[key]).map(target => pathOf(target.replace('*', () => star))) }
      }
      return undefined
    }),
  }
}
