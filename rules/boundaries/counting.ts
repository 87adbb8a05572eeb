import { importKinds, type Kinds } from '../model/facts.ts'
import type { EdgeId } from '../model/graph.ts'
import { hasKind } from '../model/has-kind.ts'
import type { Project } from '../model/rule.ts'
import { counts, looks, mayCount } from './counts.ts'

/** Which imports are of some kinds, as far as is known. Whether TypeScript drops one may cost a parse: until that is asked it counts. */
export interface Counting {
  readonly holds: (id: EdgeId) => boolean
  /** What has not been asked yet. */
  readonly isOpen: (id: EdgeId) => boolean
  readonly ask: (ids: readonly EdgeId[], how: Asking) => void
}

type Asking = typeof looks

/** First what costs little, then what tells. */
export const askings: readonly Asking[] = [looks, counts]

export function counting(project: Project, kinds: Kinds): Counting {
  const { kind } = project.graph.edges
  const tellsElided = kinds.has('value') !== kinds.has('elided')
  const byKind = importKinds.map((each) => mayCount(each, kinds))
  const known = new Map<EdgeId, boolean>()
  return {
    holds(id) {
      const may = byKind[kind[id] ?? 0]
      if (may !== 'asked of each') return may === 'yes'
      return importKinds[kind[id] ?? 0] === 'value' ? known.get(id) !== false : hasKind(project.graph, id, kinds)
    },
    isOpen: (id) => tellsElided && importKinds[kind[id] ?? 0] === 'value' && !known.has(id),
    ask(ids, how) {
      for (const id of ids) {
        const answer = how(project, id, kinds)
        if (answer !== undefined) known.set(id, answer)
      }
    },
  }
}
