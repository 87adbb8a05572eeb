/*
 * Patterns as users write them, taken apart: `services/{domain}/{api,jobs/*}` becomes branches of segments.
 * Alternatives that hold a `/` or a capture are written out, one branch each, so that a branch has as many segments
 * as it looks, and always binds the same captures.
 */

export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'star' }
  | { readonly kind: 'one' }
  | { readonly kind: 'either'; readonly of: readonly (readonly Piece[])[] }
  /** `of` absent: anything within the segment. Takes at least one character. */
  | { readonly kind: 'capture'; readonly name: string; readonly of?: readonly (readonly Piece[])[] }

export type Segment =
  | { readonly kind: 'many'; readonly capture?: string }
  | { readonly kind: 'single'; readonly pieces: readonly Piece[]; readonly form: 'literal' | 'mixed' | 'lone' }

export interface Branch {
  readonly segments: readonly Segment[]
  /** From the left. */
  readonly captures: readonly string[]
}

export interface Glob {
  readonly parts: readonly Part[]
  readonly branches: readonly Branch[]
  /** Bound by every branch. */
  readonly captures: readonly string[]
}

/** Why a pattern is none, as a clause, and what to write instead. */
export interface Mistake {
  readonly mistake: string
  readonly hint?: string
}

/** What was written, before alternatives are written out. */
type Part =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'star' } | { readonly kind: 'one' } | { readonly kind: 'many' } | { readonly kind: 'slash' }
  | { readonly kind: 'either'; readonly of: readonly (readonly Part[])[] }
  | { readonly kind: 'capture'; readonly name: string; readonly of?: readonly (readonly Part[])[] }

/** A path drops './' in front and '/' behind, and may not climb; of a name, each character counts. */
export type Sort = 'path' | 'name'

const longest = 1_000
const mostBranches = 256

export function parseGlob(text: string, sort: Sort): Glob | Mistake {
  if (text.length > longest) return { mistake: `the pattern is longer than ${longest} characters` }
  if (text === '') return { mistake: 'the pattern is empty', ...(sort === 'path' ? { hint: "'.' is the root" } : {}) }
  const parsed = parseParts(text)
  return 'mistake' in parsed ? parsed : toGlob(parsed.parts, sort)
}

/** The same with these captures replaced by their values, whose characters all stand for themselves. A mistake where a value leaves a folder without name. */
export function bindGlob(glob: Glob, values: Readonly<Record<string, string>>, sort: Sort): Glob | Mistake {
  return toGlob(glob.parts.flatMap((part) => bindPart(part, values)), sort)
}

/** What the captures make of it, where all of them have a value. */
export function fillGlob(glob: Glob, values: Readonly<Record<string, string>>): string {
  return glob.parts.flatMap((part) => bindPart(part, values)).map(writePart).join('')
}

/** As users would write it. */
export function writeGlob(glob: Glob): string {
  return glob.parts.map(writePart).join('')
}

function bindPart(part: Part, values: Readonly<Record<string, string>>): Part[] {
  if (part.kind === 'either') return [{ kind: 'either', of: part.of.map((alternative) => alternative.flatMap((inner) => bindPart(inner, values))) }]
  if (part.kind !== 'capture' || !Object.hasOwn(values, part.name)) return [part]
  return (values[part.name] ?? '').split('/').flatMap((text, i): Part[] => (i === 0 ? [{ kind: 'text', text }] : [{ kind: 'slash' }, { kind: 'text', text }]))
}

function writePart(part: Part): string {
  switch (part.kind) {
    case 'text': return part.text
    case 'star': return '*'
    case 'one': return '?'
    case 'many': return '**'
    case 'slash': return '/'
    case 'either': return `{${writeAlternatives(part.of)}}`
    case 'capture': return part.of === undefined ? `{${part.name}}` : `{${part.name}:${writeAlternatives(part.of)}}`
  }
}

function writeAlternatives(of: readonly (readonly Part[])[]): string {
  return of.map((alternative) => alternative.map(writePart).join('')).join(',')
}

function parseParts(text: string): { readonly parts: Part[] } | Mistake {
  const captureHead = /\{([A-Za-z][A-Za-z0-9_-]*)([:}])/y
  let at = 0
  let mistake: Mistake | undefined

  function sequence(depth: number): Part[] {
    const parts: Part[] = []
    while (at < text.length && mistake === undefined) {
      const c = text[at]
      if (depth > 0 && (c === ',' || c === '}')) break
      if (c === '/') parts.push({ kind: 'slash' })
      else if (c === '?') parts.push({ kind: 'one' })
      else if (c === '*' && text[at + 1] === '*') {
        parts.push({ kind: 'many' })
        at++
      } else if (c === '*') parts.push({ kind: 'star' })
      else if (c === '{') {
        parts.push(braces(depth))
        continue
      } else {
        const from = at
        while (at + 1 < text.length && !'/?*{},'.includes(text[at + 1] ?? '')) at++
        parts.push({ kind: 'text', text: text.slice(from, at + 1) })
      }
      at++
    }
    return parts
  }

  function braces(depth: number): Part {
    const start = at
    captureHead.lastIndex = at
    const head = captureHead.exec(text)
    const name = head?.[1]
    at += head?.[0].length ?? 1
    if (name !== undefined && head?.[2] === '}') return { kind: 'capture', name }
    const of = [sequence(depth + 1)]
    while (text[at] === ',' && mistake === undefined) {
      at++
      of.push(sequence(depth + 1))
    }
    if (mistake === undefined && text[at] !== '}') mistake = { mistake: `'${text.slice(start, start + 20)}' lacks its closing brace` }
    at++
    if (name !== undefined) return { kind: 'capture', name, of }
    if (of.length === 1) mistake ??= { mistake: `'${text.slice(start, at)}' is neither a capture's name nor a list of alternatives`, hint: "a capture's name is letters, digits, - and _" }
    return { kind: 'either', of }
  }

  const parts = sequence(0)
  return mistake ?? { parts }
}

function toGlob(parts: readonly Part[], sort: Sort): Glob | Mistake {
  const rows = writeOut(parts)
  if ('mistake' in rows) return rows
  const branches: Branch[] = []
  for (const row of rows) {
    const segments = toSegments(row, sort)
    if ('mistake' in segments) return segments
    branches.push({ segments, captures: capturesOf(segments) })
  }
  const captures = (branches[0]?.captures ?? []).filter((name) => branches.every((branch) => branch.captures.includes(name)))
  return { parts, branches, captures }
}

/** One row for each choice among alternatives that hold a `/`, a `**` or a capture. */
function writeOut(parts: readonly Part[]): Part[][] | Mistake {
  let rows: Part[][] = [[]]
  for (const part of parts) {
    if (part.kind !== 'either' || !part.of.some(spansOrBinds)) {
      for (const row of rows) row.push(part)
      continue
    }
    const choices: Part[][] = []
    for (const alternative of part.of) {
      const inner = writeOut(alternative)
      if ('mistake' in inner) return inner
      choices.push(...inner)
      if (choices.length > mostBranches) break
    }
    if (rows.length * choices.length > mostBranches) return { mistake: `the pattern has more than ${mostBranches} alternatives that hold a /`, hint: 'write a list of shorter patterns' }
    rows = rows.flatMap((row) => choices.map((choice) => [...row, ...choice]))
  }
  return rows
}

function spansOrBinds(alternative: readonly Part[]): boolean {
  return alternative.some((part) => part.kind === 'slash' || part.kind === 'many' || part.kind === 'capture' || (part.kind === 'either' && part.of.some(spansOrBinds)))
}

function toSegments(row: readonly Part[], sort: Sort): Segment[] | Mistake {
  const split: Part[][] = [[]]
  for (const part of row) {
    if (part.kind === 'slash') split.push([])
    else split.at(-1)?.push(part)
  }
  const segments: Segment[] = []
  for (const [i, parts] of split.entries()) {
    const segment = toSegment(parts)
    if ('mistake' in segment) return segment
    const text = literalOf(segment)
    if (sort === 'path' && text === '..') return { mistake: "'..' would leave the project", hint: "patterns start at the project's root" }
    if (sort === 'path' && (text === '' || text === '.')) {
      if (text === '' && i === 0 && split.length > 1) return { mistake: 'a pattern does not start with /', hint: "patterns start at the project's root as it is" }
      if (text === '' && i !== split.length - 1) return { mistake: 'a folder between two / has no name' }
      continue
    }
    segments.push(segment)
  }
  return segments
}

function toSegment(parts: readonly Part[]): Segment | Mistake {
  const only = parts.length === 1 ? parts[0] : undefined
  if (only?.kind === 'many') return { kind: 'many' }
  if (only?.kind === 'capture' && only.of?.length === 1 && only.of[0]?.length === 1 && only.of[0][0]?.kind === 'many') return { kind: 'many', capture: only.name }
  const pieces: Piece[] = []
  for (const part of parts) {
    const piece = toPiece(part)
    if ('mistake' in piece) return piece
    const last = pieces.at(-1)
    if (piece.kind === 'text' && last?.kind === 'text') pieces[pieces.length - 1] = { kind: 'text', text: last.text + piece.text }
    else pieces.push(piece)
  }
  return { kind: 'single', pieces, form: formOf(pieces) }
}

function formOf(pieces: readonly Piece[]): 'literal' | 'mixed' | 'lone' {
  if (pieces.every((piece) => piece.kind === 'text')) return 'literal'
  const only = pieces.length === 1 ? pieces[0] : undefined
  return only?.kind === 'star' || (only?.kind === 'capture' && only.of === undefined) ? 'lone' : 'mixed'
}

function toPiece(part: Part): Piece | Mistake {
  switch (part.kind) {
    case 'text': case 'star': case 'one': return part
    case 'many': return { mistake: "'**' stands for whole segments, and for no part of one", hint: "write '*' within a segment" }
    case 'slash': return { mistake: 'a capture takes a / only as {name:**}' }
    case 'capture': {
      if (part.of === undefined) return { kind: 'capture', name: part.name }
      if (part.of.some((alternative) => alternative.some((inner) => inner.kind === 'capture'))) return { mistake: `the capture {${part.name}} holds another one` }
      const of = toAlternatives(part.of)
      return 'mistake' in of ? of : { kind: 'capture', name: part.name, of }
    }
    case 'either': {
      const of = toAlternatives(part.of)
      return 'mistake' in of ? of : { kind: 'either', of }
    }
  }
}

function toAlternatives(of: readonly (readonly Part[])[]): Piece[][] | Mistake {
  const alternatives: Piece[][] = []
  for (const alternative of of) {
    const pieces: Piece[] = []
    for (const part of alternative) {
      const piece = part.kind === 'capture' ? { mistake: 'a capture stands within another one' } : toPiece(part)
      if ('mistake' in piece) return piece
      pieces.push(piece)
    }
    alternatives.push(pieces)
  }
  return alternatives
}

/** The text of a segment that stands for itself. */
export function literalOf(segment: Segment): string | undefined {
  if (segment.kind !== 'single' || segment.form !== 'literal') return undefined
  const piece = segment.pieces[0]
  return piece?.kind === 'text' ? piece.text : ''
}

function capturesOf(segments: readonly Segment[]): string[] {
  const names = segments.flatMap((segment) => {
    if (segment.kind === 'many') return segment.capture ?? []
    return segment.pieces.flatMap((piece) => (piece.kind === 'capture' ? piece.name : []))
  })
  return [...new Set(names)]
}
