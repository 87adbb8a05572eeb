import type { Path } from '../../rules/model/place.ts'
import type { Files } from '../../server/io/files.ts'
import { Session } from '../../server/session/session.ts'
import { today } from '../support/project.ts'

/** Who wants to know what is asked of the disk, or says which day it is. */
interface Heard {
  readonly today?: () => string
  readonly listed?: () => void
  readonly read?: (path: Path) => void
}

/** Over texts that change meanwhile; a line of its .gitignore is the beginning of the paths that it leaves out. */
export function sessionOver(texts: ReadonlyMap<Path, string>, heard: Heard = {}): Session {
  const files: Files = {
    list() {
      heard.listed?.()
      const ignored = (texts.get('.gitignore') ?? '').split('\n').filter((pattern) => pattern !== '')
      const isIgnored = (path: Path): boolean => ignored.some((pattern) => path.startsWith(pattern))
      return { files: [...texts.keys()].filter((path) => !isIgnored(path)).sort(), isIgnored, problems: [] }
    },
    listed(paths, isIgnored) {
      heard.listed?.()
      return paths.filter((path) => texts.has(path) && !isIgnored(path))
    },
    read(path) {
      heard.read?.(path)
      const text = texts.get(path)
      return text === undefined ? { kind: 'missing' } : { kind: 'bytes', bytes: new TextEncoder().encode(text) }
    },
    stamp: () => undefined,
  }
  return new Session({ files, lookup: () => undefined, realPath: (path) => path, configPath: 'bulkhead.yaml', today: heard.today ?? (() => today) })
}
