// `license` and `licenseNot`: expressions over all that a package says of its licence. A glob over licences is asked of each side of AND and
// OR by itself, so that what is said of the licences at hand is put right where the two disagree; what no glob says is said of them alone.

import { licenseNames, licenseTaken } from '../../../../rules/model/license.ts'
import { namePattern } from '../../../../rules/model/name-pattern.ts'
import { globOf } from '../expression/glob.ts'
import { literalOf, parse } from '../expression/parse.ts'
import { noNames } from '../expression/text.ts'
import { allOf, anyOf, type Selector } from '../selector.ts'
import { everyPackage, regexpOf } from './paths.ts'

export type Licensed =
  /** One of these attributes of a package. */
  | { readonly by: 'attributes'; readonly of: readonly string[] }
  | { readonly by: 'selector'; readonly of: Selector }

/** What a package's licence satisfies one of these expressions; undefined where it cannot be said. */
export function licensed(sources: readonly string[], installed: ReadonlyMap<string, readonly string[]>): Licensed | undefined {
  const regexp = regexpOf(sources.join('|'))
  if ('unreadable' in regexp) return undefined
  const globs = globsOf(sources)
  const wanted = [...installed.keys()].filter((license) => regexp.test(license))
  const taken = [...installed.keys()].filter((license) => globs?.some((glob) => takes(glob, license)))
  if (globs === undefined && wanted.length === 0) return undefined
  const [lacking, excess] = [wanted.filter((license) => !taken.includes(license)), taken.filter((license) => !wanted.includes(license))]
  const attributes = (globs ?? []).map(attribute)
  if (lacking.length + excess.length === 0) return { by: 'attributes', of: attributes }
  const others = [...installed.keys()].filter((license) => !wanted.includes(license))
  const said = (licenses: readonly string[], spared: readonly string[]): readonly Selector[] => licenses.map((license) => sayOne(license, spared) ?? anyOf((installed.get(license) ?? []).map((name) => `pkg:${name}`)))
  return { by: 'selector', of: anyOf([...attributes.length === 0 ? [] : [allOf([anyOf(attributes.map((each) => `${everyPackage}${each}`))], said(excess, wanted))], ...said(lacking, others)]) }
}

function attribute(glob: string): string {
  return `[license=${glob}]`
}

function takes(glob: string, license: string): boolean {
  const pattern = namePattern(glob, 'whole')
  return !('mistake' in pattern) && licenseTaken(license, (name) => pattern.match(name) !== undefined)
}

function globsOf(sources: readonly string[]): readonly string[] | undefined {
  const expression = parse(sources.join('|'), { givens: false })
  if ('unreadable' in expression) return undefined
  const globs = expression.map((sequence) => {
    const isOpen = sequence[0]?.kind !== 'start'
    const rest = isOpen ? sequence : sequence.slice(1)
    const isClosed = rest.at(-1)?.kind === 'end'
    const text = literalOf(isClosed ? rest.slice(0, -1) : rest)
    if (text !== undefined && !/[*?{},[\]]/.test(text)) return `${isOpen ? '*' : ''}${text}${isClosed ? '' : '*'}`
    const glob = text === undefined ? globOf(rest, noNames, '', { isRest: true }) : undefined
    return glob === undefined || /[[\]]/.test(glob) ? undefined : `${isOpen ? '*' : ''}${glob}`
  })
  return globs.every((glob) => glob !== undefined) ? globs : undefined
}

/** This one, by the licences that it is made of, alone or together, and by those that would not do; undefined where that takes one to be spared, too. */
function sayOne(license: string, spared: readonly string[]): Selector | undefined {
  const names = [...new Set(licenseNames(license))]
  if (names.some((name) => /[*?{},[\]]/.test(name))) return undefined
  const together = names.length > 1 ? `{${names.join(',')}}` : undefined
  const enough = [...together === undefined ? [] : [together], ...names.filter((name) => takes(name, license))]
  const short = names.filter((name) => !takes(name, license))
  if (spared.some((other) => enough.every((glob) => takes(glob, other)) && !short.some((glob) => takes(glob, other)))) return undefined
  return allOf([`${everyPackage}${enough.map(attribute).join('')}`], short.map((glob) => `${everyPackage}${attribute(glob)}`))
}
