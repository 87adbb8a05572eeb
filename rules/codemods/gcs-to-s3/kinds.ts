import type { Call, Code, Node } from '../parse.ts'
import { flowsOf, isAssignment, type Flows } from './flows.ts'
import { functionsOf } from './functions.ts'
import { arrayToArray, arrayToElement, resultKind } from './methods.ts'
import type { Names } from './names.ts'

/** What of Google's an expression is: a Storage, a Bucket, a File, an array of Files. */
export type Kind = 'client' | 'bucket' | 'file' | 'files'

export interface Kinds extends Pick<Flows, 'declarations' | 'sources' | 'added' | 'mentions'> {
  of(node: Node | undefined): Kind | undefined
  ofDeclaration(declaration: Node): Kind | undefined
}

export function kindsOf(code: Code, names: Names): Kinds {
  const { Node } = code.morph
  const once = onlyOnce()
  const functions = functionsOf(code)
  const flows = flowsOf(code, functions, (node) => of(node))

  function of(node: Node | undefined): Kind | undefined {
    return node === undefined ? undefined : once(node, ofExpression)
  }

  function ofExpression(node: Node): Kind | undefined {
    if (Node.isNewExpression(node)) return names.exported(node.getExpression()) === 'Storage' ? 'client' : undefined
    if (Node.isParenthesizedExpression(node) || Node.isAsExpression(node) || Node.isNonNullExpression(node) || Node.isSatisfiesExpression(node) || Node.isAwaitExpression(node)) return of(node.getExpression())
    if (Node.isConditionalExpression(node)) return of(node.getWhenTrue()) ?? of(node.getWhenFalse())
    if (Node.isBinaryExpression(node)) {
      const isEither = /^(?:\?\?|\|\||&&)$/u.test(node.getOperatorToken().getText())
      return isEither ? of(node.getRight()) ?? of(node.getLeft()) : isAssignment(node) ? of(node.getRight()) : undefined
    }
    if (Node.isArrayLiteralExpression(node)) return node.getElements().length > 0 && node.getElements().every((element) => of(element) === 'file') ? 'files' : undefined
    if (Node.isElementAccessExpression(node)) {
      if (of(node.getExpression()) === 'files') return 'file'
      return node.getArgumentExpression()?.getText() === '0' ? firstOfResult(node.getExpression()) : undefined
    }
    if (Node.isCallExpression(node)) return ofCall(node)
    if (Node.isPropertyAccessExpression(node) && node.getName() === 'bucket' && of(node.getExpression()) === 'file') return 'bucket'
    if (!Node.isIdentifier(node) && !Node.isPropertyAccessExpression(node)) return undefined
    const isValue = (declaration: Node) => !functions.isFunction(declaration) || Node.isGetAccessorDeclaration(declaration)
    return first(flows.declarations(node).filter(isValue), ofDeclaration)
  }

  function ofCall(call: Call): Kind | undefined {
    const callee = call.getExpression()
    if (Node.isPropertyAccessExpression(callee)) {
      const receiver = of(callee.getExpression())
      const method = callee.getName()
      if (receiver === 'client' && method === 'bucket') return 'bucket'
      if (receiver === 'bucket' && method === 'file') return 'file'
      if (receiver === 'files' && arrayToArray.has(method)) return 'files'
      if (receiver === 'files' && arrayToElement.has(method)) return 'file'
      const [callback] = call.getArguments()
      if (method === 'map' && Node.isArrowFunction(callback) && of(callback.getBody()) === 'file') return 'files'
    }
    return first(flows.declarations(callee).filter(functions.isFunction), ofDeclaration)
  }

  /** Of the first place of the array that Google's promises give. */
  function firstOfResult(node: Node | undefined): Kind | undefined {
    if (Node.isParenthesizedExpression(node) || Node.isAwaitExpression(node)) return firstOfResult(node.getExpression())
    const callee = Node.isCallExpression(node) ? node.getExpression() : undefined
    return Node.isPropertyAccessExpression(callee) ? resultKind(of(callee.getExpression()), callee.getName()) : undefined
  }

  function ofDeclaration(declaration: Node): Kind | undefined {
    return once(declaration, (node) => {
      if (functions.isFunction(node)) return ofType(functions.returnType(node)) ?? first(functions.returned(node), of)
      const written = Node.isTyped(node) ? node.getTypeNode() : undefined
      if (written !== undefined) return ofType(written)
      if (Node.isBindingElement(node)) return ofElement(node)
      const kind = first(flows.sources(node), of)
      if (!flows.isElement(node)) return kind
      return kind === 'files' ? 'file' : undefined
    })
  }

  function ofElement(element: Node): Kind | undefined {
    const pattern = element.getParent()
    if (!Node.isArrayBindingPattern(pattern)) return first(flows.members(element), ofDeclaration)
    const [source] = flows.sources(element)
    if (of(source) === 'files') return 'file'
    return pattern.getElements()[0] === element ? firstOfResult(source) : undefined
  }

  /** What the type that someone wrote says. */
  function ofType(type: Node | undefined): Kind | undefined {
    if (Node.isUnionTypeNode(type)) return first(type.getTypeNodes(), ofType)
    if (Node.isArrayTypeNode(type)) return ofType(type.getElementTypeNode()) === 'file' ? 'files' : undefined
    if (Node.isTypeOperatorTypeNode(type) || Node.isParenthesizedTypeNode(type)) return ofType(type.getTypeNode())
    if (!Node.isTypeReference(type)) return undefined
    const [argument] = type.getTypeArguments()
    const name = type.getTypeName().getText()
    if (/^(?:Readonly)?Array$/u.test(name)) return ofType(argument) === 'file' ? 'files' : undefined
    return name === 'Promise' ? ofType(argument) : kindOfExport[names.exported(type.getTypeName()) ?? '']
  }

  return { of, ofDeclaration, declarations: flows.declarations, sources: flows.sources, added: flows.added, mentions: flows.mentions }
}

const kindOfExport: Readonly<Record<string, Kind>> = { Storage: 'client', Bucket: 'bucket', File: 'file' }

/** Answers are remembered. What is asked for while it is being answered, a variable that is its own source, has no kind there. */
function onlyOnce(): (node: Node, tell: (node: Node) => Kind | undefined) => Kind | undefined {
  const known = new Map<Node, Kind | undefined>()
  const asked = new Set<Node>()
  return (node, tell) => {
    if (asked.has(node)) return undefined
    if (known.has(node)) return known.get(node)
    asked.add(node)
    const kind = tell(node)
    asked.delete(node)
    if (asked.size === 0 || kind !== undefined) known.set(node, kind)
    return kind
  }
}

function first(nodes: readonly Node[], tell: (node: Node) => Kind | undefined): Kind | undefined {
  for (const node of nodes) {
    const kind = tell(node)
    if (kind !== undefined) return kind
  }
  return undefined
}
