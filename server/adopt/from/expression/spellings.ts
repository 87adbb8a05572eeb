// Expressions that stand for a few texts and no more: `[cm]?ts`.

import type { Expression, Sequence, Term } from './parse.ts'

const mostSpellings = 24

/** The texts that a sequence stands for, where they are few: `[cm]?ts`. */
export function spelled(sequence: Sequence): readonly string[] | undefined {
  let texts: readonly string[] = ['']
  for (const term of sequence) {
    const choices = choicesOf(term)
    if (choices === undefined || texts.length * choices.length > mostSpellings) return undefined
    texts = texts.flatMap((text) => choices.map((choice) => text + choice))
  }
  return texts
}

function choicesOf(term: Term): readonly string[] | undefined {
  switch (term.kind) {
    case 'char': return [term.char]
    case 'set': return charsOf(term.written)
    case 'group': return term.captures ? undefined : literals(term.of)
    case 'repeat': {
      const choices = term.least === 0 && term.most === 1 ? choicesOf(term.of) : undefined
      return choices === undefined ? undefined : [...choices, '']
    }
    default: return undefined
  }
}

/** `[jt]`: each of them. */
export function charsOf(written: string): readonly string[] | undefined {
  return /^\[[A-Za-z0-9._@]{1,6}\]$/.test(written) ? [...written.slice(1, -1)] : undefined
}

/** Alternatives that are nothing but text. */
export function literals(of: Expression): readonly string[] | undefined {
  const found = of.map(spelled)
  return found.some((texts) => texts === undefined || texts.some((text) => /[*?{},\n]/.test(text))) ? undefined : found.flatMap((texts) => texts ?? [])
}
