// Which names of what `require` or `import()` gives are taken at once. What is kept whole may be asked for anything later.
import { literalText } from './literal.ts'
import type { Node } from './parse.ts'

export interface TakenApart {
  /** The call of `require`, or the `import()`. */
  readonly from: Node
  /** Sorted, once each; '*' where one of them could be anything. */
  readonly names: readonly string[]
}

/** `from` may be any expression: whoever knows what an import is asks for those that are. */
export function takenApart(node: Node): TakenApart | undefined {
  switch (node.type) {
    case 'VariableDeclarator': return node.init === null ? undefined : byPattern(node.id, gotFrom(node.init))
    case 'AssignmentExpression': return byPattern(node.left, gotFrom(node.right))
    case 'MemberExpression': return byMember(node, gotFrom(node.object))
    case 'CallExpression': return byThen(node)
    // Called for its effects.
    case 'ExpressionStatement': return node.expression.type === 'CallExpression' ? { from: node.expression, names: [] } : undefined
    default: return undefined
  }
}

function byPattern(pattern: Node, from: Node | undefined): TakenApart | undefined {
  return pattern.type === 'ObjectPattern' && from !== undefined ? { from, names: namesTaken(pattern) } : undefined
}

function byMember(node: Extract<Node, { type: 'MemberExpression' }>, from: Node | undefined): TakenApart | undefined {
  return from === undefined ? undefined : { from, names: [memberName(node) ?? '*'] }
}

/** `import('./a').then(({ ship }) => …)` */
function byThen({ callee, arguments: [taker] }: Extract<Node, { type: 'CallExpression' }>): TakenApart | undefined {
  if (callee.type !== 'MemberExpression' || memberName(callee) !== 'then') return undefined
  if (taker?.type !== 'ArrowFunctionExpression' && taker?.type !== 'FunctionExpression') return undefined
  const from = withoutWrapping(callee.object)
  const [pattern] = taker.params
  return from.type === 'ImportExpression' && pattern !== undefined ? byPattern(pattern, from) : undefined
}

/** What an expression's value comes from. A promise that nobody awaits has no names of the module. */
function gotFrom(expression: Node): Node | undefined {
  const outer = withoutWrapping(expression)
  if (outer.type === 'AwaitExpression') return withoutWrapping(outer.argument)
  return outer.type === 'ImportExpression' ? undefined : outer
}

function withoutWrapping(expression: Node): Node {
  switch (expression.type) {
    case 'ParenthesizedExpression': case 'TSAsExpression': case 'TSSatisfiesExpression': case 'TSNonNullExpression': case 'TSTypeAssertion':
      return withoutWrapping(expression.expression)
    default: return expression
  }
}

function memberName({ computed, property }: Extract<Node, { type: 'MemberExpression' }>): string | undefined {
  return !computed && property.type === 'Identifier' ? property.name : literalText(property)
}

/** The keys that `const { a, b: c } = …` takes; everything where one of them, or the rest, could be anything. */
function namesTaken(pattern: Extract<Node, { type: 'ObjectPattern' }>): readonly string[] {
  const names = pattern.properties.map(property => {
    if (property.type !== 'Property') return '*'
    return !property.computed && property.key.type === 'Identifier' ? property.key.name : literalText(property.key) ?? '*'
  })
  return names.includes('*') ? ['*'] : [...new Set(names)].sort()
}
