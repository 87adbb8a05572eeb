// An expression → RE2, as `re:` takes it.

import type { Expression, Sequence, Term } from './parse.ts'

/** Names of the groups that the other side asks for, by their number within the sequence, from 1. */
export type GroupNames = ReadonlyMap<number, string>

export const noNames: GroupNames = new Map()

/** What a group of the other side is called. */
export function givenName(number: number, prefix: string): string {
  return `${prefix}${number}`
}

/** `prefix`: of the captures' names. */
export function textOf(sequence: Sequence, names: GroupNames, prefix: string): string {
  let group = 0
  const all = (expression: Expression): string => expression.map((each) => each.map(one).join('')).join('|')
  const one = (term: Term): string => {
    switch (term.kind) {
      case 'char': return escaped(term.char)
      case 'any': return '.'
      case 'set': return term.written.replaceAll('\\/', '/')
      case 'start': return '^'
      case 'end': return '$'
      case 'edge': case 'back': return term.written
      case 'given': return `{${givenName(term.number, prefix)}}`
      case 'look': return `(?${term.where === 'behind' ? '<' : ''}${term.isNegative ? '!' : '='}${all(term.of)})`
      case 'repeat': return `${one(term.of)}${sign(term)}`
      case 'group': {
        if (!term.captures) return `(?:${all(term.of)})`
        group++
        const name = names.get(group)
        return `(${name === undefined ? '?:' : `?<${name}>`}${all(term.of)})`
      }
    }
  }
  return sequence.map(one).join('')
}

function sign({ least, most, lazy }: Extract<Term, { kind: 'repeat' }>): string {
  const many = most === Infinity ? (least === 0 ? '*' : least === 1 ? '+' : `{${least},}`) : least === 0 && most === 1 ? '?' : least === most ? `{${least}}` : `{${least},${most}}`
  return lazy ? `${many}?` : many
}

function escaped(char: string): string {
  return /[\\^$.*+?()[\]{}|]/.test(char) ? `\\${char}` : char
}
