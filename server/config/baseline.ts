import { isMap, isScalar, parseDocument } from 'yaml'
import type { Known } from '../../rules/model/known.ts'
import type { Path } from '../../rules/model/place.ts'
import type { Problem } from '../../rules/model/problem.ts'

export const baselineName = 'bulkhead-baseline.yaml'

const head = `# Findings that were there when they were written down. Written by \`bulkhead baseline\`; it only shrinks, unless asked with --add.\n`

/** `bulkhead-baseline.yaml` → its lines, or problems that point into it. */
export function readBaseline(path: Path, text: string): { readonly known: readonly Known[]; readonly problems: readonly Problem[] } {
  const document = parseDocument(text, { version: '1.2', schema: 'core', merge: false })
  const [error] = document.errors
  const problem = (message: string, start: number, end: number): Problem => ({
    kind: 'baseline', message, at: { path, span: { start, end } }, hint: 'put it right, or write it anew with `bulkhead baseline --add`',
  })
  if (error !== undefined) return { known: [], problems: [problem(`the baseline is no YAML: ${error.message.split('\n')[0]}`, error.pos[0], error.pos[1])] }
  if (document.contents === null) return { known: [], problems: [] }
  if (!isMap(document.contents)) return { known: [], problems: [problem('the baseline is a map from findings to how many there are', 0, 0)] }
  const known: Known[] = []
  const problems: Problem[] = []
  for (const { key, value } of document.contents.items) {
    const [start = 0, end = 0] = isScalar(key) && key.range ? key.range : []
    const count = isScalar(value) ? value.value : undefined
    if (!isScalar(key) || typeof key.value !== 'string') problems.push(problem('a line of the baseline starts with a finding in quotes', start, end))
    else if (typeof count !== 'number' || !Number.isInteger(count) || count < 1) problems.push(problem('a line of the baseline ends with how many there are, 1 or more', start, end))
    else known.push({ key: key.value, count, at: { path, span: { start, end } } })
  }
  return { known, problems }
}

/** One sorted line a key, so that two branches which both shrink it merge. */
export function writeBaseline(counts: ReadonlyMap<string, number>): string {
  const lines = [...counts].filter(([, count]) => count > 0).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, count]) => `${JSON.stringify(key)}: ${count}\n`)
  return head + lines.join('')
}
