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
  const known = filesOfGit(root)
  if (known === undefined) {
    const { files, problems } = walk(root, ignored)
    return { files, isIgnored: (path) => isInPackages(path) || ignored(path), problems }
  }
  const files = known.filter((path) => !isInPackages(path)).sort()
  const listed = new Set(files)
  return { files, isIgnored: (path) => !listed.has(path) && (isInPackages(path) || ignored(path)), problems: [] }
}

/** Tracked and there, or new and not ignored; links and submodules left out. Asked for at once: a second process costs 10 ms. Undefined where there is no repository. */
function filesOfGit(root: string): readonly Path[] | undefined {
  const answer = git(root, ['ls-files', '-z', '-t', '--stage', '--cached', '--deleted', '--others', '--exclude-standard'])
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
  return [...files]
}

function isInPackages(path: Path): boolean {
  return path.startsWith('node_modules/') || path.includes('/node_modules/')
}

function isFile(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isFile() ?? false
}
