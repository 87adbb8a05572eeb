import type { ImportFact } from '../../../rules/model/facts.ts'
import type { Link } from '../../../rules/model/link.ts'
import type { Path } from '../../../rules/model/place.ts'
import { bareSpecifier } from './specifier.ts'

/**
 * Which look-ups files that came or went may satisfy or break: those that name such a file, and those that may lead anywhere whatever they
 * are called. For files that shape no resolution themselves, as manifests and tsconfigs do.
 */
export function reopened(paths: readonly Path[]): (fact: ImportFact, link: Link) => boolean {
  const gone = new Set(paths)
  const names = new Set(paths.flatMap((path) => path.split('/').map(stemOf)))
  return ({ specifier }, { to, written }) => {
    // A miss tells the nearest path, and any may be that.
    if (to.kind === 'unknown' || to.kind === 'unjudged') return true
    // What a manifest or an exact alias maps may be called otherwise.
    if (written === 'workspace' || written === 'subpath' || (written === 'paths' && !specifier.includes('/'))) return true
    const named = bareSpecifier(specifier)
    const name = stemOf(named.slice(named.lastIndexOf('/') + 1))
    if (name === '' || names.has(name)) return true
    if (to.kind !== 'file') return false
    return gone.has(to.path) || !to.path.split('/').some((segment) => stemOf(segment) === name)
  }
}

/** 'cart' of './cart', 'cart.js', 'cart.d.ts', 'cart.ios.tsx'; '' of '.' and '..', which name a folder by no name. */
function stemOf(segment: string): string {
  const dot = segment.indexOf('.', 1)
  return dot === -1 ? (segment === '.' ? '' : segment) : segment === '..' ? '' : segment.slice(0, dot)
}
