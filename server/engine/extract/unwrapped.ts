import type { Node } from './parse.ts'

/** Without what changes only its type or its precedence. */
export function unwrapped(node: Node): Node {
  switch (node.type) {
    case 'ParenthesizedExpression': case 'ChainExpression': case 'TSNonNullExpression':
    case 'TSAsExpression': case 'TSSatisfiesExpression': case 'TSTypeAssertion':
      return unwrapped(node.expression)
    default:
      return node
  }
}
