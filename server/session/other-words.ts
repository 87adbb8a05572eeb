// Where an import is allowed, how it must not be worded: a line may be about imports of some kind, of some names, or written in some way.

import type { OtherWords } from '../../rules/model/explained.ts'
import type { ImportKind } from '../../rules/model/facts.ts'
import type { JudgedFinding } from '../../rules/model/finding.ts'
import type { Project } from '../../rules/model/rule.ts'
import { judgedAlone } from './imagine.ts'
import { lineOf } from './whom.ts'
import type { Wish } from './wish.ts'

/** Of imports that are allowed if nobody asks how they are worded. One for each line that does. */
export function otherWords(project: Project, today: string, allowed: readonly Wish[]): readonly OtherWords[] {
  const found = new Map<string, { readonly finding: JudgedFinding; readonly kinds: Set<ImportKind> }>()
  for (const { kind, finding } of whateverTheWords(project, today, allowed)) {
    const key = JSON.stringify(lineOf(finding))
    const known = found.get(key) ?? { finding, kinds: new Set() }
    known.kinds.add(kind)
    found.set(key, known)
  }
  return [...found.values()].map(({ finding, kinds }) => ({
    ...(!kinds.has('value') && { kinds: [...kinds] }),
    ...namesOf(project, finding),
    by: lineOf(finding),
  }))
}

/** By each kind, each way of writing that some entry is about, and every name at once. */
function whateverTheWords(project: Project, today: string, wishes: readonly Wish[]): readonly { readonly kind: ImportKind; readonly finding: JudgedFinding }[] {
  const written = new Set(project.policy.entries.flatMap((entry) => [...entry.written ?? []]))
  return (['value', 'type', 'reexport', 'require', 'dynamic'] as const).flatMap((kind) => [undefined, ...written].flatMap((each) => {
    const found = judgedAlone(project, today, wishes, { kind, names: ['*'], ...(each !== undefined && { written: each }) }).flat()
    return found.filter(({ severity }) => severity !== 'info').map((finding) => ({ kind, finding }))
  }))
}

/** What the line itself is about. Of an api the names that alone are open. */
function namesOf({ policy }: Project, { entry: id, target }: JudgedFinding): Pick<OtherWords, 'names' | 'onlyNames' | 'written'> {
  const entry = policy.entries.find((each) => each.id === id)
  if (entry !== undefined) return { ...(entry.names !== undefined && { names: entry.names.map((name) => name.written) }), ...(entry.written !== undefined && { written: [...entry.written] }) }
  const api = target?.kind === 'file' ? policy.moduleOf(target.path)?.api : undefined
  if (target?.kind !== 'file' || api === undefined || api === 'open') return {}
  return { onlyNames: api.ways.flatMap(({ exposes, names = [] }) => exposes(target.path) ? names.map((name) => name.written) : []) }
}
