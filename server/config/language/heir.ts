/* Files further down that say `inherit: true`, as they stand there half typed: other keys, and patterns from another folder. */
import type { Path } from '../../../rules/model/place.ts'
import { expected, expectedOfHeir, type Expected } from '../expected.ts'
import { folderOf } from '../modules.ts'
import type { Sketch } from './sketch.ts'

export function isHeir({ root }: Sketch): boolean {
  return root.entries.some(({ key, value }) => key.text === 'inherit' && value.kind === 'word' && /^(?:true|True|TRUE)$/.test(value.word.text))
}

/** What may stand in a configuration as a whole. */
export function expectedIn(sketch: Sketch): Expected {
  return isHeir(sketch) ? expectedOfHeir : expected
}

/** From where its patterns start. */
export function startOf(path: Path, sketch: Sketch): Path {
  return isHeir(sketch) ? folderOf(path) : ''
}
