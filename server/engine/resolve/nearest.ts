import type { Path } from '../../../rules/model/place.ts'
import { filesBelow } from './files-below.ts'
import { folderOf, nameOf } from './posix-path.ts'

/** An existing path that looks like the one that was meant: a misspelt neighbour, else the file of that name which lies nearest. */
export function nearestPath(files: readonly Path[]): (wanted: Path) => Path | undefined {
  let names: Map<string, Path[]> | undefined
  return wanted => {
    const neighbour = misspelt(neighboursOf(wanted, files), wanted)
    if (neighbour !== undefined) return neighbour
    // Every folder has its index: one elsewhere says nothing.
    if (stemOf(wanted) === 'index') return undefined
    names ??= byStem(files)
    return moved(names.get(stemOf(wanted)) ?? [], wanted)
  }
}

function neighboursOf(wanted: Path, files: readonly Path[]): readonly Path[] {
  const folder = folderOf(wanted)
  const start = folder === '' ? 0 : folder.length + 1
  return filesBelow(files, folder).filter(path => !path.includes('/', start))
}

function byStem(files: readonly Path[]): Map<string, Path[]> {
  const groups = new Map<string, Path[]>()
  for (const path of files) {
    const stem = stemOf(path)
    const group = groups.get(stem)
    if (group) group.push(path)
    else groups.set(stem, [path])
  }
  return groups
}

function misspelt(neighbours: readonly Path[], wanted: Path): Path | undefined {
  const name = stemOf(wanted)
  let best: Path | undefined
  let least = Math.max(1, Math.floor(name.length / 3)) + 1
  for (const path of neighbours) {
    const steps = distance(name, stemOf(path), least)
    if (steps < least) [best, least] = [path, steps]
  }
  return best
}

function moved(namesakes: readonly Path[], wanted: Path): Path | undefined {
  let best: Path | undefined
  let most = -1
  for (const path of namesakes) {
    const shared = sharedFolders(path, wanted)
    if (shared > most) [best, most] = [path, shared]
  }
  return best
}

/** The name without what stands after its first dot, whatever its case: on some disks case does not count. */
function stemOf(path: Path): string {
  const name = nameOf(path)
  const dot = name.indexOf('.', 1)
  return (dot === -1 ? name : name.slice(0, dot)).toLowerCase()
}

function sharedFolders(a: Path, b: Path): number {
  const [left, right] = [a.split('/'), b.split('/')]
  let shared = 0
  while (shared < left.length - 1 && left[shared] === right[shared]) shared++
  return shared
}

/** Letters to add, drop, change or swap with their neighbour; `limit` as soon as it cannot be less. */
function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit
  let before: readonly number[] = []
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      const swap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? (before[j - 2] ?? 0) + 1 : change
      next.push(Math.min(change, swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    [before, row] = [row, next]
  }
  return row[b.length] ?? limit
}
