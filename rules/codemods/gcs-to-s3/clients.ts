import { styled } from '../code-style.ts'
import type { NeededImports } from '../needed-imports.ts'
import type { Code, Node } from '../parse.ts'
import type { Kinds } from './kinds.ts'
import type { Staying } from './staying.ts'
import type { Writer } from './writer.ts'

/** Every client is made from the same settings, so that any of them will do where the one that a Bucket came from is out of sight. */
export interface Clients {
  /** The expression for the S3Client of a call on this Storage, Bucket or File. */
  of(receiver: Node): string
  /** `new S3Client({ … })` */
  made(indent: string): string
  /** The statement for a client that the file has not had, if it was needed. */
  added(): string | undefined
}

export function clientsOf(code: Code, kinds: Kinds, staying: Staying, writer: Writer, imports: NeededImports): Clients {
  const { Node } = code.morph
  let name: string | undefined

  function of(receiver: Node): string {
    return inSight(receiver, receiver, new Set()) ?? ofModule() ?? (name ??= imports.fresh('s3'))
  }

  /** Follows a Bucket or a File to the client that it was made with, as far as that has the same name at the call. */
  function inSight(node: Node, call: Node, seen: Set<Node>): string | undefined {
    if (Node.isCallExpression(node)) {
      const callee = node.getExpression()
      if (Node.isPropertyAccessExpression(callee) && kinds.of(callee.getExpression()) !== undefined) return inSight(callee.getExpression(), call, seen)
      return throughDeclarations(callee, call, seen)
    }
    if (Node.isParenthesizedExpression(node) || Node.isAwaitExpression(node) || Node.isNonNullExpression(node) || Node.isElementAccessExpression(node)) return inSight(node.getExpression(), call, seen)
    if (!Node.isIdentifier(node) && !Node.isPropertyAccessExpression(node)) return undefined
    if (kinds.of(node) === 'client') return !staying.expression(node) && isVisible(node, call) ? writer.print(node) : undefined
    return throughDeclarations(node, call, seen)
  }

  function throughDeclarations(node: Node, call: Node, seen: Set<Node>): string | undefined {
    const declarations = kinds.declarations(node).filter((declaration) => !seen.has(declaration))
    for (const declaration of declarations) seen.add(declaration)
    for (const source of declarations.flatMap((declaration) => kinds.sources(declaration))) {
      const found = inSight(source, call, seen)
      if (found !== undefined) return found
    }
    return undefined
  }

  function isVisible(client: Node, call: Node): boolean {
    if (client === call || call.getDescendants().includes(client)) return true
    if (Node.isPropertyAccessExpression(client)) {
      const owner = client.getFirstAncestor(Node.isClassDeclaration)
      return Node.isThisExpression(client.getExpression()) && owner !== undefined && call.getFirstAncestor(Node.isClassDeclaration) === owner && !call.getAncestors().some(isStatic)
    }
    return kinds.declarations(client).some((declaration) => {
      const scope = declaration.getFirstAncestor((around) => Node.isBlock(around) || Node.isSourceFile(around) || Node.isFunctionLikeDeclaration(around))
      return scope !== undefined && call.getAncestors().includes(scope)
    })
  }

  const isStatic = (node: Node) => Node.isStaticable(node) && node.isStatic()

  /** A client that the whole file can see: one that was a Storage, or one that is an S3Client already. */
  function ofModule(): string | undefined {
    for (const declaration of code.source.getVariableStatements().flatMap((statement) => statement.getDeclarations())) {
      const initializer = declaration.getInitializer()
      const isStorage = kinds.of(initializer) === 'client' && Node.isNewExpression(initializer) && !staying.declaration(declaration)
      const isS3 = Node.isNewExpression(initializer) && initializer.getExpression().getText() === 'S3Client'
      if (isStorage || isS3) return declaration.getName()
    }
    return undefined
  }

  function made(indent: string): string {
    const { newline } = writer.style
    return styled(writer.style, `new ${writer.use('S3Client')}({
  region: process.env.S3_REGION ?? 'us-east-1',
  endpoint: process.env.S3_ENDPOINT,
  forcePathStyle: process.env.S3_FORCE_PATH_STYLE === 'true',
  requestChecksumCalculation: 'WHEN_REQUIRED',
  responseChecksumValidation: 'WHEN_REQUIRED',
})`).replaceAll(newline, newline + indent)
  }

  return { of, made, added: () => name === undefined ? undefined : `const ${name} = ${made('')}${writer.style.semicolons ? ';' : ''}` }
}
