import { isMap, isScalar, parseDocument } from 'yaml'
import type { Known } from '../../rules/model/known.ts'
import type { Path } from '../../rules/model/place.ts'
import type { Problem } from '../../rules/model/problem.ts'
import { conflictIn } from './conflict-marks.ts'

export const baselineName = 'bulkhead-baseline.yaml'

const head = `# Findings that were there when they were written down. Written by \`bulkhead baseline\`; it only shrinks, unless asked with --add.\n`

interface ReadBaseline {
  readonly known: readonly Known[]
  readonly problems: readonly Problem[]
}

/**
 * `bulkhead-baseline.yaml` → its lines, or problems that point into it. A finding may stand there twice: a union merge leaves both lines.
 * Of one with a line of its own the merge leaves both counts, the second of them perhaps behind what follows.
 */
export function readBaseline(path: Path, text: string): ReadBaseline {
  const known = asWritten(path, text)
  return known === undefined ? asEdited(path, text) : { known, problems: [] }
}

/** A line as `writeBaseline` writes it. */
const writtenLine = /^(?:#.*|(?:("(?:[^"\\]|\\["\\])*"): ([1-9]\d{0,8})|\? ("(?:[^"\\]|\\["\\])*")|(: ([1-9]\d{0,8})))?)\r?$/

/** Undefined where a hand wrote something else. YAML's own parser takes ten times as long, and one may have thousands of lines. */
function asWritten(path: Path, text: string): readonly Known[] | undefined {
  const known: Known[] = []
  let lone: Known | undefined
  let start = 0
  for (const line of text.split('\n')) {
    const [fits, single, count, long, countLine, countOfLong] = writtenLine.exec(line) ?? []
    if (fits === undefined || (countLine !== undefined && lone === undefined)) return undefined
    const part = single ?? long ?? countLine ?? ''
    const at = { path, span: { start: start + line.indexOf(part), end: start + line.indexOf(part) + part.length } }
    if (single !== undefined) known.push({ key: unescaped(single), count: Number(count), at })
    else if (long !== undefined) known.push(lone = { key: unescaped(long), count: 1, at })
    else if (countLine !== undefined && lone !== undefined) addCount(known, lone, { ...lone, count: Number(countOfLong), at })
    start += line.length + 1
  }
  return known
}

/** The first count behind a key without one is its own. */
function addCount(known: Known[], lone: Known, counted: Known): void {
  if (known.at(-1) === lone) known.splice(-1, 1, { ...counted, at: lone.at })
  else known.push(counted)
}

function unescaped(quoted: string): string {
  return quoted.slice(1, -1).replace(/\\(.)/g, '$1')
}

function asEdited(path: Path, text: string): ReadBaseline {
  const problem = (message: string, start: number, end: number, hint = 'put it right, or write it anew with `bulkhead baseline --add`'): Problem => ({
    kind: 'baseline', message, at: { path, span: { start, end } }, hint,
  })
  const conflict = conflictIn(text)
  if (conflict !== undefined) {
    return { known: [], problems: [problem('git left a conflict in the baseline', conflict.start, conflict.end,
      'keep the lines of both sides without the marks, and run `bulkhead baseline`; or write it anew with `bulkhead baseline --add`')] }
  }
  const document = parseDocument(text, { version: '1.2', schema: 'core', merge: false, uniqueKeys: false })
  const [error] = document.errors
  if (error !== undefined) return { known: [], problems: [problem(`the baseline is no YAML: ${error.message.split('\n')[0]?.replace(/ at line \d+, column \d+:$/, '')}`, error.pos[0], error.pos[1])] }
  if (document.contents === null) return { known: [], problems: [] }
  if (!isMap(document.contents)) return { known: [], problems: [problem('the baseline is a map from findings to how many there are', 0, 0)] }
  const known: Known[] = []
  const problems: Problem[] = []
  let lone: string | undefined
  for (const { key, value } of document.contents.items) {
    const [start = 0, end = 0] = isScalar(key) && key.range ? key.range : []
    // A key without a value is one that was too long for a line with both.
    const count = value === null ? 1 : isScalar(value) ? value.value : undefined
    const isBare = isScalar(key) && start === end
    if (isScalar(key) && typeof key.value === 'string' && text.startsWith('? ', start - 2)) lone = key.value
    const name = isBare ? lone : isScalar(key) ? key.value : undefined
    if (typeof name !== 'string') problems.push(problem('a line of the baseline starts with a finding in quotes', start, end))
    else if (typeof count !== 'number' || !Number.isSafeInteger(count) || count < 1) problems.push(problem('a line of the baseline ends with how many there are, 1 or more', start, end))
    else known.push({ key: name, count, at: { path, span: isBare && isScalar(value) && value.range ? { start: value.range[0], end: value.range[1] } : { start, end } } })
  }
  return { known, problems }
}

/** YAML lets no more than this stand before a colon on its line. Cycles of many files have longer keys, and a group is there once. */
const longestKey = 1024

/** One sorted line a key, so that two branches which both shrink it merge. */
export function writeBaseline(counts: ReadonlyMap<string, number>): string {
  const lines = [...counts].filter(([, count]) => count > 0).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, count]) => lineOf(JSON.stringify(key), count))
  return head + lines.join('')
}

function lineOf(key: string, count: number): string {
  if (key.length < longestKey) return `${key}: ${count}\n`
  return count === 1 ? `? ${key}\n` : `? ${key}\n: ${count}\n`
}
