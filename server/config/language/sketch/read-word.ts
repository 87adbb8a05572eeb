import { isBreak, isFlowEnd, isGap } from './letters.ts'
import type { Node, Word } from './node.ts'
import { closing, unquoted } from './quotes.ts'
import type { Scanner } from './scanner.ts'

export function plainToLineEnd(scan: Scanner): Word {
  const text = scan.text
  const start = scan.at
  let end = start
  for (let at = start; at < text.length && !isBreak(text[at]); at++) {
    if (text[at] === '#' && at > start && isGap(text[at - 1])) break
    if (!isGap(text[at])) end = at + 1
  }
  scan.at = end
  return plain(scan, start, end)
}

export function wordTo(scan: Scanner, end: number): Word {
  const start = scan.at
  scan.at = end
  const quote = scan.text[start]
  if (quote !== '"' && quote !== "'") return plain(scan, start, start + scan.text.slice(start, end).trimEnd().length)
  return { text: unquoted(scan.text.slice(start + 1, end - 1), quote), span: { start, end }, inner: { start: start + 1, end: end - 1 }, quote }
}

export function flowWord(scan: Scanner, column: number): Word {
  const text = scan.text
  const first = text[scan.at]
  if (first === '"' || first === "'") return quoted(scan, column)
  const start = scan.at
  let end = start
  for (let at = start; at < text.length; at++) {
    const letter = text[at]
    if (letter === undefined || isBreak(letter) || isFlowEnd(letter)) break
    if (letter === ':' && (isGap(text[at + 1]) || isFlowEnd(text[at + 1]))) break
    if (letter === '#' && at > start && isGap(text[at - 1])) break
    if (!isGap(letter)) end = at + 1
    // What follows the cursor behind a space was there before.
    if (at === scan.caretAt && isGap(text[at + 1])) break
  }
  // At least a letter: whoever reads on gets on.
  scan.at = Math.max(end, start + 1)
  return plain(scan, start, scan.at)
}

export function quoted(scan: Scanner, column: number): Word {
  const quote = scan.text[scan.at] === '"' ? '"' : "'"
  const start = scan.at
  let end = closing(scan.text, start)
  if (end === -1) end = closingBelow(scan, start, column)
  if (end !== -1) {
    scan.at = end + 1
    for (let at = start; at < end; at++) if (isBreak(scan.text[at])) scan.lineStart = at + 1
    return { text: unquoted(scan.text.slice(start + 1, end), quote), span: { start, end: end + 1 }, inner: { start: start + 1, end }, quote }
  }
  // Never closed: of a word at the cursor as much as cannot be what stood behind it before.
  scan.toLineEnd()
  const line = scan.text.slice(start, scan.at)
  const until = scan.caretAt >= start && scan.caretAt < scan.at ? /[,\]}]/.exec(line.slice(scan.caretAt - start))?.index : undefined
  scan.at = until === undefined ? start + line.trimEnd().length : scan.caretAt + until
  const span = { start, end: scan.at }
  return { text: scan.text.slice(start + 1, scan.at), span, inner: { start: start + 1, end: scan.at }, quote }
}

/** Of a text over several lines, all further in. */
function closingBelow(scan: Scanner, start: number, column: number): number {
  const end = closing(scan.text, start, true)
  if (end === -1) return -1
  const lines = scan.text.slice(start, end + 1).split(/\r\n|\r|\n/).slice(1)
  return lines.every((line) => line.trim() === '' || line.length - line.trimStart().length > column) ? end : -1
}

/** `|` or `>`: a text of the lines further in. */
export function literal(scan: Scanner, column: number): Node {
  const start = scan.at
  let end = start + 1
  scan.toLineEnd()
  for (;;) {
    let next = scan.at
    while (isBreak(scan.text[next])) next++
    const lineStart = next
    while (scan.text[next] === ' ') next++
    if (next >= scan.text.length || isBreak(scan.text[next])) {
      if (next >= scan.text.length) break
      scan.at = next
      continue
    }
    if (next - lineStart <= column) break
    scan.at = next
    scan.lineStart = lineStart
    scan.toLineEnd()
    end = scan.at
  }
  const span = { start, end }
  return { kind: 'word', span, word: { text: scan.text.slice(start, end), span, inner: span, quote: '' } }
}

function plain(scan: Scanner, start: number, end: number): Word {
  const span = { start, end }
  return { text: scan.text.slice(start, end), span, inner: span, quote: '' }
}
