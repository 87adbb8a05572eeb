import type { CodeStyle } from '../code-style.ts'
import type { Edit } from '../../model/edit.ts'
import type { Path } from '../../model/place.ts'
import type { NeededImports } from '../needed-imports.ts'
import { wholeLine } from '../newline.ts'
import type { Code, Node } from '../parse.ts'
import type { Printer } from '../printer.ts'
import type { Names } from './names.ts'

/** The exports of Google's package that the new text names still. */
export function remainingNames(code: Code, names: Names, printer: Printer): ReadonlySet<string> {
  const { Node } = code.morph
  const remaining = new Set<string>()
  code.source.forEachDescendant((node, traversal) => {
    if (names.statements.includes(node) || printer.isReplaced(node)) {
      traversal.skip()
      return
    }
    const name = Node.isIdentifier(node) || Node.isPropertyAccessExpression(node) || Node.isQualifiedName(node) ? names.exported(node) : undefined
    if (name !== undefined) remaining.add(name)
  })
  return remaining
}

/** Google's import narrowed to what remains, the new ones in its place, and below the last import the client, if there is a new one. */
export function importEdits(path: Path, code: Code, names: Names, remaining: ReadonlySet<string>, imports: NeededImports, client: string | undefined, style: CodeStyle): readonly Edit[] {
  const { Node } = code.morph
  const isImport = (node: Node) => Node.isImportDeclaration(node) || Node.isImportEqualsDeclaration(node) || names.statements.includes(node) || /^(?:const|let|var)\s[^;]*=\s*require\(/u.test(node.getText())
  const anchor = code.source.getStatements().filter(isImport).at(-1)
  const edits: Edit[] = []
  for (const [index, statement] of names.statements.entries()) {
    const old = narrowed(code, statement, remaining)
    const lines = [...old === undefined ? [] : [old], ...index === 0 ? imports.statements() : []]
    if (statement === anchor && client !== undefined) lines.push('', client)
    const text = lines.join(style.newline)
    if (text !== statement.getText()) edits.push({ kind: 'text', path, span: lines.length === 0 ? wholeLine(code.text, statement.getStart(), statement.getEnd()) : { start: statement.getStart(), end: statement.getEnd() }, text })
  }
  if (client !== undefined && anchor !== undefined && !names.statements.includes(anchor)) {
    edits.push({ kind: 'text', path, span: { start: anchor.getEnd(), end: anchor.getEnd() }, text: style.newline + style.newline + client })
  }
  return edits
}

/** Undefined where nothing of it is needed any more. */
function narrowed(code: Code, statement: Node, remaining: ReadonlySet<string>): string | undefined {
  const { Node } = code.morph
  if (remaining.size === 0) return undefined
  const parts = Node.isImportDeclaration(statement) ? statement.getNamedImports()
    : Node.isVariableStatement(statement) ? statement.getDeclarations().flatMap((declaration) => {
      const pattern: Node = declaration.getNameNode()
      return Node.isObjectBindingPattern(pattern) ? pattern.getElements() : []
    }) : []
  const first = parts[0]
  if (first === undefined) return statement.getText()
  const nameOf = (part: Node) => Node.isImportSpecifier(part) ? part.getName() : Node.isBindingElement(part) ? (part.getPropertyNameNode() ?? part.getNameNode()).getText() : ''
  const kept = parts.filter((part) => remaining.has(nameOf(part)))
  if (kept.length === parts.length) return statement.getText()
  if (kept.length === 0) return undefined
  const text = statement.getText()
  const [open, close] = [text.indexOf('{'), text.indexOf('}')]
  return `${text.slice(0, open)}{ ${kept.map((part) => part.getText()).join(', ')} ${text.slice(close)}`
}
