import { statSync, type Stats } from 'node:fs'
import { codeOf } from './error-code.ts'

/** Undefined where nothing is that can be asked: no entry, links in a circle, a folder that lets nobody in. */
export function statOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false })
  } catch (error) {
    codeOf(error)
    return undefined
  }
}
