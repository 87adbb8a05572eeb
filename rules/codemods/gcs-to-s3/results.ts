import type { Call, Code, Node } from '../parse.ts'
import type { Printer } from '../printer.ts'
import type { Replacement } from './calls.ts'

/**
 * Google's promises give arrays; the new ones give the first place itself. So `const [x] = await …` loses its brackets, and
 * where the array goes on to somewhere else, it is made again.
 */
export type Taken =
  | { readonly how: 'not-at-all' }
  /** The brackets around this name go. */
  | { readonly how: 'unpacked'; readonly pattern: Node; readonly name: Node }
  /** `(await …)[0]` */
  | { readonly how: 'picked'; readonly whole: Node; readonly awaited: Node }
  | { readonly how: 'as-it-is' }
  /** More than the first place is looked at. */
  | { readonly how: 'more' }

export function takenOf(code: Code, call: Call): Taken {
  const { Node } = code.morph
  const promise = settled(code, call)
  const parent = promise.getParentOrThrow()
  if (Node.isPropertyAccessExpression(parent) && parent.getName() === 'then') return takenByThen(code, parent)
  const whole = Node.isAwaitExpression(parent) ? parent : promise
  if (isDropped(code, whole)) return { how: 'not-at-all' }
  return Node.isAwaitExpression(parent) ? takenAwaited(code, parent) : { how: 'as-it-is' }
}

/** The call with what handles its failure: `.catch(…)`, `.finally(…)`. */
function settled(code: Code, call: Node): Node {
  const { Node } = code.morph
  const access = call.getParent()
  const outer = access?.getParent()
  if (!Node.isPropertyAccessExpression(access) || !/^(?:catch|finally)$/u.test(access.getName()) || !Node.isCallExpression(outer)) return call
  return settled(code, outer)
}

function takenByThen(code: Code, access: Node): Taken {
  const { Node } = code.morph
  const call = access.getParent()
  const callback = Node.isCallExpression(call) ? call.getArguments()[0] : undefined
  if (!Node.isArrowFunction(callback) && !Node.isFunctionExpression(callback)) return { how: 'as-it-is' }
  const pattern = callback.getParameters()[0]?.getNameNode()
  return pattern === undefined ? { how: 'not-at-all' } : unpacked(code, pattern) ?? { how: 'as-it-is' }
}

function takenAwaited(code: Code, awaited: Node): Taken {
  const { Node } = code.morph
  const parent = awaited.getParentOrThrow()
  if (Node.isVariableDeclaration(parent)) return unpacked(code, parent.getNameNode()) ?? { how: 'as-it-is' }
  if (Node.isBinaryExpression(parent) && parent.getOperatorToken().getText() === '=') return unpacked(code, parent.getLeft()) ?? { how: 'as-it-is' }
  const access = Node.isParenthesizedExpression(parent) ? parent.getParent() : undefined
  if (!Node.isElementAccessExpression(access)) return { how: 'as-it-is' }
  return access.getArgumentExpression()?.getText() === '0' ? { how: 'picked', whole: access, awaited } : { how: 'more' }
}

function unpacked({ morph: { Node } }: Code, pattern: Node): Taken | undefined {
  if (!Node.isArrayBindingPattern(pattern) && !Node.isArrayLiteralExpression(pattern)) return undefined
  const [element, ...more] = pattern.getElements()
  if (element === undefined && more.length === 0) return { how: 'not-at-all' }
  if (more.length > 0) return { how: 'more' }
  if (Node.isArrayLiteralExpression(pattern)) return element === undefined ? undefined : { how: 'unpacked', pattern, name: element }
  if (!Node.isBindingElement(element) || element.getDotDotDotToken() !== undefined || element.getInitializer() !== undefined) return { how: 'more' }
  return { how: 'unpacked', pattern, name: element.getNameNode() }
}

/** Nobody looks at the value: a statement of its own, or one of those that `Promise.all` waits for and nobody looks at. */
function isDropped(code: Code, node: Node): boolean {
  const { Node } = code.morph
  const parent = node.getParent()
  if (Node.isExpressionStatement(parent) || Node.isVoidExpression(parent)) return true
  if (Node.isParenthesizedExpression(parent) || Node.isAwaitExpression(parent)) return isDropped(code, parent)
  if (Node.isArrowFunction(parent) || Node.isArrayLiteralExpression(parent)) {
    const call = parent.getParent()
    if (!Node.isCallExpression(call)) return false
    const callee = call.getExpression().getText()
    if (callee.endsWith('.forEach')) return true
    if (/^Promise\.(?:all|allSettled)$/u.test(callee) || callee.endsWith('.map')) return isDropped(code, call)
    return false
  }
  const isArgument = Node.isCallExpression(parent) && parent.getArguments().includes(node) && /^Promise\.(?:all|allSettled)$/u.test(parent.getExpression().getText())
  return isArgument && isDropped(code, parent)
}

/** Undefined where the call can be replaced; else why it has to stay. */
export function cannotBeTaken(replacement: Replacement, taken: Taken, method: string): string | undefined {
  if (taken.how === 'more') return `${method} stays with Google because its response is looked at, which S3 gives in another shape`
  const isWanted = taken.how === 'unpacked' || taken.how === 'picked'
  return replacement.result === 'nothing' && isWanted ? `${method} stays with Google because its response is looked at, which S3 gives in another shape` : undefined
}

export function replaceTaken(printer: Printer, call: Call, replacement: Replacement, taken: Taken, isTypeScript: boolean): void {
  const { result, text } = replacement
  if (result === 'now' || taken.how === 'not-at-all') return printer.replace(call, text)
  if (result === 'nothing') return printer.replace(call, () => `${text()}.then(() => undefined)`)
  if (taken.how === 'unpacked') {
    printer.replace(taken.pattern, () => printer.print(taken.name))
    return printer.replace(call, text)
  }
  if (taken.how === 'picked') {
    printer.replace(call, text)
    return printer.replace(taken.whole, () => `(${printer.print(taken.awaited)})`)
  }
  printer.replace(call, () => `${text()}.then((value)${isTypeScript ? `: [${result.type}]` : ''} => [value])`)
}
