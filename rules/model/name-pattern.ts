import { bindGlob, parseGlob, writeGlob, type Glob, type Mistake } from './glob.ts'
import { compileBranch, type MatchOptions } from './glob-match.ts'
import { allCaptures, bindingKey } from './path-pattern.ts'
import type { NamePattern } from './pattern.ts'

/**
 * A pattern over names, or why it is none. 'whole' for modules, layers, tags and variables;
 * 'first-segments' for what has something below it: packages, built-ins, specifiers.
 */
export function namePattern(written: string, extent: MatchOptions['extent']): NamePattern | Mistake {
  const glob = parseGlob(written, 'name')
  return 'mistake' in glob ? glob : fromGlob(glob, written, extent)
}

function fromGlob(glob: Glob, written: string, extent: MatchOptions['extent']): NamePattern {
  const matchers = glob.branches.map((branch) => compileBranch(branch, { extent, lone: 'any' }))
  const bound = new Map<string, NamePattern>()
  const pattern: NamePattern = {
    written,
    captures: glob.captures,
    match(name) {
      for (const matches of matchers) {
        const found = matches(name)
        if (found !== undefined) return found.bindings
      }
      return undefined
    },
    bind(bindings) {
      const key = bindingKey(allCaptures(glob), bindings)
      if (key === '') return pattern
      const known = bound.get(key)
      if (known !== undefined) return known
      const made = bindGlob(glob, bindings, 'name')
      // Of names no character can be wrong, so what a name was bound to makes a name.
      if ('mistake' in made) throw new Error(`a bound name is none: ${made.mistake}`)
      const fresh = fromGlob(made, writeGlob(made), extent)
      bound.set(key, fresh)
      return fresh
    },
  }
  return pattern
}
