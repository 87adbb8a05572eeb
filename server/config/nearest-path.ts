import type { Path } from '../../rules/model/place.ts'
import { nearest } from '../../rules/model/nearest.ts'

/** The existing path most like a pattern that takes none: as far as its folders exist, then the one most like the next. */
export function nearestPath(written: string, files: readonly Path[]): Path | undefined {
  let folder = ''
  for (const segment of written.replace(/^\.\//, '').split('/')) {
    const inner = namesIn(folder, files)
    if (!inner.has(segment)) {
      const like = /[*?{]/.test(segment) ? undefined : nearest(segment, inner)
      return like === undefined ? (folder === '' ? undefined : folder) : join(folder, like)
    }
    folder = join(folder, segment)
  }
  return folder
}

/** The folder whose name is most like this one, wherever it is. */
export function nearestFolder(name: string, files: readonly Path[]): Path | undefined {
  const folders = new Map<string, Path>()
  for (const path of files) {
    for (let slash = path.indexOf('/'); slash !== -1; slash = path.indexOf('/', slash + 1)) {
      const folder = path.slice(0, slash)
      const own = folder.slice(folder.lastIndexOf('/') + 1)
      if (!folders.has(own)) folders.set(own, folder)
    }
  }
  const like = nearest(name, folders.keys())
  return like === undefined ? undefined : folders.get(like)
}

/** A few folders at the top, for where nothing is alike. */
export function topFolders(files: readonly Path[]): readonly Path[] {
  return [...new Set(files.filter((path) => path.includes('/')).map((path) => path.slice(0, path.indexOf('/'))))].slice(0, 6)
}

function namesIn(folder: Path, files: readonly Path[]): ReadonlySet<string> {
  const names = new Set<string>()
  const start = folder === '' ? 0 : folder.length + 1
  for (const path of files) {
    if (folder !== '' && !path.startsWith(`${folder}/`)) continue
    const slash = path.indexOf('/', start)
    names.add(path.slice(start, slash === -1 ? undefined : slash))
  }
  return names
}

function join(folder: Path, name: string): Path {
  return folder === '' ? name : `${folder}/${name}`
}
