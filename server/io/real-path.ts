import { realpathSync } from 'node:fs'
import { isAbsolute, join, relative, sep } from 'node:path'
import type { Path } from '../../rules/model/place.ts'
import { codeOf } from './error-code.ts'

/** Where a file of the project lies once links are followed; the path itself where that is outside the project, or nothing is there. */
export function realPathIn(root: string): (path: Path) => Path {
  return (path) => {
    try {
      const real = relative(realpathSync(root), realpathSync(join(root, path)))
      return real === '..' || real.startsWith(`..${sep}`) || isAbsolute(real) ? path : real.split(sep).join('/')
    } catch (error) {
      codeOf(error)
      return path
    }
  }
}
