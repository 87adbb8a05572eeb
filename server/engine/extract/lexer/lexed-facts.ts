// What the lexer found, as facts: byte offsets become those of the text that an editor shows.

import type { Facts, IgnoreComment, ImportFact } from '../../../../rules/model/facts.ts'
import type { Path } from '../../../../rules/model/place.ts'
import { decode } from '../decode.ts'
import { ignoresIn } from '../ignores.ts'
import { lex } from './lex.ts'
import { handsOnImported } from './names.ts'
import { type Language, type Scan, scanOf } from './scan.ts'
import { textOf } from './utf8.ts'

/** Undefined where a parser must look: the lexer is in doubt, or the bytes are UTF-16. */
export function lexedFacts(path: Path, bytes: Uint8Array): Facts | undefined {
  const scan = scanned(path, bytes, false)
  if (scan === undefined) return undefined
  const textOffset = textOffsets(scan)
  const imports = scan.imports.map(({ specifier, kind, start, end, statementStart, statementEnd }): ImportFact => ({
    specifier, kind,
    span: { start: textOffset(start), end: textOffset(end) },
    statement: { start: textOffset(statementStart), end: textOffset(statementEnd) },
  }))
  return { path, imports, ignores: ignoresOf(scan, bytes, textOffset), barrel: scan.isBarrel || handsOnImported(scan), problems: [] }
}

/** The scan of a file that the lexer understands. */
export function scanned(path: Path, bytes: Uint8Array, notesSkipped: boolean): Scan | undefined {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return undefined
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
  return lex(scanOf(hasMark ? bytes.subarray(3) : bytes, languageOf(path), notesSkipped))
}

function ignoresOf({ comments }: Scan, bytes: Uint8Array, textOffset: (offset: number) => number): readonly IgnoreComment[] {
  if (comments.length === 0) return []
  return ignoresIn(decode(bytes), () => comments.flatMap((start, i) => i % 2 === 0 ? [{ start: textOffset(start), end: textOffset(comments[i + 1] ?? start) }] : []))
}

function languageOf(path: Path): Language {
  if (/\.d\.(?:[^/]+\.)?[mc]?ts$/.test(path)) return 'declarations'
  return path.endsWith('.tsx') ? 'tsx' : path.endsWith('ts') ? 'typescript' : 'javascript'
}

/** Maps the byte offsets of what was found. Nothing need be decoded where all before the last of them is ASCII. */
function textOffsets(scan: Scan): (offset: number) => number {
  const { bytes, start: first } = scan
  let last = scan.comments.at(-1) ?? first
  for (const { statementEnd } of scan.imports) if (statementEnd > last) last = statementEnd
  return isAscii(bytes, first, last) ? offset => offset - first : decodedOffsets(scan)
}

function isAscii(bytes: Uint8Array, from: number, to: number): boolean {
  let i = from
  while (i < to && ((bytes[i] as number) | (bytes[i + 1] as number) | (bytes[i + 2] as number) | (bytes[i + 3] as number)) < 128) i += 4
  while (i < to && (bytes[i] as number) < 128) i++
  return i >= to
}

function decodedOffsets({ bytes, start: first, imports, comments }: Scan): (offset: number) => number {
  const offsets = [...imports.flatMap(each => [each.start, each.end, each.statementStart, each.statementEnd]), ...comments].sort((a, b) => a - b)
  const mapped = new Map<number, number>()
  let from = first
  let units = 0
  for (const offset of offsets) {
    units += textOf(bytes, from, offset).length
    mapped.set(offset, units)
    from = offset
  }
  return offset => {
    const found = mapped.get(offset)
    if (found === undefined) throw new Error(`byte ${offset} is no place that was found`)
    return found
  }
}
