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
  readonly reach: number
  readonly equals: readonly Row<T>[]
}

/** Patterns that may take the same paths, the most specific first. */
interface Group<T> {
  readonly rows: readonly Row<T>[]
  /** How many segments of a path they look at; Infinity where that depends on the path. */
  readonly reach: number
  /** By as many segments: all that lies below them is taken alike, so that a folder is matched once and not each of its files. */
  readonly answers: Map<Path, Taken<T> | undefined>
}

export function mostSpecific<T>(patterns: readonly Owned<T>[]): (path: Path) => Taken<T> | undefined {
  // A literal first segment is compared before all others, so those rows can be looked up by it and still come first.
  const byHead = new Map<string, Row<T>[]>()
  const others: Row<T>[] = []
  const equals = new Map<string, Row<T>[]>()
  for (const { owner, branch, matched } of [...patterns].sort((a, b) => bySpecificity(a.branch, b.branch))) {
    const row = { owner, matches: compileBranch(matched ?? branch, { extent: 'first-segments', lone: 'folder' }), reach: reachOf(branch), equals: listAt(equals, specificityKey(branch)) }
    row.equals.push(row)
    const head = branch.segments[0] === undefined ? undefined : literalOf(branch.segments[0])
    const list = head === undefined ? others : listAt(byHead, head)
    list.push(row)
  }
  const headless = groupOf(others)
  const groups = new Map([...byHead].map(([head, rows]) => [head, groupOf([...rows, ...others])]))
  return (path) => {
    const slash = path.indexOf('/')
    return takenIn(groups.get(slash === -1 ? path : path.slice(0, slash)) ?? headless, path)
  }
}

function groupOf<T>(rows: readonly Row<T>[]): Group<T> {
  return { rows, reach: Math.max(0, ...rows.map(({ reach }) => reach)), answers: new Map() }
}

/** A `**` in the middle may stand for any number of segments; at the end it takes one. */
function reachOf({ segments }: Branch): number {
  return segments.slice(0, -1).some(({ kind }) => kind === 'many') ? Infinity : segments.length
}

function takenIn<T>({ rows, reach, answers }: Group<T>, path: Path): Taken<T> | undefined {
  const end = endOfSegments(path, reach)
  if (end === -1) return firstTaking(rows, path)
  const folder = path.slice(0, end)
  let answer = answers.get(folder)
  if (answer === undefined && !answers.has(folder)) answers.set(folder, answer = firstTaking(rows, path))
  return answer
}

/** Where so many segments end; -1 where the path has no more of them. */
function endOfSegments(path: Path, count: number): number {
  let end = -1
  for (let segment = 0; segment < count; segment++) {
    end = path.indexOf('/', end + 1)
    if (end === -1) return -1
  }
  return end
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
