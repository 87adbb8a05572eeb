import type { Call, Code, Node } from '../parse.ts'
import { arrayToArray, arrayToElement, elementCallbacks, resultKind } from './methods.ts'
import type { Names } from './names.ts'

/** What of Google's an expression is: a Storage, a Bucket, a File, an array of Files. */
export type Kind = 'client' | 'bucket' | 'file' | 'files'

export interface Kinds {
  of(node: Node | undefined): Kind | undefined
  ofDeclaration(declaration: Node): Kind | undefined
  /** What the type that someone wrote says. */
  ofType(type: Node | undefined): Kind | undefined
  /** Where the variable, field, parameter or function is declared that an expression names. */
  declarations(node: Node): readonly Node[]
  /** The expressions whose values get there. */
  sources(declaration: Node): readonly Node[]
}

const kindOfExport: Readonly<Record<string, Kind>> = { Storage: 'client', Bucket: 'bucket', File: 'file' }

export function kindsOf(code: Code, names: Names): Kinds {
  const { Node } = code.morph
  const known = new Map<Node, Kind | undefined>()
  const asked = new Set<Node>()
  let assignments: ReadonlyMap<Node, readonly Node[]> | undefined
  let calls: ReadonlyMap<Node, readonly Call[]> | undefined

  /** A name that is declared by itself has no kind, rather than none that could ever be told. */
  function once(node: Node | undefined, tell: (node: Node) => Kind | undefined): Kind | undefined {
    if (node === undefined || asked.has(node)) return undefined
    if (known.has(node)) return known.get(node)
    asked.add(node)
    const kind = tell(node)
    asked.delete(node)
    if (asked.size === 0 || kind !== undefined) known.set(node, kind)
    return kind
  }

  const of = (node: Node | undefined): Kind | undefined => once(node, (node) => {
    if (Node.isNewExpression(node)) return names.exported(node.getExpression()) === 'Storage' ? 'client' : undefined
    if (Node.isParenthesizedExpression(node) || Node.isAsExpression(node) || Node.isNonNullExpression(node) || Node.isSatisfiesExpression(node)) return of(node.getExpression())
    if (Node.isConditionalExpression(node)) return of(node.getWhenTrue()) ?? of(node.getWhenFalse())
    if (Node.isBinaryExpression(node)) return /^(?:\?\?|\|\||&&|=|\?\?=|\|\|=)$/u.test(node.getOperatorToken().getText()) ? of(node.getRight()) : undefined
    if (Node.isArrayLiteralExpression(node)) return node.getElements().length > 0 && node.getElements().every((element) => of(element) === 'file') ? 'files' : undefined
    if (Node.isAwaitExpression(node)) return of(node.getExpression())
    if (Node.isElementAccessExpression(node)) return of(node.getExpression()) === 'files' ? 'file' : node.getArgumentExpression()?.getText() === '0' ? tuple(node.getExpression()) : undefined
    if (Node.isCallExpression(node)) return ofCall(node)
    if (Node.isPropertyAccessExpression(node) && node.getName() === 'bucket' && of(node.getExpression()) === 'file') return 'bucket'
    if (Node.isIdentifier(node) || Node.isPropertyAccessExpression(node)) return first(declarations(node), ofDeclaration)
    return undefined
  })

  function ofCall(call: Call): Kind | undefined {
    const callee = call.getExpression()
    if (Node.isPropertyAccessExpression(callee)) {
      const receiver = of(callee.getExpression())
      const method = callee.getName()
      if (receiver === 'client' && method === 'bucket') return 'bucket'
      if (receiver === 'bucket' && method === 'file') return 'file'
      if (receiver === 'files' && arrayToArray.has(method)) return 'files'
      if (receiver === 'files' && arrayToElement.has(method)) return 'file'
      if (method === 'map') {
        const [callback] = call.getArguments()
        if (Node.isArrowFunction(callback) && of(callback.getBody()) === 'file') return 'files'
      }
    }
    return first(declarations(callee).filter((declaration) => isFunction(declaration)), ofDeclaration)
  }

  /** Of the first place of what a promise resolves to. */
  function tuple(node: Node | undefined): Kind | undefined {
    if (Node.isParenthesizedExpression(node) || Node.isAwaitExpression(node)) return tuple(node.getExpression())
    if (!Node.isCallExpression(node)) return undefined
    const callee = node.getExpression()
    return Node.isPropertyAccessExpression(callee) ? resultKind(of(callee.getExpression()), callee.getName()) : undefined
  }

  const isFunction = (node: Node) => Node.isFunctionDeclaration(node) || Node.isMethodDeclaration(node) || Node.isGetAccessorDeclaration(node) || isFunctionVariable(node)
  const isFunctionVariable = (node: Node) => Node.isVariableDeclaration(node) && functionOf(node.getInitializer()) !== undefined
  const functionOf = (node: Node | undefined) => Node.isArrowFunction(node) || Node.isFunctionExpression(node) ? node : undefined

  const ofDeclaration = (declaration: Node): Kind | undefined => once(declaration, (declaration) => {
    if (isFunction(declaration)) return ofType(returnType(declaration)) ?? first(returned(declaration), of)
    const written = Node.isTyped(declaration) ? declaration.getTypeNode() : undefined
    if (written !== undefined) return ofType(written)
    if (Node.isBindingElement(declaration)) return ofElement(declaration)
    if (Node.isShorthandPropertyAssignment(declaration)) return first(declaration.getValueSymbol()?.getDeclarations() ?? [], ofDeclaration)
    return first(sources(declaration), (source) => iterates(declaration) ? elementKind(of(source)) : of(source))
  })

  const elementKind = (kind: Kind | undefined): Kind | undefined => kind === 'files' ? 'file' : undefined
  /** Its values are elements of what gets there. */
  const iterates = (declaration: Node) => Node.isParameterDeclaration(declaration) && arrayOfCallback(declaration) !== undefined || forOf(declaration) !== undefined

  function ofElement(element: Node): Kind | undefined {
    const pattern = element.getParent()
    const owner = pattern?.getParent()
    if (!Node.isBindingElement(element) || owner === undefined) return undefined
    if (Node.isArrayBindingPattern(pattern)) {
      if (Node.isParameterDeclaration(owner)) return pattern.getElements()[0] === element ? tuple(promiseOfCallback(owner)) : undefined
      const source = Node.isVariableDeclaration(owner) ? owner.getInitializer() : undefined
      return of(source) === 'files' ? 'file' : pattern.getElements()[0] === element ? tuple(source) : undefined
    }
    return first(membersOf(element, owner), ofDeclaration)
  }

  /** `{ bucket }: Deps`: where the type, if this file declares it, says what a bucket is. */
  function membersOf(element: Node, owner: Node): readonly Node[] {
    if (!Node.isBindingElement(element) || !Node.isTyped(owner) || owner.getTypeNode() === undefined) return []
    const name = (element.getPropertyNameNode() ?? element.getNameNode()).getText()
    return owner.getTypeNode()?.getType().getProperty(name)?.getDeclarations() ?? []
  }

  function ofType(type: Node | undefined): Kind | undefined {
    if (Node.isUnionTypeNode(type)) return first(type.getTypeNodes(), ofType)
    if (Node.isArrayTypeNode(type)) return ofType(type.getElementTypeNode()) === 'file' ? 'files' : undefined
    if (Node.isTypeOperatorTypeNode(type)) return ofType(type.getTypeNode())
    if (Node.isParenthesizedTypeNode(type)) return ofType(type.getTypeNode())
    if (!Node.isTypeReference(type)) return undefined
    const [argument] = type.getTypeArguments()
    const name = type.getTypeName().getText()
    if (/^(?:Readonly)?Array$/u.test(name)) return ofType(argument) === 'file' ? 'files' : undefined
    if (name === 'Promise') return ofType(argument)
    return kindOfExport[names.exported(type.getTypeName()) ?? '']
  }

  function declarations(node: Node): readonly Node[] {
    const name = Node.isPropertyAccessExpression(node) ? node.getNameNode() : node
    if (!Node.isIdentifier(name) && !Node.isPrivateIdentifier(name)) return []
    const found = name.getSymbol()?.getDeclarations() ?? []
    return found.flatMap((declaration) => {
      if (Node.isShorthandPropertyAssignment(declaration)) return declaration.getValueSymbol()?.getDeclarations() ?? []
      const owner = Node.isBindingElement(declaration) ? declaration.getParent().getParent() : undefined
      const members = owner === undefined ? [] : membersOf(declaration, owner)
      return members.length > 0 ? members : [declaration]
    })
  }

  function sources(declaration: Node): readonly Node[] {
    if (isFunction(declaration)) return returned(declaration)
    const loop = forOf(declaration)
    if (loop !== undefined) return [loop]
    const initializer = Node.isInitializerExpressionGetable(declaration) ? declaration.getInitializer() : undefined
    assignments ??= assignmentsOf(code, declarations)
    const assigned = assignments.get(declaration) ?? []
    const given = Node.isParameterDeclaration(declaration) ? argumentsFor(declaration) : []
    return [...initializer === undefined ? [] : [initializer], ...assigned, ...given, ...elementSource(declaration)]
  }

  function elementSource(declaration: Node): readonly Node[] {
    const owner = Node.isBindingElement(declaration) ? declaration.getParent().getParent() : undefined
    if (Node.isParameterDeclaration(owner)) return [promiseOfCallback(owner)].filter((node) => node !== undefined)
    const source = Node.isVariableDeclaration(owner) ? owner.getInitializer() : undefined
    return source === undefined ? [] : [source]
  }

  function argumentsFor(parameter: Node): readonly Node[] {
    const owner = parameter.getParent()
    if (!Node.isParameterDeclaration(parameter) || owner === undefined) return []
    const array = arrayOfCallback(parameter)
    if (array !== undefined) return [array]
    const index = parameter.getChildIndex()
    calls ??= callsOf(code, declarations)
    const named = Node.isArrowFunction(owner) || Node.isFunctionExpression(owner) ? owner.getParent() : Node.isConstructorDeclaration(owner) ? owner.getParent() : owner
    const position = Node.isParametered(owner) ? owner.getParameters().indexOf(parameter) : index
    return (calls.get(named ?? owner) ?? []).flatMap((call) => call.getArguments()[position] ?? [])
  }

  function arrayOfCallback(parameter: Node): Node | undefined {
    const callback = functionOf(parameter.getParent())
    if (callback === undefined || callback.getParameters()[0] !== parameter) return undefined
    const call = callback.getParent()
    const callee = Node.isCallExpression(call) ? call.getExpression() : undefined
    return Node.isPropertyAccessExpression(callee) && elementCallbacks.has(callee.getName()) && of(callee.getExpression()) === 'files' ? callee.getExpression() : undefined
  }

  function promiseOfCallback(parameter: Node): Node | undefined {
    const callback = functionOf(parameter.getParent())
    const call = callback?.getParent()
    const callee = Node.isCallExpression(call) && call.getArguments()[0] === callback ? call.getExpression() : undefined
    return Node.isPropertyAccessExpression(callee) && callee.getName() === 'then' ? callee.getExpression() : undefined
  }

  function forOf(declaration: Node): Node | undefined {
    const loop = declaration.getParent()?.getParent()
    return Node.isVariableDeclaration(declaration) && Node.isForOfStatement(loop) && loop.getInitializer() === declaration.getParent() ? loop.getExpression() : undefined
  }

  function returnType(declaration: Node): Node | undefined {
    const fn = Node.isVariableDeclaration(declaration) ? functionOf(declaration.getInitializer()) : declaration
    return Node.isReturnTyped(fn) ? fn.getReturnTypeNode() : undefined
  }

  function returned(declaration: Node): readonly Node[] {
    const fn = Node.isVariableDeclaration(declaration) ? functionOf(declaration.getInitializer()) : declaration
    const body = Node.isBodyable(fn) || Node.isBodied(fn) ? fn.getBody() : undefined
    if (body === undefined) return []
    if (!Node.isBlock(body)) return [body]
    return body.getDescendants().filter(Node.isReturnStatement).filter((statement) => statement.getFirstAncestor(Node.isFunctionLikeDeclaration) === fn || statement.getFirstAncestor((node) => Node.isArrowFunction(node) || Node.isFunctionExpression(node) || Node.isFunctionLikeDeclaration(node)) === fn)
      .map((statement) => statement.getExpression()).filter((expression) => expression !== undefined)
  }

  return { of, ofDeclaration, ofType, declarations, sources }
}

function first<T>(nodes: readonly T[], tell: (node: T) => Kind | undefined): Kind | undefined {
  for (const node of nodes) {
    const kind = tell(node)
    if (kind !== undefined) return kind
  }
  return undefined
}

function assignmentsOf({ morph: { Node, SyntaxKind }, source }: Code, declarations: Kinds['declarations']): ReadonlyMap<Node, readonly Node[]> {
  const found = new Map<Node, Node[]>()
  for (const assignment of source.getDescendantsOfKind(SyntaxKind.BinaryExpression)) {
    if (!/^(?:=|\?\?=|\|\|=)$/u.test(assignment.getOperatorToken().getText())) continue
    for (const declaration of declarations(assignment.getLeft())) {
      found.set(declaration, [...found.get(declaration) ?? [], assignment.getRight()])
    }
    if (Node.isPropertyAccessExpression(assignment.getLeft())) found.set(assignment.getLeft(), [assignment.getRight()])
  }
  return found
}

function callsOf({ morph: { SyntaxKind }, source }: Code, declarations: Kinds['declarations']): ReadonlyMap<Node, readonly Call[]> {
  const found = new Map<Node, Call[]>()
  const calls = [...source.getDescendantsOfKind(SyntaxKind.CallExpression), ...source.getDescendantsOfKind(SyntaxKind.NewExpression) as unknown as readonly Call[]]
  for (const call of calls) for (const declaration of declarations(call.getExpression())) found.set(declaration, [...found.get(declaration) ?? [], call])
  return found
}
