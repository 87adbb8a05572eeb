// Module-level state: what a module keeps from one call to the next. Every `let` is that, a `var` or a static field that a function assigns,
// and a collection that a function writes to. What is written only while the module is loaded is none: it is the same ever after.
import type { ModuleState } from '../../../rules/model/facts.ts'
import type { Span } from '../../../rules/model/place.ts'
import { shapeOf, writesTo, type IsGlobal, type Shape } from './collections.ts'
import { writesIn, type Write } from './member-writes.ts'
import type { Node, Program } from './parse.ts'
import { declarationOf } from './scope.ts'
import { walk, type Where } from './walk.ts'

/** `once`: the parts of the text whose code runs when the module is loaded; all else runs for each component. */
export function stateIn(program: Program, once: readonly Span[]): readonly ModuleState[] {
  const writes: { readonly write: Write; readonly where: Where }[] = []
  const calls = callsOf()
  const top = walk(program, false, {
    enter(node, where) {
      calls.enter(node)
      if (!where.erased) for (const write of writesIn(node)) writes.push({ write, where })
    },
    reference() {},
  })
  const isGlobal: IsGlobal = name => !top.declared.has(name)
  const candidates = candidatesIn(program.body, '', isGlobal).filter(({ span }) => isWithin(once, span.start))
  const found = new Set(candidates.filter(({ isState }) => isState))
  for (const { write, where } of writes) {
    if (isWithin(once, write.at) && !calls.isLater(write.at)) continue
    const owner = write.root === undefined ? calls.classOfThis(write.at) : declarationOf(write.root, where.scope)
    for (const candidate of candidates) if (candidate.node === owner && isChanged(candidate, write)) found.add(candidate)
  }
  return [...found].sort((a, b) => a.span.start - b.span.start).map(({ name, span, statement }) => ({ name, span, statement }))
}

interface Candidate extends ModuleState {
  /** What declares it: a declarator, or the class of a static field. */
  readonly node: Node
  /** As the code says it: 'cache', of a field its own name. */
  readonly own: string
  readonly isField: boolean
  /** Without anybody writing to it. */
  readonly isState: boolean
  readonly mayAssign: boolean
  readonly shape: Shape | undefined
}

function isChanged({ own, isField, mayAssign, shape }: Candidate, { root, path, method }: Write): boolean {
  if (isField ? path[0] !== own : root !== own) return false
  const inner = isField ? path.slice(1) : path
  if (inner.length === 0 && method === undefined) return mayAssign
  return shape !== undefined && writesTo(shape, inner, method)
}

function isWithin(spans: readonly Span[], at: number): boolean {
  return spans.some(({ start, end }) => start <= at && at < end)
}

/** What statements of a module, or of a namespace in it, declare that may be state. */
function candidatesIn(statements: readonly Node[], outer: string, isGlobal: IsGlobal): readonly Candidate[] {
  return statements.flatMap((statement): readonly Candidate[] => {
    const declaration = (statement.type === 'ExportNamedDeclaration' || statement.type === 'ExportDefaultDeclaration' ? statement.declaration : statement) as Node | null
    const place = { start: statement.start, end: statement.end }
    switch (declaration?.type) {
      case 'VariableDeclaration': return declaration.declare === true ? [] : declaration.declarations.flatMap(node => variables(node, declaration.kind, outer, place, isGlobal))
      case 'ClassDeclaration': return declaration.declare === true || !declaration.id ? [] : fields(declaration, `${outer}${declaration.id.name}.`, isGlobal)
      case 'TSModuleDeclaration': return declaration.declare || declaration.id.type !== 'Identifier' || !declaration.body ? [] : candidatesIn(declaration.body.body, `${outer}${declaration.id.name}.`, isGlobal)
      default: return []
    }
  })
}

function variables(node: Extract<Node, { type: 'VariableDeclarator' }>, kind: string, outer: string, statement: Span, isGlobal: IsGlobal): readonly Candidate[] {
  const isTaken = node.id.type === 'Identifier'
  return namesIn(node.id).map(({ name, start }) => ({
    node, own: name, name: outer + name, span: { start, end: start + name.length }, statement,
    isField: false, isState: kind === 'let', mayAssign: kind === 'var',
    shape: isTaken && node.init !== null ? shapeOf(node.init, isGlobal) : undefined,
  }))
}

/** Static fields: TypeScript's `readonly` keeps them from being assigned, not from being written to. */
function fields(node: Extract<Node, { type: 'ClassDeclaration' | 'ClassExpression' }>, outer: string, isGlobal: IsGlobal): readonly Candidate[] {
  return node.body.body.flatMap((member): readonly Candidate[] => {
    if ((member.type !== 'PropertyDefinition' && member.type !== 'AccessorProperty') || !member.static || member.computed || member.declare) return []
    const { key } = member
    const own = key.type === 'Identifier' ? key.name : key.type === 'PrivateIdentifier' ? `#${key.name}` : undefined
    if (own === undefined) return []
    return [{
      node, own, name: outer + own, span: { start: key.start, end: key.end }, statement: { start: member.start, end: member.end },
      isField: true, isState: false, mayAssign: member.readonly !== true, shape: member.value === null ? undefined : shapeOf(member.value, isGlobal),
    }]
  })
}

function namesIn(pattern: Node): readonly { readonly name: string; readonly start: number }[] {
  switch (pattern.type) {
    case 'Identifier': return [{ name: pattern.name, start: pattern.start }]
    case 'ObjectPattern': return pattern.properties.flatMap(property => namesIn(property.type === 'Property' ? property.value : property.argument))
    case 'ArrayPattern': return pattern.elements.flatMap(element => element === null ? [] : namesIn(element))
    case 'AssignmentPattern': return namesIn(pattern.left)
    case 'RestElement': return namesIn(pattern.argument)
    default: return []
  }
}

interface Calls {
  enter(node: Node): void
  /** Code at this place runs when something is called or made, not once when the module is loaded. */
  isLater(at: number): boolean
  /** Whose static method or static block it is that `this` means there. */
  classOfThis(at: number): Node | undefined
}

function callsOf(): Calls {
  const later: Span[] = []
  const meaningThis: { readonly span: Span; readonly of: Node | undefined }[] = []
  const atOnce = new Set<Node>()
  const ofStatic = new Map<Node, Node>()
  const innermost = (at: number): Node | undefined => {
    let best: typeof meaningThis[number] | undefined
    for (const each of meaningThis) if (isWithin([each.span], at) && (best === undefined || each.span.start >= best.span.start)) best = each
    return best?.of
  }
  return {
    enter(node) {
      switch (node.type) {
        case 'CallExpression': case 'NewExpression': {
          const callee = node.callee.type === 'ParenthesizedExpression' ? node.callee.expression : node.callee
          if (callee.type === 'FunctionExpression' || callee.type === 'ArrowFunctionExpression') atOnce.add(callee)
          return
        }
        case 'ClassDeclaration':
          for (const member of node.body.body) {
            if (member.type === 'MethodDefinition' && member.static) ofStatic.set(member.value, node)
            if (member.type === 'StaticBlock' || (member.type === 'PropertyDefinition' && member.static)) ofStatic.set(member, node)
          }
          return
        case 'FunctionDeclaration': case 'FunctionExpression':
          meaningThis.push({ span: node, of: ofStatic.get(node) })
          if (!atOnce.has(node)) later.push(node)
          return
        case 'ArrowFunctionExpression':
          if (!atOnce.has(node)) later.push(node)
          return
        case 'PropertyDefinition': case 'StaticBlock':
          meaningThis.push({ span: node, of: ofStatic.get(node) })
          if (node.type === 'PropertyDefinition' && !node.static && node.value !== null) later.push(node.value)
      }
    },
    isLater: at => isWithin(later, at),
    classOfThis: innermost,
  }
}
