/* Many patterns, each owned by something: whose is a path? The most specific pattern that takes it says so. */
import { compileBranch, type Matcher } from '../../rules/model/glob-match.ts'
import { literalOf, type Branch } from '../../rules/model/glob.ts'
import type { Path } from '../../rules/model/place.ts'
import type { Bindings } from '../../rules/model/selector.ts'
import { bySpecificity } from './specificity.ts'

export interface Owned<T> {
  readonly owner: T
  /** As it is compared. */
  readonly branch: Branch
  /** As it is matched, where captures are narrowed. */
  readonly matched?: Branch
}

export interface Taken<T> {
  readonly owner: T
  readonly prefix: Path
  readonly bindings: Bindings
}

export interface MostSpecific<T> {
  of(path: Path): Taken<T> | undefined
  /** Another owner whose pattern takes the path and is an equal of the one that `of` found. */
  rivalOf(path: Path): T | undefined
}

interface Row<T> {
  readonly owner: T
  readonly branch: Branch
  readonly matches: Matcher
}

export function mostSpecific<T>(patterns: readonly Owned<T>[]): MostSpecific<T> {
  const rows = patterns
    .map(({ owner, branch, matched }): Row<T> => ({ owner, branch, matches: compileBranch(matched ?? branch, { extent: 'first-segments', lone: 'folder' }) }))
    .sort((a, b) => bySpecificity(a.branch, b.branch))
  // A literal first segment is compared before all others, so those rows can be looked up by it and still come first.
  const byHead = new Map<string, Row<T>[]>()
  const others: Row<T>[] = []
  for (const row of rows) {
    const head = row.branch.segments[0] === undefined ? undefined : literalOf(row.branch.segments[0])
    if (head === undefined) others.push(row)
    else byHead.set(head, [...(byHead.get(head) ?? []), row])
  }

  function* taking(path: Path): Iterable<{ readonly row: Row<T>; readonly taken: Taken<T> }> {
    const slash = path.indexOf('/')
    for (const list of [byHead.get(slash === -1 ? path : path.slice(0, slash)) ?? [], others]) {
      for (const row of list) {
        const found = row.matches(path)
        if (found !== undefined) yield { row, taken: { owner: row.owner, prefix: path.slice(0, found.end), bindings: found.bindings } }
      }
    }
  }

  return {
    of(path) {
      for (const { taken } of taking(path)) return taken
      return undefined
    },
    rivalOf(path) {
      let first: Row<T> | undefined
      for (const { row } of taking(path)) {
        first ??= row
        if (bySpecificity(first.branch, row.branch) !== 0) return undefined
        if (row.owner !== first.owner) return row.owner
      }
      return undefined
    },
  }
}
