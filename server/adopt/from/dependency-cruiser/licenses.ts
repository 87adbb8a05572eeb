import { globOf } from '../expression/glob.ts'
import { literalOf, parse } from '../expression/parse.ts'
import { noNames } from '../expression/text.ts'

/** Expressions over licences as attributes of packages; undefined where no glob says one of them. */
export function licensed(sources: readonly string[]): readonly string[] | undefined {
  const expression = parse(sources.join('|'), { givens: false })
  if ('unreadable' in expression) return undefined
  const globs = expression.map((sequence) => {
    const isOpen = sequence[0]?.kind !== 'start'
    const rest = isOpen ? sequence : sequence.slice(1)
    const isClosed = rest.at(-1)?.kind === 'end'
    const text = literalOf(isClosed ? rest.slice(0, -1) : rest)
    if (text !== undefined) return `${isOpen ? '*' : ''}${text}${isClosed ? '' : '*'}`
    const glob = globOf(rest, noNames, '', { isRest: true })
    return glob === undefined ? undefined : `${isOpen ? '*' : ''}${glob}`
  })
  return globs.every((glob) => glob !== undefined) ? globs.map((glob) => `[license=${glob}]`) : undefined
}
