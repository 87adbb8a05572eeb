import type { Code, Morph, Node } from '../parse.ts'

/** Functions however they are written, as far as they give something back. */
export interface Functions {
  /** A declaration that is called: of a function, a method, a getter, or a variable that holds a function. */
  isFunction(declaration: Node): boolean
  /** `x => …`, `function (x) { … }` */
  expression(node: Node | undefined): Morph.ArrowFunction | Morph.FunctionExpression | undefined
  /** The function around a node, of any sort. */
  around(node: Node): Node | undefined
  returnType(declaration: Node): Node | undefined
  returned(declaration: Node): readonly Node[]
}

export function functionsOf({ morph: { Node } }: Code): Functions {
  const expression = (node: Node | undefined) => Node.isArrowFunction(node) || Node.isFunctionExpression(node) ? node : undefined
  const isHolder = (node: Node) => Node.isVariableDeclaration(node) && expression(node.getInitializer()) !== undefined
  const written = (declaration: Node) => Node.isVariableDeclaration(declaration) ? expression(declaration.getInitializer()) : declaration
  const around = (node: Node) => node.getFirstAncestor((outer) => Node.isFunctionLikeDeclaration(outer) || expression(outer) !== undefined)

  return {
    isFunction: (node) => Node.isFunctionDeclaration(node) || Node.isMethodDeclaration(node) || Node.isGetAccessorDeclaration(node) || isHolder(node),
    expression,
    around,
    returnType(declaration) {
      const fn = written(declaration)
      return Node.isReturnTyped(fn) ? fn.getReturnTypeNode() : undefined
    },
    returned(declaration) {
      const fn = written(declaration)
      const body = Node.isBodyable(fn) || Node.isBodied(fn) ? fn.getBody() : undefined
      if (body === undefined) return []
      if (!Node.isBlock(body)) return [body]
      const statements = body.getDescendants().filter(Node.isReturnStatement).filter((statement) => around(statement) === fn)
      return statements.map((statement) => statement.getExpression()).filter((given) => given !== undefined)
    },
  }
}
