// The patterns of eslint-plugin-boundaries, which micromatch reads: what they match and capture there, and the same as a pattern of bulkhead.
// Source: https://github.com/micromatch/micromatch#matching-features (checked 2026-11)

export type Part =
  | { readonly kind: 'text'; readonly text: string }
  /** `?` */
  | { readonly kind: 'char' }
  | { readonly kind: 'star' }
  /** `**` between slashes. */
  | { readonly kind: 'globstar' }
  /** `{a,b}`, `(a|b)`, `@(a|b)` */
  | { readonly kind: 'choice'; readonly of: readonly string[] }

const mostParts = 60

/** Undefined where it has more than stars and choices. */
export function partsOf(pattern: string): readonly Part[] | undefined {
  const parts: Part[] = []
  const rest = pattern.replace(/^\.\//, '')
  for (const [token] of rest.matchAll(/\{[^{}]*\}|@?\([^()]*\)|\*+|\?|[^{}()*?@]+|[^]/g)) {
    const part = partOf(token)
    if (part === undefined || parts.length === mostParts) return undefined
    parts.push(part)
  }
  return parts.length === 0 ? undefined : withGlobstars(parts)
}

function partOf(token: string): Part | undefined {
  if (token === '@') return { kind: 'text', text: token }
  if (token === '?') return { kind: 'char' }
  if (token.startsWith('*')) return token.length === 1 ? { kind: 'star' } : { kind: 'globstar' }
  const choices = /^\{(.*,.*)\}$/s.exec(token)?.[1]?.split(',') ?? /^@?\((.*)\)$/s.exec(token)?.[1]?.split('|')
  if (choices !== undefined) return choices.every((each) => /^[\w.@-]+(?:\/[\w.@-]+)*$/.test(each)) ? { kind: 'choice', of: choices } : undefined
  return /[[\]{}()!+\\"\u0000-\u001f]/.test(token) ? undefined : { kind: 'text', text: token }
}

/** Two stars that do not stand alone between slashes are one. */
function withGlobstars(parts: readonly Part[]): readonly Part[] {
  return parts.map((part, index) => {
    const [before, after] = [parts[index - 1], parts[index + 1]]
    const isAlone = (before === undefined || (before.kind === 'text' && before.text.endsWith('/'))) && (after === undefined || (after.kind === 'text' && after.text.startsWith('/')))
    return part.kind === 'globstar' && !isAlone ? { kind: 'star' } : part
  })
}

/** With a group for each part that micromatch captures: stars and choices, in their order. */
export function expressionOf(parts: readonly Part[]): RegExp {
  let source = ''
  for (const [index, part] of parts.entries()) {
    const isSegmentStart = source === '' || source.endsWith('/')
    switch (part.kind) {
      case 'text': source += escaped(afterGlobstar(parts[index - 1]) ? part.text.slice(1) : part.text); break
      case 'char': source += '[^/]'; break
      case 'choice': source += `(${part.of.map(escaped).join('|')})`; break
      case 'star': source += `${isSegmentStart ? '(?!\\.)(?=[^/])' : ''}([^/]*?)`; break
      case 'globstar': {
        if (parts[index + 1] !== undefined) source += `(?:(${someFolders})/)?`
        else source = source.endsWith('/') ? `${source.slice(0, -1)}(?:/(${someFolders}))?` : `${source}(${someFolders})`
      }
    }
  }
  return new RegExp(`^${source}$`)
}

const someFolders = '(?:(?!\\.)[^/]+/)*?(?!\\.)[^/]+'

function afterGlobstar(part: Part | undefined): boolean {
  return part?.kind === 'globstar'
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

/** As bulkhead writes it; `nameOf` gives captures their names, by their place among what micromatch captures. */
export function written(parts: readonly Part[], nameOf: (index: number) => string | undefined): string {
  let index = 0
  return parts.map((part) => {
    if (part.kind === 'text') return part.text
    if (part.kind === 'char') return '?'
    const name = nameOf(index++)
    if (part.kind === 'choice' && part.of.length === 1 && name === undefined) return part.of[0] ?? ''
    if (part.kind === 'choice') return name === undefined || part.of.some((each) => each.includes('/')) ? `{${part.of.join(',')}}` : `{${name}:${part.of.join(',')}}`
    if (part.kind === 'star') return name === undefined ? '*' : `{${name}}`
    return name === undefined ? '**' : `{${name}:**}`
  }).join('')
}

export function capturesIn(parts: readonly Part[]): number {
  return parts.filter(({ kind }) => kind === 'star' || kind === 'globstar' || kind === 'choice').length
}

/** Whether some text matches one of them; those with `!` take away nothing of what others take, as micromatch has it in lists. */
export function matches(text: string, patterns: readonly string[]): boolean | undefined {
  let isMatch = false
  for (const pattern of patterns) {
    const negated = /^!(?!\()/.test(pattern)
    const inverse = /^!\(([^()]*)\)$/.exec(pattern)?.[1]
    const parts = partsOf(inverse === undefined ? pattern.replace(/^!/, '') : `(${inverse})`)
    if (parts === undefined) return undefined
    if (expressionOf(parts).test(text) !== (negated || inverse !== undefined)) isMatch = true
  }
  return isMatch
}
