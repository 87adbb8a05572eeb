/* What may be done about a problem of a configuration: write what was meant, or leave out what is dead. */
import type { Span } from '../../../rules/model/place.ts'
import type { Problem } from '../../../rules/model/problem.ts'
import type { ConfigText } from './config-texts.ts'
import type { Node, Way } from './sketch/node.ts'

export interface Repair {
  /** Imperative. */
  readonly title: string
  readonly span: Span
  readonly text: string
  /** The one that was probably meant. */
  readonly isPreferred: boolean
}

/** Problems of what is not there: without the line nothing is missed. */
const dead: ReadonlySet<string> = new Set([
  'no-match', 'unknown-name', 'unknown-tag', 'unknown-key', 'unknown-id', 'unknown-check', 'unknown-vendor', 'unknown-preset', 'no-file', 'duplicate-key', 'not-yet',
])

export function repairsOf(config: ConfigText, { kind, at, instead }: Problem): readonly Repair[] {
  if (at === undefined) return []
  return [
    ...(instead === undefined ? [] : replacement(config, at.span, instead)),
    ...(dead.has(kind) ? removals(config, at.span) : []),
  ]
}

function replacement({ text }: ConfigText, span: Span, { word, by }: NonNullable<Problem['instead']>): readonly Repair[] {
  const written = text.slice(span.start, span.end)
  const at = written.lastIndexOf(word)
  if (word === '' || at === -1) return []
  const start = span.start + at
  const isQuoted = /^["']/.test(written)
  // A word of its own that needs quotes to stand here.
  const needsQuotes = !isQuoted && /[{}[\],*&!#]|^["'@]|: /.test(by)
  if (needsQuotes) return written === word ? [{ title: `Write ${by}`, span, text: `"${by}"`, isPreferred: true }] : []
  return [{ title: `Write ${by} instead of ${word}`, span: { start, end: start + word.length }, text: by, isPreferred: true }]
}

/** One step on the way down to a place: an entry or an item, among its siblings. */
interface Step {
  readonly way: Way
  readonly span: Span
  readonly node: Node
  readonly siblings: readonly Span[]
  readonly index: number
  readonly isFlow: boolean
  /** For people. */
  readonly name: string
}

/** Leaves out what stands there, or the entry that it stands in. Outermost last. */
export function removals(config: ConfigText, span: Span): readonly Repair[] {
  const steps = stepsTo(config.sketch.root, span)
  const entry = steps.findLast(({ way }) => isEntry(way, steps))
  const own = steps.at(-1)
  const repairs: Repair[] = []
  const add = (step: Step | undefined, title: string): void => {
    const removed = step && removal(config.text, steps.slice(0, steps.indexOf(step) + 1))
    if (removed !== undefined && !repairs.some((each) => each.span.start === removed.start && each.span.end === removed.end)) repairs.push({ title, span: removed, text: '', isPreferred: false })
  }
  const isKey = own !== undefined && typeof own.way.at(-1) === 'string' && own.span.start === span.start && own !== entry
  // Alone in its list it says something else than nothing would.
  if (own !== undefined && own !== entry && (isKey || (typeof own.way.at(-1) === 'number' && own.siblings.length > 1))) add(own, `Remove ${own.name}`)
  if (entry !== undefined) add(entry, `Remove ${nounOf(entry.way)}${entry.name}`)
  return repairs
}

/** What a configuration lists: modules, layers, rules and the like. */
function isEntry(way: Way, steps: readonly Step[]): boolean {
  const [top] = way
  if (way.length === 1) return steps.length === 1
  if (top === 'vendors') return way.length === 3 && way[1] === 'allow'
  if (top === 'layers') return typeof way.at(-1) === 'number' && !way.includes('files')
  return way.length === 2 && typeof top === 'string' && ['modules', 'tags', 'rules', 'checks', 'exceptions', 'budgets', 'extends'].includes(top)
}

function nounOf([top]: Way): string {
  const nouns: Readonly<Record<string, string>> = { modules: 'the module ', tags: 'the tag ', rules: 'the rule ', checks: 'the check ', exceptions: 'the exception ', budgets: 'the budget ', layers: 'the layer ', vendors: 'the line of ' }
  return typeof top === 'string' && Object.hasOwn(nouns, top) ? nouns[top] ?? '' : ''
}

function stepsTo(root: Node, span: Span): readonly Step[] {
  const steps: Step[] = []
  let node: Node | undefined = root
  let way: Way = []
  while (node?.kind === 'map' || node?.kind === 'list') {
    const inner: readonly { readonly span: Span; readonly node: Node; readonly step: string | number; readonly name: string }[] = node.kind === 'map'
      ? node.entries.map((entry) => ({ span: entry.span, node: entry.value, step: entry.key.text, name: entry.key.text }))
      : node.items.map((item, i) => ({ span: item.span, node: item.value, step: i, name: nameOf(item.value) }))
    const index = inner.findIndex((each) => each.span.start <= span.start && span.end <= Math.max(each.span.end, each.span.start))
    const found = inner[index]
    if (found === undefined) break
    way = [...way, found.step]
    steps.push({ way, span: found.span, node: found.node, siblings: inner.map((each) => each.span), index, isFlow: node.isFlow, name: found.name })
    node = found.node
  }
  return steps
}

function nameOf(node: Node): string {
  if (node.kind === 'word') return node.word.text
  if (node.kind !== 'map') return 'it'
  for (const key of ['id', 'name', 'rule']) {
    const value = node.entries.find((entry) => entry.key.text === key)?.value
    if (value?.kind === 'word') return value.word.text
    if (value?.kind === 'list') return value.items.map((item) => nameOf(item.value)).join(', ')
  }
  return 'it'
}

/** What to cut, so that what is left is a configuration: with the last of its entries a key goes, too. */
function removal(text: string, steps: readonly Step[]): Span | undefined {
  const step = steps.at(-1)
  if (step === undefined) return undefined
  const { span, siblings, index, isFlow } = step
  const next = siblings[index + 1]
  const before = siblings[index - 1]
  if (siblings.length === 1) return steps.length === 1 ? wholeLines(text, span) : removal(text, steps.slice(0, -1))
  if (isFlow) return next !== undefined ? { start: span.start, end: next.start } : before === undefined ? undefined : { start: before.end, end: span.end }
  const lineStart = Math.max(text.lastIndexOf('\n', span.start - 1), text.lastIndexOf('\r', span.start - 1)) + 1
  // Behind a dash: what follows takes its place.
  if (text.slice(lineStart, span.start).trim() !== '') return next === undefined ? undefined : { start: span.start, end: next.start }
  return wholeLines(text, span)
}

function wholeLines(text: string, { start, end }: Span): Span {
  const lineStart = Math.max(text.lastIndexOf('\n', start - 1), text.lastIndexOf('\r', start - 1)) + 1
  const rest = /[^\r\n]*(?:\r\n|\r|\n|$)/y
  rest.lastIndex = end
  return { start: lineStart, end: end + (rest.exec(text)?.[0].length ?? 0) }
}
