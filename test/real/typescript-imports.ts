// What the TypeScript compiler says of a project's imports: its own parser for what is imported, its own resolution for where it leads.

import { readFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { join, relative, sep } from 'node:path'
import ts from 'typescript'
import type { ImportKind } from '../../rules/model/facts.ts'
import type { End, ReadImport } from './imports.ts'

/** All imports of these files, by file, in source order. */
export function typescriptImports(root: string, paths: readonly string[]): ReadonlyMap<string, readonly ReadImport[]> {
  const resolve = resolution(root)
  return new Map(paths.map((path) => [path, importsOf(root, path, resolve)]))
}

interface Resolution {
  optionsOf(path: string): ts.CompilerOptions
  formatOf(path: string, options: ts.CompilerOptions): ts.ResolutionMode
  endOf(file: ts.SourceFile, literal: ts.StringLiteralLike, options: ts.CompilerOptions): End
}

function importsOf(root: string, from: string, resolve: Resolution): readonly ReadImport[] {
  const path = join(root, from)
  const options = resolve.optionsOf(path)
  const format = resolve.formatOf(path, options)
  const file = ts.createSourceFile(path, readFileSync(path, 'utf8'), {
    languageVersion: ts.ScriptTarget.Latest, jsDocParsingMode: ts.JSDocParsingMode.ParseNone,
    ...(format !== undefined && { impliedNodeFormat: format }),
  }, true)
  const imports: ReadImport[] = []
  const visit = (node: ts.Node): void => {
    const found = importIn(node)
    if (found !== undefined) {
      const { line, character } = file.getLineAndCharacterOfPosition(found.literal.getStart(file))
      imports.push({ from, specifier: found.literal.text, kind: found.kind, line1: line + 1, column1: character + 1, to: resolve.endOf(file, found.literal, options) })
    }
    ts.forEachChild(node, visit)
  }
  visit(file)
  return imports.sort((a, b) => a.line1 - b.line1 || a.column1 - b.column1)
}

interface Found {
  readonly literal: ts.StringLiteralLike
  readonly kind: ImportKind
}

function importIn(node: ts.Node): Found | undefined {
  if (ts.isImportDeclaration(node)) return found(node.moduleSpecifier, isTypeImport(node.importClause) ? 'type' : 'value')
  if (ts.isExportDeclaration(node)) return found(node.moduleSpecifier, isTypeExport(node) ? 'type' : 'reexport')
  if (ts.isImportEqualsDeclaration(node) && ts.isExternalModuleReference(node.moduleReference)) return found(node.moduleReference.expression, node.isTypeOnly ? 'type' : 'value')
  if (ts.isImportTypeNode(node)) return found(ts.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined, 'type')
  if (ts.isCallExpression(node)) return found(node.arguments[0], callKind(node.expression))
  return undefined
}

function found(literal: ts.Node | undefined, kind: ImportKind | undefined): Found | undefined {
  return literal !== undefined && kind !== undefined && ts.isStringLiteralLike(literal) ? { literal, kind } : undefined
}

function callKind(callee: ts.Expression): ImportKind | undefined {
  if (callee.kind === ts.SyntaxKind.ImportKeyword) return 'dynamic'
  return ts.isIdentifier(callee) && callee.text === 'require' ? 'require' : undefined
}

/** Gone by its own words: `import type`, or nothing but `type` names in braces. */
function isTypeImport(clause: ts.ImportClause | undefined): boolean {
  if (clause === undefined) return false
  if (clause.isTypeOnly) return true
  const names = clause.namedBindings
  return clause.name === undefined && names !== undefined && ts.isNamedImports(names) && names.elements.length > 0 && names.elements.every(({ isTypeOnly }) => isTypeOnly)
}

function isTypeExport({ isTypeOnly, exportClause }: ts.ExportDeclaration): boolean {
  if (isTypeOnly) return true
  return exportClause !== undefined && ts.isNamedExports(exportClause) && exportClause.elements.length > 0 && exportClause.elements.every((each) => each.isTypeOnly)
}

function resolution(root: string): Resolution {
  const host = ts.sys
  const manifests = ts.createModuleResolutionCache(root, (name) => name).getPackageJsonInfoCache()
  const optionsByConfig = new Map<string, { readonly options: ts.CompilerOptions; readonly cache: ts.ModuleResolutionCache }>()
  const plain = settings({})

  function settings(options: ts.CompilerOptions) {
    return { options, cache: ts.createModuleResolutionCache(root, (name) => name, options) }
  }

  function settingsOf(path: string) {
    const configPath = ts.findConfigFile(path, host.fileExists)
    if (configPath === undefined || !configPath.startsWith(root)) return plain
    const known = optionsByConfig.get(configPath)
    if (known !== undefined) return known
    const parsed = ts.getParsedCommandLineOfConfigFile(configPath, undefined, { ...host, onUnRecoverableConfigFileDiagnostic: ({ messageText }) => { throw new Error(String(messageText)) } })
    const made = settings(parsed?.options ?? {})
    optionsByConfig.set(configPath, made)
    return made
  }

  return {
    optionsOf: (path) => settingsOf(path).options,
    formatOf: (path, options) => ts.getImpliedNodeFormatForFile(path, manifests, host, options),
    endOf(file, literal, options) {
      const mode = ts.getModeForUsageLocation(file, literal, options)
      const { resolvedModule } = ts.resolveModuleName(literal.text, file.fileName, options, host, settingsOf(file.fileName).cache, undefined, mode)
      if (resolvedModule !== undefined) return endAt(root, resolvedModule)
      if (isBuiltin(literal.text)) return { kind: 'builtin', name: literal.text.replace(/^node:/, '') }
      return { kind: 'unknown', reason: 'TypeScript resolves it to nothing' }
    },
  }
}

function endAt(root: string, { resolvedFileName, packageId }: ts.ResolvedModuleFull): End {
  const installed = /.*\/node_modules\/(?<name>@[^/]+\/[^/]+|[^/]+)\//.exec(resolvedFileName)?.groups?.['name']
  if (installed !== undefined) return { kind: 'package', name: codeOf(packageId?.name ?? installed) }
  return { kind: 'file', path: relative(root, resolvedFileName).split(sep).join('/') }
}

/** '@types/ws' declares 'ws', '@types/acme__ui' '@acme/ui'. */
function codeOf(name: string): string {
  const declared = /^@types\/(?:(?<scope>.+?)__)?(?<bare>.+)$/.exec(name)?.groups
  if (declared === undefined) return name
  return declared['scope'] === undefined ? declared['bare'] ?? name : `@${declared['scope']}/${declared['bare']}`
}
