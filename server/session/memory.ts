// What earlier runs read of files that have not changed since: taken without opening them.

import type { Facts } from '../../rules/model/facts.ts'
import type { Path } from '../../rules/model/place.ts'
import type { Archive, KeptFile } from '../io/archive.ts'
import type { Files } from '../io/files.ts'

export interface Memory {
  facts(path: Path, read: () => ReadFacts): Facts
  /** What else was asked of a file, as JSON can say it: it is remembered with the facts. */
  answer<V>(question: string, path: Path, ask: () => V): V
  /** The file may have changed. */
  forget(paths: readonly Path[]): void
  forgetAll(): void
  /** Worth it only where much is new: what it costs is a tenth of reading all. */
  save(): void
}

export interface ReadFacts {
  readonly facts: Facts
  /** Of what was read; absent where it cannot be told from what the file may hold next. */
  readonly stamp?: string
}

/** Who remembers nothing asks every time. */
export const noMemory: Memory = { facts: (_path, read) => read().facts, answer: (_question, _path, ask) => ask(), forget: () => {}, forgetAll: () => {}, save: () => {} }

interface Entry extends KeptFile {
  readonly answers: Record<string, unknown>
}

/** `earlier` is what was kept; what is read now can be looked up there, too, by who reads the same files at the same time. */
export function memory(files: Files, earlier: Archive, write: (files: ReadonlyMap<Path, KeptFile>) => void): Memory & Archive {
  /** Undefined: it cannot be told whether the file has changed, so nothing is kept of it. */
  const entries = new Map<Path, Entry | undefined>()
  /** What was known before anything could have changed: another branch leaves most files as they were. */
  let before: ReadonlyMap<Path, Entry | undefined> = new Map()
  let news = 0

  const recall = (path: Path): Entry | undefined => {
    if (entries.has(path)) return entries.get(path)
    const kept = before.get(path) ?? earlier.get(path)
    if (kept === undefined || kept.stamp !== files.stamp(path)) return undefined
    const entry = { ...kept, answers: { ...kept.answers } }
    entries.set(path, entry)
    return entry
  }
  return {
    facts(path, read) {
      const known = recall(path)
      if (known !== undefined) return known.facts
      const { facts, stamp } = read()
      news++
      entries.set(path, stamp === undefined ? undefined : { stamp, facts, answers: {} })
      return facts
    },
    answer<V>(question: string, path: Path, ask: () => V): V {
      const entry = recall(path)
      if (entry !== undefined && Object.hasOwn(entry.answers, question)) return entry.answers[question] as V
      const answer = ask()
      if (entry !== undefined) { entry.answers[question] = answer; news++ }
      return answer
    },
    forget: (paths) => { for (const path of paths) entries.delete(path) },
    forgetAll() {
      before = new Map([...before, ...entries])
      entries.clear()
    },
    save() {
      if (news <= Math.max(fewNews, entries.size / 20)) return
      write(new Map([...entries].flatMap(([path, entry]) => entry === undefined ? [] : [[path, entry] as const])))
      news = 0
    },
    get size() { return entries.size },
    get: (path) => entries.get(path) ?? earlier.get(path),
  }
}

const fewNews = 50
