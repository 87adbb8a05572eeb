/** As the source of a regular expression. `*` within a segment, `**` any number of segments, `?` one character, `{a,b}` alternatives: what workspaces and tsconfigs share. */
export function globSource(pattern: string): string {
  let source = ''
  let braces = 0
  for (let i = 0; i < pattern.length; i++) {
    const c = pattern.charAt(i)
    if (c === '*' && pattern.charAt(i + 1) === '*') {
      const slash = pattern.charAt(i + 2) === '/'
      source += slash ? '(?:[^/]+/)*' : '.*'
      i += slash ? 2 : 1
    } else if (c === '*') source += '[^/]*'
    else if (c === '?') source += '[^/]'
    else if (c === '{' && pattern.includes('}', i)) { source += '(?:'; braces++ }
    else if (c === '}' && braces > 0) { source += ')'; braces-- }
    else if (c === ',' && braces > 0) source += '|'
    else source += c.replace(/[.+^$()|[\]\\{}]/, '\\$&')
  }
  return source
}
