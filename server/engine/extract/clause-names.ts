// The names of an import from its own words: `{ a as b, type C }`. A clause is a few words long, where a parse reads the whole file.

export interface ClauseItem {
  /** As the target calls it: 'default', 'charge'; '*' for a whole namespace. */
  readonly name: string
  /** As this file, or who imports from it, does; '*' for `export *`. */
  readonly as: string
  /** It says so itself. */
  readonly isType: boolean
}

/**
 * In the order written. `clause` is the text of the statement up to the specifier.
 * Undefined where the words alone do not tell: calls, escapes, names in quotes, forms to come.
 */
export function clauseItems(clause: string): readonly ClauseItem[] | undefined {
  const bare = clause.replace(comments, ' ')
  if (!plain.test(bare)) return undefined
  const [keyword, ...words] = bare.match(tokens) ?? []
  if (keyword !== 'import' && keyword !== 'export') return undefined
  if (words.length === 0) return []
  if (words.pop() !== 'from') return undefined
  // `import type from './a'` and `import type, { a } from './a'` bring in a default that is called so.
  if (words[0] === 'type' && words.length > 1 && words[1] !== ',') words.shift()
  const isDefault = keyword === 'import' && /^[^{},*]/.test(words[0] ?? '')
  if (!isDefault) return namesIn(words)
  const first = { name: 'default', as: words[0] ?? '', isType: false }
  if (words.length === 1) return [first]
  const others = words[1] === ',' ? namesIn(words.slice(2)) : undefined
  return others && [first, ...others]
}

/** Names as the target calls them, sorted, once each. */
export function clauseNames(clause: string): readonly string[] | undefined {
  const items = clauseItems(clause)
  return items && [...new Set(items.map(({ name }) => name))].sort()
}

const comments = /\/\*[\s\S]*?\*\/|\/\/[^\n\r\u2028\u2029]*/g
const plain = /^[\w$\s{},*\u0080-\uffff]*$/
const tokens = /[\w$\u0080-\uffff]+|[{},*]/g

/** `*`, `* as a`, `{ a, b as c, type d, type e as f }`. */
function namesIn(words: readonly string[]): readonly ClauseItem[] | undefined {
  if (words[0] === '*') return words.length === 1 ? [{ name: '*', as: '*', isType: false }] : words[1] === 'as' && words[2] !== undefined ? [{ name: '*', as: words[2], isType: false }] : undefined
  if (words[0] !== '{' || words.at(-1) !== '}') return undefined
  const items: string[][] = [[]]
  for (const word of words.slice(1, -1)) {
    if (word === ',') items.push([])
    else items.at(-1)?.push(word)
  }
  // Of two or four words the first is `type`.
  return items.filter((item) => item.length > 0).map((item) => ({ name: item[item.length % 2 === 0 ? 1 : 0] ?? '', as: item.at(-1) ?? '', isType: item.length % 2 === 0 }))
}
