import type { EndsExplained } from '../../rules/model/explained.ts'
import { renderEnds } from '../../server/report/explain-ends.ts'
import { endOf } from '../../server/session/ends.ts'
import { explainEnds } from '../../server/session/explain-ends.ts'
import { project, today } from '../support/project.ts'

/** What is said of two ends of a small project, and how. */
export function asked(text: string, from: string, to: string): { readonly explained: EndsExplained; readonly told: string } {
  const { session } = project(text)
  const snapshot = session.snapshot()
  const [importer, target] = [endOf(snapshot.project, from, from), endOf(snapshot.project, to, to.replace(/^\.\//, ''))]
  if (importer.kind !== 'files' || target.kind === 'none') throw new Error(`${from} is ${importer.kind}, ${to} is ${target.kind}`)
  const explained = explainEnds(snapshot, today, importer, target)
  return { explained, told: renderEnds(explained, { paint: (_style, words) => words, linesOf: (path) => session.lines(path) }) }
}
