import type { Edit } from '../model/edit.ts'
import type { Path } from '../model/place.ts'
import type { CodeStyle } from './code-style.ts'
import type { Code, Morph, Node } from './parse.ts'

/** Imports that the new code needs, merged into those that are there. A name that the file has for something else gets the prefix. */
export interface NeededImports {
  /** What the file calls this export, or will call it. */
  local(module: string, name: string, options?: { readonly isType: boolean }): string
  /** A name that nothing in the file has. */
  fresh(name: string): string
  /** The statements to be added, each without its line break, and edits of those that are there. */
  statements(): readonly string[]
  edits(path: Path): readonly Edit[]
}

interface Addition {
  readonly name: string
  readonly local: string
  readonly isType: boolean
}

export function neededImports(code: Code, style: CodeStyle, form: 'import' | 'require', prefix: string): NeededImports {
  const taken = takenNames(code)
  const additions = new Map<string, Addition[]>()

  function fresh(name: string): string {
    const local = taken.has(name) ? `${prefix}${name[0]?.toUpperCase()}${name.slice(1)}` : name
    for (let count = 2; ; count++) {
      const candidate = count === 2 ? local : `${local}${count}`
      if (taken.has(candidate)) continue
      taken.add(candidate)
      return candidate
    }
  }

  const clause = ({ name, local, isType }: Addition, separator: string) => `${isType ? 'type ' : ''}${name}${local === name ? '' : separator + local}`
  const mergeable = (module: string) => form === 'import' ? importOf(code, module) : undefined

  return {
    fresh,
    local(module, name, { isType } = { isType: false }) {
      const known = existingLocal(code, module, name, isType) ?? additions.get(module)?.find((addition) => addition.name === name)?.local
      if (known !== undefined) return known
      const local = fresh(name)
      additions.set(module, [...additions.get(module) ?? [], { name, local, isType }])
      return local
    },
    statements() {
      const end = style.semicolons ? ';' : ''
      const quoted = (module: string) => style.quote + module + style.quote
      return [...additions].filter(([module]) => mergeable(module) === undefined).toSorted(([a], [b]) => a < b ? -1 : 1).map(([module, names]) => {
        const sorted = names.toSorted((a, b) => a.name < b.name ? -1 : 1)
        return form === 'import'
          ? `import ${braces(sorted.map((name) => clause(name, ' as ')), style)} from ${quoted(module)}${end}`
          : `const ${braces(sorted.map((name) => clause(name, ': ')), style)} = require(${quoted(module)})${end}`
      })
    },
    edits(path) {
      return [...additions].flatMap(([module, names]): Edit[] => {
        const last = mergeable(module)?.getNamedImports().at(-1)
        if (last === undefined) return []
        const text = names.map((name) => `, ${clause(name, ' as ')}`).join('')
        return [{ kind: 'text', path, span: { start: last.getEnd(), end: last.getEnd() }, text }]
      })
    },
  }
}

function braces(names: readonly string[], { indent, newline }: CodeStyle): string {
  const line = `{ ${names.join(', ')} }`
  return line.length <= 80 ? line : `{${newline}${names.map((name) => `${indent}${name},${newline}`).join('')}}`
}

function takenNames({ morph: { Node, SyntaxKind }, source }: Code): Set<string> {
  const names = new Set<string>()
  for (const identifier of source.getDescendantsOfKind(SyntaxKind.Identifier)) {
    const parent = identifier.getParent()
    const isMember = (Node.isPropertyAccessExpression(parent) || Node.isPropertyAssignment(parent) || Node.isMethodDeclaration(parent)) && parent.getNameNode() === identifier
    if (!isMember) names.add(identifier.getText())
  }
  return names
}

const sameModule = (a: string, b: string) => a.replace(/^node:/u, '') === b.replace(/^node:/u, '')

function importOf({ source }: Code, module: string): Morph.ImportDeclaration | undefined {
  return source.getImportDeclarations().find((declaration) =>
    sameModule(declaration.getModuleSpecifierValue(), module) && !declaration.isTypeOnly() && declaration.getNamedImports().length > 0)
}

function existingLocal(code: Code, module: string, name: string, isType: boolean): string | undefined {
  for (const declaration of code.source.getImportDeclarations()) {
    if (!sameModule(declaration.getModuleSpecifierValue(), module) || (declaration.isTypeOnly() && !isType)) continue
    const specifier = declaration.getNamedImports().find((named) => named.getName() === name && (isType || !named.isTypeOnly()))
    if (specifier !== undefined) return specifier.getAliasNode()?.getText() ?? name
  }
  return requiredLocal(code, module, name)
}

function requiredLocal({ morph: { Node }, source }: Code, module: string, name: string): string | undefined {
  for (const declaration of source.getVariableDeclarations()) {
    const pattern: Node = declaration.getNameNode()
    const call = declaration.getInitializer()
    if (!Node.isObjectBindingPattern(pattern) || !Node.isCallExpression(call) || call.getExpression().getText() !== 'require') continue
    const [specifier] = call.getArguments()
    if (!Node.isStringLiteral(specifier) || !sameModule(specifier.getLiteralValue(), module)) continue
    const element = pattern.getElements().find((part) => (part.getPropertyNameNode() ?? part.getNameNode()).getText() === name)
    if (element !== undefined) return element.getNameNode().getText()
  }
  return undefined
}
