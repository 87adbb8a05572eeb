import type { Code, Morph, Node } from '../parse.ts'
import type { Functions } from './functions.ts'
import type { Kind } from './kinds.ts'
import { elementCallbacks } from './methods.ts'

/** Which value gets where, within the file. */
export interface Flows {
  /** Where the variable, field, parameter or function is declared that an expression names. */
  declarations(node: Node): readonly Node[]
  /** The expressions whose values get there; for an element of an array, the array. */
  sources(declaration: Node): readonly Node[]
  /** `{ bucket }: Deps`, `{ bucket } = deps`: where the member is declared that is taken out, if in this file. */
  members(element: Node): readonly Node[]
  /** What is added to an array that is declared there. */
  added(declaration: Node): readonly Node[]
  /** Where else in the file a variable or a function is named. */
  mentions(declaration: Node): readonly Node[]
  /** Its values are elements of what gets there. */
  isElement(declaration: Node): boolean
  /** `promise.then((x) => …)`: the promise of that parameter. */
  promiseOf(parameter: Node): Node | undefined
}

type Invocation = Morph.CallExpression | Morph.NewExpression

export function flowsOf(code: Code, functions: Functions, kindOf: (node: Node) => Kind | undefined): Flows {
  const { Node } = code.morph
  let assignments: ReadonlyMap<Node, readonly Node[]> | undefined
  let additions: ReadonlyMap<Node, readonly Node[]> | undefined
  let invocations: ReadonlyMap<Node, readonly Invocation[]> | undefined

  function declarations(node: Node): readonly Node[] {
    const name = Node.isPropertyAccessExpression(node) ? node.getNameNode() : node
    if (!Node.isIdentifier(name) && !Node.isPrivateIdentifier(name)) return []
    return (name.getSymbol()?.getDeclarations() ?? []).flatMap((declaration) => {
      if (Node.isShorthandPropertyAssignment(declaration)) return declaration.getValueSymbol()?.getDeclarations() ?? []
      const typed = members(declaration)
      return typed.length > 0 ? typed : [declaration]
    })
  }

  function members(element: Node): readonly Node[] {
    const owner = Node.isBindingElement(element) ? element.getParent().getParent() : undefined
    if (!Node.isBindingElement(element) || !Node.isObjectBindingPattern(element.getParent())) return []
    const initializer = Node.isVariableDeclaration(owner) ? owner.getInitializer() : undefined
    const type = (Node.isTyped(owner) ? owner.getTypeNode() : undefined)?.getType() ?? initializer?.getType()
    return type?.getProperty((element.getPropertyNameNode() ?? element.getNameNode()).getText())?.getDeclarations() ?? []
  }

  function sources(declaration: Node): readonly Node[] {
    if (functions.isFunction(declaration)) return functions.returned(declaration)
    const array = arrayOf(declaration)
    if (array !== undefined) return [array]
    const initializer = Node.isInitializerExpressionGetable(declaration) ? declaration.getInitializer() : undefined
    assignments ??= assignmentsOf(code, declarations)
    return [
      ...initializer === undefined ? [] : [initializer],
      ...assignments.get(declaration) ?? [],
      ...Node.isParameterDeclaration(declaration) ? argumentsFor(declaration) : [],
      ...unpackedFrom(declaration),
    ]
  }

  /** `const [x] = source`, `source.then(([x]) => …)` */
  function unpackedFrom(declaration: Node): readonly Node[] {
    const owner = Node.isBindingElement(declaration) ? declaration.getParent().getParent() : undefined
    const source = Node.isParameterDeclaration(owner) ? promiseOf(owner) : Node.isVariableDeclaration(owner) ? owner.getInitializer() : undefined
    return source === undefined ? [] : [source]
  }

  function argumentsFor(parameter: Morph.ParameterDeclaration): readonly Node[] {
    const owner: Node = parameter.getParent()
    const position = Node.isParametered(owner) ? owner.getParameters().indexOf(parameter) : -1
    const isNamedOutside = functions.expression(owner) !== undefined || Node.isConstructorDeclaration(owner)
    invocations ??= invocationsOf(code, declarations)
    return (invocations.get(isNamedOutside ? owner.getParentOrThrow() : owner) ?? []).flatMap((call) => call.getArguments()[position] ?? [])
  }

  /** `for (const x of array)`, `array.map((x) => …)` */
  function arrayOf(declaration: Node): Node | undefined {
    const loop = declaration.getParent()?.getParent()
    if (Node.isVariableDeclaration(declaration) && Node.isForOfStatement(loop) && loop.getInitializer() === declaration.getParent()) return loop.getExpression()
    const callee = Node.isParameterDeclaration(declaration) ? callTaking(declaration)?.getExpression() : undefined
    if (!Node.isPropertyAccessExpression(callee) || !elementCallbacks.has(callee.getName())) return undefined
    return kindOf(callee.getExpression()) === 'files' ? callee.getExpression() : undefined
  }

  function promiseOf(parameter: Node): Node | undefined {
    const callee = callTaking(parameter)?.getExpression()
    return Node.isPropertyAccessExpression(callee) && callee.getName() === 'then' ? callee.getExpression() : undefined
  }

  /** The call to which the function is given whose first parameter this is. */
  function callTaking(parameter: Node): Morph.CallExpression | undefined {
    const callback = functions.expression(parameter.getParent())
    const call = callback?.getParent()
    return callback?.getParameters()[0] === parameter && Node.isCallExpression(call) && call.getArguments()[0] === callback ? call : undefined
  }

  function mentions(declaration: Node): readonly Node[] {
    const name = Node.hasName(declaration) ? declaration.getNameNode() : undefined
    if (!Node.isIdentifier(name)) return []
    const identifiers = code.source.getDescendantsOfKind(code.morph.SyntaxKind.Identifier)
    return identifiers.filter((other) => other !== name && other.getText() === name.getText() && declarations(other).includes(declaration))
  }

  function added(declaration: Node): readonly Node[] {
    additions ??= additionsOf(code, declarations)
    return additions.get(declaration) ?? []
  }

  return { declarations, sources, members, added, mentions, isElement: (declaration) => arrayOf(declaration) !== undefined, promiseOf }
}

function assignmentsOf({ morph: { Node, SyntaxKind }, source }: Code, declarations: Flows['declarations']): ReadonlyMap<Node, readonly Node[]> {
  const found = new Map<Node, Node[]>()
  for (const assignment of source.getDescendantsOfKind(SyntaxKind.BinaryExpression)) {
    if (!isAssignment(assignment)) continue
    const left = assignment.getLeft()
    for (const declaration of declarations(left)) found.set(declaration, [...found.get(declaration) ?? [], assignment.getRight()])
    // In JavaScript a field is declared by its first assignment.
    if (Node.isPropertyAccessExpression(left)) found.set(left, [assignment.getRight()])
  }
  return found
}

function additionsOf({ morph: { Node, SyntaxKind }, source }: Code, declarations: Flows['declarations']): ReadonlyMap<Node, readonly Node[]> {
  const found = new Map<Node, readonly Node[]>()
  for (const call of source.getDescendantsOfKind(SyntaxKind.CallExpression)) {
    const callee = call.getExpression()
    if (!Node.isPropertyAccessExpression(callee) || !/^(?:push|unshift)$/u.test(callee.getName())) continue
    for (const declaration of declarations(callee.getExpression())) found.set(declaration, [...found.get(declaration) ?? [], ...call.getArguments()])
  }
  return found
}

export const isAssignment = (node: Morph.BinaryExpression) => /^(?:=|\?\?=|\|\|=)$/u.test(node.getOperatorToken().getText())

function invocationsOf({ morph: { SyntaxKind }, source }: Code, declarations: Flows['declarations']): ReadonlyMap<Node, readonly Invocation[]> {
  const found = new Map<Node, Invocation[]>()
  const all = [...source.getDescendantsOfKind(SyntaxKind.CallExpression), ...source.getDescendantsOfKind(SyntaxKind.NewExpression)]
  for (const call of all) for (const declaration of declarations(call.getExpression())) found.set(declaration, [...found.get(declaration) ?? [], call])
  return found
}
