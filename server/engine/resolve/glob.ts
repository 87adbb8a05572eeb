/** As the source of a regular expression. `*` within a segment, `**` any number of segments, `?` one character, `{a,b}` alternatives: what workspaces and tsconfigs share. */
export function globSource(pattern: string): string {
  const withBraces = isBalanced(pattern)
  let source = ''
  let depth = 0
  for (const [part] of pattern.replace(/(?:\*\*\/)+/g, '**/').matchAll(/\*\*\/|\*+|[^*]/g)) {
    if (part === '**/') source += '(?:[^/]+/)*'
    else if (part.startsWith('*')) source += part.length > 1 ? '.*' : '[^/]*'
    else if (part === '?') source += '[^/]'
    else if (withBraces && part === '{') { source += '(?:'; depth++ }
    else if (withBraces && part === '}') { source += ')'; depth-- }
    else if (depth > 0 && part === ',') source += '|'
    else source += part.replace(/[.+^$()|[\]\\{}]/, '\\$&')
  }
  return source
}

function isBalanced(pattern: string): boolean {
  let depth = 0
  for (const brace of pattern.replace(/[^{}]/g, '')) {
    depth += brace === '{' ? 1 : -1
    if (depth < 0) return false
  }
  return depth === 0
}
