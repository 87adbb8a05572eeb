import type { Code, Morph, Node } from '../parse.ts'

export const google = '@google-cloud/storage'

/** What the file calls the exports of Google's package. */
export interface Names {
  /** 'Storage' for an identifier or `gcs.Storage` that stands for that export; undefined for anything else. */
  exported(node: Node | undefined): string | undefined
  /** Import statements, `require`s and `import = require`s of the file itself, none within a function; in source order. */
  readonly statements: readonly Node[]
  readonly form: 'import' | 'require'
}

export function namesOf(code: Code): Names {
  const { morph: { Node }, source } = code
  const imports = source.getImportDeclarations().filter(isOfGoogle)
  const requires = source.getVariableStatements().filter((statement) => statement.getDeclarations().some((declaration) => isLoaded(code, declaration.getInitializer())))
  const equals = source.getStatements().filter(Node.isImportEqualsDeclaration).filter(isEqualsOfGoogle)

  function exported(node: Node | undefined): string | undefined {
    if (Node.isPropertyAccessExpression(node)) return isNamespace(code, node.getExpression()) ? node.getName() : undefined
    if (Node.isQualifiedName(node)) return isNamespace(code, node.getLeft()) ? node.getRight().getText() : undefined
    if (!Node.isIdentifier(node)) return undefined
    const declaration = node.getSymbol()?.getDeclarations()[0]
    if (Node.isImportSpecifier(declaration)) return isOfGoogle(declaration.getImportDeclaration()) ? declaration.getName() : undefined
    if (!Node.isBindingElement(declaration)) return undefined
    const owner = declaration.getFirstAncestor(Node.isVariableDeclaration)
    if (!Node.isSourceFile(owner?.getVariableStatement()?.getParent())) return undefined
    return isLoaded(code, owner?.getInitializer()) ? (declaration.getPropertyNameNode() ?? declaration.getNameNode()).getText() : undefined
  }

  return { exported, statements: [...imports, ...requires, ...equals].toSorted((a, b) => a.getStart() - b.getStart()), form: requires.some((statement) => /\brequire\(/u.test(statement.getText())) && imports.length === 0 ? 'require' : 'import' }
}

const isEqualsOfGoogle = (declaration: Node) => new RegExp(`require\\(\\s*['"]${google}['"]`, 'u').test(declaration.getText())
const isOfGoogle = (declaration: Morph.ImportDeclaration) => declaration.getModuleSpecifierValue() === google

/** `require('…')`, `await import('…')` */
function isLoaded({ morph: { Node } }: Code, node: Node | undefined): boolean {
  const call = Node.isAwaitExpression(node) ? node.getExpression() : node
  if (!Node.isCallExpression(call) || !/^(?:require|import)$/u.test(call.getExpression().getText())) return false
  const [specifier] = call.getArguments()
  return Node.isStringLiteral(specifier) && specifier.getLiteralValue() === google
}

function isNamespace(code: Code, node: Node): boolean {
  const { Node } = code.morph
  if (!Node.isIdentifier(node)) return false
  const declaration = node.getSymbol()?.getDeclarations()[0]
  if (Node.isNamespaceImport(declaration) || Node.isImportClause(declaration)) return isOfGoogle(declaration.getFirstAncestorOrThrow(Node.isImportDeclaration))
  if (Node.isImportEqualsDeclaration(declaration)) return isEqualsOfGoogle(declaration)
  return Node.isVariableDeclaration(declaration) && Node.isSourceFile(declaration.getVariableStatement()?.getParent()) && isLoaded(code, declaration.getInitializer())
}
