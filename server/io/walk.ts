import { readdirSync, type Dirent } from 'node:fs'
import { join } from 'node:path'
import { wholeFile, type Path } from '../../rules/model/place.ts'
import type { Problem } from '../../rules/model/problem.ts'
import { codeOf } from './error-code.ts'

/** Every file below a folder that is not a git repository. Links are not followed, so that no loop can hold the walk and no file has two names. */
export function walk(root: string, isIgnored: (path: Path) => boolean): { readonly files: readonly Path[]; readonly problems: readonly Problem[] } {
  const files: Path[] = []
  const problems: Problem[] = []
  const folders: Path[] = ['']
  for (const folder of folders) {
    for (const entry of entriesOf(root, folder, problems)) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`
      if (entry.name === '.git' || entry.name === 'node_modules') continue
      if (entry.isDirectory() && !isIgnored(`${path}/x`)) folders.push(path)
      else if (entry.isFile() && !isIgnored(path)) files.push(path)
    }
  }
  return { files: files.sort(), problems }
}

function entriesOf(root: string, folder: Path, problems: Problem[]): readonly Dirent[] {
  try {
    return readdirSync(join(root, folder), { withFileTypes: true })
  } catch (error) {
    const what = folder === '' ? "the project's folder" : `the folder ${folder}`
    problems.push({ kind: 'unreadable', message: `${what} could not be listed (${codeOf(error)})`, ...(folder !== '' && { at: { path: folder, span: wholeFile } }) })
    return []
  }
}
