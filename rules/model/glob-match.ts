/*
 * One branch of a pattern against one text. From the left, each piece takes the least that lets the whole match.
 * What failed once at a place is not tried there again, so the time grows with pattern times text, however hostile both are.
 */
import { literalOf, type Branch, type Piece, type Segment } from './glob.ts'
import type { Bindings } from './selector.ts'

export interface MatchOptions {
  /** The whole text, or also its first segments: a folder, and so what lies below it. */
  readonly extent: 'whole' | 'first-segments'
  /** A last segment that is only `*` or a capture takes folders alone. */
  readonly lone: 'any' | 'folder'
}

export interface GlobMatch {
  /** Where the matched segments end in the text. */
  readonly end: number
  readonly bindings: Bindings
}

export type Matcher = (text: string) => GlobMatch | undefined

export const noBindings: Bindings = Object.freeze({})

type Step =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'one' }
  | { readonly kind: 'star' }
  | { readonly kind: 'either'; readonly of: readonly (readonly Piece[])[] }
  /** Alternatives without wildcards, the shortest first. */
  | { readonly kind: 'texts'; readonly of: readonly string[] }
  | { readonly kind: 'capture'; readonly name: string; readonly of?: readonly (readonly Piece[])[] }
  | { readonly kind: 'many'; readonly capture?: string; readonly atLeastOne: boolean }
  /** Between two segments. */
  | { readonly kind: 'slash' }

/** Only a pattern that names a capture twice needs the limit: comparing what was captured makes memory of failures useless. */
const mostTrials = 50_000

/** Most searches end sooner, and need no memory. */
const fewTrials = 100

export function compileBranch(branch: Branch, options: MatchOptions): Matcher {
  const literal = literalPath(branch.segments)
  if (literal !== undefined) return literalMatcher(literal, options)
  const steps = toSteps(branch.segments)
  const head = literalHead(branch.segments)
  const needles = neededTexts(steps)
  const namedTwice = hasDuplicates(steps)
  const last = branch.segments.at(-1)
  const folderOnly = options.lone === 'folder' && last !== undefined && isLone(last)
  return (text) => {
    if (!text.startsWith(head) || (needles.length > 0 && !needles.some((needle) => text.includes(needle)))) return undefined
    return new Search(steps, text, options.extent === 'whole', folderOnly, namedTwice).result()
  }
}

function isLone(segment: Segment): boolean {
  if (segment.kind === 'many') return segment.capture !== undefined
  const only = segment.pieces.length === 1 ? segment.pieces[0] : undefined
  return only?.kind === 'star' || only?.kind === 'capture'
}

function literalPath(segments: readonly Segment[]): string | undefined {
  const texts = segments.map(literalOf)
  return texts.includes(undefined) ? undefined : texts.join('/')
}

function literalMatcher(literal: string, { extent }: MatchOptions): Matcher {
  const found: GlobMatch = { end: literal.length, bindings: noBindings }
  if (extent === 'whole') return (text) => (text === literal ? found : undefined)
  if (literal === '') return () => found
  return (text) => (text.startsWith(literal) && (text.length === literal.length || text.charCodeAt(literal.length) === slash) ? found : undefined)
}

/** What every text starts with that the branch matches. */
export function headOf({ segments }: Branch): string {
  return literalPath(segments) ?? literalHead(segments)
}

function literalHead(segments: readonly Segment[]): string {
  let head = ''
  for (const segment of segments) {
    const text = literalOf(segment)
    if (text === undefined) {
      const first = segment.kind === 'single' ? segment.pieces[0] : undefined
      return first?.kind === 'text' ? head + first.text : head
    }
    head += `${text}/`
  }
  return head
}

/** Texts of which a match holds at least one: those of the step that is the hardest to meet by chance. Empty where there is none. */
function neededTexts(steps: readonly Step[]): readonly string[] {
  let best: readonly string[] = []
  const shortest = (texts: readonly string[]): number => Math.min(...texts.map(({ length }) => length))
  for (const step of steps) {
    const texts = step.kind === 'text' ? [step.text] : step.kind === 'texts' ? step.of : []
    if (texts.length > 0 && texts.length < 20 && (best.length === 0 || shortest(texts) > shortest(best))) best = texts
  }
  return best.includes('') ? [] : best
}

function toSteps(segments: readonly Segment[]): Step[] {
  return segments.flatMap((segment, i): Step[] => {
    const isLast = i === segments.length - 1
    if (segment.kind === 'many') return [{ kind: 'many', atLeastOne: isLast || segment.capture !== undefined, ...(segment.capture === undefined ? {} : { capture: segment.capture }) }, ...(isLast ? [] : [{ kind: 'slash' } as const])]
    const steps = segment.pieces.map(toStep)
    return isLast ? steps : [...steps, { kind: 'slash' }]
  })
}

function toStep(piece: Piece): Step {
  if (piece.kind !== 'either') return piece
  const texts = piece.of.map((pieces) => (pieces.length === 0 ? '' : pieces.length === 1 && pieces[0]?.kind === 'text' ? pieces[0].text : undefined))
  return texts.some((text) => text === undefined) ? piece : { kind: 'texts', of: texts.flatMap((text) => text ?? []).sort((a, b) => a.length - b.length) }
}

function hasDuplicates(steps: readonly Step[]): boolean {
  const names = steps.flatMap((step) => (step.kind === 'capture' ? step.name : step.kind === 'many' && step.capture !== undefined ? step.capture : []))
  return new Set(names).size < names.length
}

const slash = 47

/** One text being matched: where it failed, and what is bound so far. */
class Search {
  private readonly steps: readonly Step[]
  private readonly text: string
  private readonly whole: boolean
  private readonly folderOnly: boolean
  private readonly namedTwice: boolean
  private failed: Set<number> | undefined
  private trials = 0
  private readonly bound: { readonly name: string; readonly value: string }[] = []
  private end = 0

  constructor(steps: readonly Step[], text: string, whole: boolean, folderOnly: boolean, namedTwice: boolean) {
    this.steps = steps
    this.text = text
    this.whole = whole
    this.folderOnly = folderOnly
    this.namedTwice = namedTwice
  }

  result(): GlobMatch | undefined {
    if (!this.run(0, 0)) return undefined
    return { end: this.end, bindings: this.bound.length === 0 ? noBindings : Object.fromEntries(this.bound.map(({ name, value }) => [name, value])) }
  }

  private run(first: number, from: number): boolean {
    let at = from
    for (let i = first; i < this.steps.length; i++) {
      const step = this.steps[i]
      if (step === undefined) return false
      switch (step.kind) {
        case 'text':
          if (!this.text.startsWith(step.text, at)) return false
          at += step.text.length
          break
        case 'one': {
          const next = characterEnd(this.text, at)
          if (next === undefined) return false
          at = next
          break
        }
        case 'slash':
          if (this.text.charCodeAt(at) !== slash) return false
          at++
          break
        default: return this.branch(i, step, at)
      }
    }
    return this.finish(at)
  }

  private finish(at: number): boolean {
    const isWhole = at === this.text.length
    if (!isWhole && (this.whole || this.text.charCodeAt(at) !== slash)) return false
    if (isWhole && this.folderOnly) return false
    this.end = at
    return true
  }

  /** A step that can take more or less. */
  private branch(i: number, step: Exclude<Step, { kind: 'text' | 'one' | 'slash' }>, at: number): boolean {
    if (this.hasFailed(i, at)) return false
    if (++this.trials > mostTrials && this.namedTwice) return false
    switch (step.kind) {
      case 'star': return this.stretch(i, at, at, undefined)
      case 'capture': return step.of === undefined ? this.stretch(i, at, at + 1, step.name) : this.choose(i, at, step.of, step.name)
      case 'either': return this.choose(i, at, step.of, undefined)
      case 'texts': {
        for (const text of step.of) if (this.text.startsWith(text, at) && this.run(i + 1, at + text.length)) return true
        this.fail(i, at)
        return false
      }
      case 'many': return this.segments(i, step, at)
    }
  }

  private stretch(i: number, at: number, least: number, name: string | undefined): boolean {
    const limit = segmentEnd(this.text, at)
    const next = this.steps[i + 1]
    for (let end = least; end <= limit; end++) {
      if (next?.kind === 'text') {
        end = this.text.indexOf(next.text, end)
        if (end === -1 || end > limit) break
      }
      // What this step could not take further on, it cannot take from here either.
      if (end > least && this.hasFailed(i, end - (least - at))) break
      if (this.takes(i, at, end, name)) return true
    }
    if (this.remembers()) for (let start = at; start <= limit && !this.hasFailed(i, start); start++) this.fail(i, start)
    return false
  }

  private choose(i: number, at: number, of: readonly (readonly Piece[])[], name: string | undefined): boolean {
    for (const end of endsOfAny(of, this.text, [at])) if ((name === undefined || end > at) && this.takes(i, at, end, name)) return true
    this.fail(i, at)
    return false
  }

  private segments(i: number, step: { readonly capture?: string; readonly atLeastOne: boolean }, at: number): boolean {
    // The slash step after this one is taken here: without a segment there is no slash either.
    if (!step.atLeastOne && this.run(i + 2, at)) return true
    if (at < this.text.length) {
      for (let end = segmentEnd(this.text, at); ; end = segmentEnd(this.text, end + 1)) {
        if (!step.atLeastOne && end < this.text.length && this.hasFailed(i, end + 1)) break
        if (this.takes(i, at, end, step.capture)) return true
        if (end >= this.text.length) break
      }
    }
    this.fail(i, at)
    return false
  }

  private takes(i: number, start: number, end: number, name: string | undefined): boolean {
    if (name === undefined) return this.run(i + 1, end)
    const value = this.text.slice(start, end)
    const before = this.namedTwice ? this.bound.find((binding) => binding.name === name) : undefined
    if (before !== undefined) return before.value === value && this.run(i + 1, end)
    this.bound.push({ name, value })
    if (this.run(i + 1, end)) return true
    this.bound.pop()
    return false
  }

  private hasFailed(i: number, at: number): boolean {
    return this.failed !== undefined && this.failed.has(i * (this.text.length + 1) + at)
  }

  private remembers(): boolean {
    return !this.namedTwice && this.trials > fewTrials
  }

  private fail(i: number, at: number): void {
    if (!this.remembers()) return
    this.failed ??= new Set()
    this.failed.add(i * (this.text.length + 1) + at)
  }
}

function segmentEnd(text: string, at: number): number {
  const end = text.indexOf('/', at)
  return end === -1 ? text.length : end
}

/** Where the character at this place ends; a pair of surrogates is one. */
function characterEnd(text: string, at: number): number | undefined {
  const code = text.codePointAt(at)
  if (code === undefined || code === slash) return undefined
  return at + (code > 0xffff ? 2 : 1)
}

/** Where alternatives end that start at one of these places; ascending. */
function endsOfAny(of: readonly (readonly Piece[])[], text: string, starts: readonly number[]): readonly number[] {
  const ends = new Set<number>()
  for (const pieces of of) for (const end of endsOf(pieces, text, starts)) ends.add(end)
  return [...ends].sort((a, b) => a - b)
}

function endsOf(pieces: readonly Piece[], text: string, starts: readonly number[]): readonly number[] {
  let places = starts
  for (const piece of pieces) {
    const from = places[0]
    if (from === undefined) return places
    if (piece.kind === 'text') places = places.filter((at) => text.startsWith(piece.text, at)).map((at) => at + piece.text.length)
    else if (piece.kind === 'one') places = places.flatMap((at) => characterEnd(text, at) ?? [])
    else if (piece.kind === 'star') places = Array.from({ length: segmentEnd(text, from) - from + 1 }, (_, i) => from + i)
    else if (piece.kind === 'either') places = endsOfAny(piece.of, text, places)
  }
  return places
}
