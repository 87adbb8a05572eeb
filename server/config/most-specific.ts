/* Many patterns, each owned by something: whose is a path? The most specific pattern that takes it says so. */
import { compileBranch, type Matcher } from '../../rules/model/glob-match.ts'
import { literalOf, type Branch } from '../../rules/model/glob.ts'
import type { Path } from '../../rules/model/place.ts'
import type { Bindings } from '../../rules/model/selector.ts'
import { bySpecificity, specificityKey } from './specificity.ts'

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
  /** Others whose patterns take the path too and are equals of this one. */
  readonly rivals: readonly T[]
}

interface Row<T> {
  readonly owner: T
  readonly matches: Matcher
  readonly equals: readonly Row<T>[]
}

export function mostSpecific<T>(patterns: readonly Owned<T>[]): (path: Path) => Taken<T> | undefined {
  // A literal first segment is compared before all others, so those rows can be looked up by it and still come first.
  const byHead = new Map<string, Row<T>[]>()
  const others: Row<T>[] = []
  const equals = new Map<string, Row<T>[]>()
  for (const { owner, branch, matched } of [...patterns].sort((a, b) => bySpecificity(a.branch, b.branch))) {
    const row = { owner, matches: compileBranch(matched ?? branch, { extent: 'first-segments', lone: 'folder' }), equals: listAt(equals, specificityKey(branch)) }
    row.equals.push(row)
    const head = branch.segments[0] === undefined ? undefined : literalOf(branch.segments[0])
    const list = head === undefined ? others : listAt(byHead, head)
    list.push(row)
  }
  return (path) => {
    const slash = path.indexOf('/')
    return firstTaking(byHead.get(slash === -1 ? path : path.slice(0, slash)) ?? [], path) ?? firstTaking(others, path)
  }
}

const alone: readonly never[] = []

function firstTaking<T>(rows: readonly Row<T>[], path: Path): Taken<T> | undefined {
  for (const row of rows) {
    const found = row.matches(path)
    if (found === undefined) continue
    const rivals = row.equals.length === 1 ? alone : row.equals.filter((other) => other.owner !== row.owner && other.matches(path) !== undefined).map(({ owner }) => owner)
    return { owner: row.owner, prefix: path.slice(0, found.end), bindings: found.bindings, rivals }
  }
  return undefined
}

function listAt<V>(map: Map<string, V[]>, key: string): V[] {
  const known = map.get(key)
  if (known !== undefined) return known
  const fresh: V[] = []
  map.set(key, fresh)
  return fresh
}
