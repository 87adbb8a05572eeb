// An expression → a glob, where that is exact: `^src/([^/]+)/` is `src/{a}/**`. Undefined where it is not.

import { literalOf, type Expression, type Sequence, type Term } from './parse.ts'
import { charsOf, literals } from './spellings.ts'
import { givenName, type GroupNames } from './text.ts'

interface Written {
  text: string
  group: number
}

/** Of the whole path, or of the rest of it where the beginning has been taken away (`isRest`). */
export function globOf(sequence: Sequence, names: GroupNames, prefix: string, { isRest }: { readonly isRest: boolean } = { isRest: false }): string | undefined {
  const { text, rest } = opening(sequence, isRest)
  const isClosed = rest.at(-1)?.kind === 'end'
  const body = isClosed ? rest.slice(0, -1) : rest
  const written: Written = { text, group: 0 }
  for (const [index, term] of body.entries()) {
    const next = body[index + 1]
    const isLast = next === undefined
    if (isLast && isFolderEdge(term)) return written.text
    if (!write(written, term, { next, isLast, names, prefix })) return undefined
  }
  return closed(written.text, isClosed)
}

function opening(sequence: Sequence, isRest: boolean): { readonly text: string; readonly rest: Sequence } {
  const [first, ...others] = sequence
  if (isRest) return { text: '', rest: sequence }
  if (first?.kind === 'start') return isAnything(others[0], 0) ? opening(others, false) : { text: '', rest: others }
  if (isAnything(first, 0)) return opening(others, false)
  if (first !== undefined && isFolderStart(first)) return { text: '**/', rest: others }
  if (first?.kind === 'char' && first.char === '/') return { text: '*/**/', rest: others }
  return { text: '**/*', rest: sequence }
}

/** `(^|/)` */
function isFolderStart(term: Term): boolean {
  return term.kind === 'group' && sameSet(term.of, (each) => each.length === 1 && each[0]?.kind === 'start')
}

/** `(/|$)` */
function isFolderEdge(term: Term): boolean {
  return term.kind === 'group' && sameSet(term.of, (each) => each.length === 1 && each[0]?.kind === 'end')
}

function sameSet(of: Expression, isEdge: (sequence: Sequence) => boolean): boolean {
  return of.length === 2 && of.some(isEdge) && of.some((each) => literalOf(each) === '/')
}

interface Around {
  readonly next: Term | undefined
  readonly isLast: boolean
  readonly names: GroupNames
  readonly prefix: string
}

/** False where no glob says this. */
function write(out: Written, term: Term, around: Around): boolean {
  const { next, isLast, names, prefix } = around
  const isAtStart = out.text === '' || out.text.endsWith('/')
  const isAtEnd = isLast || (next?.kind === 'char' && next.char === '/')
  switch (term.kind) {
    case 'char':
      if ('*?{},\n'.includes(term.char) || (term.char === '/' && isAtStart)) return false
      out.text += term.char
      return true
    case 'given':
      out.text += `{${givenName(term.number, prefix)}}`
      return true
    case 'set': {
      const chars = charsOf(term.written)
      if (chars === undefined) return false
      out.text += chars.length === 1 ? chars[0] : `{${chars.join(',')}}`
      return true
    }
    case 'repeat': {
      if (isWithinSegment(term)) out.text += term.least === 0 ? '*' : isAtStart && isAtEnd ? '*' : '?*'
      else if (isAnything(term, 0) || isAnything(term, 1)) return anything(out, term, around)
      else if (term.least === 0 && term.most === 1) {
        const choices = term.of.kind === 'group' ? literals(term.of.of) : term.of.kind === 'char' ? literals([[term.of]]) : undefined
        if (choices === undefined || (term.of.kind === 'group' && term.of.captures && names.has(++out.group))) return false
        out.text += `{${[...choices, ''].join(',')}}`
      } else return false
      return true
    }
    case 'group': {
      const name = term.captures ? names.get(++out.group) : undefined
      const [only] = term.of
      const single = term.of.length === 1 && only?.length === 1 ? only[0] : undefined
      if (single !== undefined && isWithinSegment(single)) {
        const isSuffixed = isAtStart && isClosedBy(around)
        if (name === undefined) return write(out, single, around)
        if (single.kind !== 'repeat' || single.least === 0 || !(isAtStart && (isAtEnd || isSuffixed))) return false
        out.text += `{${name}}`
        return true
      }
      const choices = literals(term.of)
      if (choices === undefined || (name !== undefined && choices.some((choice) => choice === '' || choice.includes('/')))) return false
      if (isAtStart && choices.some((choice) => choice === '' || choice.startsWith('/') || choice.endsWith('/'))) return false
      out.text += name === undefined ? (choices.length === 1 ? choices[0] ?? '' : `{${choices.join(',')}}`) : `{${name}:${choices.join(',')}}`
      return true
    }
    default: return false
  }
}

/** What follows is text up to the end of the segment: `([^/]+)\.ts`. */
function isClosedBy({ next }: Around): boolean {
  return next?.kind === 'char' && next.char === '.'
}

/** `.*` and `.+`, between what they stand between. */
function anything(out: Written, term: Extract<Term, { kind: 'repeat' }>, { next, isLast }: Around): boolean {
  const isAtStart = out.text.endsWith('/')
  if (isLast) {
    if (isAtStart) out.text += '**'
    else if (term.least === 1) return false
    else out.text += '*'
    return true
  }
  if (next?.kind === 'char' && next.char === '/') {
    if (!isAtStart && out.text !== '' && term.least === 1) return false
    out.text += '*/**'
    return true
  }
  if (!isAtStart || next?.kind !== 'char') return false
  out.text += '**/*'
  return true
}

/** Open behind: whatever follows belongs to it. A folder is written without what lies in it. */
function closed(text: string, isClosed: boolean): string | undefined {
  if (isClosed) return text === '' || text.endsWith('/') ? undefined : text
  if (text === '' || text === '**/*') return '**'
  if (!text.endsWith('/')) return /(?:^|\/)(?:\*|\{\w+\})$|\*$/.test(text) ? text : `${text}*`
  const folder = text.slice(0, -1)
  if (folder.endsWith('/**')) return folder
  return /[*{?]/.test(folder) ? `${text}**` : folder
}

/** `[^/]*`, `[^/]+` */
function isWithinSegment(term: Term): boolean {
  return term.kind === 'repeat' && term.of.kind === 'set' && /^\[\^\\?\/\]$/.test(term.of.written) && term.least <= 1 && term.most === Infinity
}

function isAnything(term: Term | undefined, least: number): boolean {
  return term?.kind === 'repeat' && term.of.kind === 'any' && term.least === least && term.most === Infinity
}
