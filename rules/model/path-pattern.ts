import { bindGlob, parseGlob, writeGlob, type Glob, type Mistake } from './glob.ts'
import { compileBranch, headOf, noBindings, type MatchOptions } from './glob-match.ts'
import type { PathPattern } from './pattern.ts'
import type { Path } from './place.ts'
import type { Bindings } from './selector.ts'

/** A pattern over paths, or why it is none. `lone: 'folder'`: a last segment that is only `*` or a capture takes folders alone, as in modules and layers. */
export function pathPattern(written: string, lone: MatchOptions['lone'] = 'any'): PathPattern | Mistake {
  const glob = parseGlob(written, 'path')
  return 'mistake' in glob ? glob : fromGlob(glob, written, lone)
}

/** Takes exactly this path and what lies below it, whatever its characters. */
export function literalPath(path: Path): PathPattern {
  const matches = compileBranch({ segments: path === '' ? [] : [{ kind: 'single', pieces: [{ kind: 'text', text: path }], form: 'literal' }], captures: [] }, { extent: 'first-segments', lone: 'any' })
  const pattern: PathPattern = {
    written: path === '' ? '.' : path,
    captures: [],
    match: (tried) => (matches(tried) === undefined ? undefined : { prefix: path, bindings: noBindings }),
    bind: () => pattern,
  }
  return pattern
}

function fromGlob(glob: Glob, written: string, lone: MatchOptions['lone']): PathPattern {
  const matchers = glob.branches.map((branch) => compileBranch(branch, { extent: 'first-segments', lone }))
  const bound = new Map<string, PathPattern>()
  const pattern: PathPattern = {
    written,
    captures: glob.captures,
    heads: glob.branches.map(headOf),
    match(path) {
      let best: ReturnType<typeof matchers[0]>
      for (const matches of matchers) {
        const found = matches(path)
        if (found !== undefined && (best === undefined || found.end < best.end)) best = found
      }
      return best === undefined ? undefined : { prefix: path.slice(0, best.end), bindings: best.bindings }
    },
    bind(bindings) {
      const key = bindingKey(allCaptures(glob), bindings)
      if (key === '') return pattern
      const known = bound.get(key)
      if (known !== undefined) return known
      const made = bindGlob(glob, bindings, 'path')
      const fresh = 'mistake' in made ? takesNothing(written) : fromGlob(made, writeGlob(made), lone)
      bound.set(key, fresh)
      return fresh
    },
  }
  return pattern
}

function takesNothing(written: string): PathPattern {
  const pattern: PathPattern = { written, captures: [], match: () => undefined, bind: () => pattern }
  return pattern
}

/** Those of single branches too. */
export function allCaptures(glob: Glob): readonly string[] {
  return [...new Set(glob.branches.flatMap((branch) => branch.captures))]
}

/** Equal for bindings that make no difference to these captures; empty where none is bound. */
export function bindingKey(captures: readonly string[], bindings: Bindings): string {
  const bound = captures.filter((name) => Object.hasOwn(bindings, name)).map((name) => [name, bindings[name]])
  return bound.length === 0 ? '' : JSON.stringify(bound)
}
