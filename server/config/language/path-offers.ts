import { pathPattern } from '../../../rules/model/path-pattern.ts'
import type { Path } from '../../../rules/model/place.ts'
import type { Offer } from './offer.ts'

/** The files and folders that may come next behind a path that is typed so far; it may hold patterns. `before`: what stands before it in the word. */
export function pathOffers(files: readonly Path[], typed: string, before = ''): readonly Offer[] {
  const folder = typed.slice(0, typed.lastIndexOf('/') + 1)
  const next = new Map<string, 'folder' | 'file'>()
  for (const below of pathsBelow(files, folder.replace(/^\.\//, ''))) {
    const slash = below.indexOf('/')
    const name = slash === -1 ? below : below.slice(0, slash)
    if (next.get(name) !== 'folder') next.set(name, slash === -1 ? 'file' : 'folder')
  }
  return [...next].map(([name, kind]) => ({ kind, label: name, text: `${before}${folder}${asPattern(name)}`, ...(kind === 'folder' && { isFirst: true }) }))
}

/** Of the files in a folder, or in each that a pattern takes, what follows it. */
function* pathsBelow(files: readonly Path[], folder: string): Iterable<Path> {
  if (!/[*?{]/.test(folder)) {
    for (const path of files) if (path.startsWith(folder)) yield path.slice(folder.length)
    return
  }
  const pattern = pathPattern(folder)
  if ('mistake' in pattern) return
  for (const path of files) {
    const found = pattern.match(path)
    if (found !== undefined && found.prefix !== path) yield path.slice(found.prefix.length + 1)
  }
}

/** Characters of a name that would mean something else in a pattern have no other way to be written. */
function asPattern(name: string): string {
  return name.replace(/[*?{},]/g, '?')
}
