// What a project stands on: which files there are, and what manifests and tsconfigs say of how they lead to each other. Kept until something
// shapes it anew.

import type { ImportFact } from '../../rules/model/facts.ts'
import type { Link } from '../../rules/model/link.ts'
import type { Path } from '../../rules/model/place.ts'
import { filesBelow, reopened } from '../engine/index.ts'
import type { Files, Listing } from '../io/files.ts'
import { readLayout, type ReadLayout } from './read-layout.ts'
import type { Stopwatch } from './stopwatch.ts'

/** What changed files mean for the imports that were resolved before. */
export type Shift =
  | { readonly kind: 'none' }
  /** Files came or went: these imports may lead elsewhere now. */
  | { readonly kind: 'moved'; readonly isReopened: (importer: Path, fact: ImportFact, link: Link) => boolean }
  | { readonly kind: 'all' }

interface Given {
  readonly files: Files
  readonly realPath: (path: Path) => Path
  readonly stopwatch: Stopwatch
}

export class Ground {
  readonly #given: Given
  #listing: Listing | undefined
  /** The files of the last listing, be it out of date: a folder that is gone is known by them. */
  #listed: readonly Path[] = []
  /** Files that came since all was read: those that git ignores are in no listing, and would look new each time that they change. */
  readonly #came = new Set<Path>()
  #layout: ReadLayout | undefined
  /** The one by which imports were resolved that outlived it. */
  #outlived: ReadLayout | undefined

  constructor(given: Given) {
    this.#given = given
  }

  /** As it is now, read anew where it was forgotten. */
  lay(): { readonly listing: Listing; readonly layout: ReadLayout } {
    const { files, realPath, stopwatch: { time } } = this.#given
    const listing = this.#listing ??= time('list', () => files.list())
    this.#listed = listing.files
    const layout = this.#layout ??= time('layout', () => readLayout(files, listing, realPath, this.#outlived?.readFrom))
    this.#outlived = undefined
    return { listing, layout }
  }

  /** The files that there are; none while they are forgotten. */
  get files(): readonly Path[] {
    return this.#listing?.files ?? []
  }

  /** A manifest or a tsconfig that somebody asked for is broken. */
  get hasProblems(): boolean {
    return this.#layout !== undefined && this.#layout.problems.length > 0
  }

  isFolder(path: Path): boolean {
    return filesBelow(this.#listed, path).length > 0
  }

  forget(): void {
    this.#came.clear()
    this.#listing = undefined
    this.forgetLayout()
  }

  forgetLayout(): void {
    this.#layout = undefined
    this.#outlived = undefined
  }

  /** Takes note of files that came, went or changed. */
  shift(paths: readonly Path[]): Shift {
    // Of another branch that is told file by file, none is opened to see whether it is there: all is listed anew.
    if (this.#listing === undefined || paths.length > many) return this.#anew(paths)
    const moved = paths.filter((path) => this.#comesOrGoes(path))
    if (paths.some((path) => path.endsWith('.gitignore')) || moved.some(isShaping)) return this.#anew(paths)
    if (paths.some((path) => (this.#layout ?? this.#outlived)?.readFrom.has(path))) {
      if (moved.length > 0) this.#listing = undefined
      this.forgetLayout()
      return { kind: 'all' }
    }
    return moved.length === 0 ? { kind: 'none' } : this.#moved(moved, this.#listing)
  }

  /** Nobody looked whether these are there. */
  #anew(paths: readonly Path[]): Shift {
    for (const path of paths) this.#came.delete(path)
    this.#listing = undefined
    this.forgetLayout()
    return { kind: 'all' }
  }

  /** Git is asked for these alone. */
  #moved(moved: readonly Path[], listing: Listing): Shift {
    const layout = this.#layout
    // What a problem of a manifest is worth depends on who asks for it now.
    if (layout === undefined || layout.problems.length > 0) {
      this.#listing = undefined
      this.forgetLayout()
      return { kind: 'all' }
    }
    const listed = this.#given.files.listed(moved, listing.isIgnored)
    if (listed.length === 0 && !moved.some((path) => listing.files.includes(path))) return { kind: 'none' }
    this.#listing = { ...listing, files: [...listing.files.filter((path) => !moved.includes(path)), ...listed].sort() }
    this.#outlived = layout
    this.#layout = undefined
    return { kind: 'moved', isReopened: reopened(moved, layout) }
  }

  #comesOrGoes(path: Path): boolean {
    const isThere = this.#given.files.read(path).kind !== 'missing'
    if ((this.#isListed(path) || this.#came.has(path)) === isThere) return false
    if (isThere) this.#came.add(path)
    else this.#came.delete(path)
    return true
  }

  #isListed(path: Path): boolean {
    return this.#layout?.known.has(path) ?? this.files.includes(path)
  }
}

/** Another branch, told file by file. */
const many = 200

/** Decides by being there what imports mean, or what is listed. */
function isShaping(path: Path): boolean {
  return /(?:^|\/)(?:package\.json|[jt]sconfig[^/]*\.json|pnpm-workspace\.yaml|bulkhead\.yaml)$/.test(path)
}
