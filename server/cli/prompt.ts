import type { Readable, Writable } from 'node:stream'
import { confirm, isCancel } from '@clack/prompts'

/** Yes or no; undefined where whoever was asked left instead. */
export async function confirmed(question: string, input: Readable, output: Writable): Promise<boolean | undefined> {
  const left = new AbortController()
  // Of an input that ends (Ctrl-D) clack says nothing. It pauses one that it has an answer from, too, but has said so by then.
  input.once('pause', () => setImmediate(() => left.abort()))
  const answer = await confirm({ message: question, input, output, signal: left.signal })
  return isCancel(answer) ? undefined : answer
}
