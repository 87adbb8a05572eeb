import type { Rewrite } from '../model/rewrite.ts'
import { spanArgument, textArgument } from './arguments.ts'
import { refusal } from './refusal.ts'

/**
 * Points an import at another specifier and leaves its names alone. Offered only where the module's api hands on every
 * name of the import. Arguments: `start` and `end` of the specifier with its quotes, and the new `specifier`.
 */
export const importFromApi: Rewrite = {
  id: 'import-from-api',
  async run(input) {
    const span = spanArgument(input)
    const written = input.text.slice(span.start, span.end)
    const quote = written[0] ?? ''
    if (!`'"\``.includes(quote) || written.length < 2 || !written.endsWith(quote)) {
      return refusal('moved-on', input.path, span, 'the import is no longer where it was', 'check again, then take the fix')
    }
    const text = quote + textArgument(input, 'specifier') + quote
    return { edits: text === written ? [] : [{ kind: 'text', path: input.path, span, text }], problems: [] }
  },
}
