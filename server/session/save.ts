import type { NewTexts } from '../engine/index.ts'
import { writeFiles } from '../io/write-files.ts'

/** Writes new texts below a folder, all of them or none; undefined removes a file. */
export function save(root: string, texts: NewTexts): void {
  writeFiles(root, [...texts].map(([path, text]) => ({ path, text })))
}
