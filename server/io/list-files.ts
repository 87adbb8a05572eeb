import { lstatSync } from 'node:fs'
import { join } from 'node:path'
import type { Path } from '../../rules/model/place.ts'
import type { Listing } from './files.ts'
import { git, parts } from './git.ts'
import { ignoreFiles } from './ignore-files.ts'
import { walk } from './walk.ts'

/** The files of the working tree: as git knows them where there is a repository, else by a walk. */
export function listFiles(root: string): Listing {
  const ignored = ignoreFiles(root)
  const isIgnored = (path: Path): boolean => isInPackages(path) || ignored(path)
  const known = filesOfGit(root)
  if (known !== undefined) return { files: known.sort(), isIgnored, problems: [] }
  const { files, problems } = walk(root, ignored)
  return { files, isIgnored, problems }
}

/** Of these paths, those that are listed now. */
export function listedFiles(root: string, paths: readonly Path[], isIgnored: (path: Path) => boolean): readonly Path[] {
  return filesOfGit(root, paths) ?? paths.filter((path) => isFile(join(root, path)) && !isIgnored(path))
}

/**
 * Tracked and there, or new and not ignored; links, submodules and packages left out. Asked for at once: a second process costs 10 ms.
 * Undefined where there is no repository. `paths`: of these alone.
 */
function filesOfGit(root: string, paths: readonly Path[] = []): Path[] | undefined {
  const answer = git(root, ['--literal-pathspecs', 'ls-files', '-z', '-t', '--stage', '--cached', '--deleted', '--others', '--exclude-standard', '--', ...paths])
  if (answer.kind === 'failed') return undefined
  const files = new Set<Path>()
  const gone: Path[] = []
  // '? new.ts', 'H 100644 <blob> 0\ttracked.ts', and 'R 100644 <blob> 0\tgone.ts' besides 'H' for what is gone from disk.
  for (const line of parts(answer)) {
    if (line.startsWith('?')) {
      const path = line.slice(2)
      // Git lists an untracked repository as a folder, and an untracked link as a file.
      if (!path.endsWith('/') && isFile(join(root, path))) files.add(path)
    } else if (line.startsWith('100', 2)) {
      const path = line.slice(line.indexOf('\t') + 1)
      files.add(path)
      if (line.startsWith('R')) gone.push(path)
    }
  }
  for (const path of gone) files.delete(path)
  return [...files].filter((path) => !isInPackages(path))
}

export function isInPackages(path: Path): boolean {
  return path.startsWith('node_modules/') || path.includes('/node_modules/')
}

function isFile(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isFile() ?? false
}
