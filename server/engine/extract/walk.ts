// A walk over the tree that knows what a name means at each place: which scope it is looked up in, and whether the code there runs
// or is erased as a type. It refuses to know what imports, exports or the environment are.
import type { Span } from '../../../rules/model/place.ts'
import type { Node, Program } from './parse.ts'
import { childKeys } from './parse.ts'
import { type Scope, scopeIn, scopeOfVar } from './scope.ts'

export interface Where {
  readonly scope: Scope
  /** The innermost statement, or property of a class. */
  readonly statement: Span
  /** Code that does not run: a type, or a declaration of what runs elsewhere (`declare`, *.d.ts). */
  readonly erased: boolean
  /** Types in here may run all the same: a decorated class hands them to `emitDecoratorMetadata`. */
  readonly decorated: boolean
  /** Neither inside a module block nor inside a function. */
  readonly top: boolean
}

export interface Visitor {
  /** Every node, before what it contains. */
  enter(node: Node, where: Where): void
  /** A name that stands for a value, in code that runs. */
  reference(name: string, where: Where): void
}

/** The scope of the module. `ambient`: all of it is declarations. */
export function walk(program: Program, ambient: boolean, visitor: Visitor): Scope {
  const scope = scopeIn(undefined, 'function')
  const where: Where = { scope, statement: program, erased: ambient, decorated: false, top: true }
  for (const node of program.body) visit(node, where, visitor)
  return scope
}

function visit(node: Node, outside: Where, visitor: Visitor): void {
  const where = isStatement(node) ? { ...outside, statement: node } : outside
  visitor.enter(node, where)
  switch (node.type) {
    case 'Identifier':
      if (!where.erased) visitor.reference(node.name, where)
      // The parameters of a type's signature come this way.
      if ('typeAnnotation' in node && node.typeAnnotation) visit(node.typeAnnotation, where, visitor)
      return
    case 'ImportDeclaration':
      for (const specifier of node.specifiers) {
        visitor.enter(specifier, where)
        where.scope.declared.set(specifier.local.name, specifier)
      }
      return
    case 'TSImportEqualsDeclaration':
      where.scope.declared.set(node.id.name, node)
      if (node.importKind !== 'type' && node.moduleReference.type !== 'TSExternalModuleReference') visitEntity(node.moduleReference, where, visitor)
      return
    case 'ExportNamedDeclaration':
      if (node.declaration !== null) visit(node.declaration, where, visitor)
      if (node.source !== null || node.exportKind === 'type') return
      for (const { local, exportKind } of node.specifiers) if (local.type === 'Identifier' && exportKind !== 'type') visitor.reference(local.name, where)
      return
    case 'ExportDefaultDeclaration': case 'TSExportAssignment': {
      const exported = node.type === 'TSExportAssignment' ? node.expression : node.declaration
      // Handing a name on is a use of it even in a declaration file.
      if (exported.type === 'Identifier') visitor.reference(exported.name, where)
      else visit(exported, where, visitor)
      return
    }
    case 'ExportAllDeclaration': case 'MetaProperty': case 'ImportAttribute':
      return
    case 'VariableDeclaration': {
      const inside = node.declare === true ? erased(where) : where
      for (const declarator of node.declarations) {
        visitor.enter(declarator, inside)
        declare(declarator.id, declarator, node.kind === 'var' ? scopeOfVar(where.scope) : where.scope, inside, visitor)
        if (declarator.init !== null) visit(declarator.init, inside, visitor)
      }
      return
    }
    case 'FunctionDeclaration': case 'FunctionExpression': case 'TSDeclareFunction': case 'TSEmptyBodyFunctionExpression': case 'ArrowFunctionExpression':
      visitFunction(node, where, visitor)
      return
    case 'ClassDeclaration': case 'ClassExpression':
      visitClass(node, where, visitor)
      return
    case 'BlockStatement': case 'ForStatement': case 'ForInStatement': case 'ForOfStatement': case 'SwitchStatement':
      visitChildren(node, within(where, 'block'), visitor)
      return
    case 'StaticBlock':
      visitChildren(node, { ...within(where, 'function'), top: false }, visitor)
      return
    case 'CatchClause': {
      const inside = within(where, 'block')
      if (node.param !== null) declare(node.param, node.param, inside.scope, inside, visitor)
      visit(node.body, inside, visitor)
      return
    }
    case 'TSEnumDeclaration': {
      where.scope.declared.set(node.id.name, node)
      const inside = within(node.declare ? erased(where) : where, 'block')
      for (const { id } of node.body.members) if (id.type === 'Identifier') inside.scope.declared.set(id.name, node)
      for (const { initializer } of node.body.members) if (initializer !== null) visit(initializer, inside, visitor)
      return
    }
    case 'TSModuleDeclaration': {
      if (node.id.type === 'Identifier' && !node.declare) where.scope.declared.set(node.id.name, node)
      // `declare module 'x'` may have none, for which the parser has two values.
      if (!node.body) return
      const inside = { ...within(node.declare ? erased(where) : where, 'function'), top: false }
      for (const statement of node.body.body) visit(statement, inside, visitor)
      return
    }
    case 'MemberExpression':
      visit(node.object, where, visitor)
      if (node.computed) visit(node.property, where, visitor)
      return
    case 'Property':
      if (node.computed) visit(node.key, where, visitor)
      visit(node.value, where, visitor)
      return
    case 'MethodDefinition': case 'PropertyDefinition': case 'AccessorProperty':
    case 'TSAbstractMethodDefinition': case 'TSAbstractPropertyDefinition': case 'TSAbstractAccessorProperty':
      visitAll(node.decorators, where, visitor)
      if (node.computed) visit(node.key, where, visitor)
      if ('typeAnnotation' in node && node.typeAnnotation) visit(node.typeAnnotation, where, visitor)
      if (node.value) visit(node.value, where, visitor)
      return
    case 'LabeledStatement':
      visit(node.body, where, visitor)
      return
    case 'BreakStatement': case 'ContinueStatement':
      return
    case 'JSXOpeningElement':
      visitTag(node.name, where, visitor)
      if (node.typeArguments) visit(node.typeArguments, where, visitor)
      visitAll(node.attributes, where, visitor)
      return
    case 'JSXClosingElement':
      return
    case 'JSXAttribute':
      if (node.value !== null) visit(node.value, where, visitor)
      return
    case 'TSTypeReference':
      if (where.decorated) visitEntity(node.typeName, { ...where, erased: false }, visitor)
      if (node.typeArguments) visit(node.typeArguments, where, visitor)
      return
    default:
      visitChildren(node, isType(node) ? erased(where) : where, visitor)
  }
}

type FunctionNode = Extract<Node, { type: 'FunctionDeclaration' | 'FunctionExpression' | 'TSDeclareFunction' | 'TSEmptyBodyFunctionExpression' | 'ArrowFunctionExpression' }>

function visitFunction(node: FunctionNode, where: Where, visitor: Visitor): void {
  const isAmbient = 'declare' in node && node.declare === true
  const inside = { ...within(isAmbient ? erased(where) : where, 'function'), top: false }
  if (node.id) {
    const home = node.type === 'FunctionExpression' ? inside.scope : where.scope
    home.declared.set(node.id.name, node)
  }
  if (node.typeParameters) visit(node.typeParameters, inside, visitor)
  for (const parameter of node.params) {
    const pattern = parameter.type === 'TSParameterProperty' ? parameter.parameter : parameter
    if (parameter.type === 'TSParameterProperty') visitAll(parameter.decorators, where, visitor)
    declare(pattern, pattern, inside.scope, inside, visitor)
  }
  if (node.returnType) visit(node.returnType, inside, visitor)
  if (node.body) visit(node.body, inside, visitor)
}

type ClassNode = Extract<Node, { type: 'ClassDeclaration' | 'ClassExpression' }>

function visitClass(node: ClassNode, where: Where, visitor: Visitor): void {
  if (node.type === 'ClassDeclaration' && node.id) where.scope.declared.set(node.id.name, node)
  const inside = within(node.declare === true ? erased(where) : where, 'block')
  if (node.id) inside.scope.declared.set(node.id.name, node)
  visitAll(node.decorators, where, visitor)
  if (node.superClass) visit(node.superClass, inside, visitor)
  for (const type of [node.typeParameters, node.superTypeArguments, ...node.implements ?? []]) if (type) visit(type, inside, visitor)
  visitChildren(node.body, { ...inside, decorated: isDecorated(node) }, visitor)
}

function isDecorated(node: ClassNode): boolean {
  return node.decorators.length > 0 || node.body.body.some(member =>
    ('decorators' in member && member.decorators.length > 0)
    || (member.type === 'MethodDefinition' && member.value.params.some(parameter => (parameter.decorators?.length ?? 0) > 0)))
}

/** Declares the names of a pattern, and visits what else is in it: defaults, computed keys, types, decorators. */
function declare(pattern: Node, declaration: Node, scope: Scope, where: Where, visitor: Visitor): void {
  if ('decorators' in pattern && pattern.decorators) visitAll(pattern.decorators, where, visitor)
  if ('typeAnnotation' in pattern && pattern.typeAnnotation) visit(pattern.typeAnnotation, where, visitor)
  switch (pattern.type) {
    case 'Identifier':
      scope.declared.set(pattern.name, declaration)
      return
    case 'ObjectPattern':
      for (const property of pattern.properties) {
        if (property.type === 'Property' && property.computed) visit(property.key, where, visitor)
        declare(property.type === 'Property' ? property.value : property.argument, declaration, scope, where, visitor)
      }
      return
    case 'ArrayPattern':
      for (const element of pattern.elements) if (element !== null) declare(element, declaration, scope, where, visitor)
      return
    case 'RestElement':
      declare(pattern.argument, declaration, scope, where, visitor)
      return
    case 'AssignmentPattern':
      declare(pattern.left, declaration, scope, where, visitor)
      visit(pattern.right, where, visitor)
  }
}

/** `<Shop/>` and `<shop.Cart/>` name values, `<div/>` and `<svg:path/>` do not. */
function visitTag(name: Node, where: Where, visitor: Visitor): void {
  if (name.type === 'JSXMemberExpression') {
    let root: Node = name
    while (root.type === 'JSXMemberExpression') root = root.object
    if (root.type === 'JSXIdentifier') visitor.reference(root.name, where)
  } else if (name.type === 'JSXIdentifier' && !/^[a-z]|-/.test(name.name)) visitor.reference(name.name, where)
}

/** The first name of `a.b.c`. */
function visitEntity(name: Node, where: Where, visitor: Visitor): void {
  let root = name
  while (root.type === 'TSQualifiedName') root = root.left
  if (root.type === 'Identifier' && !where.erased) visitor.reference(root.name, where)
}

function visitChildren(node: Node, where: Where, visitor: Visitor): void {
  for (const key of childKeys(node.type)) {
    const child = (node as unknown as Readonly<Record<string, Node | readonly (Node | null)[] | null | undefined>>)[key]
    if (Array.isArray(child)) visitAll(child, where, visitor)
    else if (child) visit(child as Node, where, visitor)
  }
}

function visitAll(nodes: readonly (Node | null)[], where: Where, visitor: Visitor): void {
  for (const node of nodes) if (node !== null) visit(node, where, visitor)
}

function within(where: Where, kind: 'block' | 'function'): Where {
  return { ...where, scope: scopeIn(where.scope, kind) }
}

function erased(where: Where): Where {
  return where.erased ? where : { ...where, erased: true }
}

const running = new Set(['TSAsExpression', 'TSSatisfiesExpression', 'TSNonNullExpression', 'TSInstantiationExpression', 'TSTypeAssertion'])

function isType(node: Node): boolean {
  return node.type.startsWith('TS') && !running.has(node.type)
}

function isStatement(node: Node): boolean {
  return /(?:Statement|Declaration|Definition|Property)$/.test(node.type) && node.type !== 'BlockStatement' && node.type !== 'Property'
}
