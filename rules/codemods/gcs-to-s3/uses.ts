import type { Call, Code, Morph, Node } from '../parse.ts'
import { isAssignment } from './flows.ts'
import type { Kind, Kinds } from './kinds.ts'
import { arrayToArray, arrayToElement, elementCallbacks } from './methods.ts'

/** What is done with a Storage, a Bucket or a File somewhere in the file, as far as it is not just handed on. */
export type Use =
  | { readonly sort: 'call'; readonly call: Call; readonly receiver: Node; readonly of: Kind; readonly method: string }
  | { readonly sort: 'property'; readonly access: Morph.PropertyAccessExpression; readonly of: Kind }
  /** It goes to other files, which have to take what it will be. */
  | { readonly sort: 'crossing'; readonly handle: Node; readonly of: Kind }
  /** Nothing is known of what happens to it there. */
  | { readonly sort: 'unknown'; readonly handle: Node; readonly of: Kind; readonly why: string }

export function usesOf(code: Code, kinds: Kinds): readonly Use[] {
  const { Node } = code.morph
  const uses: Use[] = []
  code.source.forEachDescendant((node) => {
    if (!Node.isExpression(node) || !isUse(code, node) || isWrapped(code, node)) return
    const of = kinds.of(node)
    const use = of === undefined ? undefined : useOf(code, kinds, node, of)
    if (use !== undefined) uses.push(use)
  })
  return uses
}

function isUse({ morph: { Node } }: Code, node: Node): boolean {
  if (!Node.isIdentifier(node)) return true
  const parent = node.getParent()
  if (Node.isPropertyAccessExpression(parent)) return parent.getNameNode() !== node
  if (Node.isShorthandPropertyAssignment(parent) || Node.isExportSpecifier(parent)) return true
  if (Node.isBindingElement(parent)) return parent.getInitializer() === node
  return !(Node.hasName(parent) && parent.getNameNode() === node) && !Node.isImportSpecifier(parent) && !Node.isParameterDeclaration(parent)
}

/** Its value goes through the expression around it, which is looked at instead. */
function isWrapped({ morph: { Node } }: Code, node: Node): boolean {
  const parent = node.getParent()
  if (Node.isParenthesizedExpression(parent) || Node.isAsExpression(parent) || Node.isNonNullExpression(parent) || Node.isSatisfiesExpression(parent) || Node.isAwaitExpression(parent)) return true
  if (Node.isConditionalExpression(parent)) return parent.getCondition() !== node
  return Node.isBinaryExpression(parent) && /^(?:\?\?|\|\||&&)$/u.test(parent.getOperatorToken().getText())
}

function useOf(code: Code, kinds: Kinds, node: Node, of: Kind): Use | undefined {
  const { Node } = code.morph
  const parent = node.getParentOrThrow()
  if (Node.isPropertyAccessExpression(parent)) return memberUse(code, node, parent, of)
  if (Node.isElementAccessExpression(parent) && parent.getExpression() === node && of === 'files') return undefined
  if (Node.isVariableDeclaration(parent) || Node.isPropertyDeclaration(parent) || Node.isParameterDeclaration(parent)) return !saysType(code, parent) && isExported(code, parent) ? { sort: 'crossing', handle: node, of } : undefined
  if (Node.isBinaryExpression(parent)) return assignmentUse(code, kinds, node, parent, of)
  if (Node.isPropertyAssignment(parent) || Node.isShorthandPropertyAssignment(parent) || Node.isArrayLiteralExpression(parent)) return containedUse(code, kinds, node, parent, of)
  if (Node.isReturnStatement(parent) || Node.isArrowFunction(parent)) return returnUse(code, kinds, node, of)
  if (Node.isCallExpression(parent) || Node.isNewExpression(parent)) return argumentUse(code, kinds, node, parent, node, of)
  if (Node.isExportAssignment(parent) || Node.isExportSpecifier(parent)) return { sort: 'crossing', handle: node, of }
  if (isHarmless(code, node, parent)) return undefined
  return { sort: 'unknown', handle: node, of, why: `it is used in a way that is not understood (${parent.getKindName()})` }
}

const saysType = ({ morph: { Node } }: Code, declaration: Node) => Node.isTyped(declaration) && declaration.getTypeNode() !== undefined

function memberUse({ morph: { Node } }: Code, node: Node, access: Morph.PropertyAccessExpression, of: Kind): Use | undefined {
  const call = access.getParent()
  const isCalled = Node.isCallExpression(call) && call.getExpression() === access
  const method = access.getName()
  if (of === 'files') {
    const isOfArray = method === 'length' || elementCallbacks.has(method) || arrayToArray.has(method) || arrayToElement.has(method) || /^(?:push|unshift|entries|keys|values)$/u.test(method)
    return isOfArray ? undefined : { sort: 'unknown', handle: node, of, why: `${method} is asked of the files` }
  }
  if (isCalled && (of === 'client' && method === 'bucket' || of === 'bucket' && method === 'file')) return undefined
  if (isCalled && (access.hasQuestionDotToken() || call.hasQuestionDotToken())) return { sort: 'unknown', handle: node, of, why: 'it is called with ?.' }
  if (isCalled) return { sort: 'call', call, receiver: node, of, method }
  return { sort: 'property', access, of }
}

function assignmentUse({ morph: { Node } }: Code, kinds: Kinds, node: Node, parent: Morph.BinaryExpression, of: Kind): Use | undefined {
  if (!isAssignment(parent)) {
    return /^[!=]==?$/u.test(parent.getOperatorToken().getText()) ? undefined : { sort: 'unknown', handle: node, of, why: 'it is part of an expression that is not understood' }
  }
  if (parent.getLeft() === node) return undefined
  if (isExportsObject(parent.getLeft())) return { sort: 'crossing', handle: node, of }
  const isKnown = kinds.of(parent.getLeft()) !== undefined || (Node.isPropertyAccessExpression(parent.getLeft()) && Node.isThisExpression(parent.getLeft().getFirstChildOrThrow()))
  return isKnown ? undefined : { sort: 'unknown', handle: node, of, why: `what it is assigned to is not known to be a ${googleName(of)}` }
}

const isExportsObject = (node: Node) => /^(?:module\.)?exports\b/u.test(node.getText())

/** In an object or an array: what happens to that is what counts. */
function containedUse(code: Code, kinds: Kinds, node: Node, parent: Node, of: Kind): Use | undefined {
  const { Node } = code.morph
  let outer: Node = parent
  while (Node.isPropertyAssignment(outer) || Node.isShorthandPropertyAssignment(outer) || Node.isObjectLiteralExpression(outer) || Node.isArrayLiteralExpression(outer)) {
    const next = outer.getParentOrThrow()
    if (Node.isCallExpression(next) || Node.isNewExpression(next)) return argumentUse(code, kinds, node, next, outer, of)
    if (Node.isBinaryExpression(next) && isExportsObject(next.getLeft())) return { sort: 'crossing', handle: node, of }
    if (Node.isArrayLiteralExpression(outer) && kinds.of(outer) !== 'files') return { sort: 'unknown', handle: node, of, why: 'it is kept in an array with others' }
    outer = next
  }
  if (Node.isExportAssignment(outer) || isExported(code, outer)) return { sort: 'crossing', handle: node, of }
  const isLost = Node.isVariableDeclaration(outer) && !kinds.mentions(outer).every((mention) => isTakenByName(code, mention))
  return isLost ? { sort: 'unknown', handle: node, of, why: 'it is kept in an object, out of which it may be taken in any way' } : undefined
}

/** `deps.bucket`, `const { bucket } = deps` */
function isTakenByName({ morph: { Node } }: Code, mention: Node): boolean {
  const parent = mention.getParent()
  return Node.isPropertyAccessExpression(parent) && parent.getExpression() === mention
    || Node.isVariableDeclaration(parent) && Node.isObjectBindingPattern(parent.getNameNode())
}

function returnUse(code: Code, kinds: Kinds, node: Node, of: Kind): Use | undefined {
  const { Node } = code.morph
  const fn = node.getFirstAncestor((around) => Node.isArrowFunction(around) || Node.isFunctionExpression(around) || Node.isFunctionDeclaration(around) || Node.isMethodDeclaration(around) || Node.isGetAccessorDeclaration(around))
  if (fn === undefined) return undefined
  const owner = fn.getParent()
  if (Node.isCallExpression(owner)) {
    const isElement = kinds.of(owner) === 'files'
    const isTruth = Node.isPropertyAccessExpression(owner.getExpression()) && /^(?:filter|some|every|find)$/u.test(owner.getExpression().getLastChildOrThrow().getText())
    return isElement || isTruth ? undefined : { sort: 'unknown', handle: node, of, why: `it is given back to ${calleeName(code, owner.getExpression())}` }
  }
  const named = Node.isArrowFunction(fn) || Node.isFunctionExpression(fn) ? owner : fn
  const stray = named === undefined || Node.isGetAccessorDeclaration(named) ? undefined : kinds.mentions(named).find((mention) => !isCalled(code, mention))
  if (stray !== undefined) return { sort: 'unknown', handle: node, of, why: `${stray.getText()} is handed on, so that it may be called from anywhere` }
  // A type says it already, and is spoken of where it stands.
  const isSaid = Node.isReturnTyped(fn) && fn.getReturnTypeNode() !== undefined
  return !isSaid && isExported(code, fn) ? { sort: 'crossing', handle: node, of } : undefined
}

function isCalled({ morph: { Node } }: Code, mention: Node): boolean {
  const parent = mention.getParent()
  const callee = Node.isPropertyAccessExpression(parent) && parent.getNameNode() === mention ? parent : mention
  const call = callee.getParent()
  return Node.isCallExpression(call) && call.getExpression() === callee || Node.isExportSpecifier(call)
}

function argumentUse(code: Code, kinds: Kinds, node: Node, call: Morph.CallExpression | Morph.NewExpression, argument: Node, of: Kind): Use | undefined {
  const { Node } = code.morph
  const callee = call.getExpression()
  if (callee === node) return undefined
  if (Node.isPropertyAccessExpression(callee)) {
    const receiver = kinds.of(callee.getExpression())
    if (receiver === 'files' || (receiver === 'file' && /^(?:copy|move|rename)$/u.test(callee.getName()))) return undefined
  }
  const [declaration] = kinds.declarations(callee)
  if (Node.isImportSpecifier(declaration) || Node.isImportClause(declaration)) {
    const specifier = declaration.getFirstAncestorOrThrow(Node.isImportDeclaration).getModuleSpecifierValue()
    if (specifier.startsWith('.')) return { sort: 'crossing', handle: node, of }
  }
  const fn = Node.isVariableDeclaration(declaration) ? declaration.getInitializer() : Node.isClassDeclaration(declaration) ? declaration.getConstructors()[0] : declaration
  if (Node.isParametered(fn)) {
    const parameter = fn.getParameters()[call.getArguments().indexOf(argument)]
    if (parameter !== undefined && (argument !== node || kinds.ofDeclaration(parameter) === of)) return undefined
  }
  return { sort: 'unknown', handle: node, of, why: `${calleeName(code, callee)} is handed a ${googleName(of)}` }
}

/** Without what it is called on, which may read differently afterwards. */
function calleeName({ morph: { Node } }: Code, callee: Node): string {
  return Node.isPropertyAccessExpression(callee) ? callee.getName() : callee.getText()
}

export function googleName(of: Kind): string {
  return { client: 'Storage', bucket: 'Bucket', file: 'File', files: 'list of Files' }[of]
}

function isHarmless({ morph: { Node } }: Code, node: Node, parent: Node): boolean {
  return Node.isExpressionStatement(parent) || Node.isIfStatement(parent) || Node.isForOfStatement(parent) || Node.isSpreadElement(parent)
    || Node.isPrefixUnaryExpression(parent) || Node.isTypeOfExpression(parent) || Node.isBindingElement(parent)
    || Node.isConditionalExpression(parent) && parent.getCondition() === node
}

/** Other files may see it. Of a class only what is not private. */
export function isExported(code: Code, declaration: Node): boolean {
  const { Node } = code.morph
  if (Node.isParameterDeclaration(declaration) && !declaration.isParameterProperty()) {
    const owner = declaration.getParent()
    return isExported(code, Node.isArrowFunction(owner) || Node.isFunctionExpression(owner) || Node.isConstructorDeclaration(owner) ? owner.getParentOrThrow() : owner)
  }
  for (let around: Node | undefined = declaration; around !== undefined; around = around.getParent()) {
    if (Node.isScoped(around) && around.getScope() === 'private') return false
    if (Node.isNamed(around) && around.getName().startsWith('#')) return false
    if (Node.isExportable(around) || Node.isVariableStatement(around)) return around.isExported()
    if (around !== declaration && (Node.isBlock(around) || Node.isArrowFunction(around))) return false
  }
  return false
}
