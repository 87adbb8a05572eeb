// What `$1` stands for in this project: a rule whose groups no capture can say is one rule for each of their values.

import type { Path } from '../../../../rules/model/place.ts'
import { termsOf, type Sequence, type Term } from '../expression/parse.ts'
import { textOf } from '../expression/text.ts'
import type { Paths } from './ends.ts'
import type { PathTest } from './paths.ts'

interface Sides {
  readonly from: Paths
  readonly to: Paths
}

/** More entries than these nobody reads. */
const mostEntries = 32

/** Undefined where there are too many, where the whole match is asked for, or where a group is repeated or takes part only now and then. */
export function bound({ from, to }: Sides, files: readonly Path[], most = mostEntries): readonly Sides[] | undefined {
  const { path } = from
  if (path === undefined || [to.path, to.pathNot].some((test) => test?.givens.has(0))) return undefined
  const ways: Sides[] = []
  for (const { must: [first, ...others], not } of path.alternatives) {
    const values = valuesIn(first, files)
    if (values === undefined || ways.length + values.length > most) return undefined
    for (const groups of values) ways.push({
      from: { ...from, path: { alternatives: [{ must: [filled(first, groups), ...others], not }], givens: new Set() } },
      to: { ...(to.path !== undefined && { path: withValues(to.path, groups) }), ...(to.pathNot !== undefined && { pathNot: withValues(to.pathNot, groups) }) },
    })
  }
  return ways
}

function valuesIn(sequence: Sequence, files: readonly Path[]): readonly (readonly string[])[] | undefined {
  const terms = [...termsOf([sequence])]
  const groups = terms.filter((term) => term.kind === 'group' && term.captures)
  const isOptional = terms.some((term) => (term.kind === 'repeat' && [...termsOf([[term.of]])].some((inner) => inner.kind === 'group' && inner.captures)) || (term.kind === 'group' && term.of.length > 1 && [...termsOf(term.of)].some((inner) => inner.kind === 'group' && inner.captures)))
  if (groups.length === 0 || isOptional) return undefined
  const regexp = new RegExp(textOf(sequence, new Map(groups.map((_, index) => [index + 1, `g${index + 1}`])), ''))
  const found = new Map<string, readonly string[]>()
  for (const path of files) {
    const values = regexp.exec(path)?.slice(1)
    if (values !== undefined) found.set(JSON.stringify(values), values)
  }
  return [...found.values()].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
}

function withValues({ alternatives, givens }: PathTest, groups: readonly string[]): PathTest {
  const each = (sequence: Sequence): Sequence => filled(sequence, groups)
  if (givens.size === 0) return { alternatives, givens }
  return { alternatives: alternatives.map(({ must: [first, ...others], not }) => ({ must: [each(first), ...others.map(each)] as const, not: not.map(each) })), givens: new Set() }
}

/** Groups and what names them, each as its value. */
function filled(sequence: Sequence, values: readonly string[]): Sequence {
  let group = 0
  const all = (terms: Sequence): Sequence => terms.flatMap((term): Sequence => {
    if (term.kind === 'given') return charsOf(values[term.number - 1] ?? '')
    if (term.kind !== 'group') return [term]
    if (!term.captures) return [{ ...term, of: term.of.map(all) }]
    const value = values[group++]
    // What stands in a group that has its value needs none of its own.
    group += [...termsOf(term.of)].filter((inner) => inner.kind === 'group' && inner.captures).length
    return value === undefined ? [term] : charsOf(value)
  })
  return all(sequence)
}

function charsOf(text: string): readonly Term[] {
  return [...text].map((char): Term => ({ kind: 'char', char }))
}
