import { isBreak } from './letters.ts'

/** Where the quote closes that opens here, on its line or on whichever; -1 where it never does. */
export function closing(text: string, start: number, below = false): number {
  const quote = text[start]
  for (let at = start + 1; at < text.length; at++) {
    if (!below && isBreak(text[at])) return -1
    if (quote === '"' && text[at] === '\\') at++
    else if (text[at] === quote) {
      if (quote === '"' || text[at + 1] !== quote) return at
      at++
    }
  }
  return -1
}

const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', '0': '\0', e: '\x1b' }

export function unquoted(inner: string, quote: '"' | "'"): string {
  if (quote === "'") return folded(inner).replaceAll("''", "'")
  if (!inner.includes('\\')) return folded(inner)
  return folded(inner.replace(/\\(?:\r\n|\r|\n)[ \t]*/g, '')).replace(/\\(?:x([\da-f]{2})|u([\da-f]{4})|(.))/gi, (_, two: string | undefined, four: string | undefined, one = '') => {
    const code = two ?? four
    return code === undefined ? escapes[one] ?? one : String.fromCharCode(parseInt(code, 16))
  })
}

/** Lines of one text become one. */
function folded(text: string): string {
  if (!/[\r\n]/.test(text)) return text
  return text.replace(/[ \t]*((?:\r\n|\r|\n)[ \t]*)+/g, (run) => {
    const breaks = run.match(/\r\n|\r|\n/g)?.length ?? 1
    return breaks === 1 ? ' ' : '\n'.repeat(breaks - 1)
  })
}
