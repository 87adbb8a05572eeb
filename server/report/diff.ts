import { FILE_HEADERS_ONLY, formatPatch, structuredPatch } from 'diff'
import type { Path } from '../../rules/model/place.ts'

/**
 * What would change, as a unified diff that `git apply` and `patch -p1` read. Sorted by path; a file that comes or goes
 * stands against /dev/null. `after` names only the files that change, undefined where one is gone.
 */
export function diff(before: ReadonlyMap<Path, string>, after: ReadonlyMap<Path, string | undefined>): string {
  return [...after.keys()].toSorted().map((path) => diffOf(path, before.get(path), after.get(path))).join('')
}

function diffOf(path: Path, before: string | undefined, after: string | undefined): string {
  const from = before === undefined ? '/dev/null' : `a/${path}`
  const to = after === undefined ? '/dev/null' : `b/${path}`
  const patch = structuredPatch(from, to, before ?? '', after ?? '', undefined, undefined, { context: 3 })
  return patch.hunks.length === 0 ? '' : formatPatch(patch, FILE_HEADERS_ONLY)
}
