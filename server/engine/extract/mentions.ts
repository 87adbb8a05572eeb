// Places that name a file without importing it: calls such as `jest.mock('x')`, `new URL('x', import.meta.url)`, comments that TypeScript
// reads. They count only where a configuration names them, so that the lexer passes them over and nobody else pays for this.
import type { AskedMentions, ImportFact, MentionKind, Source } from '../../../rules/model/facts.ts'
import type { Path, Span } from '../../../rules/model/place.ts'
import { codeIn } from './component/index.ts'
import { decode } from './decode.ts'
import { isTypeScript } from './is-source.ts'
import { jsdocImports } from './jsdoc-imports.ts'
import { literalText } from './literal.ts'
import { mended, treeOf } from './mended.ts'
import { type Node, isStackOverflow, withOutline } from './parse.ts'
import { referenceDirectives } from './reference-directives.ts'
import { type Scope, declarationOf } from './scope.ts'
import { walk } from './walk.ts'

/** In source order. Costs the whole tree of a file that seems to have one, and a search in its text otherwise. */
export function extractMentions(source: Source, { kinds, calls }: AskedMentions): readonly ImportFact[] {
  const { path, text } = codeIn(source.path, decode(source.bytes))
  const functions = new Set(kinds.has('call') ? calls : [])
  const mayCall = functions.size > 0 && called(functions).test(text)
  const mayLocate = kinds.has('url') && text.includes('import.meta') && text.includes('URL')
  const found = [
    ...mayCall || mayLocate ? inCode(path, text, functions, mayLocate) : [],
    ...kinds.has('jsdoc') ? inComments(path, text) : [],
  ]
  return found.sort((a, b) => a.span.start - b.span.start)
}

function called(functions: ReadonlySet<string>): RegExp {
  const names = [...functions].map(name => name.split('.').map(word => word.replaceAll('$', '\\$')).join('\\s*(?:\\?\\.|\\.)\\s*'))
  return new RegExp(`(?<![\\w$])(?:${names.join('|')})(?![\\w$])`)
}

function inCode(path: Path, text: string, functions: ReadonlySet<string>, mayLocate: boolean): readonly ImportFact[] {
  const program = treeOf(path, text)
  const found: ImportFact[] = []
  if (program === undefined) return found
  const add = (kind: MentionKind, argument: Node | undefined, node: Node, called?: string): void => {
    const literal = argument?.type === 'ImportExpression' ? argument.source : argument
    const specifier = literal && literalText(literal)
    if (literal !== undefined && specifier !== undefined) found.push({ specifier, kind, span: spanOf(literal), statement: spanOf(node), ...(called !== undefined && { called }) })
  }
  const located: { readonly node: Located; readonly scope: Scope }[] = []
  try {
    walk(program, false, {
      enter(node, { scope }) {
        const callee = node.type === 'CallExpression' ? dotted(node.callee) : undefined
        if (node.type === 'CallExpression' && callee !== undefined && functions.has(callee)) add('call', node.arguments[0], node, callee)
        if (mayLocate && isLocated(node)) located.push({ node, scope })
      },
      reference() {},
    })
  } catch (error) {
    if (!isStackOverflow(error)) throw error
  }
  for (const { node, scope } of located) if (isUrl(scope)) add('url', node.arguments[0], node)
  return found
}

type Located = Extract<Node, { type: 'NewExpression' }>

/** `new URL(…, import.meta.url)` */
function isLocated(node: Node): node is Located {
  return node.type === 'NewExpression' && node.callee.type === 'Identifier' && node.callee.name === 'URL'
    && node.arguments[1] !== undefined && dotted(node.arguments[1]) === 'import.meta.url'
}

/** The global, or the same from 'node:url'. */
function isUrl(scope: Scope): boolean {
  const declaration = declarationOf('URL', scope)
  return declaration === undefined || declaration.type === 'ImportSpecifier'
}

/** 'jest.mock', 'import.meta.url'; undefined for what is more than names and dots. */
function dotted(node: Node): string | undefined {
  switch (node.type) {
    case 'Identifier': return node.name
    case 'MetaProperty': return `${node.meta.name}.${node.property.name}`
    case 'ParenthesizedExpression': case 'ChainExpression': case 'TSNonNullExpression': return dotted(node.expression)
    case 'MemberExpression': {
      const object = node.computed || node.property.type !== 'Identifier' ? undefined : dotted(node.object)
      return object === undefined ? undefined : `${object}.${(node.property as { readonly name: string }).name}`
    }
    default: return undefined
  }
}

/** TypeScript reads the types of JSDoc in JavaScript alone. */
function inComments(path: Path, text: string): readonly ImportFact[] {
  const mayDocument = !isTypeScript(path) && /\/\*\*[^]*(?:@import|import\s*\()/.test(text)
  const mayReference = /^\s*\/\/\/\s*<reference/m.test(text)
  if (!mayDocument && !mayReference) return []
  const comments = commentsIn(path, text)
  return [...mayReference ? referenceDirectives(text, comments) : [], ...mayDocument ? jsdocImports(text, comments) : []]
}

function commentsIn(path: Path, text: string): readonly Span[] {
  return withOutline(path, mended(path, text), ({ comments }) => comments.map(spanOf))
}

function spanOf({ start, end }: Span): Span {
  return { start, end }
}
