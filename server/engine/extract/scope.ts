import type { Node } from './parse.ts'

/** Where names of values are declared. Types have none here: whoever asks wants to know what runs. */
export interface Scope {
  readonly outer: Scope | undefined
  /** `var` ends up here. */
  readonly holdsVar: boolean
  /** What declares a name: an import's specifier, a declarator, a function, a parameter's identifier, … */
  readonly declared: Map<string, Node>
}

export function scopeIn(outer: Scope | undefined, kind: 'block' | 'function'): Scope {
  return { outer, holdsVar: kind === 'function', declared: new Map() }
}

export function scopeOfVar(scope: Scope): Scope {
  let at = scope
  while (!at.holdsVar && at.outer !== undefined) at = at.outer
  return at
}

/** What declares the name as seen from this scope; undefined for a global. To be asked when the whole file was walked, since names are hoisted. */
export function declarationOf(name: string, scope: Scope): Node | undefined {
  for (let at: Scope | undefined = scope; at !== undefined; at = at.outer) {
    const found = at.declared.get(name)
    if (found !== undefined) return found
  }
  return undefined
}
