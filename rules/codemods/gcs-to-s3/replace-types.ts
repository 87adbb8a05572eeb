import type { Node } from '../parse.ts'
import { crossing, type Replacing } from './replace.ts'
import { isExported } from './uses.ts'

/** Storage, Bucket and File as types, and other exports of Google's package, which stay. */
export function replaceTypes({ names, kinds, staying, writer, printer, remarks }: Replacing): void {
  const { Node } = writer.code.morph
  writer.code.source.forEachDescendant((node) => {
    if (printer.isGone(node)) return
    const name = Node.isTypeReference(node) ? names.exported(node.getTypeName()) : undefined
    if (name !== undefined) {
      const owner = ownerOf(node)
      const kind = owner === undefined ? undefined : Node.isAsExpression(owner) ? kinds.of(owner) : kinds.ofDeclaration(owner)
      const stays = owner !== undefined && (Node.isAsExpression(owner) ? staying.expression(owner) : staying.declaration(owner))
      if (owner === undefined || kind === undefined || stays || !/^(?:Storage|Bucket|File)$/u.test(name)) {
        if (!stays) remarks.add(node, 'left-over', `the type ${name} stays Google's: nothing in the S3 API is known to be its equal here`)
        return
      }
      printer.replace(node, () => name === 'Storage' ? writer.use('S3Client') : name === 'Bucket' ? 'string' : '{ Bucket: string; Key: string }')
      if (isExported(writer.code, owner)) remarks.add(owner, 'differs', crossing(kind))
      return
    }
    const isValue = (Node.isIdentifier(node) || Node.isPropertyAccessExpression(node)) && !Node.isImportSpecifier(node.getParent()) && !Node.isBindingElement(node.getParent())
    const value = isValue && !node.getFirstAncestor(Node.isTypeReference) ? names.exported(node) : undefined
    const parent = node.getParent()
    if (value === undefined || Node.isNewExpression(parent) && value === 'Storage') return
    remarks.add(node, 'left-over', `${value} stays Google's: nothing in the S3 API is known to be its equal`)
  })

  function ownerOf(type: Node): Node | undefined {
    return type.getFirstAncestor((around) => Node.isAsExpression(around) || Node.isParameterDeclaration(around) || Node.isVariableDeclaration(around) || Node.isPropertyDeclaration(around)
      || Node.isPropertySignature(around) || Node.isFunctionLikeDeclaration(around) || Node.isArrowFunction(around) || Node.isTypeAliasDeclaration(around) || Node.isMethodSignature(around))
  }
}
