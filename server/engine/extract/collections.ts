// What an expression makes that can be written to: lists, maps and objects, by their own words. What a function or a class of somebody's
// makes is not known here.
import { literalText } from './literal.ts'
import type { Node } from './parse.ts'
import { unwrapped } from './unwrapped.ts'

export type Shape =
  | { readonly kind: 'list' | 'map' }
  /** With what its own words say of its parts. */
  | { readonly kind: 'object'; readonly of: ReadonlyMap<string, Shape | undefined> }

/** Nobody in the module calls something of their own so. */
export type IsGlobal = (name: string) => boolean

export function shapeOf(node: Node, isGlobal: IsGlobal): Shape | undefined {
  const made = unwrapped(node)
  switch (made.type) {
    case 'ArrayExpression': return { kind: 'list' }
    case 'ObjectExpression': return { kind: 'object', of: partsOf(made, isGlobal) }
    case 'NewExpression': return made.callee.type === 'Identifier' && isGlobal(made.callee.name) ? constructed(made.callee.name) : undefined
    case 'CallExpression': return returned(made, isGlobal)
    default: return undefined
  }
}

function partsOf({ properties }: Extract<Node, { type: 'ObjectExpression' }>, isGlobal: IsGlobal): ReadonlyMap<string, Shape | undefined> {
  const parts = new Map<string, Shape | undefined>()
  for (const property of properties) {
    if (property.type !== 'Property') continue
    const key = !property.computed && property.key.type === 'Identifier' ? property.key.name : literalText(property.key)
    if (key !== undefined) parts.set(key, shapeOf(property.value, isGlobal))
  }
  return parts
}

function constructed(name: string): Shape | undefined {
  if (/^(?:Weak)?(?:Map|Set)$|^(?:URLSearchParams|Headers|FormData)$/.test(name)) return { kind: 'map' }
  if (/^(?:Array|(?:Big)?(?:Int|Uint)(?:8|16|32|64)(?:Clamped)?Array|Float(?:16|32|64)Array)$/.test(name)) return { kind: 'list' }
  return name === 'Object' ? { kind: 'object', of: new Map() } : undefined
}

/** What is frozen is what it was: whoever writes to it all the same means to. */
function returned({ callee, arguments: [first] }: Extract<Node, { type: 'CallExpression' }>, isGlobal: IsGlobal): Shape | undefined {
  if (callee.type === 'Identifier') return callee.name === 'Array' && isGlobal('Array') ? { kind: 'list' } : undefined
  if (callee.type !== 'MemberExpression' || callee.object.type !== 'Identifier' || callee.property.type !== 'Identifier' || !isGlobal(callee.object.name)) return undefined
  switch (`${callee.object.name}.${callee.property.name}`) {
    case 'Array.from': case 'Array.of': case 'Object.keys': case 'Object.values': case 'Object.entries': return { kind: 'list' }
    case 'Object.create': case 'Object.fromEntries': return { kind: 'object', of: new Map() }
    case 'Object.freeze': case 'Object.seal': case 'Object.preventExtensions': case 'Object.assign': return first === undefined ? undefined : shapeOf(first, isGlobal)
    default: return undefined
  }
}

/** Whether a collection is changed by an assignment to what stands at `path` in it, or by a call of a method there. */
export function writesTo(shape: Shape, path: readonly (string | undefined)[], method: string | undefined): boolean {
  if (method === undefined) return true
  let at: Shape | undefined = shape
  for (const key of path) {
    if (at?.kind === 'object' && key !== undefined && at.of.has(key)) at = at.of.get(key)
    // Of what was put there later nothing is known but how it is used.
    else return grows.has(method)
  }
  return at !== undefined && changing[at.kind].has(method)
}

const grows: ReadonlySet<string> = new Set(['push', 'pop', 'shift', 'unshift', 'splice'])

const changing: Readonly<Record<Shape['kind'], ReadonlySet<string>>> = {
  list: new Set([...grows, 'sort', 'reverse', 'fill', 'copyWithin', 'set']),
  map: new Set(['set', 'add', 'delete', 'clear', 'append']),
  object: new Set(),
}
