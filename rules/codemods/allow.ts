import { Document, isAlias, isMap, isScalar, isSeq, parseDocument, type Pair, type Node, type YAMLMap, type YAMLSeq } from 'yaml'
import type { Rewrite, Rewritten } from '../model/rewrite.ts'
import type { Path } from '../model/place.ts'
import { textArgument } from './arguments.ts'
import { lineEnd, lineStart, newlineOf } from './newline.ts'
import { refusal } from './refusal.ts'

/** Insertion, or replacement of what is empty anyway: all else in the file stays as it is, byte for byte. */
interface Change {
  readonly start: number
  readonly end: number
  readonly text: string
}

/**
 * Adds an entry to `exceptions`. Arguments: `config` (the path of bulkhead.yaml), `rule`, `until` ('YYYY-MM-DD' or
 * 'never'), and `from` and `to` or one of them. Asks for a reason, which becomes `why`.
 */
export const allow: Rewrite = {
  id: 'allow',
  async run(input) {
    const config = textArgument(input, 'config')
    const nowhere = { start: 0, end: 0 }
    const why = input.reason?.replace(/\s+/gu, ' ').trim() ?? ''
    if (why === '') return refusal('no-reason', config, nowhere, 'an exception needs a reason', 'say why this may stay')
    const text = input.read(config)
    if (text === undefined) return refusal('no-config', config, nowhere, `there is no ${config} that could hold an exception`, 'write one with bulkhead init')

    const { from, to } = input.arguments
    const entry = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }), rule: textArgument(input, 'rule'), why, until: textArgument(input, 'until') }
    return added(config, text, entry)
  },
}

type Entry = Readonly<Record<string, string | number>>

function added(path: Path, text: string, entry: Entry): Rewritten {
  const document = parseDocument(text)
  const error = document.errors[0]
  if (error !== undefined) return refusal('syntax', path, { start: error.pos[0], end: error.pos[1] }, `${path} can not be read as it is`, 'correct it first')
  const root = document.contents
  if (root !== null && !isMap(root) && !(isScalar(root) && root.value === null)) return refusal('not-a-map', path, spanOf(root), `${path} holds no settings`)

  const pair = isMap(root) ? root.items.find(({ key }) => isScalar(key) && key.value === 'exceptions') : undefined
  const known = isSeq(pair?.value) ? pair.value.items.find((item) => isSame(item, entry)) : undefined
  if (known !== undefined) return refusal('already-there', path, spanOf(known as Node), 'there is such an exception already', 'change its date, if it is past')

  const changes = pair === undefined ? newKey(text, root, document, entry) : intoPair(text, pair, entry)
  if (changes === undefined) return refusal('not-a-list', path, spanOf(pair?.value as Node), '`exceptions` is no list', 'make it one, then take the fix')
  return { edits: changes.map(({ start, end, text }) => ({ kind: 'text', path, span: { start, end }, text })), problems: [] }
}

function isSame(item: unknown, entry: Entry): boolean {
  return isMap(item) && ['from', 'to', 'rule'].every((key) => item.get(key) === entry[key])
}

function newKey(text: string, root: Node | null, document: Document.Parsed, entry: Entry): readonly Change[] {
  const newline = newlineOf(text)
  if (isMap(root) && root.flow) {
    const end = spanOf(root).end - 1
    const last = root.items.at(-1)
    return [{ start: end, end, text: `${last === undefined ? ' ' : ', '}exceptions: [${flow(entry)}] ` }]
  }
  const end = document.range[1] < text.length && isMarker(text, document.range[1]) ? document.range[1] : text.length
  const isOpen = end > 0 && !/[\n\uFEFF]$/u.test(text.slice(0, end))
  return [{ start: end, end, text: `${isOpen ? newline : ''}exceptions:${newline}  - ${flow(entry)}${newline}` }]
}

function isMarker(text: string, at: number): boolean {
  return /^(?:\.\.\.|---)(?:\s|$)/u.test(text.slice(at))
}

function intoPair(text: string, pair: Pair<unknown, unknown>, entry: Entry): readonly Change[] | undefined {
  const { key, value } = pair
  if (isAlias(value)) return undefined
  if (isSeq(value)) return value.flow ? intoFlow(text, value, entry) : [afterLast(text, value, entry)]
  if (value !== null && !(isScalar(value) && value.value === null)) return undefined
  const written = isScalar(value) && value.range ? text.slice(value.range[0], value.range[1]) : ''
  if (isScalar(value) && value.range && written.trim() !== '') return [{ start: value.range[0], end: value.range[1], text: `[${flow(entry)}]` }]
  const end = lineEnd(text, spanOf(key as Node).end)
  return [{ start: end, end, text: `${newlineOf(text)}${indentAt(text, spanOf(key as Node).start)}  - ${flow(entry)}` }]
}

/** On a line of its own below the last entry's last line, so that a comment behind that stays where it is. */
function afterLast(text: string, list: YAMLSeq, entry: Entry): Change {
  const indent = ' '.repeat(columnOfDash(text, list))
  const end = lastCharacter(list)
  const item = `${indent}- ${flow(entry)}`
  if (text[end - 1] === '\n') return { start: end, end, text: item + newlineOf(text) }
  const at = lineEnd(text, end)
  return { start: at, end: at, text: newlineOf(text) + item }
}

function columnOfDash(text: string, list: YAMLSeq): number {
  const start = spanOf(list).start
  return start - lineStart(text, start)
}

/** The range of a block collection reaches over comments and blank lines behind it; that of its last leaf does not. */
function lastCharacter(node: unknown): number {
  if (isSeq(node) && !node.flow && node.items.length > 0) return lastCharacter(node.items.at(-1))
  if (isMap(node) && !node.flow && node.items.length > 0) {
    const { key, value } = node.items.at(-1) as Pair
    return Math.max(lastCharacter(key), lastCharacter(value))
  }
  return (node as Node | null)?.range?.[1] ?? 0
}

function intoFlow(text: string, list: YAMLSeq, entry: Entry): readonly Change[] {
  const last = list.items.at(-1) as Node | undefined
  const closing = spanOf(list).end - 1
  if (last === undefined) return [{ start: spanOf(list).start, end: closing + 1, text: `[${flow(entry)}]` }]
  const { start, end } = spanOf(last)
  const comma = /^\s*,/u.exec(text.slice(end))?.[0].length ?? 0
  const eol = lineEnd(text, end + comma)
  if (eol >= closing) return [{ start: end, end, text: `, ${flow(entry)}` }]
  const item = `${newlineOf(text)}${indentAt(text, start)}${flow(entry)}`
  return [...(comma > 0 ? [] : [{ start: end, end, text: ',' }]), { start: eol, end: eol, text: comma > 0 ? `${item},` : item }]
}

function indentAt(text: string, offset: number): string {
  return /^[ \t]*/u.exec(text.slice(lineStart(text, offset)))?.[0] ?? ''
}

function flow(entry: Entry): string {
  const document = new Document(entry)
  ;(document.contents as unknown as YAMLMap).flow = true
  return document.toString({ lineWidth: 0, singleQuote: false }).trimEnd().replace(/\s*\n\s*/gu, ' ')
}

function spanOf(node: Node | null | undefined): { readonly start: number; readonly end: number } {
  return { start: node?.range?.[0] ?? 0, end: node?.range?.[1] ?? 0 }
}
