import type { Rewrite, RewriteInput } from '../model/rewrite.ts'
import type { Path } from '../model/place.ts'
import { spanArgument, textArgument } from './arguments.ts'
import { lineStart, newlineOf } from './newline.ts'
import { parse } from './parse.ts'
import { refusal } from './refusal.ts'

/**
 * Puts an ignore comment above the line on which a statement starts. Arguments: `start` and `end` of the statement, and
 * the `rule` (a check's id or an entry's). Asks for a reason.
 */
export const ignore: Rewrite = {
  id: 'ignore',
  async run(input) {
    const span = spanArgument(input)
    const reason = input.reason?.replace(/\s+/gu, ' ').trim() ?? ''
    if (reason === '') return refusal('no-reason', input.path, span, 'an ignore comment needs a reason', 'say why this may stay')
    const at = lineStart(input.text, span.start)
    if (!await takesComment(input, at, span.start)) {
      return refusal('no-place', input.path, span, 'a comment above this line would become part of a text', 'allow it in bulkhead.yaml instead')
    }
    const indent = /^[ \t]*/u.exec(input.text.slice(at, span.start))?.[0] ?? ''
    const instruction = `bulkhead-ignore-next-line ${textArgument(input, 'rule')} -- ${reason}`
    const comment = isInMarkup(input, at) ? `<!-- ${instruction.replace(/--+>/gu, '->')} -->` : `${marker(input.path)} ${instruction}`
    return { edits: [{ kind: 'text', path: input.path, span: { start: at, end: at }, text: `${indent}${comment}${newlineOf(input.text)}` }], problems: [] }
  },
}

function marker(path: Path): string {
  return /\.(?:py|pyi|ya?ml|tf|toml|sh)$/u.test(path) ? '#' : '//'
}

/** Above a tag, in a file that has more than code. */
function isInMarkup({ code }: RewriteInput, at: number): boolean {
  return code !== undefined && !code.scripts.some(({ start, end }) => start <= at && at <= end)
}

/**
 * A statement that begins its line always has room above it; an expression may begin its line inside a template or in JSX.
 * Of markup only a script's tag surely has room above.
 */
async function takesComment(input: RewriteInput, line: number, start: number): Promise<boolean> {
  if (isInMarkup(input, line)) return /^[ \t]*<script\b/u.test(input.text.slice(line, line + 200))
  const { path, text } = input.code ?? input
  const isStatement = /^\s*$/u.test(text.slice(line, start)) && /^(?:import|export|const|let|var|from)\b/u.test(text.slice(start))
  if (isStatement || marker(path) === '#') return true
  const { morph: { Node }, source } = await parse(path, text)
  return !source.getDescendants().some((node) => {
    if (Node.isJsxText(node)) return node.getPos() < line && line <= node.getEnd()
    return templateParts.has(node.getKindName()) && node.getStart() < line && line < node.getEnd()
  })
}

const templateParts: ReadonlySet<string> = new Set(['NoSubstitutionTemplateLiteral', 'TemplateHead', 'TemplateMiddle', 'TemplateTail'])
