/* `re:` patterns. RE2, so that no expression can take more than time in proportion; the one file that imports re2js. */
import { RE2JS } from 're2js'
import type { Mistake } from '../../rules/model/glob.ts'
import type { PathPattern } from '../../rules/model/pattern.ts'
import type { Bindings } from '../../rules/model/selector.ts'

const longest = 1_000

/** Found anywhere in the path; `(?<x>…)` captures, and `{x}` stands for what the other side captured. */
export function regexPattern(written: string): PathPattern | Mistake {
  if (written === '') return { mistake: 'the expression is empty' }
  if (written.length > longest) return { mistake: `the expression is longer than ${longest} characters` }
  const compiled = compile(written)
  return 'mistake' in compiled ? compiled : fromRegex(written, compiled, {})
}

function compile(source: string): RE2JS | Mistake {
  try {
    return RE2JS.compile(source)
  } catch (error) {
    // Each kind of mistake in an expression has its own class in re2js; they share this beginning of the name.
    if (error instanceof Error && error.name.startsWith('RE2JS')) return { mistake: error.message.replace('error parsing regexp: ', ''), hint: 'expressions are RE2: no look-around, no back-references' }
    throw error
  }
}

function fromRegex(source: string, regex: RE2JS, given: Bindings): PathPattern {
  const names = Object.keys(regex.namedGroups())
  const answers = new Map<string, ReturnType<PathPattern['match']>>()
  const bound = new Map<string, PathPattern>()

  function find(path: string): ReturnType<PathPattern['match']> {
    const matcher = regex.matcher(path)
    if (!matcher.find()) return undefined
    const bindings: Record<string, string> = {}
    for (const name of names) {
      const value = matcher.group(name) ?? ''
      if (Object.hasOwn(given, name) && given[name] !== value) return undefined
      bindings[name] = value
    }
    return { prefix: path, bindings }
  }

  const pattern: PathPattern = {
    written: `re:${source}`,
    captures: names.filter((name) => !Object.hasOwn(given, name)),
    match(path) {
      if (!answers.has(path)) answers.set(path, find(path))
      return answers.get(path)
    },
    bind(bindings) {
      const key = JSON.stringify(bindings)
      const known = bound.get(key)
      if (known !== undefined) return known
      const filled = fill(source, bindings)
      const made = compile(filled)
      const fresh = 'mistake' in made ? takesNothing(filled) : fromRegex(filled, made, bindings)
      bound.set(key, fresh)
      return fresh
    },
  }
  return pattern
}

/** A value can stand where none may, as in `[{d}-z]`. */
function takesNothing(source: string): PathPattern {
  const pattern: PathPattern = { written: `re:${source}`, captures: [], match: () => undefined, bind: () => pattern }
  return pattern
}

/** `{d}` for each value; `\p{L}`, `\x{41}` and `a{2}` are RE2's own. */
function fill(source: string, bindings: Bindings): string {
  return source.replace(/\\[pPx]\{[^}]*\}|\\.|\{([A-Za-z][\w-]*)\}/gs, (whole: string, name: string | undefined) => (name !== undefined && Object.hasOwn(bindings, name) ? RE2JS.quote(bindings[name] ?? '') : whole))
}
