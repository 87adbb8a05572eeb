import { isObject } from './json.ts'
import type { Json, JsonObject } from './json.ts'

/**
 * The `exports` or `imports` of a manifest. `targets`: where a key leads, best first, under these conditions; empty where the key is closed (null);
 * undefined where no key fits, or no condition holds.
 * Source: https://nodejs.org/api/esm.html#resolution-algorithm-specification (checked 2026-11)
 */
export interface PackageMap {
  readonly keys: readonly string[]
  targets(key: string, conditions: Conditions): readonly string[] | undefined
  /** Wherever the key may lead: of all conditions, alone and within others. */
  everyTarget(key: string): readonly string[]
  /** The key that decides about this one: itself, or the pattern that takes it. */
  keyOf(key: string): string | undefined
}

/** Whether a condition holds. 'default' is not asked. */
export type Conditions = (condition: string) => boolean

/** As an object by subpath: a string, a list or conditions alone stand for '.'. */
export function exportsMap(exports: Json): PackageMap {
  return packageMap(isObject(exports) && Object.keys(exports).every(key => key.startsWith('.')) ? exports : { '.': exports })
}

export function packageMap(map: JsonObject): PackageMap {
  const keys = Object.keys(map)
  // The most specific pattern decides: the longest text before the star, then the longest key.
  const patterns = keys.filter(key => key.includes('*') || key.endsWith('/')).sort((a, b) => prefixLength(b) - prefixLength(a) || b.length - a.length)

  function keyOf(key: string): string | undefined {
    if (Object.hasOwn(map, key) && !key.includes('*') && !key.endsWith('/')) return key
    return patterns.find(pattern => starOf(pattern, key) !== undefined)
  }

  function filled(owner: string, key: string, targets: readonly string[]): readonly string[] {
    const star = starOf(owner, key)
    return star === undefined ? targets : targets.map(target => target.endsWith('/') ? target + star : target.replaceAll('*', () => star))
  }

  return {
    keys, keyOf,
    targets(key, conditions) {
      const owner = keyOf(key)
      const targets: string[] = []
      return owner === undefined || !collect(map[owner], conditions, targets) ? undefined : filled(owner, key, targets)
    },
    everyTarget(key) {
      const owner = keyOf(key)
      return owner === undefined ? [] : filled(owner, key, [...new Set(textsIn(map[owner]))])
    },
  }
}

/** What the star of a pattern stands for, several segments too; undefined where the pattern does not take the key, or has no star. */
function starOf(pattern: string, key: string): string | undefined {
  if (pattern.endsWith('/')) return key.startsWith(pattern) && key.length > pattern.length ? key.slice(pattern.length) : undefined
  const star = pattern.indexOf('*')
  if (star === -1) return undefined
  const tail = pattern.length - star - 1
  if (key.length < pattern.length || !key.startsWith(pattern.slice(0, star)) || !key.endsWith(pattern.slice(star + 1))) return undefined
  return key.slice(star, key.length - tail)
}

function prefixLength(pattern: string): number {
  const star = pattern.indexOf('*')
  return star === -1 ? pattern.length : star
}

/** True where nothing further may be asked: null closes a key, and the first condition that holds decides. */
function collect(target: Json | undefined, conditions: Conditions, into: string[]): boolean {
  if (target === null) return true
  if (typeof target === 'string') { into.push(target); return true }
  if (Array.isArray(target)) return target.map(one => collect(one, conditions, into)).includes(true)
  if (!isObject(target)) return false
  for (const [condition, value] of Object.entries(target)) {
    if ((condition === 'default' || conditions(condition)) && collect(value, conditions, into)) return true
  }
  return false
}

function textsIn(target: Json | undefined): readonly string[] {
  if (typeof target === 'string') return [target]
  if (Array.isArray(target)) return target.flatMap(textsIn)
  return isObject(target) ? Object.values(target).flatMap(textsIn) : []
}
