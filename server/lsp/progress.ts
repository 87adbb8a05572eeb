import type { Editor } from './editor.ts'

/** The editor may take its time to make a place for a progress bar; the work does not wait longer than this. */
const placeWithinMs = 200

/** Shows that work is going on while `work` runs, where the editor can. */
export async function withProgress(editor: Editor, title: string, work: () => void): Promise<void> {
  if (!editor.abilities.progress) return work()
  const token = 'bulkhead/reading'
  const created = await Promise.race([editor.request('window/workDoneProgress/create', { token }), new Promise<undefined>((resolve) => { setTimeout(() => resolve(undefined), placeWithinMs) })])
  if (created?.kind !== 'answer') return work()
  editor.notify('$/progress', { token, value: { kind: 'begin', title } })
  try {
    // What is told is on its way only after the messages that wait were written.
    await new Promise((resolve) => { setImmediate(resolve) })
    work()
  } finally {
    editor.notify('$/progress', { token, value: { kind: 'end' } })
  }
}
