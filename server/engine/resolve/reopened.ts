import type { ImportFact } from '../../../rules/model/facts.ts'
import type { Link } from '../../../rules/model/link.ts'
import type { Path } from '../../../rules/model/place.ts'
import type { ResolveLayout } from './layout.ts'
import type { Manifest } from './manifest.ts'
import { folderOf, isInside, nameOf } from './posix-path.ts'
import { bareSpecifier } from './specifier.ts'

/**
 * Which look-ups files that came or went may satisfy or break: those that name such a file, or a folder or package that it may stand for, and
 * those that may lead anywhere whatever they are called. For files that shape no resolution themselves, as manifests and tsconfigs do.
 */
export function reopened(paths: readonly Path[], layout: Pick<ResolveLayout, 'manifestAbove' | 'tsconfigOf'>): (importer: Path, fact: ImportFact, link: Link) => boolean {
  const moved = new Set(paths)
  const packages = [...new Set(paths.flatMap((path) => packagesAround(path, layout)))]
  const names = new Set([
    ...paths.map((path) => stemOf(nameOf(path))),
    ...paths.flatMap((path) => stemOf(nameOf(path)) === 'index' ? stemOf(nameOf(folderOf(path))) : []),
    ...packages.flatMap(({ folder }) => folder === '' ? [] : stemOf(nameOf(folder))),
  ])
  return (importer, { specifier }, { to, written }) => {
    // A miss tells the nearest path, and any may be that.
    if (to.kind === 'unknown' || to.kind === 'unjudged') return true
    // What a manifest or an alias maps may be called otherwise.
    if (written === 'workspace') return packages.some(({ name = '', folder }) => specifier === name || specifier.startsWith(`${name}/`) || (folder !== '' && to.kind === 'file' && isInside(folder, to.path)))
    if (written === 'subpath') return true
    const named = bareSpecifier(specifier)
    const alias = written === 'paths' ? layout.tsconfigOf(importer)?.aliases?.match(named) : undefined
    if (alias !== undefined) return alias.candidates.some((path) => names.has(stemOf(nameOf(path))) || paths.some((one) => isInside(path, one)))
    const name = stemOf(nameOf(named))
    if (name === '' || names.has(name)) return true
    return to.kind === 'file' && (moved.has(to.path) || !isNamedOnTheWay(to.path, name))
  }
}

/** Those that a file lies in, from the innermost on. */
function packagesAround(path: Path, { manifestAbove }: Pick<ResolveLayout, 'manifestAbove'>): readonly Manifest[] {
  const packages: Manifest[] = []
  for (let manifest = manifestAbove(folderOf(path)); manifest !== undefined; manifest = manifest.folder === '' ? undefined : manifestAbove(folderOf(manifest.folder))) packages.push(manifest)
  return packages
}

/** Whether a file, or a folder that it lies in, goes by this name: where none does, something maps the one to the other. */
function isNamedOnTheWay(path: Path, name: string): boolean {
  for (let start = path.indexOf(name); start !== -1; start = path.indexOf(name, start + 1)) {
    const next = path[start + name.length]
    if ((start === 0 || path[start - 1] === '/') && (next === undefined || next === '/' || next === '.')) return true
  }
  return false
}

/** 'cart' of './cart', 'cart.js', 'cart.d.ts', 'cart.ios.tsx'; '' of '.' and '..', which name a folder by no name. */
function stemOf(segment: string): string {
  if (segment === '.' || segment === '..') return ''
  const dot = segment.indexOf('.', 1)
  return dot === -1 ? segment : segment.slice(0, dot)
}
