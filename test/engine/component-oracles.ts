// What the compilers of Vue, Svelte and Astro take for the scripts of a component, and TypeScript for the imports in these.
import { transform } from '@astrojs/compiler'
import { parse as parseVue } from '@vue/compiler-sfc'
import { parse as parseSvelte } from 'svelte/compiler'
import ts from 'typescript'

/** `specifier` where it starts in the file, with its quotes; sorted. Undefined where the compiler refuses the file. */
export type Oracle = (text: string) => Promise<readonly string[] | undefined>

export const oracles: Readonly<Record<string, Oracle>> = { '.vue': vue, '.svelte': svelte, '.astro': astro }

async function vue(text: string): Promise<readonly string[] | undefined> {
  const { descriptor, errors } = parseVue(text, { sourceMap: false, ignoreEmpty: false })
  if (errors.length > 0) return undefined
  return [descriptor.script, descriptor.scriptSetup].flatMap((block) => {
    if (block == null) return []
    if (block.src === undefined) return importsIn(block.content, block.loc.start.offset)
    // The compiler keeps no place of an attribute.
    return [`${block.src} @${text.lastIndexOf('src', block.loc.start.offset) + 'src='.length}`]
  }).sort()
}

/** Its tree has imports in markup, too. */
async function svelte(text: string): Promise<readonly string[] | undefined> {
  const found: string[] = []
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return
    const { type, source } = node as { readonly type?: string; readonly source?: { readonly type: string; readonly value: unknown; readonly start: number } | null }
    const imports = type === 'ImportDeclaration' || type === 'ImportExpression' || type === 'ExportNamedDeclaration' || type === 'ExportAllDeclaration'
    if (imports && source?.type === 'Literal') found.push(`${String(source.value)} @${source.start}`)
    for (const [key, child] of Object.entries(node)) if (key !== 'metadata' && key !== 'parent') visit(child)
  }
  try {
    visit(parseSvelte(text, { modern: true }))
  } catch (error) {
    if (error instanceof Error && error.name === 'CompileError') return undefined
    throw error
  }
  return found.sort()
}

async function astro(text: string): Promise<readonly string[] | undefined> {
  const { code, scripts, diagnostics } = await transform(text, { filename: '/self.astro', internalURL: 'the-runtime' })
  if (diagnostics.some(({ severity }) => severity === 1)) return undefined
  // What it makes of the frontmatter and the markup is code with imports of its own.
  const inCode = importsIn(code, 0).map(specifierOf).filter((specifier) => specifier !== 'the-runtime' && !specifier.startsWith('/self.astro'))
  const inScripts = scripts.flatMap((script) => script.type === 'external' ? [script.src] : importsIn(script.code, 0).map(specifierOf))
  return [...new Set([...inCode, ...inScripts])].sort()
}

export function specifierOf(found: string): string {
  return found.slice(0, found.lastIndexOf(' @'))
}

/** Types of the form `import('a').B` left out, which Svelte's tree has none of. */
function importsIn(code: string, offset: number): readonly string[] {
  const file = ts.createSourceFile('x.tsx', code, ts.ScriptTarget.Latest, true)
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    const literal = ts.isImportDeclaration(node) || ts.isExportDeclaration(node) ? node.moduleSpecifier
      : ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword ? node.arguments[0] : undefined
    if (literal !== undefined && ts.isStringLiteralLike(literal)) found.push(`${literal.text} @${literal.getStart(file) + offset}`)
    ts.forEachChild(node, visit)
  }
  visit(file)
  return found
}
