import type { Problem } from '../../rules/model/problem.ts'
import type { NewTexts } from '../engine/index.ts'
import { writeFiles } from '../io/write-files.ts'

/** Writes new texts below a folder; undefined removes a file. The problem, where they could not be written. */
export function save(root: string, texts: NewTexts): Problem | undefined {
  return writeFiles(root, [...texts].map(([path, text]) => ({ path, text })))
}
