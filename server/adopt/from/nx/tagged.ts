// Tags as constraints name them: in full, with stars, as an expression, or `*` for every project.
// Source: https://nx.dev/docs/guides/enforce-module-boundaries (checked 2026-11)

import { tagWord } from '../tags.ts'
import { anyOf, type Selector } from '../selector.ts'

export const anyProject = 'module:**'

export interface Tagged {
  readonly selector: Selector
  /** Tags in full that it names. */
  readonly named: readonly string[]
  /** An expression, which stands for the tags that it takes today. */
  readonly isExpression: boolean
}

/** What bears one of them. `all`: the tags that projects have. */
export function tagged(tags: readonly string[], all: readonly string[]): Tagged {
  const each = tags.map((tag) => taggedOne(tag, all))
  return { selector: anyOf(each.map(({ selector }) => selector)), named: each.flatMap(({ named }) => named), isExpression: each.some(({ isExpression }) => isExpression) }
}

function taggedOne(tag: string, all: readonly string[]): Tagged {
  if (tag === '*') return { selector: anyProject, named: [], isExpression: false }
  if (tag.length > 1 && tag.startsWith('/') && tag.endsWith('/')) return expression(tag.slice(1, -1), all)
  const pattern = tag.replaceAll(/\.\*|\*+/g, '*')
  if (!pattern.includes('*')) return { selector: `tag:${tagWord(tag)}`, named: [tagWord(tag)], isExpression: false }
  const pieces = pattern.split('*')
  const taken = all.filter((each) => each.startsWith(pieces[0] ?? '') && each.endsWith(pieces.at(-1) ?? ''))
  // A star of bulkhead's ends at a slash.
  const isSimple = pieces.every((piece) => /^[\w:@.-]*$/.test(piece)) && taken.length > 0 && !taken.some((each) => each.includes('/'))
  return isSimple ? { selector: `tag:${pattern}`, named: [], isExpression: false } : expression(`^${pieces.map((piece) => piece.replaceAll(/[\\^$.|?+()[\]{}]/g, '\\$&')).join('.*')}$`, all)
}

function expression(source: string, all: readonly string[]): Tagged {
  const test = compiled(source)
  const taken = all.filter((each) => test(each)).map(tagWord)
  return { selector: anyOf(taken.map((each) => `tag:${each}`)), named: taken, isExpression: true }
}

/** Someone else's expression, on texts as short as tags are. */
function compiled(source: string): (text: string) => boolean {
  try {
    const expression = new RegExp(source.slice(0, 200))
    return (text) => text.length < 200 && expression.test(text)
  } catch (error) {
    if (error instanceof SyntaxError) return () => false
    throw error
  }
}
