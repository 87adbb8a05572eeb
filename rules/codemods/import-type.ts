import type { Rewrite } from '../model/rewrite.ts'
import { spanArgument } from './arguments.ts'
import { newlineOf } from './newline.ts'
import { refusal } from './refusal.ts'

const withDefaultAndMore = /^import\s+([\w$]+)\s*,\s*([{*][^]*)$/u
const plain = /^(import|export)\b\s*(?=[\w${*])/u

/**
 * `import { A }` → `import type { A }`, and so for `export … from`; for imports whose names are used as types only, which
 * whoever offers it knows. Arguments: `start` and `end` of the statement.
 */
export const importType: Rewrite = {
  id: 'import-type',
  async run(input) {
    const span = spanArgument(input)
    const statement = input.text.slice(span.start, span.end)
    if (/^(import|export)\s+type\b(?!\s*(,|from\b))/u.test(statement)) return { edits: [], problems: [] }
    const text = typeOnly(statement, newlineOf(input.text))
    if (text === undefined) return refusal('moved-on', input.path, span, 'there is no import of names here', 'check again, then take the fix')
    return { edits: [{ kind: 'text', path: input.path, span, text }], problems: [] }
  },
}

function typeOnly(statement: string, newline: string): string | undefined {
  if (!/\bfrom\s*['"]/u.test(statement) || !plain.test(statement)) return undefined
  // A type-only import may bring in a default or names, not both, so that it becomes two.
  const [, name, rest] = withDefaultAndMore.exec(statement) ?? []
  if (name !== undefined && rest !== undefined) {
    const from = statement.slice(statement.search(/\bfrom\s*['"]/u))
    return `import type ${name} ${from}${newline}import type ${withoutModifiers(rest)}`
  }
  return withoutModifiers(statement.replace(plain, '$1 type '))
}

/** `type { type A }` would say it twice, which TypeScript refuses. */
function withoutModifiers(clause: string): string {
  return clause.replace(/([{,]\s*)type\s+(?=[\w$'"]+\s*(?:[,}]|as\b))(?!as\s*[,}])/gu, '$1')
}
