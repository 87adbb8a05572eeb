import { join } from 'node:path'
import { lastWords } from './cold-check.ts'
import { measured, node } from '../support/measured.ts'
import { progress } from './progress.ts'
import type { Keystrokes } from './keystroke-through-pipes.ts'

/** What the server itself does for a key, without its pipes, as told by a process of its own. */
export async function keystrokesInside(root: string, keys: number): Promise<Keystrokes> {
  progress(`${keys} keys in the server`)
  const run = await measured(root, node(join(import.meta.dirname, 'press-keys.ts'), root, `${keys}`), 10 * 60_000)
  progress('')
  if (run.status !== 0) throw new Error(lastWords(run))
  return JSON.parse(run.stdout) as Keystrokes
}
