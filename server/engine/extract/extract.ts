import type { Facts, Source, SymbolFacts } from '../../../rules/model/facts.ts'
import { decode } from './decode.ts'
import { lexedFacts } from './lexer/lexed-facts.ts'
import { parsedFacts, parsedTree } from './parsed-facts.ts'

/**
 * What one file's bytes say of its imports. Places are UTF-16 offsets into `decode(bytes)`. Read by a lexer, at a twentieth of a
 * parser's cost, which sees no damage that loses no import. Where it is in doubt a parser reads the file: code that does not parse
 * yields the imports around the damage and a problem 'syntax' at its place. Never throws for what a file contains.
 */
export function extract({ path, bytes }: Source): Facts {
  return lexedFacts(path, bytes) ?? parsedFacts(path, decode(bytes))
}

/** What a full parse tells of the file's names. `facts` are those that `extract` made of the same bytes. Costs about ten times an extract. */
export function extractSymbols({ path, bytes }: Source, facts: Facts): SymbolFacts {
  const text = decode(bytes)
  const tree = parsedTree(path, text)
  const indexAt = new Map(facts.imports.map((fact, i) => [fact.span.start, i]))
  const known = new Map(tree?.imports.map(found => [found.span.start, found]))
  return {
    // What only an outline told, of a file that does not parse, may be anything.
    imports: facts.imports.map(({ span }, i) => ({ import: i, names: known.get(span.start)?.names ?? ['*'], usedAsValue: known.get(span.start)?.usedAsValue ?? true })),
    exports: (tree?.exports ?? []).map(({ name, from }) => {
      const index = from && indexAt.get(from.import.span.start)
      return from === undefined || index === undefined ? { name } : { name, from: { import: index, name: from.name } }
    }),
    env: tree?.env ?? [],
  }
}
