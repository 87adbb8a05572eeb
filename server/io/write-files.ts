import { chmodSync, mkdirSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Path } from '../../rules/model/place.ts'
import type { Problem } from '../../rules/model/problem.ts'
import { codeOf } from './error-code.ts'

/** A file's text, or that it is gone. */
export interface Written {
  readonly path: Path
  readonly text: string | undefined
}

/**
 * All new texts are on disk before the first one takes its place, so that a full disk or a kill leaves every file whole.
 * A link stays one, and what may be executed may be afterwards. The problem, if there is one, is the first thing that could not be written.
 */
export function writeFiles(root: string, files: readonly Written[]): Problem | undefined {
  const ready: { readonly at: Path; readonly path: string; readonly beside: string }[] = []
  // A device or a pipe takes what it is sent; a file in its place would take it away from everybody: /dev/null, for one.
  const streams: Written[] = []
  let at: Path = ''
  try {
    for (const file of files) {
      if (file.text === undefined) continue
      at = file.path
      const path = linkFollowed(join(root, file.path))
      const before = statSync(path, { throwIfNoEntry: false })
      if (before !== undefined && !before.isFile() && !before.isDirectory()) { streams.push({ ...file, path }); continue }
      // Found out here, and not when other files have taken their places.
      if (before?.isDirectory() === true) return givenUp(ready, `${file.path} could not be written (EISDIR)`)
      const beside = `${path}.bulkhead-new`
      mkdirSync(dirname(path), { recursive: true })
      ready.push({ at, path, beside })
      writeFileSync(beside, file.text)
      if (before !== undefined) chmodSync(beside, before.mode)
    }
    for (const { path, beside, ...one } of ready) { at = one.at; renameSync(beside, path) }
    for (const { path, text = '' } of streams) { at = path; writeFileSync(path, text) }
    for (const file of files) if (file.text === undefined) { at = file.path; rmSync(join(root, file.path), { force: true }) }
    return undefined
  } catch (error) {
    return givenUp(ready, `${at} could not be written (${codeOf(error)})`)
  }
}

/** Nothing is left beside what stays as it was. */
function givenUp(ready: readonly { readonly beside: string }[], message: string): Problem {
  for (const { beside } of ready) if (statSync(beside, { throwIfNoEntry: false })?.isFile() === true) rmSync(beside)
  return { kind: 'unwritable', message }
}

function linkFollowed(path: string): string {
  return statSync(path, { throwIfNoEntry: false }) === undefined ? path : realpathSync(path)
}
