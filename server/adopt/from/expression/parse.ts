// JavaScript's regular expressions, taken apart as far as a translation has to understand them: what other tools match paths with.

export type Term =
  | { readonly kind: 'char'; readonly char: string }
  /** `.` */
  | { readonly kind: 'any' }
  /** A class, as written: `[^/]`, `\d`. */
  | { readonly kind: 'set'; readonly written: string }
  | { readonly kind: 'start' }
  | { readonly kind: 'end' }
  /** `\b`, `\B` */
  | { readonly kind: 'edge'; readonly written: string }
  | { readonly kind: 'group'; readonly of: Expression; readonly captures: boolean }
  | { readonly kind: 'look'; readonly where: 'ahead' | 'behind'; readonly isNegative: boolean; readonly of: Expression }
  | { readonly kind: 'repeat'; readonly of: Term; readonly least: number; readonly most: number; readonly lazy: boolean }
  /** `$1`: what the other side's first group took. */
  | { readonly kind: 'given'; readonly number: number }
  /** `\1`, `\k<x>` */
  | { readonly kind: 'back'; readonly written: string }

export type Sequence = readonly Term[]

/** Its alternatives. */
export type Expression = readonly Sequence[]

export interface Unreadable {
  readonly unreadable: string
}

/** `givens`: `$1` stands for a group of the other side. */
export function parse(source: string, { givens }: { readonly givens: boolean }): Expression | Unreadable {
  let at = 0
  let unreadable: string | undefined

  function alternatives(): Expression {
    const all: Term[][] = [[]]
    while (at < source.length && source[at] !== ')' && unreadable === undefined) {
      if (source[at] === '|') {
        at++
        all.push([])
        continue
      }
      const term = quantified(one())
      all.at(-1)?.push(term)
    }
    return all
  }

  function one(): Term {
    const c = source[at] ?? ''
    at++
    switch (c) {
      case '.': return { kind: 'any' }
      case '^': return { kind: 'start' }
      case '$': {
        const number = givens ? /^\d+/.exec(source.slice(at))?.[0] : undefined
        at += number?.length ?? 0
        return number === undefined ? { kind: 'end' } : { kind: 'given', number: Number(number) }
      }
      case '[': return set()
      case '(': return group()
      case '\\': return escape()
      default: return { kind: 'char', char: c }
    }
  }

  function set(): Term {
    const start = at - 1
    if (source[at] === '^') at++
    for (; at < source.length && source[at] !== ']'; at++) if (source[at] === '\\') at++
    if (at >= source.length) unreadable ??= 'a [ without its ]'
    at++
    return { kind: 'set', written: source.slice(start, at) }
  }

  function group(): Term {
    const head = /^\?(?:(:)|(=|!)|<(=|!)|<[^>]*>)/.exec(source.slice(at))
    at += head?.[0].length ?? 0
    const of = alternatives()
    if (source[at] !== ')') unreadable ??= 'a ( without its )'
    at++
    const [, plain, ahead, behind] = head ?? []
    if (ahead !== undefined || behind !== undefined) return { kind: 'look', where: ahead === undefined ? 'behind' : 'ahead', isNegative: (ahead ?? behind) === '!', of }
    return { kind: 'group', of, captures: plain === undefined }
  }

  function escape(): Term {
    const rest = source.slice(at)
    const code = /^(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4}))/.exec(rest)
    if (code !== null) {
      at += code[0].length
      return { kind: 'char', char: String.fromCharCode(Number.parseInt(code[1] ?? code[2] ?? '', 16)) }
    }
    const back = /^(?:[1-9]\d*|k<[^>]*>)/.exec(rest)
    if (back !== null) {
      at += back[0].length
      return { kind: 'back', written: `\\${back[0]}` }
    }
    const c = source[at] ?? ''
    at++
    if (c === '') unreadable ??= 'a \\ at its end'
    if ('bB'.includes(c)) return { kind: 'edge', written: `\\${c}` }
    if ('dDwWsS'.includes(c)) return { kind: 'set', written: `\\${c}` }
    return { kind: 'char', char: { n: '\n', r: '\r', t: '\t' }[c] ?? c }
  }

  function quantified(of: Term): Term {
    const found = /^(?:([*+?])|\{(\d+)(,(\d*))?\})(\?)?/.exec(source.slice(at))
    if (found === null) return of
    at += found[0].length
    const [, sign, low, range, high, lazy] = found
    const least = sign === undefined ? Number(low) : sign === '+' ? 1 : 0
    const most = sign === undefined ? (range === undefined ? least : high === '' || high === undefined ? Infinity : Number(high)) : sign === '?' ? 1 : Infinity
    return { kind: 'repeat', of, least, most, lazy: lazy !== undefined }
  }

  const expression = alternatives()
  if (at < source.length) unreadable ??= 'a ) without its ('
  return unreadable === undefined ? expression : { unreadable: `it has ${unreadable}` }
}

/** Its text where it is one: letters, and nothing that stands for anything else. */
export function literalOf(sequence: Sequence): string | undefined {
  return sequence.every((term) => term.kind === 'char') ? sequence.map((term) => (term.kind === 'char' ? term.char : '')).join('') : undefined
}

/** What stands in it, at any depth. */
export function* termsOf(expression: Expression): Iterable<Term> {
  for (const term of expression.flat()) {
    yield term
    if (term.kind === 'group' || term.kind === 'look') yield* termsOf(term.of)
    else if (term.kind === 'repeat') yield* termsOf([[term.of]])
  }
}
