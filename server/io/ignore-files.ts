import ignore, { type Ignore } from 'ignore'
import { existsSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import type { Path } from '../../rules/model/place.ts'
import { codeOf } from './error-code.ts'
import { nearest } from './project-root.ts'

/**
 * Whether .gitignore files, those between the project and the top of its repository among them, leave out a path, be it there or not.
 * Each folder's file is read once, when a path below it is asked for. `read`: of an absolute path, other texts than those on disk.
 */
export function ignoreFiles(root: string, read = readText): (path: Path) => boolean {
  const top = nearest(root, '.git') ?? root
  const isIgnored = ignoredBelow(top, read)
  const above = relative(top, root).split(sep).join('/')
  // The root, and what is outside it, no .gitignore speaks of.
  return (path) => path !== '' && !/^(\/|\.\.(\/|$))/.test(path) && isIgnored(above === '' ? path : `${above}/${path}`)
}

function ignoredBelow(root: string, read: typeof readText): (path: Path) => boolean {
  const rules = new Map<Path, Ignore | undefined>()
  const folders = new Map<Path, boolean>([['', false]])

  const rulesOf = (folder: Path): Ignore | undefined => {
    if (!rules.has(folder)) {
      const text = read(join(root, folder, '.gitignore'))
      rules.set(folder, text === undefined ? undefined : ignore({ ignorecase: false }).add(text))
    }
    return rules.get(folder)
  }
  /** The innermost .gitignore that says anything decides. */
  const isListed = (path: Path, isFolder: boolean): boolean => {
    for (let end = path.lastIndexOf('/'); ; end = path.lastIndexOf('/', end - 1)) {
      const folder = end === -1 ? '' : path.slice(0, end)
      const inside = end === -1 ? path : path.slice(end + 1)
      const said = rulesOf(folder)?.test(isFolder ? `${inside}/` : inside)
      if (said?.ignored === true) return true
      if (said?.unignored === true) return false
      if (end === -1) return false
    }
  }
  const isFolderIgnored = (folder: Path): boolean => {
    const known = folders.get(folder)
    if (known !== undefined) return known
    const answer = isFolderIgnored(parentOf(folder)) || isListed(folder, true)
    folders.set(folder, answer)
    return answer
  }
  // What lies in an ignored folder cannot be taken back by a rule for the file.
  return (path) => isFolderIgnored(parentOf(path)) || isListed(path, false)
}

function parentOf(path: Path): Path {
  const end = path.lastIndexOf('/')
  return end === -1 ? '' : path.slice(0, end)
}

export function readText(path: string): string | undefined {
  // Most folders have none, and to be told so by an error costs three times as much as to ask.
  if (!existsSync(path)) return undefined
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    codeOf(error)
    return undefined
  }
}
