import { picker } from '../model/picker.ts'
import type { Path } from '../model/place.ts'
import type { Entry } from '../model/policy.ts'
import type { Project } from '../model/rule.ts'
import type { Bindings, Selector } from '../model/selector.ts'
import { atomsOf, patternsOf } from '../model/take.ts'

/** Tells files of the subject apart as far as the other side of the entry does, by their folders too where it asks where an importer lies: for all with one answer it is the same question. */
export function bindingsAsked(project: Project, { object, via }: Entry): (bindings: Bindings, path: Path) => string {
  const names = [...new Set([object, ...(via === undefined ? [] : [via])].flatMap(capturesIn))].sort()
  const asksFolder = picker(project, object).dependsOnImporter
  if (names.length === 0 && !asksFolder) return () => ''
  return (bindings, path) => JSON.stringify([names.map((name) => bindings[name]), ...(asksFolder ? [path.slice(0, Math.max(0, path.lastIndexOf('/')))] : [])])
}

/** Those of single alternatives too, which bind nothing but can be bound. */
export function capturesIn(selector: Selector): readonly string[] {
  return [...atomsOf(selector)].flatMap(({ atom }) => patternsOf(atom).flatMap(({ written, captures }) => [...captures, ...[...written.matchAll(/\{([A-Za-z][\w-]*)[:}]/g)].flatMap(([, name]) => name ?? [])]))
}
