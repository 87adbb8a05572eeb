import type { PathPattern } from '../../rules/model/pattern.ts'
import type { Path } from '../../rules/model/place.ts'
import { remembered } from '../../rules/model/remembered.ts'

/** A pattern that starts at a folder, as one that starts at the root; the folder stands for itself, whatever its characters. */
export function patternIn(folder: Path, pattern: PathPattern): PathPattern {
  const prefix = `${folder}/`
  const shifted = remembered((inner: PathPattern): PathPattern => patternIn(folder, inner))
  const whole: PathPattern = {
    written: pattern.written.startsWith('re:') ? pattern.written : pattern.written === '.' ? folder : `${prefix}${pattern.written.replace(/^\.\//, '')}`,
    captures: pattern.captures,
    heads: pattern.heads?.map((head) => prefix + head) ?? [prefix],
    match(path) {
      const found = path.startsWith(prefix) ? pattern.match(path.slice(prefix.length)) : undefined
      return found && { ...found, prefix: found.prefix === '' ? folder : prefix + found.prefix }
    },
    bind(bindings) {
      const bound = pattern.bind(bindings)
      return bound === pattern ? whole : shifted(bound)
    },
  }
  return whole
}
