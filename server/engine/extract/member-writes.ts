// What code writes to: assignments, deletions and calls, as chains of names that start at a variable or at `this`.
import { literalText } from './literal.ts'
import type { Node } from './parse.ts'
import { unwrapped } from './unwrapped.ts'

/** `cache.byId[key] = 1` writes to cache by ['byId', undefined]; `cache.rows.push(1)` calls push of what stands at ['rows']. */
export interface Write {
  /** The variable; undefined for `this`. */
  readonly root: string | undefined
  /** Undefined for a key that only running tells. */
  readonly path: readonly (string | undefined)[]
  readonly method?: string
  readonly at: number
}

export function writesIn(node: Node): readonly Write[] {
  switch (node.type) {
    case 'AssignmentExpression': return targetsIn(node.left).flatMap(assigned)
    case 'UpdateExpression': return assigned(node.argument)
    case 'UnaryExpression': return node.operator === 'delete' ? assigned(node.argument) : []
    case 'ForInStatement': case 'ForOfStatement': return node.left.type === 'VariableDeclaration' ? [] : targetsIn(node.left).flatMap(assigned)
    case 'CallExpression': return called(node)
    default: return []
  }
}

function assigned(node: Node): readonly Write[] {
  const chain = chainOf(node)
  return chain === undefined ? [] : [{ ...chain, at: node.start }]
}

/** `rows.push(1)`, and what the language itself writes to: `Object.assign(rows, …)`. */
function called({ callee, arguments: [first], start: at }: Extract<Node, { type: 'CallExpression' }>): readonly Write[] {
  const member = unwrapped(callee)
  if (member.type !== 'MemberExpression') return []
  const method = keyOf(member)
  const of = chainOf(member.object)
  if (of === undefined || method === undefined) return []
  if (of.path.length > 0 || first === undefined || !writers.has(`${of.root}.${method}`)) return [{ ...of, method, at }]
  const target = chainOf(first)
  return target === undefined ? [] : [{ ...target, path: [...target.path, undefined], at }]
}

const writers = new Set(['Object.assign', 'Object.defineProperty', 'Object.defineProperties', 'Object.setPrototypeOf', 'Reflect.set', 'Reflect.deleteProperty', 'Reflect.defineProperty'])

/** Undefined for what is more than names, dots and keys. */
function chainOf(node: Node): Pick<Write, 'root' | 'path'> | undefined {
  const inner = unwrapped(node)
  if (inner.type === 'Identifier') return { root: inner.name, path: [] }
  if (inner.type === 'ThisExpression') return { root: undefined, path: [] }
  if (inner.type !== 'MemberExpression') return undefined
  const of = chainOf(inner.object)
  return of && { root: of.root, path: [...of.path, keyOf(inner)] }
}

function keyOf(node: Extract<Node, { type: 'MemberExpression' }>): string | undefined {
  if (node.computed) return literalText(node.property)
  return node.property.type === 'PrivateIdentifier' ? `#${node.property.name}` : node.property.name
}

/** Of `[a.x, { y: b.z = 1 }] = …`: a.x and b.z. */
function targetsIn(pattern: Node): readonly Node[] {
  switch (pattern.type) {
    case 'ObjectPattern': return pattern.properties.flatMap(property => targetsIn(property.type === 'Property' ? property.value : property.argument))
    case 'ArrayPattern': return pattern.elements.flatMap(element => element === null ? [] : targetsIn(element))
    case 'AssignmentPattern': return targetsIn(pattern.left)
    case 'RestElement': return targetsIn(pattern.argument)
    default: return [pattern]
  }
}
