import type { Path } from '../../../rules/model/place.ts'
import { remembered } from '../../../rules/model/remembered.ts'
import { strings } from './json.ts'
import type { JsonObject } from './json.ts'

/** The `paths` of a tsconfig. */
export interface PathAliases {
  /** The key that takes a specifier and the paths that it stands for, in order. An exact key wins, then the longest text before the star. */
  match(specifier: string): { readonly key: string; readonly catchesAll: boolean; readonly candidates: readonly Path[] } | undefined
  /** The specifiers that stand for a path, if no other key takes them. None by a key that catches all. */
  namesOf(path: Path): readonly string[]
}

export function pathAliases(paths: JsonObject, pathOf: (written: string) => Path): PathAliases {
  const keys = Object.keys(paths)
  const exact = new Set(keys.filter(key => !key.includes('*')))
  const patterns = keys.filter(key => key.includes('*')).map(key => {
    const star = key.indexOf('*')
    return { key, prefix: key.slice(0, star), suffix: key.slice(star + 1) }
  }).sort((a, b) => b.prefix.length - a.prefix.length)

  function nameBy(key: string, target: Path, path: Path): string | undefined {
    const [before = '', after] = target.split('*')
    if (after === undefined || !key.includes('*')) return target === path && !key.includes('*') ? key : undefined
    if (path.length < before.length + after.length || !path.startsWith(before) || !path.endsWith(after)) return undefined
    return key.replace('*', () => path.slice(before.length, path.length - after.length))
  }

  return {
    namesOf: path => keys.filter(key => !key.startsWith('*')).flatMap(key => strings(paths[key]).flatMap(target => nameBy(key, pathOf(target), path) ?? [])),
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
