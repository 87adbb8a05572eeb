import type { Entry } from './draft.ts'
import { isSettings } from './reading.ts'

/** An id is given once, and is a word. */
export function withIds(entries: readonly Entry[]): readonly Entry[] {
  const used = new Map<string, number>()
  return entries.map((entry) => {
    if (entry.section !== 'rules' || !isSettings(entry.value)) return entry
    const id = wordOf(String(entry.value['id']))
    const times = (used.get(id) ?? 0) + 1
    used.set(id, times)
    return { ...entry, value: { ...entry.value, id: times === 1 ? id : `${id}/${times}` } }
  })
}

/** What a title becomes as an id. */
export function wordOf(title: string): string {
  return title.trim().toLowerCase().replaceAll(/[^\p{L}\p{N}/._-]+/gu, '-').replaceAll(/-{2,}/g, '-').replaceAll(/^[-/.]+|[-/.]+$/g, '') || 'rule'
}
