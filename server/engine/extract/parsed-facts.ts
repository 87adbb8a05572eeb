// Facts by way of a real parser: for files that the lexer does not understand, and for all that takes a tree.
import type { Facts, ImportFact } from '../../../rules/model/facts.ts'
import type { Path } from '../../../rules/model/place.ts'
import type { Problem } from '../../../rules/model/problem.ts'
import { ignoresIn } from './ignores.ts'
import { isTypeScript } from './is-source.ts'
import { mend } from './mend.ts'
import { type OutlineFacts, factsOf, isOutlineComplete } from './outline.ts'
import { type Damage, isStackOverflow, parseTree, withOutline } from './parse.ts'
import { type TreeFacts, readTree } from './tree.ts'

/** Code that does not parse yields the imports around the damage and a problem 'syntax' at its place. */
export function parsedFacts(path: Path, text: string): Facts {
  const { damage, facts } = glance(path, text)
  if (damage === undefined) return facts
  return { ...glance(path, mend(path, text, damage)).facts, problems: [problem(path, damage)] }
}

/** Of a text that does not parse, what is left of it when mended. */
export function parsedTree(path: Path, text: string): TreeFacts | undefined {
  return treeFacts(path, text) ?? treeOfMended(path, text)
}

interface Glance {
  readonly damage: Damage | undefined
  readonly facts: Facts
}

/** The outline first, since it costs a tenth; the tree where that does not tell all. */
function glance(path: Path, text: string): Glance {
  const { damage, noted, isComplete, ignores } = withOutline(path, text, outline => ({
    damage: outline.damage,
    noted: factsOf(text, outline),
    isComplete: outline.damage !== undefined || isOutlineComplete(text, outline),
    ignores: ignoresIn(text, () => outline.comments),
  }))
  const { imports, barrel } = isComplete ? noted : fromTree(path, text) ?? noted
  return { damage, facts: { path, imports, ignores, barrel, problems: [] } }
}

function treeOfMended(path: Path, text: string): TreeFacts | undefined {
  const damage = withOutline(path, text, outline => outline.damage)
  return damage && treeFacts(path, mend(path, text, damage))
}

/** The same facts from the tree alone, whatever the outline tells. */
export function fromTree(path: Path, text: string): OutlineFacts | undefined {
  const tree = treeFacts(path, text)
  if (tree === undefined) return undefined
  const imports = tree.imports.map(({ specifier, kind, span, statement }): ImportFact => ({ specifier, kind, span, statement }))
  return { imports, barrel: imports.some(({ kind }) => kind === 'reexport') || tree.exports.some(({ from }) => from !== undefined) }
}

/** Undefined for a text that does not parse. */
export function treeFacts(path: Path, text: string): TreeFacts | undefined {
  const program = parseTree(path, text)
  if (program === undefined) return undefined
  try {
    return readTree(program, { ambient: /\.d\.(?:[^/]+\.)?[mc]?ts$/.test(path), elides: isTypeScript(path), jsxNames: jsxNames(text) })
  } catch (error) {
    if (isStackOverflow(error)) return undefined
    throw error
  }
}

/** The usual factories of JSX, and those that a comment names: `@jsx h`. */
function jsxNames(text: string): ReadonlySet<string> {
  return new Set(['React', 'h', 'Fragment', ...Array.from(text.matchAll(/@jsx(?:Frag)?\s+([\w$]+)/g), ([, name]) => name ?? '')])
}

function problem(path: Path, { message, span }: Damage): Problem {
  return {
    kind: 'syntax',
    message: `does not parse: ${message.charAt(0).toLowerCase()}${message.slice(1).replace(/\.$/, '')}`,
    at: { path, span },
    hint: 'imports in the damaged statement are not seen',
  }
}
