import { lstatSync } from 'node:fs'
import { join } from 'node:path'
import type { Path } from '../../rules/model/place.ts'
import type { Listing } from './files.ts'
import { git, indexedFiles, parts } from './git.ts'
import { ignoreFiles } from './ignore-files.ts'
import { walk } from './walk.ts'

/** The files of the working tree: as git knows them where there is a repository, else by a walk. */
export function listFiles(root: string): Listing {
  const ignored = ignoreFiles(root)
  const indexed = indexedFiles(root)
  if (indexed === undefined) {
    const { files, problems } = walk(root, ignored)
    return { files, isIgnored: (path) => isInPackages(path) || ignored(path), problems }
  }
  const files = new Set<Path>(indexed.map(({ path }) => path))
  const answer = git(root, ['ls-files', '-z', '-t', '--deleted', '--others', '--exclude-standard'])
  for (const line of answer.kind === 'output' ? parts(answer) : []) {
    const path = line.slice(2)
    if (line.startsWith('R')) files.delete(path)
    // Git lists an untracked repository as a folder, and an untracked link as a file.
    else if (!path.endsWith('/') && isFile(join(root, path))) files.add(path)
  }
  const listed = new Set([...files].filter((path) => !isInPackages(path)).sort())
  return { files: [...listed], isIgnored: (path) => !listed.has(path) && (isInPackages(path) || ignored(path)), problems: [] }
}

function isInPackages(path: Path): boolean {
  return path.startsWith('node_modules/') || path.includes('/node_modules/')
}

function isFile(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isFile() ?? false
}
