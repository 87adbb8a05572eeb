// The names of an import from its own words: `{ a as b, type C }`. A clause is a few words long, where a parse reads the whole file.

/**
 * Names as the target calls them, sorted; '*' for a whole namespace. `clause` is the text of the statement up to the specifier.
 * Undefined where the words alone do not tell: calls, escapes, names in quotes, forms to come.
 */
export function clauseNames(clause: string): readonly string[] | undefined {
  const bare = clause.replace(comments, ' ')
  if (!plain.test(bare)) return undefined
  const [keyword, ...words] = bare.match(tokens) ?? []
  if (keyword !== 'import' && keyword !== 'export') return undefined
  if (words.length === 0) return []
  if (words.pop() !== 'from') return undefined
  // `import type from './a'` and `import type, { a } from './a'` bring in a default that is called so.
  if (words[0] === 'type' && words.length > 1 && words[1] !== ',') words.shift()
  return namesIn(words, keyword)
}

/** The same for the names that the file itself uses, types left out. Unsorted; '*' never. */
export function localNames(clause: string): readonly string[] {
  const bare = clause.replace(comments, ' ')
  const words: readonly string[] = plain.test(bare) ? bare.match(tokens) ?? [] : []
  if (words[0] !== 'import' || words.at(-1) !== 'from') return []
  const open = words.indexOf('{')
  const [start, named] = open < 0 ? [words.slice(1, -1), []] : [words.slice(1, open), words.slice(open + 1, words.lastIndexOf('}'))]
  return [...itemsOf(start), ...itemsOf(named).filter((item) => item.length % 2 === 1)].flatMap((item) => item.at(-1) ?? [])
}

const comments = /\/\*[\s\S]*?\*\/|\/\/[^\n\r\u2028\u2029]*/g
const plain = /^[\w$\s{},*\u0080-\uffff]*$/
const tokens = /[\w$\u0080-\uffff]+|[{},*]/g

function namesIn(words: readonly string[], keyword: 'import' | 'export'): readonly string[] | undefined {
  const names = new Set<string>()
  let at = 0
  if (keyword === 'import' && /^[^{},*]/.test(words[0] ?? '')) {
    names.add('default')
    if (words.length === 1) return [...names]
    if (words[1] !== ',') return undefined
    at = 2
  }
  if (words[at] === '*') names.add('*')
  else if (words[at] !== '{' || words.at(-1) !== '}') return undefined
  else for (const item of itemsOf(words.slice(at + 1, -1))) names.add(item[item.length % 2 === 0 ? 1 : 0] ?? '')
  return [...names].sort()
}

/** `a`, `a as b`, `type a`, `type a as b`: of two or four words the second is the name, else the first; the last is the file's own. */
function itemsOf(words: readonly string[]): readonly (readonly string[])[] {
  const items: string[][] = [[]]
  for (const word of words) {
    if (word === ',') items.push([])
    else items.at(-1)?.push(word)
  }
  return items.filter((item) => item.length > 0)
}
