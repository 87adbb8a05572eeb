import { closeSync, constants, fstatSync, openSync, readSync, type Stats } from 'node:fs'
import type { Path } from '../../rules/model/place.ts'
import { codeOf } from './error-code.ts'
import type { Files, Reading } from './files.ts'
import { listedFiles, listFiles } from './list-files.ts'
import { statOf } from './stat-of.ts'

/** Larger than any source that a person wrote; what is larger is generated, and reading it would cost more than it tells. */
const largestFile = 64 * 1024 * 1024

/** The working tree. All reads share one buffer: allocating one a file costs a third of the reading. */
export function disk(root: string): Files {
  let buffer = new Uint8Array(256 * 1024)
  // Paths are in their shortest form: to bring each into it once more costs a fifth of the reading.
  const placeOf = (path: Path): string => `${root}/${path}`
  return {
    list: () => listFiles(root),
    listed: (some, isIgnored) => listedFiles(root, some, isIgnored),
    read(path) {
      let file: number
      try {
        // Not blocking: a named pipe that calls itself a.ts would wait for a writer for ever.
        file = openSync(placeOf(path), constants.O_RDONLY | constants.O_NONBLOCK)
      } catch (error) {
        return unreadable(path, error)
      }
      try {
        const stat = fstatSync(file)
        if (!stat.isFile()) return problem(path, `${path} is not a file`)
        if (stat.size > largestFile) return problem(path, `${path} is larger than ${largestFile / 1024 / 1024} MiB and was not read`)
        if (stat.size > buffer.length) buffer = new Uint8Array(stat.size * 2)
        let length = 0
        for (let got = -1; got !== 0 && length < stat.size; length += got) got = readSync(file, buffer, length, stat.size - length, null)
        const stamp = stampOf(stat)
        return { kind: 'bytes', bytes: buffer.subarray(0, length), ...(stamp !== undefined && { stamp }) }
      } catch (error) {
        return unreadable(path, error)
      } finally {
        closeSync(file)
      }
    },
    stamp(path) {
      const stat = statOf(placeOf(path))
      return stat?.isFile() === true ? stampOf(stat) : undefined
    },
  }
}

/** What has just changed may change again before the clock of the file system tells the one from the other: it has none. */
function stampOf({ size, mtimeMs, ctimeMs, ino }: Stats): string | undefined {
  return Date.now() - ctimeMs < clockTells ? undefined : `${size} ${mtimeMs} ${ctimeMs} ${ino}`
}

/** Milliseconds. The coarsest clock in use counts in steps of two seconds. */
const clockTells = 2_500

function unreadable(path: Path, error: unknown): Reading {
  const code = codeOf(error)
  if (code === 'ENOENT' || code === 'ENOTDIR') return { kind: 'missing' }
  return problem(path, `${path} could not be read (${code})`)
}

function problem(path: Path, message: string): Reading {
  return { kind: 'problem', problem: { kind: 'unreadable', message, at: { path, span: { start: 0, end: 0 } } } }
}
