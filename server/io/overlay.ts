import type { Path } from '../../rules/model/place.ts'
import type { Files } from './files.ts'

/** Files with unsaved texts laid over them. A text of a file that is not there makes it be there. */
export function overlay(files: Files, buffers: ReadonlyMap<Path, Uint8Array>): Files {
  return {
    list() {
      const listing = files.list()
      const added = [...buffers.keys()].filter((path) => !listing.isIgnored(path))
      return { ...listing, files: [...new Set([...listing.files, ...added])].sort() }
    },
    listed: (paths, isIgnored) => [...new Set([...files.listed(paths, isIgnored), ...paths.filter((path) => buffers.has(path) && !isIgnored(path))])],
    read(path) {
      const bytes = buffers.get(path)
      return bytes === undefined ? files.read(path) : { kind: 'bytes', bytes }
    },
    stamp: (path) => buffers.has(path) ? undefined : files.stamp(path),
  }
}
