import { parseGlob, type Mistake } from '../../rules/model/glob.ts'
import { namePattern } from '../../rules/model/name-pattern.ts'
import { nearest } from '../../rules/model/nearest.ts'
import { declaredAs, type PackageCondition } from '../../rules/model/package-condition.ts'
import { allCaptures } from '../../rules/model/path-pattern.ts'

/** What stands between the brackets behind a package. */
export function packageCondition(written: string): PackageCondition | Mistake {
  const [key = '', ...rest] = written.split('=')
  const value = rest.length === 0 ? undefined : rest.join('=')
  switch (key) {
    case 'license': return license(value)
    case 'deprecated': return value === undefined ? { kind: 'deprecated' } : { mistake: '[deprecated] takes no value', hint: 'a package is or is not: use not for the rest' }
    case 'declared': return declared(value)
    default: return { mistake: `of a package nobody knows [${key}]`, ...did(key, ['license', 'deprecated', 'declared'], 'there are [license=G], [deprecated] and [declared=…]') }
  }
}

function license(value: string | undefined): PackageCondition | Mistake {
  if (value === undefined || value === '') return { mistake: '[license] names no licence', hint: 'write [license=MIT], or * for any that is known' }
  const glob = parseGlob(value, 'name')
  const name = namePattern(value, 'whole')
  if ('mistake' in name || 'mistake' in glob) return 'mistake' in name ? name : { mistake: 'it is no pattern' }
  const [capture] = allCaptures(glob)
  return capture === undefined ? { kind: 'license', name } : { mistake: `a licence binds nothing, and {${capture}} would`, hint: 'write *, or alternatives as {MIT,ISC}' }
}

function declared(value: string | undefined): PackageCondition | Mistake {
  const as = declaredAs.find((each) => each === value)
  if (as !== undefined) return { kind: 'declared', as }
  return { mistake: `a package is declared as ${declaredAs.slice(0, -1).join(', ')} or ${declaredAs.at(-1)}`, ...(value === undefined ? {} : did(value, declaredAs)) }
}

function did(word: string, known: readonly string[], otherwise?: string): { readonly hint: string } | Record<never, never> {
  const like = nearest(word, known)
  const hint = like === undefined ? otherwise : `did you mean ${like}?`
  return hint === undefined ? {} : { hint }
}
