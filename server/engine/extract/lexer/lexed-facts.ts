// What the lexer found, as facts: byte offsets become those of the text that an editor shows.

import type { Facts, ImportFact } from '../../../../rules/model/facts.ts'
import type { Path } from '../../../../rules/model/place.ts'
import { decode } from '../decode.ts'
import { ignoresIn } from '../ignores.ts'
import { handsOnImported } from './declaration.ts'
import { lex } from './lex.ts'
import { type Language, type Scan, scanOf } from './scan.ts'

declare const TextDecoder: new (encoding: string, options: { readonly ignoreBOM: boolean }) => { decode(bytes: Uint8Array): string }
const utf8 = new TextDecoder('utf-8', { ignoreBOM: true })

/** Undefined where a parser must look: the lexer is in doubt, or the bytes are UTF-16. */
export function lexedFacts(path: Path, bytes: Uint8Array): Facts | undefined {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return undefined
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
  const scan = lex(scanOf(hasMark ? bytes.subarray(3) : bytes, languageOf(path)))
  if (scan === undefined) return undefined
  const found = [...scan.imports].sort((a, b) => a.start - b.start)
  const textOffset = textOffsets(scan, [...found.flatMap(each => [each.start, each.end, each.statementStart, each.statementEnd]), ...scan.comments])
  const imports = found.map(({ specifier, kind, start, end, statementStart, statementEnd }): ImportFact => ({
    specifier, kind,
    span: { start: textOffset(start), end: textOffset(end) },
    statement: { start: textOffset(statementStart), end: textOffset(statementEnd) },
  }))
  const comments = (): { start: number; end: number }[] => scan.comments.flatMap((start, i) => i % 2 === 0 ? [{ start: textOffset(start), end: textOffset(scan.comments[i + 1] ?? start) }] : [])
  return {
    path, imports,
    ignores: scan.comments.length === 0 ? [] : ignoresIn(decode(bytes), comments),
    barrel: scan.isBarrel || handsOnImported(scan),
    problems: [],
  }
}

function languageOf(path: Path): Language {
  if (/\.d\.(?:[^/]+\.)?[mc]?ts$/.test(path)) return 'declarations'
  return path.endsWith('.tsx') ? 'tsx' : path.endsWith('ts') ? 'typescript' : 'javascript'
}

/** Maps those of the byte offsets that are asked for. Nothing need be decoded where all before them is ASCII. */
function textOffsets({ bytes, start: first }: Scan, offsets: readonly number[]): (offset: number) => number {
  const last = offsets.reduce((most, offset) => Math.max(most, offset), first)
  let i = first
  while (i < last && (bytes[i] as number) < 128) i++
  if (i === last) return offset => offset - first
  const mapped = new Map<number, number>()
  let from = first
  let units = 0
  for (const offset of [...offsets].sort((a, b) => a - b)) {
    units += utf8.decode(bytes.subarray(from, offset)).length
    mapped.set(offset, units)
    from = offset
  }
  return offset => mapped.get(offset) ?? 0
}
