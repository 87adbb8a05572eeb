import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Path } from '../../rules/model/place.ts'

/** A file's text, or that it is gone. */
export interface Written {
  readonly path: Path
  readonly text: string | undefined
}

/** All new texts are on disk before the first one takes its place, so that a full disk or a kill leaves every file whole. */
export function writeFiles(root: string, files: readonly Written[]): void {
  const ready = files.filter((file) => file.text !== undefined).map((file) => {
    const path = join(root, file.path)
    const beside = `${path}.bulkhead-new`
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(beside, file.text ?? '')
    return { path, beside }
  })
  for (const { path, beside } of ready) renameSync(beside, path)
  for (const file of files) if (file.text === undefined) rmSync(join(root, file.path), { force: true })
}
