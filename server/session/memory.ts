// What earlier runs read of files that have not changed since: taken without opening them.

import type { Facts } from '../../rules/model/facts.ts'
import type { Path } from '../../rules/model/place.ts'
import { readArchive, writeArchive, type KeptFile } from '../io/archive.ts'
import type { Files } from '../io/files.ts'

export interface Memory {
  facts(path: Path, read: () => Facts): Facts
  /** What else was asked of a file, as JSON can say it: it is remembered with the facts. */
  answer<V>(question: string, path: Path, ask: () => V): V
  /** The file may have changed. */
  forget(paths: readonly Path[]): void
  forgetAll(): void
  /** Worth it only where much is new: what it costs is a tenth of reading all. */
  save(): void
}

/** Who remembers nothing asks every time. */
export const noMemory: Memory = { facts: (_path, read) => read(), answer: (_question, _path, ask) => ask(), forget: () => {}, forgetAll: () => {}, save: () => {} }

interface Entry extends KeptFile {
  readonly answers: Record<string, unknown>
}

export function memory(root: string, build: string, files: Files): Memory {
  const archive = readArchive(root, build)
  /** Undefined: it cannot be told whether the file has changed, so nothing is kept of it. */
  const entries = new Map<Path, Entry | undefined>()
  let news = 0

  const remember = (path: Path, entry: Entry | undefined): Entry | undefined => {
    entries.set(path, entry)
    return entry
  }
  const recall = (path: Path): Entry | undefined => {
    if (entries.has(path)) return entries.get(path)
    const kept = archive.get(path)
    const stamp = kept && files.stamp(path)
    return kept !== undefined && kept.stamp === stamp ? remember(path, { ...kept, answers: { ...kept.answers } }) : undefined
  }
  return {
    facts(path, read) {
      const known = recall(path)
      if (known !== undefined) return known.facts
      // Before it is read: a change in between makes the stamp old, and not the facts.
      const stamp = files.stamp(path)
      const facts = read()
      news++
      remember(path, stamp === undefined ? undefined : { stamp, facts, answers: {} })
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
    forgetAll: () => entries.clear(),
    save() {
      if (news <= Math.max(fewNews, entries.size / 20)) return
      const kept = [...entries].flatMap(([path, entry]) => entry === undefined ? [] : [[path, entry] as const])
      writeArchive(root, build, new Map(kept))
      news = 0
    },
  }
}

const fewNews = 50
