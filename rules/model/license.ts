import { remembered } from './remembered.ts'

/** What a licence says: one name, or several of which one, or each, has to be kept. */
type License =
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'one' | 'each'; readonly of: readonly License[] }

/**
 * Whether a licence is one of those taken: of OR one side, of AND each. A licence with an exception is one name, 'GPL-2.0-only WITH
 * Classpath-exception-2.0'; so is what is no
 * expression, without the slashes at which a `*` would stop. `MIT/X11` is how OR was written before SPDX.
 * Source: https://spdx.github.io/spdx-spec/v2.3/SPDX-license-expressions/ (checked 2026-01)
 */
export function licenseTaken(written: string, takes: (name: string) => boolean): boolean {
  return isTaken(licenses(written), takes)
}

/** The licences that it is made of, as they stand in it. */
export function licenseNames(written: string): readonly string[] {
  return namesIn(licenses(written))
}

function namesIn(license: License): readonly string[] {
  return license.kind === 'name' ? [license.name] : license.of.flatMap(namesIn)
}

/** A project has hundreds of packages and a handful of licences. */
const licenses = remembered((written: string): License => parse(written) ?? { kind: 'name', name: written.trim().replaceAll('/', '-') })

function isTaken(license: License, takes: (name: string) => boolean): boolean {
  switch (license.kind) {
    case 'name': return takes(license.name)
    case 'one': return license.of.some((side) => isTaken(side, takes))
    case 'each': return license.of.every((side) => isTaken(side, takes))
  }
}

/** Undefined for what is no expression: 'SEE LICENSE IN terms.txt'. */
function parse(written: string): License | undefined {
  const words = written.match(/[()/]|[^\s()/]+/g) ?? []
  let at = 0
  const isNext = (...operators: readonly string[]): boolean => operators.includes(words[at]?.toUpperCase() ?? '')
  const sides = (kind: 'one' | 'each', operators: readonly string[], side: () => License | undefined): License | undefined => {
    const of: License[] = []
    do {
      const next = side()
      if (next === undefined) return undefined
      of.push(next)
    } while (isNext(...operators) && at++ >= 0)
    const [only] = of
    return of.length === 1 ? only : { kind, of }
  }
  const either = (): License | undefined => sides('one', ['OR', '/'], () => sides('each', ['AND'], single))
  const single = (): License | undefined => {
    const word = words[at++]
    if (word === '(') {
      const inner = either()
      return words[at++] === ')' ? inner : undefined
    }
    if (word === undefined || /^(?:[()/]|and|or|with)$/i.test(word)) return undefined
    if (!isNext('WITH')) return { kind: 'name', name: word }
    const exception = words[at + 1]
    at += 2
    return exception === undefined ? undefined : { kind: 'name', name: `${word} WITH ${exception}` }
  }
  const license = either()
  return at === words.length ? license : undefined
}
