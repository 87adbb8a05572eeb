import type { Note } from '../../../rules/model/problem.ts'
import type { Project } from '../../../rules/model/rule.ts'

/** Patterns of `imports.virtual` that no import is written like. */
export function idleVirtual({ graph: { edges, ends }, policy: { virtual } }: Project): readonly Note[] {
  const idle = new Set(virtual)
  for (let id = 0; id < edges.count && idle.size > 0; id++) {
    const end = ends[~(edges.to[id] ?? 0)]
    if (end?.kind !== 'unjudged') continue
    for (const each of idle) if (each.takes(end.specifier)) idle.delete(each)
  }
  return [...idle].map(({ written, spokenAt }) => ({ message: `virtual: ${written} takes no import (${spokenAt})` }))
}
