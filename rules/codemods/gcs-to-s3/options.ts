import type { Code, Morph, Node } from '../parse.ts'

/** Options that are written out: in the call, or in a `const` that nothing but the call uses. */
export interface Options {
  readonly values: ReadonlyMap<string, Node>
  /** The statement of that `const`, which goes away. */
  readonly inlined?: Node
}

/** Undefined where they come from elsewhere, so that nobody can say what is in them. */
export function optionsOf(code: Code, node: Node | undefined): Options | undefined {
  if (node === undefined) return { values: new Map() }
  const { Node } = code.morph
  const declaration = Node.isIdentifier(node) ? onlyUseOf(code, node) : undefined
  const written = declaration === undefined ? node : declaration.getInitializer()
  const literal = Node.isAsExpression(written) || Node.isSatisfiesExpression(written) || Node.isTypeAssertion(written) ? written.getExpression() : written
  if (!Node.isObjectLiteralExpression(literal)) return undefined
  const values = new Map<string, Node>()
  for (const property of literal.getProperties()) {
    const name = Node.isPropertyAssignment(property) || Node.isShorthandPropertyAssignment(property) ? property.getNameNode() : undefined
    if (!Node.isIdentifier(name) && !Node.isStringLiteral(name)) return undefined
    const value = Node.isPropertyAssignment(property) ? property.getInitializer() : name
    if (value !== undefined) values.set(Node.isStringLiteral(name) ? name.getLiteralValue() : name.getText(), value)
  }
  const statement = declaration?.getVariableStatement()
  return statement === undefined ? { values } : { values, inlined: statement }
}

function onlyUseOf({ morph: { Node, SyntaxKind }, source }: Code, identifier: Morph.Identifier): Morph.VariableDeclaration | undefined {
  const symbol = identifier.getSymbol()
  const declaration = symbol?.getValueDeclaration()
  if (symbol === undefined || !Node.isVariableDeclaration(declaration)) return undefined
  const statement = declaration.getVariableStatement()
  if (statement === undefined || statement.getDeclarationKind() !== 'const' || statement.isExported() || statement.getDeclarations().length !== 1) return undefined
  // Moved out of its block, a value might be another by then.
  if (statement.getParent() !== identifier.getFirstAncestor(Node.isStatement)?.getParent()) return undefined
  const uses = source.getDescendantsOfKind(SyntaxKind.Identifier).filter((other) => other.getText() === identifier.getText() && other.getSymbol() === symbol)
  return uses.length === 2 ? declaration : undefined
}

/** The name of the first option that is in none of the lists. */
export function unknownOption(options: Options, known: readonly string[]): string | undefined {
  return [...options.values.keys()].find((name) => !known.includes(name))
}

export const isLiteral = (node: Node | undefined, text: 'true' | 'false') => node?.getText() === text
