/**
 * A text whose characters all show: a path may hold new lines, what steers a terminal, or what turns the direction of writing, and would
 * otherwise write lines of a report that nobody found.
 */
export function visible(text: string): string {
  return text.replace(/[\0-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]/g, escaped)
}

function escaped(character: string): string {
  const short = { '\n': '\\n', '\r': '\\r', '\t': '\\t' }[character]
  const code = character.charCodeAt(0).toString(16)
  return short ?? (code.length <= 2 ? `\\x${code.padStart(2, '0')}` : `\\u${code.padStart(4, '0')}`)
}
