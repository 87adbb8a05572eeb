import type { Path } from '../../../rules/model/place.ts'

/** 'a/b' of 'a/b/c.ts'; '' for a file at the root. */
export function folderOf(path: Path): Path {
  const slash = path.lastIndexOf('/')
  return slash === -1 ? '' : path.slice(0, slash)
}

export function nameOf(path: Path): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

/** Where `written` leads from `folder`. What climbs above the root keeps its leading '..'. No slash at the end. */
export function join(folder: Path, written: string): Path {
  let base = folder
  let start = 0
  while (written.charCodeAt(start) === dot) {
    if (written.charCodeAt(start + 1) === slash) start += 2
    else if (base !== '' && written.charCodeAt(start + 1) === dot && written.charCodeAt(start + 2) === slash) {
      if (base.endsWith('..')) return normalised(`${folder}/${written}`)
      base = folderOf(base)
      start += 3
    } else return normalised(`${folder}/${written}`)
  }
  if (start >= written.length) return base
  if (written.charCodeAt(start) === slash || written.charCodeAt(written.length - 1) === slash || written.includes('/.', start) || written.includes('//', start)) return normalised(`${folder}/${written}`)
  const rest = start === 0 ? written : written.slice(start)
  return base === '' ? rest : `${base}/${rest}`
}

export function isInside(folder: Path, path: Path): boolean {
  return folder === '' ? !isOutside(path) : path.startsWith(folder) && (path.length === folder.length || path.charCodeAt(folder.length) === slash)
}

/** Above the project's root. */
export function isOutside(path: Path): boolean {
  return path.charCodeAt(0) === dot && (path === '..' || path.startsWith('../'))
}

/** What is left of a path below `folder`; '' for the folder itself. */
export function below(folder: Path, path: Path): Path {
  return folder === '' ? path : path.slice(folder.length + 1)
}

const dot = 46
const slash = 47

function normalised(path: string): Path {
  const parts: string[] = []
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop()
    else parts.push(part)
  }
  return parts.join('/')
}
