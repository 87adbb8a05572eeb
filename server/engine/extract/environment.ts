import type { Span } from '../../../rules/model/place.ts'
import { literalText } from './literal.ts'
import type { Node } from './parse.ts'
import { unwrapped } from './unwrapped.ts'

/** One variable of the environment that an expression reads, and the global by which it gets there. */
export interface Variable {
  readonly name: string
  readonly span: Span
  /** 'import.meta' is no name that anyone can redeclare. */
  readonly root: 'process' | 'Bun' | 'Deno' | 'import.meta'
}

/** `process.env.X`, `process.env['X']`, `Deno.env.get('X')`. */
export function variableRead(node: Node): Variable | undefined {
  if (node.type === 'MemberExpression') return variableOf(environment(node.object), node.property, node.computed)
  if (node.type !== 'CallExpression') return undefined
  const callee = unwrapped(node.callee)
  const [argument] = node.arguments
  if (argument === undefined || callee.type !== 'MemberExpression' || memberName(callee) !== 'get') return undefined
  return environment(callee.object) === 'Deno' ? variableOf('Deno', argument, true, true) : undefined
}

/** `const { X, Y: mine } = process.env`: what pattern and value stand for together. */
export function variablesTakenApart(pattern: Node, value: Node): readonly Variable[] {
  const root = environment(value)
  if (root === undefined || pattern.type !== 'ObjectPattern') return []
  return pattern.properties.flatMap(property => property.type === 'Property' ? variableOf(root, property.key, property.computed) ?? [] : [])
}

function variableOf(root: Variable['root'] | undefined, key: Node, computed: boolean, asked = false): Variable | undefined {
  // Deno's environment is asked, not an object with a property for each variable.
  if (root === undefined || (root === 'Deno') !== asked) return undefined
  const name = !computed && key.type === 'Identifier' ? key.name : literalText(key)
  return name === undefined ? undefined : { name, span: { start: key.start, end: key.end }, root }
}

/** The root of `process.env`, `Bun.env`, `Deno.env` or `import.meta.env`; undefined for anything else. */
function environment(node: Node): Variable['root'] | undefined {
  const member = unwrapped(node)
  if (member.type !== 'MemberExpression' || memberName(member) !== 'env') return undefined
  const object = unwrapped(member.object)
  if (object.type === 'MetaProperty') return object.meta.name === 'import' ? 'import.meta' : undefined
  if (object.type !== 'Identifier') return undefined
  return object.name === 'process' || object.name === 'Bun' || object.name === 'Deno' ? object.name : undefined
}

function memberName(node: Extract<Node, { type: 'MemberExpression' }>): string | undefined {
  return node.computed ? literalText(node.property) : node.property.name
}
