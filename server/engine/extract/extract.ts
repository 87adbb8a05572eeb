import type { EnvRead, Facts, ModuleState, Source, SymbolFacts } from '../../../rules/model/facts.ts'
import type { Path } from '../../../rules/model/place.ts'
import { clauseNames } from './clause-names.ts'
import { codeIn, componentFacts, componentNames, isUsedByMarkup, sharedIn } from './component/index.ts'
import { decode } from './decode.ts'
import { isComponent } from './is-source.ts'
import { isKeptWhole } from './kept-whole.ts'
import { lexedFacts } from './lexer/lexed-facts.ts'
import { lexedNames } from './lexer/lexed-names.ts'
import { type NameUses, nameUses } from './lexer/name-uses.ts'
import { treeOf } from './mended.ts'
import { type Names, outlinedNames, treeNames } from './names.ts'
import { isStackOverflow } from './parse.ts'
import { parsedFacts, parsedTree } from './parsed-facts.ts'
import { stateIn } from './state.ts'

/**
 * What one file's bytes say of its imports. Places are UTF-16 offsets into `decode(bytes)`. Read by a lexer, at a twentieth of a
 * parser's cost, which sees no damage that loses no import. Where it is in doubt a parser reads the file: code that does not parse
 * yields the imports around the damage and a problem 'syntax' at its place. Never throws for what a file contains.
 */
export function extract({ path, bytes }: Source): Facts {
  if (isComponent(path)) return componentFacts({ path, bytes }, extract)
  return lexedFacts(path, bytes) ?? parsedFacts(path, decode(bytes))
}

/** The file's names. `facts` are those that `extract` made of the same bytes. Costs two extracts where words tell them, several where a parser does. */
export function extractSymbols(source: Source, facts: Facts): SymbolFacts {
  const { imports, exports } = isComponent(source.path) ? componentNames(source, facts, parsedNames) : lexedNames(source, facts) ?? parsedNames(source.path, decode(source.bytes), facts)
  const indexAt = new Map(facts.imports.map((fact, i) => [fact.span.start, i]))
  return {
    // What only an outline told, of a file that does not parse, may be anything.
    imports: facts.imports.map(({ span }, i) => ({ import: i, names: imports.get(span.start) ?? ['*'] })),
    exports: exports.map(({ name, from }) => {
      const index = from && indexAt.get(from.import)
      return from === undefined || index === undefined ? { name } : { name, from: { import: index, name: from.name } }
    }),
  }
}

function parsedNames(path: Path, text: string, facts: Facts): Names {
  return outlinedNames(path, text, facts) ?? treeNames(path, text)
}

/** The names of each import, parallel to the facts': from its own words where they tell, else from a parse of the file. */
export function extractImported(source: Source, facts: Facts): readonly (readonly string[])[] {
  const { text } = codeIn(source.path, decode(source.bytes))
  const names = facts.imports.map((fact) => clauseNames(text.slice(fact.statement.start, fact.span.start)) ?? (isKeptWhole(text, fact) ? ['*'] : undefined))
  if (names.every((each) => each !== undefined)) return names
  const parsed = extractSymbols(source, facts).imports
  return names.map((each, i) => each ?? parsed[i]?.names ?? ['*'])
}

/** Which imports have a name that is surely used as a value, and which have none but names that are surely types. Costs about an extract. */
export function extractNameUses({ path, bytes }: Source): NameUses {
  return isComponent(path) ? { values: [], typesOnly: [] } : nameUses(path, bytes)
}

/**
 * The imports, by index, of which the file uses every name as a type only. Those that bring in no name are none of them, nor is any where
 * nothing tells, nor where markup may use them. Costs the whole tree: ten times `extractSymbols`.
 */
export function extractTypeOnly(source: Source, facts: Facts): ReadonlySet<number> {
  if (isComponent(source.path) && isUsedByMarkup(source)) return new Set()
  const { path, text } = codeIn(source.path, decode(source.bytes))
  const unused = new Set(parsedTree(path, text)?.imports.filter(({ usedAsValue }) => !usedAsValue).map(({ span }) => span.start))
  return new Set(facts.imports.flatMap(({ span }, i) => unused.has(span.start) ? [i] : []))
}

/** Costs the whole tree of a file that has the word, and nothing otherwise. */
export function extractEnv(source: Source): readonly EnvRead[] {
  const { path, text } = codeIn(source.path, decode(source.bytes))
  return text.includes('env') ? parsedTree(path, text)?.env ?? [] : []
}

/** What the module keeps between calls, in source order. Costs the whole tree of a file that may have some. */
export function extractState({ path, bytes }: Source): readonly ModuleState[] {
  if (/\.d\.(?:[^/]+\.)?[mc]?ts$/.test(path)) return []
  const source = decode(bytes)
  const { text, path: codePath } = codeIn(path, source)
  const once = sharedIn(path, source)
  if (once.length === 0 || !/\b(?:let|var|const|static)\b/.test(text)) return []
  try {
    const program = treeOf(codePath, text)
    return program === undefined ? [] : stateIn(program, once)
  } catch (error) {
    if (isStackOverflow(error)) return []
    throw error
  }
}
