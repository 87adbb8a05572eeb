import type { Path } from '../../../rules/model/place.ts'
import { filesBelow } from './files-below.ts'
import { moduleExtension } from './known-files.ts'
import type { Manifest } from './manifest.ts'
import { asSource, everyTarget, firstOf, sourceByHabit, targetFile } from './package-files.ts'
import type { Known } from './package-files.ts'
import type { PackageMap } from './package-map.ts'
import { join } from './posix-path.ts'
import { madeStems, sourceStems } from './source-of.ts'

/** The source files that the `exports` of a package lead to, sorted. */
export function openedFiles(layout: Known, manifest: Manifest, exports: PackageMap): readonly Path[] {
  const { folder } = manifest
  const own = filesBelow(layout.files, folder)
  const opened = new Set<Path>()
  for (const key of exports.keys) {
    if (key.includes('*') || key.endsWith('/')) for (const path of openedByPattern(layout, { own, folder, exports, key })) opened.add(path)
    else {
      const targets = everyTarget(exports, key).map(target => join(folder, target))
      const found = targetFile(layout, folder, targets) ?? sourceByHabit(layout, folder, key.slice(2), targets)
      if (found !== undefined) opened.add(found)
    }
  }
  return [...opened].sort()
}

/** Each file of the package that stands where the star does: in the target itself, else in the source it is built from. */
function openedByPattern(layout: Known, { own, folder, exports, key }: {
  readonly own: readonly Path[]; readonly folder: Path; readonly exports: PackageMap; readonly key: string
}): readonly Path[] {
  const keyWith = (star: string): string => key.endsWith('/') ? key + star : key.replace('*', () => star)
  for (const target of everyTarget(exports, keyWith(hole)).map(one => join(folder, one))) {
    const stem = target.slice(0, target.length - moduleExtension(target).length)
    const takenBy = (pattern: string): readonly Path[] | undefined => {
      const [before = '', after = ''] = pattern.split(hole)
      const found = own.filter(path => {
        const star = between(path, before, after)
        // A more specific key may close what this one opens.
        return star !== undefined && (stem === target || moduleExtension(path) !== '') && exports.keyOf(keyWith(star)) === key
      })
      return found.length > 0 ? found : undefined
    }
    const outputs = layout.outputsIn(folder)
    const standing = takenBy(stem)
    if (standing) {
      // What is not built yet is as open as what is.
      const { said, usual } = madeStems(folder, target, outputs)
      return [...standing.map(path => asSource(layout, folder, path)), ...firstOf([...said, ...usual], takenBy) ?? []]
    }
    const sources = firstOf(sourceStems(folder, target, outputs), takenBy)
    if (sources) return sources
  }
  return []
}

function between(path: Path, before: string, after: string): string | undefined {
  if (!path.startsWith(before) || !path.includes(after, before.length)) return undefined
  const whole = path.endsWith(after) && after.includes('.')
  const stem = whole ? path : path.slice(0, path.length - moduleExtension(path).length)
  return stem.endsWith(after) && stem.length > before.length + after.length ? stem.slice(before.length, stem.length - after.length) : undefined
}

/** Stands for the star: no path holds it. */
const hole = '\u0000'
