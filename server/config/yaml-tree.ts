/*
 * The text of a configuration as a tree of plain values with their places. Whatever the text is, it ends: size, depth and
 * aliases are counted before anything recurses, and duplicate keys are found here because the parser's own search takes the
 * square of their number.
 */
import { Composer, isAlias, isMap, isScalar, isSeq, Parser, type CST, type Document, type Node, type Pair } from 'yaml'
import type { Path, Place, Span } from '../../rules/model/place.ts'
import type { Problem } from '../../rules/model/problem.ts'
import { conflictIn } from './conflict-marks.ts'

export interface Tree {
  /** A map's keys and values, a list's items, or a scalar. */
  readonly value: unknown
  readonly span: Span
  /** Of the key that it stands under. */
  readonly key?: Span
  readonly entries: ReadonlyMap<string, Tree>
  readonly items: readonly Tree[]
  /** Absent where it stands in the file that is read. */
  readonly from?: Origin
}

/** Another file that the one read extends; of a preset, the file that names it. */
export interface Origin {
  readonly path: Path
  readonly preset?: string
}

export interface ReadTree {
  /** Absent where the text is no YAML. An empty text is an empty map. */
  readonly tree?: Tree
  readonly problems: readonly Problem[]
}

const longestText = 500_000
const deepest = 50
const mostNodes = 100_000

export function readTree(path: Path, text: string): ReadTree {
  const problem = (kind: string, message: string, span: Span, hint?: string): Problem => ({ kind, message, at: { path, span }, ...(hint === undefined ? {} : { hint }) })
  if (text.length > longestText) return { problems: [problem('too-large', `the configuration is longer than ${longestText} characters`, { start: 0, end: 0 })] }
  const nul = text.indexOf('\0')
  if (nul !== -1) return { problems: [problem('syntax', 'this is no text in UTF-8', { start: nul, end: nul + 1 }, 'save the file as UTF-8')] }
  const conflict = conflictIn(text)
  if (conflict !== undefined) return { problems: [problem('syntax', 'git left a conflict in the configuration', conflict, 'keep what is right of both sides, without the marks')] }
  const tokens = [...new Parser().parse(text)]
  const deep = firstDeeperThan(tokens, deepest)
  if (deep !== undefined) return { problems: [problem('too-deep', `the configuration is nested more than ${deepest} deep`, { start: deep, end: deep + 1 })] }
  const documents = [...new Composer({ version: '1.2', schema: 'core', merge: false, uniqueKeys: false, prettyErrors: false, logLevel: 'silent' }).compose(tokens, true, text.length)]
  const [document, second] = documents
  const errors = documents.flatMap(({ errors, warnings }) => [...errors, ...warnings])
  // One alone: the others often follow from it, and a tab is what someone can see least.
  const error = errors.find(({ code }) => code === 'TAB_AS_INDENT') ?? errors[0]
  if (error !== undefined) return { problems: [problem('syntax', syntaxMessage(error), clip({ start: error.pos[0], end: error.pos[1] }, text), syntaxHint(error.code))] }
  if (second !== undefined) return { problems: [problem('syntax', 'a configuration is one YAML document', { start: second.range[0], end: second.range[0] + 3 })] }
  return document === undefined ? { tree: emptyMap, problems: [] } : toTree(document, problem)
}

const emptyMap: Tree = { value: {}, span: { start: 0, end: 0 }, entries: new Map(), items: [] }

type MakeProblem = (kind: string, message: string, span: Span, hint?: string) => Problem

function syntaxMessage(error: { readonly code: string; readonly message: string }): string {
  if (error.code === 'TAB_AS_INDENT') return 'YAML is indented by spaces, not by tabs'
  return `this is no YAML: ${(error.message.split('\n')[0] ?? '').replace(/[.:]$/, '')}`
}

function syntaxHint(code: string): string | undefined {
  return code === 'TAB_AS_INDENT' ? undefined : "quote what begins with * { [ @ & ! and, in a one-line map or list, what holds { } [ ] ,"
}

function clip(span: Span, text: string): Span {
  const start = Math.max(0, Math.min(span.start, text.length))
  return { start, end: Math.max(start, Math.min(span.end, text.length)) }
}

/** Where the first token lies that is deeper than this; without recursion. */
function firstDeeperThan(tokens: readonly CST.Token[], limit: number): number | undefined {
  const left: { readonly token: CST.Token; readonly depth: number }[] = tokens.map((token) => ({ token, depth: 0 }))
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    const { token, depth } = next
    if (depth > limit) return 'offset' in token ? token.offset : 0
    if (token.type === 'document' && token.value !== undefined) left.push({ token: token.value, depth })
    if (!('items' in token)) continue
    for (const item of token.items) for (const inner of [item.key, item.value]) if (inner) left.push({ token: inner, depth: depth + 1 })
  }
  return undefined
}

function toTree(document: Document.Parsed, problem: MakeProblem): ReadTree {
  const problems: Problem[] = []
  const anchors = new Map<string, Node>()
  const open = new Set<Node>()
  let nodes = 0

  function convert(node: Node | null, place: Span, key?: Span): Tree {
    const span = node?.range ? { start: node.range[0], end: node.range[1] } : place
    const at = { span, ...(key === undefined ? {} : { key }) }
    const nothing: Tree = { ...at, value: null, entries: new Map(), items: [] }
    if (node === null || nodes > mostNodes) return nothing
    if (++nodes > mostNodes) {
      problems.push(problem('too-large', `the configuration holds more than ${mostNodes} values, aliases written out`, span))
      return nothing
    }
    if (isAlias(node)) return { ...alias(node.source, span, nothing), ...at }
    if ('anchor' in node && typeof node.anchor === 'string') anchors.set(node.anchor, node)
    if (isScalar(node)) return { ...nothing, value: node.value }
    open.add(node)
    const made = isMap(node) ? map(node.items as Pair<Node, Node | null>[], at) : isSeq(node) ? list(node.items as (Node | null)[], at) : nothing
    open.delete(node)
    return made
  }

  function alias(name: string, span: Span, nothing: Tree): Tree {
    const node = anchors.get(name)
    if (node === undefined || open.has(node)) {
      problems.push(problem('syntax', node === undefined ? `nothing above is called &${name}` : `*${name} stands within itself`, span, 'quote what begins with *'))
      return nothing
    }
    return convert(node, span)
  }

  function map(pairs: readonly Pair<Node, Node | null>[], at: { readonly span: Span; readonly key?: Span }): Tree {
    const entries = new Map<string, Tree>()
    for (const pair of pairs) {
      const span = pair.key?.range ? { start: pair.key.range[0], end: pair.key.range[1] } : at.span
      const name = isScalar(pair.key) ? pair.key.value : undefined
      if (typeof name !== 'string') problems.push(problem('wrong-type', 'a key is a text', span, 'put it in quotes'))
      else if (name === '<<') problems.push(problem('syntax', 'merge keys (<<) are not read', span, 'repeat the keys, or alias single values'))
      else if (name === '__proto__') problems.push(problem('unknown-key', '__proto__ is no key', span))
      else if (entries.has(name)) problems.push(problem('duplicate-key', `'${name}' is there twice`, span, 'keep one of the two'))
      else entries.set(name, convert(pair.value ?? null, { start: span.end, end: span.end }, span))
    }
    return { ...at, value: Object.fromEntries([...entries].map(([name, { value }]) => [name, value])), entries, items: [] }
  }

  function list(nodes: readonly (Node | null)[], at: { readonly span: Span; readonly key?: Span }): Tree {
    const items = nodes.map((node) => convert(node, at.span))
    return { ...at, value: items.map(({ value }) => value), entries: new Map(), items }
  }

  const tree = document.contents === null ? emptyMap : convert(document.contents, { start: 0, end: 0 })
  return { tree: tree.value === null ? emptyMap : tree, problems }
}

/** The same, as part of what another file says. With a span: all of it stands there. */
export function withOrigin(tree: Tree, origin: Origin, span?: Span): Tree {
  return {
    ...tree, from: origin,
    ...(span !== undefined && { span, ...(tree.key !== undefined && { key: span }) }),
    entries: new Map([...tree.entries].map(([key, inner]) => [key, withOrigin(inner, origin, span)])),
    items: tree.items.map((inner) => withOrigin(inner, origin, span)),
  }
}

/** The place of a value of the file at `path`, or of what that extends. */
export function placeIn(path: Path, tree: Tree, span: Span = tree.span): Place {
  return { path, span, ...tree.from }
}

/** What stands at the end of this way of keys and indices, or the last thing on it that is there. */
export function treeAt(tree: Tree, way: readonly PropertyKey[]): { readonly tree: Tree; readonly isWhole: boolean } {
  let at = tree
  for (const step of way) {
    const next = typeof step === 'number' ? at.items[step] : at.entries.get(String(step))
    if (next === undefined) return { tree: at, isWhole: false }
    at = next
  }
  return { tree: at, isWhole: true }
}

/** A text, or a list of them. */
export function eachText(tree: Tree): readonly { readonly text: string; readonly tree: Tree }[] {
  const trees = typeof tree.value === 'string' ? [tree] : tree.items
  return trees.map((each) => ({ text: String(each.value), tree: each }))
}
