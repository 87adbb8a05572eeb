// Everything that a file's tree tells, read in one walk: imports in all forms with their names, exports, environment variables.
import type { EnvRead, ImportFact } from '../../../rules/model/facts.ts'
import type { Span } from '../../../rules/model/place.ts'
import { type Variable, variableRead, variablesTakenApart } from './environment.ts'
import { literalText } from './literal.ts'
import type { Node, Program } from './parse.ts'
import { type Scope, declarationOf } from './scope.ts'
import { takenApart } from './taken-apart.ts'
import { type Where, walk } from './walk.ts'

export interface TreeImport extends ImportFact {
  readonly names: readonly string[]
  readonly usedAsValue: boolean
}

export interface TreeExport {
  readonly name: string
  readonly from?: { readonly import: TreeImport; readonly name: string }
}

/** In source order. */
export interface TreeFacts {
  readonly imports: readonly TreeImport[]
  readonly exports: readonly TreeExport[]
  readonly env: readonly EnvRead[]
}

export interface Reading {
  /** The file is erased as a whole, as *.d.ts. */
  readonly ambient: boolean
  /** TypeScript drops imports that are used as types only. It does not in JavaScript. */
  readonly elides: boolean
  /** Names that JSX uses without saying so. */
  readonly jsxNames: ReadonlySet<string>
}

export function readTree(program: Program, reading: Reading): TreeFacts {
  const draft: Draft = { imports: [], bindings: new Map(), exports: [], references: [], requires: [], reads: [], takenApart: new Map(), written: new Set(), usesJsx: false }
  const scope = walk(program, reading.ambient, {
    enter: (node, where) => enter(node, where, draft),
    reference: (name, where) => { draft.references.push({ name, scope: where.scope }) },
  })
  for (const candidate of draft.requires) if (isRequire(candidate.scope)) draft.imports.push(candidate)
  const used = usedBindings(draft, scope, reading)
  const finished = new Map(draft.imports.map(draftOf => [draftOf, finish(draftOf, used, draft, reading)]))
  return {
    imports: [...finished.values()].sort((a, b) => a.span.start - b.span.start),
    exports: exportsOf(draft, scope, finished),
    env: draft.reads.filter(read => isRoot(read, draft.bindings)).map(({ variable, statement }) => ({ name: variable.name, span: variable.span, statement })),
  }
}

interface DraftImport extends ImportFact {
  readonly names: readonly string[]
}

interface Binding {
  readonly import: DraftImport
  /** As the target calls it. */
  readonly name: string
  readonly isType: boolean
}

interface DraftExport {
  readonly name: string
  /** The name in this file, or an import that hands it on directly. */
  readonly of: { readonly local: string } | { readonly import: DraftImport; readonly name: string } | undefined
}

interface EnvironmentRead {
  readonly variable: Variable
  readonly statement: Span
  readonly scope: Scope
}

interface Draft {
  readonly imports: DraftImport[]
  /** By the node that declares the name. */
  readonly bindings: Map<Node, Binding>
  readonly exports: DraftExport[]
  readonly references: { readonly name: string; readonly scope: Scope }[]
  readonly requires: (DraftImport & { readonly scope: Scope })[]
  readonly reads: EnvironmentRead[]
  /** Names taken at once, by what they are taken from: a call of `require`, or an `import()`, where the value is taken apart or dropped. */
  readonly takenApart: Map<Node, readonly string[]>
  /** Members that are assigned or deleted, not read. */
  readonly written: Set<Node>
  usesJsx: boolean
}

function enter(node: Node, where: Where, draft: Draft): void {
  const taken = takenApart(node)
  if (taken !== undefined) draft.takenApart.set(taken.from, taken.names)
  switch (node.type) {
    case 'ImportDeclaration': return enterImport(node, draft)
    case 'TSImportEqualsDeclaration': return enterImportEquals(node, draft)
    case 'ExportNamedDeclaration': return enterExportNamed(node, where, draft)
    case 'ExportAllDeclaration': return enterExportAll(node, where, draft)
    case 'ExportDefaultDeclaration': case 'TSExportAssignment': {
      const exported = node.type === 'TSExportAssignment' ? node.expression : node.declaration
      if (where.top) draft.exports.push({ name: 'default', of: exported.type === 'Identifier' ? { local: exported.name } : undefined })
      return
    }
    case 'ImportExpression': {
      const specifier = literalText(node.source)
      if (specifier !== undefined) draft.imports.push({ specifier, kind: 'dynamic', span: spanOf(node.source), statement: spanOf(node), names: draft.takenApart.get(node) ?? ['*'] })
      return
    }
    case 'TSImportType': {
      draft.imports.push({ specifier: node.source.value, kind: 'type', span: spanOf(node.source), statement: spanOf(node), names: [firstName(node.qualifier) ?? '*'] })
      return
    }
    case 'CallExpression': return enterCall(node, where, draft)
    case 'VariableDeclarator':
      if (node.init !== null) enterAssignment(node.id, node.init, where, draft)
      return
    case 'AssignmentExpression':
      if (node.operator === '=') draft.written.add(node.left)
      return enterAssignment(node.left, node.right, where, draft)
    case 'UnaryExpression':
      if (node.operator === 'delete') draft.written.add(node.argument)
      return
    case 'MemberExpression': return enterEnvironment(node, where, draft)
    case 'JSXOpeningElement': case 'JSXOpeningFragment':
      draft.usesJsx = true
  }
}

function enterImport(node: Extract<Node, { type: 'ImportDeclaration' }>, draft: Draft): void {
  const bindings = node.specifiers.map(specifier => ({
    specifier,
    name: specifier.type === 'ImportSpecifier' ? nameOf(specifier.imported) : specifier.type === 'ImportDefaultSpecifier' ? 'default' : '*',
    isType: node.importKind === 'type' || (specifier.type === 'ImportSpecifier' && specifier.importKind === 'type'),
  }))
  const isType = node.importKind === 'type' || (bindings.length > 0 && bindings.every(binding => binding.isType))
  const found: DraftImport = {
    specifier: node.source.value, kind: isType ? 'type' : 'value', span: spanOf(node.source), statement: spanOf(node),
    names: sortedOnce(bindings.map(binding => binding.name)),
  }
  draft.imports.push(found)
  for (const { specifier, ...binding } of bindings) draft.bindings.set(specifier, { import: found, ...binding })
}

function enterImportEquals(node: Extract<Node, { type: 'TSImportEqualsDeclaration' }>, draft: Draft): void {
  if (node.moduleReference.type !== 'TSExternalModuleReference') return
  const { expression } = node.moduleReference
  const isType = node.importKind === 'type'
  const found: DraftImport = { specifier: expression.value, kind: isType ? 'type' : 'value', span: spanOf(expression), statement: spanOf(node), names: ['*'] }
  draft.imports.push(found)
  draft.bindings.set(node, { import: found, name: '*', isType })
}

function enterExportNamed(node: Extract<Node, { type: 'ExportNamedDeclaration' }>, where: Where, draft: Draft): void {
  const from = node.source === null ? undefined : reexport(node.source, node, draft, {
    isType: node.exportKind === 'type' || (node.specifiers.length > 0 && node.specifiers.every(specifier => specifier.exportKind === 'type')),
    names: sortedOnce(node.specifiers.map(specifier => nameOf(specifier.local))),
  })
  if (!where.top) return
  for (const { local, exported } of node.specifiers) {
    draft.exports.push({ name: nameOf(exported), of: from === undefined ? { local: nameOf(local) } : { import: from, name: nameOf(local) } })
  }
  if (node.declaration === null) return
  for (const name of declaredNames(node.declaration)) draft.exports.push({ name, of: { local: name } })
}

function enterExportAll(node: Extract<Node, { type: 'ExportAllDeclaration' }>, where: Where, draft: Draft): void {
  const from = reexport(node.source, node, draft, { isType: node.exportKind === 'type', names: ['*'] })
  if (where.top) draft.exports.push({ name: node.exported === null ? '*' : nameOf(node.exported), of: { import: from, name: '*' } })
}

function reexport(source: Extract<Node, { type: 'Literal' }> & { readonly value: string }, statement: Node, draft: Draft, what: { isType: boolean; names: readonly string[] }): DraftImport {
  const found: DraftImport = { specifier: source.value, kind: what.isType ? 'type' : 'reexport', span: spanOf(source), statement: spanOf(statement), names: what.names }
  draft.imports.push(found)
  return found
}

function enterCall(node: Extract<Node, { type: 'CallExpression' }>, where: Where, draft: Draft): void {
  enterEnvironment(node, where, draft)
  const [argument] = node.arguments
  if (node.callee.type !== 'Identifier' || node.callee.name !== 'require' || argument === undefined) return
  const specifier = literalText(argument)
  if (specifier === undefined) return
  draft.requires.push({ specifier, kind: 'require', span: spanOf(argument), statement: spanOf(node), names: draft.takenApart.get(node) ?? ['*'], scope: where.scope })
}

function enterAssignment(target: Node, value: Node, where: Where, draft: Draft): void {
  for (const variable of variablesTakenApart(target, value)) draft.reads.push({ variable, statement: spanOf(where.statement), scope: where.scope })
}

function enterEnvironment(node: Node, where: Where, draft: Draft): void {
  if (draft.written.has(node) || where.erased) return
  const variable = variableRead(node)
  if (variable !== undefined) draft.reads.push({ variable, statement: spanOf(where.statement), scope: where.scope })
}

/** The global, what merely declares its type, or one made by createRequire. */
function isRequire(scope: Scope): boolean {
  const declaration = declarationOf('require', scope)
  if (declaration === undefined) return true
  if (declaration.type === 'TSDeclareFunction') return true
  if (declaration.type !== 'VariableDeclarator') return false
  const made = declaration.init
  // Without a value it is `declare const require: …`, or `let require` to be filled with who knows what.
  if (made === null) return true
  if (made.type !== 'CallExpression') return false
  const { callee } = made
  return (callee.type === 'Identifier' && callee.name === 'createRequire')
    || (callee.type === 'MemberExpression' && callee.property.type === 'Identifier' && callee.property.name === 'createRequire')
}

function isRoot({ variable, scope }: EnvironmentRead, bindings: Draft['bindings']): boolean {
  if (variable.root === 'import.meta') return true
  const declaration = declarationOf(variable.root, scope)
  if (declaration === undefined || (declaration.type === 'VariableDeclarator' && declaration.init === null)) return true
  const binding = bindings.get(declaration)
  return binding !== undefined && /^(?:node:)?process$/.test(binding.import.specifier)
}

function usedBindings(draft: Draft, scope: Scope, reading: Reading): ReadonlySet<Binding> {
  const used = new Set<Binding>()
  const use = (name: string, from: Scope): void => {
    const declaration = declarationOf(name, from)
    const binding = declaration && draft.bindings.get(declaration)
    if (binding !== undefined) used.add(binding)
  }
  for (const reference of draft.references) use(reference.name, reference.scope)
  for (const { of } of draft.exports) if (of !== undefined && 'local' in of && scope.declared.get(of.local)?.type === 'TSImportEqualsDeclaration') use(of.local, scope)
  if (draft.usesJsx) for (const name of reading.jsxNames) use(name, scope)
  return used
}

function finish(draftOf: DraftImport, used: ReadonlySet<Binding>, draft: Draft, reading: Reading): TreeImport {
  const { specifier, kind, span, statement, names } = draftOf
  const bindings = kind === 'value' && reading.elides ? [...draft.bindings.values()].filter(binding => binding.import === draftOf) : []
  const usedAsValue = bindings.length === 0 || bindings.some(binding => !binding.isType && used.has(binding))
  return { specifier, kind, span, statement, names, usedAsValue }
}

function exportsOf(draft: Draft, scope: Scope, finished: ReadonlyMap<DraftImport, TreeImport>): readonly TreeExport[] {
  const found = draft.exports.map(({ name, of }): TreeExport => {
    if (of === undefined) return { name }
    const declaration = 'local' in of ? scope.declared.get(of.local) : undefined
    const source = 'local' in of ? declaration && draft.bindings.get(declaration) : of
    const from = source && finished.get(source.import)
    return from === undefined || source === undefined ? { name } : { name, from: { import: from, name: source.name } }
  })
  // Overloads, and a type beside a value of its name, are one name. Only `export *` comes more than once.
  return found.filter((fact, i) => fact.name === '*' || found.findIndex(other => other.name === fact.name) === i)
}

/** The names that `export const …`, `export class …` and their like declare. */
function declaredNames(declaration: Node): readonly string[] {
  if (declaration.type === 'VariableDeclaration') return declaration.declarations.flatMap(declarator => patternNames(declarator.id))
  return 'id' in declaration && declaration.id && typeof declaration.id === 'object' && 'type' in declaration.id && declaration.id.type === 'Identifier' ? [declaration.id.name] : []
}

function patternNames(pattern: Node): readonly string[] {
  switch (pattern.type) {
    case 'Identifier': return [pattern.name]
    case 'ObjectPattern': return pattern.properties.flatMap(property => patternNames(property.type === 'Property' ? property.value : property.argument))
    case 'ArrayPattern': return pattern.elements.flatMap(element => element === null ? [] : patternNames(element))
    case 'AssignmentPattern': return patternNames(pattern.left)
    case 'RestElement': return patternNames(pattern.argument)
    default: return []
  }
}

function nameOf(name: Node): string {
  if (name.type === 'Identifier') return name.name
  return literalText(name) ?? ''
}

function firstName(qualifier: Node | null): string | undefined {
  let first = qualifier
  while (first?.type === 'TSQualifiedName') first = first.left
  return first?.type === 'Identifier' ? first.name : undefined
}

function sortedOnce(names: readonly string[]): readonly string[] {
  return [...new Set(names)].sort()
}

function spanOf(node: Span): Span {
  return { start: node.start, end: node.end }
}

