import type { Code, Node } from '../parse.ts'
import type { Kinds } from './kinds.ts'
import type { LeftOver } from './plans.ts'

/**
 * What has to stay Google's because something without a counterpart is done with it: the variables, fields and functions
 * that it comes from, and through which it goes on.
 */
export interface Staying {
  /** Before anything is asked: the calls that are left as they are, and what they are done with. */
  keep(left: readonly LeftOver[]): void
  /** This very expression is to be left as it is. */
  keeps(node: Node): boolean
  declaration(declaration: Node): boolean
  /** This expression gives one of Google's objects, also afterwards. */
  expression(node: Node): boolean
}

export function stayingOf(code: Code, kinds: Kinds): Staying {
  const { Node } = code.morph
  const declarations = new Set<Node>()
  const expressions = new Set<Node>()

  const sources = (declaration: Node) => [...kinds.sources(declaration), ...kinds.added(declaration)]

  function stay(node: Node): void {
    if (expressions.has(node)) return
    expressions.add(node)
    for (const inner of origins(node)) stay(inner)
    for (const declaration of kinds.declarations(Node.isCallExpression(node) ? node.getExpression() : node)) stayDeclaration(declaration)
  }

  function stayDeclaration(declaration: Node): void {
    if (declarations.has(declaration) || kinds.ofDeclaration(declaration) === undefined) return
    declarations.add(declaration)
    for (const source of sources(declaration)) stay(source)
  }

  /** The parts of an expression that its own value comes from. */
  function origins(node: Node): readonly Node[] {
    if (Node.isConditionalExpression(node)) return [node.getWhenTrue(), node.getWhenFalse()]
    if (Node.isBinaryExpression(node)) return [node.getLeft(), node.getRight()]
    if (Node.isArrayLiteralExpression(node)) return node.getElements()
    if (Node.isCallExpression(node)) {
      const callee = node.getExpression()
      const [callback] = node.getArguments()
      return [...Node.isPropertyAccessExpression(callee) ? [callee.getExpression()] : [], ...Node.isArrowFunction(callback) && kinds.of(callback.getBody()) ? [callback.getBody()] : []]
    }
    if (Node.isPropertyAccessExpression(node) && node.getName() === 'bucket' && kinds.of(node.getExpression()) === 'file') return [node.getExpression()]
    return Node.isExpressioned(node) || Node.isAwaitExpression(node) || Node.isElementAccessExpression(node) ? [node.getExpression()] : []
  }

  /** The variable or function that an expression gives as it is. */
  function named(node: Node): readonly Node[] {
    if (Node.isIdentifier(node) || Node.isPropertyAccessExpression(node)) return kinds.declarations(node)
    if (Node.isCallExpression(node) && !Node.isPropertyAccessExpression(node.getExpression())) return kinds.declarations(node.getExpression())
    return Node.isCallExpression(node) ? kinds.declarations(node.getExpression()) : origins(node).flatMap(named)
  }

  /** The result of a call that is left as it is. */
  function isGiven(node: Node): boolean {
    if (Node.isParenthesizedExpression(node) || Node.isAwaitExpression(node) || Node.isElementAccessExpression(node) || Node.isNonNullExpression(node)) return isGiven(node.getExpression())
    return Node.isCallExpression(node) && expressions.has(node)
  }

  /** What a call is handed of Google's: the File to copy to, also among its options. */
  function handed(argument: Node): readonly Node[] {
    if (kinds.of(argument) !== undefined) return [argument]
    const values = Node.isObjectLiteralExpression(argument) ? argument.getProperties().map((property) => Node.isPropertyAssignment(property) ? property.getInitializer() : property.getFirstChild()) : []
    return values.filter((value) => kinds.of(value) !== undefined).filter((value) => value !== undefined)
  }

  function keep(left: readonly LeftOver[]): void {
    for (const { handle, at } of left) {
      stay(handle)
      if (!Node.isCallExpression(at)) continue
      expressions.add(at)
      for (const given of at.getArguments().flatMap(handed)) stay(given)
    }
    const all = left.length === 0 ? [] : handleDeclarations(code, kinds)
    for (let before = -1; before !== declarations.size;) {
      before = declarations.size
      for (const declaration of all) {
        if (sources(declaration).some((source) => isGiven(source) || named(source).some((origin) => declarations.has(origin)))) stayDeclaration(declaration)
      }
    }
  }

  return {
    keep,
    keeps: (node) => expressions.has(node),
    declaration: (declaration) => declarations.has(declaration),
    expression: (node) => expressions.has(node) || isGiven(node) || named(node).some((origin) => declarations.has(origin)),
  }
}

function handleDeclarations({ morph: { Node }, source }: Code, kinds: Kinds): readonly Node[] {
  return source.getDescendants().filter((node) =>
    (Node.isVariableDeclaration(node) || Node.isParameterDeclaration(node) || Node.isBindingElement(node) || Node.isPropertyDeclaration(node) || Node.isFunctionLikeDeclaration(node)) && kinds.ofDeclaration(node) !== undefined)
}
