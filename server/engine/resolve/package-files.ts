import type { Path } from '../../../rules/model/place.ts'
import type { ResolveLayout } from './layout.ts'
import type { Manifest } from './manifest.ts'
import type { Conditions, PackageMap } from './package-map.ts'
import { join } from './posix-path.ts'
import { isDeclaration } from './known-files.ts'
import { entryStems, isAmbiguous, isBuilt, madeStems, sourceStems } from './source-of.ts'
import type { Output } from './source-of.ts'

export type Known = Pick<ResolveLayout, 'files' | 'known' | 'manifestIn' | 'outputsIn'>

/** The file or folder that a path means, whatever it lacks: './x' is x.ts, or x/index.ts, or what x/package.json says. */
export function fileOrFolder(layout: Known, path: Path): Path | undefined {
  return layout.known.module(path) ?? folderEntry(layout, path) ?? layout.known.asBundled(path)
}

export function folderEntry(layout: Known, folder: Path): Path | undefined {
  const manifest = layout.manifestIn(folder)
  return (manifest && manifestEntry(layout, manifest)) ?? layout.known.index(folder)
}

/** Where a package without `exports` is entered. An entry that is not built yet stands for its source. */
export function packageEntry(layout: Known, manifest: Manifest): Path | undefined {
  return manifestEntry(layout, manifest) ?? layout.known.index(manifest.folder) ?? indexOf(layout, entryStems(manifest.folder, ''))
}

function manifestEntry(layout: Known, manifest: Manifest): Path | undefined {
  const paths = manifest.entries.map(entry => join(manifest.folder, entry))
  for (const path of paths) {
    const found = moduleOrIndex(layout, path)
    if (found !== undefined) return asSource(layout, manifest.folder, found)
  }
  return firstOf(paths, path => sourceOf(layout, manifest.folder, path))
}

/** The file that one of the targets means: as it stands, else the source it is built from. */
export function targetFile(layout: Known, folder: Path, targets: readonly Path[]): Path | undefined {
  const found = firstOf(targets, path => layout.known.module(path) ?? layout.known.asBundled(path))
  return found === undefined ? firstOf(targets, path => sourceOf(layout, folder, path)) : asSource(layout, folder, found)
}

/**
 * What people write, where a compiler made the file of it: a build changes nothing about who imports whom.
 * TypeScript does so for projects that refer to each other.
 */
export function asSource(layout: Known, folder: Path, found: Path): Path {
  return isOutput(found) ? madeFrom(layout, folder, found, layout.outputsIn(folder)) ?? found : found
}

/** The source of output, be that there or not. Undefined where nothing is sure to be it. */
export function madeFrom(layout: Known, folder: Path, made: Path, outputs: readonly Output[]): Path | undefined {
  const { said, usual } = madeStems(folder, made, outputs)
  const at = (stem: Path): Path | undefined => ofSameFormat(layout, stem, made)
  const source = firstOf(said, at)
  if (source !== undefined && source !== made && !isDeclaration(source)) return source
  const guessed = firstOf(usual, at)
  return guessed === undefined || isDeclaration(guessed) || (isAmbiguous(folder, made) && !/\.[cm]?tsx?$/.test(guessed)) ? undefined : guessed
}

/** By its ending a file that may have been made of another. */
export function isOutput(path: Path): boolean {
  return /(?:\.d\.[cm]?ts|\.[cm]?jsx?)$/.test(path)
}

/** x.mjs is made of x.mts rather than of x.ts. */
function ofSameFormat(layout: Known, stem: Path, made: Path): Path | undefined {
  const format = /\.(?:d\.)?([cm])[jt]s$/.exec(made)?.[1]
  return (format === undefined ? undefined : layout.known.module(`${stem}.${format}js`)) ?? moduleOrIndex(layout, stem)
}

export function sourceOf(layout: Known, folder: Path, built: Path): Path | undefined {
  return firstOf(sourceStems(folder, built, layout.outputsIn(folder)), stem => ofSameFormat(layout, stem, built))
}

/** For what a bundler made under a name of its own. */
export function sourceByHabit(layout: Known, folder: Path, subpath: string, targets: readonly Path[]): Path | undefined {
  return targets.some(target => isBuilt(folder, target)) ? indexOf(layout, entryStems(folder, subpath)) : undefined
}

/** Under every condition, those of consumers first. */
export function everyTarget(map: PackageMap, key: string): readonly string[] {
  const sets: readonly Conditions[] = [tsConditions('import', []), tsConditions('require', []), () => true]
  return [...new Set(sets.flatMap(conditions => map.targets(key, conditions) ?? []))]
}

export function tsConditions(how: 'import' | 'require', custom: readonly string[]): Conditions {
  return condition => condition === 'types' || condition === how || custom.includes(condition) || condition.startsWith('types@')
}

/** Those that hold when the code runs: no declarations. */
export function runConditions(how: 'import' | 'require', custom: readonly string[]): Conditions {
  return condition => condition === how || custom.includes(condition)
}

function indexOf(layout: Known, stems: readonly Path[]): Path | undefined {
  return firstOf(stems, stem => moduleOrIndex(layout, stem))
}

function moduleOrIndex({ known }: Known, path: Path): Path | undefined {
  return known.module(path) ?? known.index(path) ?? known.asBundled(path)
}

export function firstOf<Item, Found>(items: readonly Item[], find: (item: Item) => Found | undefined): Found | undefined {
  for (const item of items) {
    const found = find(item)
    if (found !== undefined) return found
  }
  return undefined
}

