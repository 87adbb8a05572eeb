import type { Path } from '../../../rules/model/place.ts'
import { filesBelow } from './files-below.ts'
import { isDeclaration, moduleExtension } from './known-files.ts'
import type { Manifest } from './manifest.ts'
import { asSource, firstOf, sourceByHabit, targetFile } from './package-files.ts'
import type { Known } from './package-files.ts'
import type { PackageMap } from './package-map.ts'
import { join } from './posix-path.ts'
import { madeStems, sourceStems } from './source-of.ts'

/** The source files that the `exports` of a package lead to, sorted: under every condition, the declarations as well as the code that they declare. */
export function openedFiles(layout: Known, manifest: Manifest, exports: PackageMap): readonly Path[] {
  const { folder } = manifest
  const own = filesBelow(layout.files, folder)
  const opened = new Set<Path>()
  for (const key of exports.keys) {
    const isPattern = key.includes('*') || key.endsWith('/')
    for (const path of isPattern ? openedByPattern(layout, { own, folder, exports, key }) : openedByName(layout, { folder, exports, key })) opened.add(path)
  }
  return [...opened].sort()
}

function openedByName(layout: Known, { folder, exports, key }: { readonly folder: Path; readonly exports: PackageMap; readonly key: string }): readonly Path[] {
  const targets = exports.everyTarget(key).map(target => join(folder, target))
  const found = targets.flatMap(target => targetFile(layout, folder, [target]) ?? [])
  const habitual = found.length > 0 ? undefined : sourceByHabit(layout, folder, key.slice(2), targets)
  if (habitual !== undefined) return [habitual]
  return [...found, ...running(layout, found, targets.flatMap(target => layout.known.module(target) ?? []))]
}

/** What runs where declarations are found: the code beside them, or that of another condition, be it built. */
function running({ known }: Known, found: readonly Path[], standing: readonly Path[]): readonly Path[] {
  const declarations = found.filter(isDeclaration)
  if (declarations.length === 0) return []
  return [...declarations.flatMap(path => known.implementation(path) ?? []), ...standing.filter(path => !isDeclaration(path))]
}

/** Each file of the package that stands where the star does: in the targets themselves, else in the sources that they are built from. */
function openedByPattern(layout: Known, { own, folder, exports, key }: {
  readonly own: readonly Path[]; readonly folder: Path; readonly exports: PackageMap; readonly key: string
}): readonly Path[] {
  const keyWith = (star: string): string => key.endsWith('/') ? key + star : key.replace('*', () => star)
  const outputs = layout.outputsIn(folder)
  const allStanding: Path[] = []
  const opened = exports.everyTarget(keyWith(hole)).map(one => join(folder, one)).flatMap((target): readonly Path[] => {
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
    const standing = takenBy(stem)
    if (standing === undefined) return firstOf(sourceStems(folder, target, outputs), takenBy) ?? []
    allStanding.push(...standing)
    // What is not built yet is as open as what is.
    const { said, usual } = madeStems(folder, target, outputs)
    return [...standing.map(path => asSource(layout, folder, path)), ...firstOf([...said, ...usual], takenBy) ?? []]
  })
  return [...opened, ...running(layout, opened, allStanding)]
}

function between(path: Path, before: string, after: string): string | undefined {
  if (!path.startsWith(before) || !path.includes(after, before.length)) return undefined
  const whole = path.endsWith(after) && after.includes('.')
  const stem = whole ? path : path.slice(0, path.length - moduleExtension(path).length)
  return stem.endsWith(after) && stem.length > before.length + after.length ? stem.slice(before.length, stem.length - after.length) : undefined
}

/** Stands for the star: no path holds it. */
const hole = '\u0000'
